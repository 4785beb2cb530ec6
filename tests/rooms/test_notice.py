"""The notice that a page is not live, or that something could not be sent, as a browser draws it."""

import pytest
from playwright.sync_api import Page, expect

from tests.cast import phone_of, signed_in
from tests.factories import ballot_in, delegate_of, hall_with
from tests.looks import LAPTOP, PHONE, look

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("browser")]

TABLET = {"width": 800, "height": 1000}


@pytest.fixture
def meeting():
    meeting = hall_with("ALB UKR")
    ballot_in(meeting)
    return meeting


def places(tab: Page) -> list:
    return tab.evaluate(
        "[...document.querySelectorAll('main button, main a, nav a')].map(e => e.getBoundingClientRect().toJSON())"
    )


def say(tab: Page, which: str) -> None:
    tab.evaluate("which => livestate.textContent = document.getElementById('live').dataset['words' + which]", which)


def test_on_a_phone_the_second_press_at_the_same_spot_is_the_same_vote(tab, meeting):
    client = phone_of(delegate_of(meeting, "UKR"))
    look(tab, client, f"/rooms/{meeting.room.code}/", PHONE)
    button = tab.get_by_role("button", name="Abstain")
    before, spot = places(tab), button.bounding_box()
    tab.context.set_offline(True)
    tab.route("**/*", lambda route: route.abort())
    for _ in range(2):
        tab.mouse.click(spot["x"] + 20, spot["y"] + 5)
        expect(tab.get_by_role("status").first).to_contain_text("That could not be sent")
        assert places(tab) == before
    tab.context.set_offline(False)
    expect(tab.locator("#livestate")).not_to_contain_text("That could not be sent")


@pytest.mark.parametrize("which", ["Poll", "Off", "Unsent"])
@pytest.mark.parametrize("size", [PHONE, TABLET, LAPTOP])
def test_nothing_on_the_desk_moves_or_is_covered(tab, meeting, size, which):
    look(tab, signed_in(meeting.room.owner), f"/rooms/{meeting.room.code}/desk/", size)
    before = places(tab)
    say(tab, which)
    assert places(tab) == before
    for link in tab.get_by_role("navigation", name="Room").get_by_role("link").all():
        link.click(trial=True, timeout=2000)
    tab.mouse.wheel(0, 9000)
    assert tab.locator("#livestate").bounding_box()["y"] >= 0
    notice, last = tab.locator("#livestate").bounding_box(), tab.get_by_role("main").get_by_role("link").last
    if size != LAPTOP:
        expect(last).to_be_in_viewport()
        assert last.bounding_box()["y"] + last.bounding_box()["height"] <= notice["y"]


@pytest.mark.parametrize("which", ["Poll", "Off", "Unsent"])
def test_on_a_phone_it_stays_in_the_bar_and_in_view(tab, meeting, which):
    look(tab, phone_of(delegate_of(meeting, "UKR")), f"/rooms/{meeting.room.code}/", PHONE)
    tab.mouse.wheel(0, 400)
    say(tab, which)
    bar, notice = tab.get_by_role("banner").bounding_box(), tab.locator("#livestate").bounding_box()
    assert notice["y"] == 0
    assert notice["height"] <= bar["height"]


def test_the_link_under_it_is_seen_when_it_has_the_focus(tab, meeting):
    look(tab, phone_of(delegate_of(meeting, "UKR")), f"/rooms/{meeting.room.code}/", PHONE)
    say(tab, "Unsent")
    tab.get_by_role("link", name="unsim").focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    tab.get_by_role("link", name="unsim").click(trial=True, timeout=2000)
