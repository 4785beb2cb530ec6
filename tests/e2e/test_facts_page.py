"""The page of an article's facts stays where the teacher is, whatever is pressed on it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import LAPTOP, check_accessibility
from tests.e2e.lesson import become_first_teacher, press

pytestmark = pytest.mark.xdist_group("browser")

VOTES = "\n\n".join(
    f"On {day} May 2024 the U.N. General Assembly adopted a resolution on the ports of Exampleland by "
    f"{100 + day} votes to {day}, with 20 abstentions. Brazil voted against."
    for day in range(1, 25)
)
LAST = "The talks in Exampletown cost 3,400 dollars and went on until the morning."
SELECT = """(words) => {
  const walk = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at >= 0) getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
  }
  window.words = getSelection().getRangeAt(0).cloneRange();
  scrollBy(0, window.words.getBoundingClientRect().top - 200);
}"""
PLACE = "() => window.words.getBoundingClientRect().top"


@pytest.fixture
def desk(person, server) -> Page:
    desk = person(LAPTOP)
    become_first_teacher(desk, server)
    desk.goto("/teach/articles/new/")
    desk.get_by_label("Title").fill("A month of votes")
    desk.get_by_label("Text:", exact=True).fill(f"{VOTES}\n\n{LAST}")
    press(desk, "Read its facts")
    expect(desk.get_by_role("heading", name="A month of votes")).to_be_visible()
    desk.wait_for_load_state()  # with the script that takes the selected words
    return desk


def test_a_fact_that_is_rejected_and_restored_stays_in_its_place(desk):
    reject = desk.get_by_role("button", name="Reject fact 16", exact=True)
    reject.scroll_into_view_if_needed()
    desk.evaluate("scrollBy(0, 200)")
    before = top_of(reject)
    for button, then in (("Reject", "Restore"), ("Restore", "Reject"), ("Reject", "Restore")):
        press(desk, f"{button} fact 16")
        other = desk.get_by_role("button", name=f"{then} fact 16", exact=True)
        expect(other).to_be_focused()
        assert abs(top_of(other) - before) < 10
    check_accessibility(desk)


@pytest.mark.parametrize("words", ["votes to 5, with", LAST])
def test_the_selected_words_stay_in_view_while_a_fact_is_added(desk, words):
    desk.evaluate(SELECT, words)
    summary = desk.locator("summary", has_text="Add a fact")
    expect(summary).to_contain_text(words)
    before = desk.evaluate(PLACE)
    unfold_by_mouse(desk, summary)
    expect(desk.get_by_label("Words of the article")).to_have_value(words)
    expect(desk.get_by_role("button", name="Go on")).to_be_in_viewport(ratio=1)
    for _field in ("Words of the article", "Kind of fact", "Go on"):
        desk.keyboard.press("Tab")
        assert abs(desk.evaluate(PLACE) - before) < 10
    expect(desk.get_by_role("button", name="Go on")).to_be_focused()


def test_the_card_covers_nothing_that_has_the_focus(desk):
    summary = desk.locator("summary", has_text="Add a fact")
    for _folded in (True, False):
        for number in (12, 13, 14):
            desk.get_by_role("button", name=f"Reject fact {number}", exact=True).focus()
            desk.keyboard.press("Tab")
            assert bottom_of(desk.locator(":focus")) <= top_of(summary)
        unfold_by_mouse(desk, summary)


def unfold_by_mouse(desk: Page, summary: Locator) -> None:
    """Where it is on the screen: Playwright's own click would scroll the page first."""
    place = summary.bounding_box()
    desk.mouse.click(place["x"] + 20, place["y"] + 10)


def top_of(element: Locator) -> float:
    return element.bounding_box()["y"]


def bottom_of(element: Locator) -> float:
    return top_of(element) + element.bounding_box()["height"]
