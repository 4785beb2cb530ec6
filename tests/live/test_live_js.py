"""live.js in a real browser, against the scratch site."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.live.client import Site
from tests.live.desk import Answer, Desk, cut_off, fails

pytestmark = pytest.mark.xdist_group("live_browser")

POLLING, OFF, UNSENT = "Every few seconds", "Not connected", "Not sent"


@pytest.fixture
def desk(site: Site, page: str, browser: Browser) -> Iterator[Desk]:
    faults: list[str] = []
    tab = browser.new_page()
    tab.on("pageerror", lambda error: faults.append(str(error)))
    desk = Desk(site, page, tab)
    desk.write(a="one", say="Voting is open")
    desk.open()
    yield desk
    tab.close()
    assert faults == []


def test_changes_appear(desk: Desk):
    desk.write(a="two")
    desk.shows("a", "two")
    desk.write(b="new")
    desk.shows("b", "new")
    expect(desk.state).to_be_empty()


def test_what_is_there_already_is_not_put_there_again(desk: Desk):
    """The first event of a stream is the whole part: nothing may flicker when it opens again."""
    desk.write(a="two")
    desk.shows("a", "two")
    desk.tab.evaluate("document.getElementById('pulse').kept = true")
    desk.hide(True)
    with desk.tab.expect_response("**/live/**"):
        desk.hide(False)
    desk.tab.wait_for_timeout(500)  # in which the first event comes
    desk.write(a="three")
    desk.shows("a", "three")
    assert desk.tab.evaluate("document.getElementById('pulse').kept") is True


def test_without_the_stream_it_polls_and_says_so_until_the_stream_is_back(desk: Desk):
    desk.drop_stream()
    expect(desk.state).to_have_text(POLLING)
    desk.write(a="polled")
    desk.shows("a", "polled")
    desk.allow("live")
    expect(desk.state).to_be_empty()
    desk.write(a="pushed")
    desk.shows("a", "pushed")


def test_a_poll_of_what_it_has_already_transfers_nothing(desk: Desk):
    answers: list[int] = []
    desk.tab.on("response", lambda response: "/part/" in response.url and answers.append(response.status))
    desk.drop_stream()
    expect(desk.state).to_have_text(POLLING)
    desk.shows("a", "one")
    desk.tab.wait_for_timeout(1000)
    assert answers[0] == 200
    assert set(answers[1:]) == {304}


def test_a_stream_that_fails_three_times_is_polled(desk: Desk):
    # Each stream ends as soon as it has begun: what is behind the door is not.
    desk.block("live", lambda route: route.fulfill(status=200, content_type="text/event-stream", body="retry: 50\n\n"))
    desk.site.post(f"/end/{desk.name}/")
    expect(desk.state).to_have_text(POLLING)


def test_a_silent_stream_is_polled(desk: Desk):
    desk.open(silent=1)
    desk.write(broken="yes")
    expect(desk.state).to_have_text(OFF)  # for the poll fails too


def test_without_any_connection_it_says_so_until_there_is_one(desk: Desk):
    desk.block("part")
    desk.drop_stream()
    expect(desk.state).to_have_text(OFF)
    desk.allow("part")
    expect(desk.state).to_have_text(POLLING)
    desk.allow("live")
    expect(desk.state).to_be_empty()


def test_another_page_is_not_taken_for_the_part(desk: Desk):
    """Somebody who is no longer in the room is led elsewhere, and the door's page is not the board."""
    elsewhere = {"Location": f"{desk.site.address}/ask/"}
    desk.block("part", lambda route: route.fulfill(status=302, headers=elsewhere))
    desk.drop_stream()
    expect(desk.state).to_have_text(OFF)
    desk.shows("a", "one")


@pytest.mark.parametrize("status", [403, 410])
def test_who_is_no_longer_let_in_gets_the_page_that_says_why(desk: Desk, status: int):
    # Once, as the page itself will lead them elsewhere: here it would poll and be turned away again.
    desk.tab.route(f"**/part/{desk.name}/", lambda route: route.fulfill(status=status), times=1)
    desk.drop_stream()
    desk.waits_for(lambda: desk.asked.count("GET desk") == 2)
    expect(desk.state).to_have_text(POLLING)


def test_a_new_stage_fetches_the_personal_part_once(desk: Desk):
    expect(desk.mine).to_have_text("first")
    desk.write(stage="2")
    expect(desk.mine).to_have_text("2")
    desk.tab.wait_for_timeout(1000)
    assert desk.asked.count("GET mine") == 1


def test_the_same_part_is_not_put_there_again(desk: Desk):
    """Where the first answer was newer than the stage that it was asked for: a finger may be on it."""
    kept: list[str] = []

    def as_before(route: Route) -> None:
        kept.append(kept[0] if kept else route.fetch().text())
        route.fulfill(body=kept[0], content_type="text/html")

    desk.block("mine", as_before)
    desk.write(stage="2")
    expect(desk.mine).to_have_text("2")
    desk.tab.locator("#words").fill("half a sentence")
    desk.write(stage="3")
    desk.waits_for(lambda: len(kept) == 2)
    desk.tab.wait_for_timeout(300)
    assert desk.tab.locator("#words").input_value() == "half a sentence"


def test_what_was_unfolded_stays_so_when_the_part_comes_anew(desk: Desk):
    desk.tab.get_by_text("More").click()
    desk.write(stage="2")
    expect(desk.mine).to_have_text("2")
    expect(desk.tab.get_by_text("Of this.")).to_be_visible()
    desk.tab.get_by_text("More").click()
    desk.write(stage="3")
    expect(desk.mine).to_have_text("3")
    expect(desk.tab.get_by_text("Of this.")).to_be_hidden()


def test_what_the_page_itself_unfolded_does_not_stay_so(desk: Desk):
    expect(desk.tab.get_by_text("At first.")).to_be_visible()
    desk.write(stage="2")
    expect(desk.mine).to_have_text("2")
    expect(desk.tab.get_by_text("At first.")).to_be_hidden()


def test_the_personal_part_is_fetched_when_ones_own_turn_begins_and_when_it_ends(desk: Desk):
    desk.write(turn="another", a="two")
    desk.shows("a", "two")
    desk.tab.wait_for_timeout(700)
    assert desk.asked.count("GET mine") == 0
    for turn, times in (("me", 1), ("another", 2)):
        desk.write(turn=turn)
        desk.waits_for(lambda times=times: desk.asked.count("GET mine") == times)
    desk.write(turn="", a="three")
    desk.shows("a", "three")
    desk.tab.wait_for_timeout(700)
    assert desk.asked.count("GET mine") == 2


def test_nothing_else_touches_what_somebody_is_filling_in(desk: Desk):
    desk.tab.locator("#words").fill("half a sentence")
    desk.write(a="two", b="new")
    desk.shows("b", "new")
    desk.drop_stream()
    desk.write(a="three")
    desk.shows("a", "three")
    assert desk.tab.locator("#words").input_value() == "half a sentence"
    assert desk.asked.count("GET mine") == 0


def test_a_stage_that_came_by_polling_counts_too(desk: Desk):
    desk.drop_stream()
    expect(desk.state).to_have_text(POLLING)
    desk.write(stage="2")
    expect(desk.mine).to_have_text("2")


@pytest.mark.parametrize("answer", [cut_off, fails])
def test_a_personal_part_that_failed_is_fetched_until_it_works(desk: Desk, answer: Answer):
    desk.block("mine", answer)
    desk.write(stage="2")
    desk.waits_for(lambda: desk.asked.count("GET mine") > 1)
    expect(desk.state).to_be_empty()  # only what the student sends is said to be unsent
    desk.allow("mine")
    expect(desk.mine).to_have_text("2")


def test_a_stage_does_not_take_away_a_form_that_is_on_its_way(desk: Desk):
    held: list[Route] = []
    desk.block("mine", lambda route: held.append(route) if route.request.method == "POST" else route.fallback())
    desk.tab.locator("#words").fill("my words")
    desk.tab.locator("#send").click()
    desk.write(stage="2", a="two")
    desk.shows("a", "two")
    desk.tab.wait_for_timeout(600)
    assert desk.asked.count("GET mine") == 0
    held[0].continue_()
    expect(desk.mine).to_have_text("2")


def test_what_is_to_be_said_is_said_when_it_changes(desk: Desk):
    desk.write(a="two")
    desk.shows("a", "two")
    expect(desk.say).to_be_empty()
    desk.write(say="Voting is closed")
    expect(desk.say).to_have_text("Voting is closed")


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(cut_off, id="no connection"),
        pytest.param(fails, id="the server is ill"),
        pytest.param(lambda route: route.fulfill(status=413), id="refused at the door"),
        pytest.param(lambda route: None, id="no answer"),
    ],
)
def test_what_could_not_be_sent_is_said_until_it_is_sent(desk: Desk, answer: Answer):
    desk.open(silent=2)  # as long a form without an answer counts as on its way
    desk.block("mine", answer)
    desk.tab.locator("#words").fill("my words")
    desk.tab.locator("#send").click()
    expect(desk.state).to_have_text(UNSENT)
    assert desk.tab.locator("#words").input_value() == "my words"
    desk.allow("mine")
    desk.tab.locator("#send").click()
    expect(desk.tab.locator("#sent")).to_have_text("my words")
    expect(desk.state).to_be_empty()


@pytest.mark.parametrize("status", [409, 422])
def test_a_refusal_was_sent(desk: Desk, status: int):
    refusal = '<section id="mine"><p id="sent">Refused</p></section>'
    desk.block("mine", lambda route: route.fulfill(status=status, body=refusal, content_type="text/html"))
    desk.tab.locator("#send").click()
    expect(desk.tab.locator("#sent")).to_have_text("Refused")
    expect(desk.state).to_be_empty()


def test_a_hidden_page_lets_its_stream_go_and_takes_it_up_again(desk: Desk):
    desk.open(silent=1)
    desk.hide(True)
    desk.write(a="three", stage="2")
    desk.tab.wait_for_timeout(1500)  # longer than the silence after which it would poll
    desk.shows("a", "one")
    assert "GET part" not in desk.asked
    desk.hide(False)
    desk.shows("a", "three")
    expect(desk.mine).to_have_text("2")


def test_a_page_that_comes_back_from_the_cache_is_current(desk: Desk):
    desk.tab.evaluate("window.kept = true")
    desk.tab.locator("#elsewhere").click()
    desk.write(a="two", stage="2")
    desk.tab.go_back(wait_until="commit")
    assert desk.tab.evaluate("window.kept") is True
    desk.shows("a", "two")
    expect(desk.mine).to_have_text("2")
    assert desk.asked.count("GET live") == 2


def test_a_page_that_was_never_hidden_comes_back_too(desk: Desk):
    """Not every browser calls a page hidden before it puts it away."""
    desk.tab.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    desk.write(a="two")
    desk.tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    desk.shows("a", "two")
    assert desk.asked.count("GET live") == 2


def test_a_secret_paper_that_somebody_goes_back_to_is_blank(desk: Desk):
    desk.tab.evaluate("document.querySelector('#mine form').autocomplete = 'off'")
    desk.tab.locator("#words").fill("my secret")
    desk.tab.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert desk.tab.locator("#words").input_value() == ""


def test_one_stream_at_a_time(desk: Desk):
    for _ in range(3):
        desk.hide(True)
        desk.hide(False)
    desk.tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    desk.write(a="two")
    desk.shows("a", "two")
    assert desk.asked.count("GET live") == 4
