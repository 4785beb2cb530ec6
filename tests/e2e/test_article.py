"""From a pasted news story to its report: facts, a quiz, an order put right on a phone by keyboard, a typed answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector, somebody_is_here

pytestmark = pytest.mark.xdist_group("browser")

STORY = """Assembly asks for a pause in deep-sea mining
14 June 2024

The U.N. General Assembly on Friday called for a pause in deep-sea mining, with 128 countries voting in favour, \
7 against and 41 abstaining.

Norway and Japan voted against. Britain and India abstained.

"The ocean is not a quarry," said Palau's ambassador, Ilana Seid.

Resolutions of the 193-member Assembly are not legally binding.
"""
ORDER = ["Miners test the first machine", "The Council meets", "The Assembly asks for a pause"]
TYPED = "Who spoke for Palau?"


def test_an_article(person, server):
    desk, screen, phone = person(LAPTOP), person(PROJECTOR), person(PHONE)
    become_first_teacher(desk, server)
    paste(desk)
    change_the_publisher(desk)
    reject_a_fact(desk)
    write_a_quiz(desk)
    write_an_order(desk)
    write_a_short_text(desk)
    leave_two_questions(desk)

    desk.get_by_role("link", name="Run it in a room").click()
    code = open_room(desk, "Class 9b")
    show_on_projector(screen, desk)
    join(phone, code, "Amina")
    somebody_is_here(desk)
    desk.get_by_role("link", name="Run a quiz", exact=True).first.click()
    press(desk, "Start Deep sea: you lead")
    put_in_order_by_keyboard(phone)
    show_the_answer(desk)
    for page in (phone, screen, desk):
        expect(page.get_by_text(ORDER[0]).first).to_be_visible()
        check_accessibility(page)
    expect(phone.get_by_text("your answer, right")).to_have_count(len(ORDER))
    press(desk, "Next question")
    type_a_name(phone, "Ilana S.")
    show_the_answer(desk)
    expect(phone.get_by_text("Not right")).to_be_visible()
    press(desk, "Show the results")
    expect(phone.get_by_role("heading", name="You had 1 of 2 right")).to_be_visible()
    accept_in_the_report(desk)
    expect(phone.get_by_role("heading", name="You had 2 of 2 right")).to_be_visible()


def paste(desk: Page) -> None:
    desk.get_by_role("link", name="Articles").click()
    desk.get_by_role("link", name="Add an article").click()
    check_accessibility(desk)
    desk.get_by_label("Title").fill("A pause in deep-sea mining")
    desk.get_by_label("Publisher").fill("Seaview Daily")
    desk.get_by_label("Text:", exact=True).fill(STORY)
    press(desk, "Read its facts")
    expect(desk.get_by_text("128 in favour, 7 against, 41 abstaining").first).to_be_visible()
    check_accessibility(desk)


def change_the_publisher(desk: Page) -> None:
    desk.get_by_role("link", name="Change the title, publisher, date or link").click()
    check_accessibility(desk)
    desk.get_by_label("Publisher").fill("Seaview Weekly")
    press(desk, "Save")
    expect(desk.get_by_text("Seaview Weekly")).to_be_visible()


def reject_a_fact(desk: Page) -> None:
    """By keyboard; the focus stays where the teacher was."""
    desk.get_by_role("button", name="Reject fact 2", exact=True).focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Restore fact 2", exact=True)).to_be_focused()


def write_a_quiz(desk: Page) -> None:
    desk.get_by_role("link", name="Write questions").click()
    desk.get_by_label("Title").fill("Deep sea")
    desk.get_by_label("Number of questions").fill("3")
    press(desk, "Write the questions")
    expect(desk.get_by_role("heading", name="Deep sea")).to_be_visible()
    check_accessibility(desk)


def write_an_order(desk: Page) -> None:
    desk.get_by_role("link", name="Write a question").click()
    desk.get_by_role("link", name="Order", exact=True).click()
    desk.get_by_label("Question").fill("Put these events in order.")
    for number, line in enumerate(ORDER, start=1):
        desk.get_by_label(f"Line {number}", exact=True).fill(line)
    check_accessibility(desk)
    press(desk, "Save")


def write_a_short_text(desk: Page) -> None:
    desk.get_by_role("link", name="Write a question").click()
    desk.get_by_role("link", name="Short text", exact=True).click()
    desk.get_by_label("Question").fill(TYPED)
    desk.get_by_label("Answers that are accepted").fill("Ilana Seid")
    press(desk, "Save")
    expect(desk.get_by_role("heading", name=TYPED)).to_be_visible()


def leave_two_questions(desk: Page) -> None:
    """Those that were generated are dropped; what is left is what the teacher wrote."""
    questions = desk.locator("ol.draft > li")
    while (count := questions.count()) > 2:
        desk.get_by_role("button", name="Drop question 1", exact=True).click()
        expect(questions).to_have_count(count - 1)


def put_in_order_by_keyboard(phone: Page) -> None:
    """Sent without a place it is refused; then each line gets its own."""
    form = phone.locator("#mine form")
    form.get_by_role("button", name="Send").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("There is no answer here yet")).to_be_visible()
    for place, line in enumerate(ORDER, start=1):
        form.get_by_label(line).focus()
        phone.keyboard.type(str(place))
    check_accessibility(phone)
    form.get_by_role("button", name="Send").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Your answer is stored.")).to_be_visible()


def type_a_name(phone: Page, name: str) -> None:
    phone.get_by_label("Your answer, in a few words").fill(name)
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Your answer is stored.")).to_be_visible()
    check_accessibility(phone)


def show_the_answer(desk: Page) -> None:
    press(desk, "Lock the question")
    press(desk, "Show the answer")


def accept_in_the_report(desk: Page) -> None:
    """The question stays unfolded where the answer was accepted."""
    desk.get_by_role("link", name="Open the report").click()
    desk.locator("summary", has_text=TYPED).click()
    check_accessibility(desk)
    press(desk, "Accept Ilana S.")
    expect(desk.get_by_role("heading", name=re.compile("2 of 2 right"))).to_be_visible()
    expect(desk.get_by_text("Also accepted: Ilana S.")).to_be_visible()
