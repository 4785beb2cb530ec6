"""Amended, divided and voted on as a whole: rules 89 and 90, moved from phones, by the General Assembly's own rules."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector

pytestmark = pytest.mark.xdist_group("browser")
IN_FAVOUR, AGAINST, ABSTAIN = "In favour", "Against", "Abstain"
SOONER = "Calls on every State to give each of its schools clean drinking water within five years;"


def test_an_amendment_a_part_and_the_whole(person, server):
    desk, screen = person(LAPTOP), person(PROJECTOR)
    become_first_teacher(desk, server)
    code = open_room(desk, "Class 9b")
    show_on_projector(screen, desk)
    phones = [person(PHONE) for _ in range(3)]
    for phone, name in zip(phones, ("Amina", "Ben", "Chloé"), strict=True):
        join(phone, code, name)
    open_a_meeting(desk)
    move_an_amendment(phones[0])
    move_a_division(phones[1])
    press(desk, "No objection: it is so decided")

    vote(desk, phones, screen, "Amendment", (IN_FAVOUR, IN_FAVOUR, AGAINST), "Adopted")
    vote(desk, phones, screen, "clause 5", (IN_FAVOUR, AGAINST, AGAINST), "Not adopted")
    vote(desk, phones, screen, "Clean water for schools", (IN_FAVOUR, IN_FAVOUR, ABSTAIN), "Adopted")
    read_the_log(desk)


def open_a_meeting(desk: Page) -> None:
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    desk.get_by_role("radio", name=re.compile("Clean water for schools")).check()
    press(desk, "Start the meeting")
    press(desk, "Deal by lot")
    press(desk, "Everybody seated is present")
    press(desk, "Open the meeting")
    expect(desk.get_by_role("button", name="Put it to a recorded vote")).to_be_visible()


def start_to_move(phone: Page, what: str) -> None:
    phone.locator("summary").filter(has_text="Move or raise").click()
    check_accessibility(phone)
    phone.get_by_role("link", name=re.compile(what)).or_(phone.get_by_role("button", name=re.compile(what))).click()
    expect(phone.get_by_role("button", name="Move it")).to_be_visible()
    check_accessibility(phone)


def move_an_amendment(phone: Page) -> None:
    start_to_move(phone, "Amendment")
    phone.get_by_label("revises a clause").check()
    clauses = phone.get_by_label("Which clause")
    first = next(text for text in clauses.locator("option").all_inner_texts() if text.startswith("clause 1"))
    clauses.select_option(label=first)
    phone.get_by_label("The new words").fill(SOONER)
    press(phone, "Move it")


def move_a_division(phone: Page) -> None:
    start_to_move(phone, "Vote on parts separately")
    phone.get_by_label(re.compile("Decides to look at the progress")).check()
    press(phone, "Move it")


def vote(desk: Page, phones: list[Page], screen: Page, what: str, choices: tuple[str, ...], outcome: str) -> None:
    press(desk, "Put it to a recorded vote")
    expect(screen.get_by_role("heading", name=re.compile(what))).to_be_visible()
    for phone, choice in zip(phones, choices, strict=True):
        phone.locator("#mine").get_by_role("button", name=re.compile(f"^{choice}")).click()
    expect(screen.get_by_text("3 of 3")).to_be_visible()
    check_accessibility(screen)
    press(desk, "Lock the vote")
    press(desk, "Declare the result")
    expect(screen.locator("#progress").get_by_text(outcome, exact=True)).to_be_visible()
    check_accessibility(desk)


def read_the_log(desk: Page) -> None:
    """What stood in the text at the end, and what was decided, in order."""
    desk.get_by_role("link", name="Log of the meeting").click()
    told = desk.get_by_role("list").inner_text()
    assert told.index("Amendment") < told.index("Vote on parts") < told.index("declared")
    check_accessibility(desk)
