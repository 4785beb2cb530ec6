"""The whole lesson, as a class goes through it: three phones, a projector, a desk, and students without scripts."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import (
    answer_it,
    become_first_teacher,
    join,
    open_room,
    press,
    show_on_projector,
    somebody_is_here,
)
from tests.e2e.plain import PlainStudent

pytestmark = pytest.mark.xdist_group("browser")

QUESTIONS = 5


@pytest.fixture
def desk(person, server) -> Page:
    page = person(LAPTOP)
    become_first_teacher(page, server)
    return page


def test_a_lesson(person, server, desk):
    code = open_room(desk, "Class 9b")
    screen = person(PROJECTOR)
    show_on_projector(screen, desk)
    phones = {name: person(PHONE) for name in ("Amina", "Ben", "Chloé")}
    for name, phone in phones.items():
        join(phone, code, name)
    for name in phones:
        expect(screen.get_by_text(name, exact=True)).to_be_visible()
        expect(desk.get_by_text(name, exact=True)).to_be_visible()
    others = [PlainStudent(server.url, code, name) for name in ("Daniyar", "Elif")]

    somebody_is_here(desk)
    take_the_quiz(desk, screen, list(phones.values()))
    hold_a_recorded_vote(desk, screen, list(phones.values()), others)
    hold_a_secret_ballot(desk, screen, list(phones.values()), others)
    debrief(desk, screen, list(phones.values()))
    for student in others:
        student.close()


def take_the_quiz(desk: Page, screen: Page, phones: list[Page]) -> None:
    desk.get_by_role("link", name="Run a quiz", exact=True).first.click()
    check_accessibility(desk)
    press(desk, "Start with five questions")
    for number in range(1, QUESTIONS + 1):
        for page in (*phones, screen):
            expect(page.get_by_text(f"Question {number} of {QUESTIONS}").first).to_be_visible()
        for phone in phones:
            answer_it(phone)
        expect(desk.get_by_text("3 of 5 have answered").first).to_be_visible()
        check_accessibility(phones[0])
        check_accessibility(screen)
        check_accessibility(desk)
        press(desk, "Lock the question")
        expect(phones[0].get_by_text("This question is locked.")).to_be_visible()
        press(desk, "Show the answer")
        expect(screen.get_by_text("Where this stands")).to_be_visible()
        expect(screen.locator("mark").first).to_be_visible()
        expect(phones[0].get_by_text("Where this stands")).to_be_visible()
        if number == 1:
            for page in (desk, screen, phones[0]):
                check_accessibility(page)
        press(desk, "Next question" if number < QUESTIONS else "Show the results")
    for phone in phones:
        expect(phone.get_by_role("heading", name=re.compile(r"You had [\d.]+ of 5 right"))).to_be_visible()
    check_accessibility(phones[0])
    check_accessibility(screen)
    read_the_report(desk)


def read_the_report(desk: Page) -> None:
    desk.get_by_role("link", name="Open the report").click()
    check_accessibility(desk)
    rows = download(desk, "Students as CSV")
    assert {row[0] for row in rows[1:]} >= {"Amina", "Ben", "Chloé"}
    assert len(download(desk, "Questions as CSV")) == QUESTIONS + 1
    desk.get_by_role("link", name="Back to the desk").click()


def download(page: Page, name: str) -> list[list[str]]:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def hold_a_recorded_vote(desk: Page, screen: Page, phones: list[Page], others: list[PlainStudent]) -> None:
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    check_accessibility(desk)
    press(desk, "Start the meeting")
    expect(desk.get_by_role("heading", name="Deal the delegations")).to_be_visible()
    check_accessibility(desk)
    press(desk, "Deal by lot")
    for phone in phones:
        expect(phone.get_by_text("Your role is not your opinion")).to_be_visible()
    check_accessibility(phones[0])
    check_accessibility(screen)
    press(desk, "Everybody seated is present")
    press(desk, "Open the meeting")
    check_accessibility(desk)
    press(desk, "Put it to a recorded vote")
    for phone, choice in zip(phones, ("In favour", "Against", "Abstain"), strict=True):
        vote(phone, choice)
    vote(phones[1], "In favour")
    for student in others:
        student.look()
        assert student.send("choice", choice="yes").status_code == 200
    expect(screen.get_by_text("5 of 5")).to_be_visible()
    expect(total(screen, "In favour")).to_have_text("4")
    for page in (desk, screen, phones[0]):
        check_accessibility(page)
    press(desk, "Lock the vote")
    expect(phones[0].get_by_text("The vote is locked").first).to_be_visible()
    assert others[0].client.post(str(others[0].page.url)).status_code in (403, 405)
    press(desk, "Declare the result")
    for page in (desk, screen):
        expect(page.get_by_text("4 in favour, 0 against: 4 present and voting").first).to_be_visible()
        check_accessibility(page)
    desk.get_by_role("link", name="The record of this vote").click()
    check_accessibility(desk)
    rows = download(desk, "Download as CSV")
    assert sorted(row[rows[0].index("ms_vote")] for row in rows[1:]) == ["A", "Y", "Y", "Y", "Y"]
    desk.get_by_role("link", name="Back to the desk").click()


def vote(phone: Page, choice: str) -> None:
    button = phone.get_by_role("button", name=re.compile(f"^{choice}"))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def total(screen: Page, choice: str):
    return screen.locator(".totals > *").filter(has_text=choice).locator("b")


def hold_a_secret_ballot(desk: Page, screen: Page, phones: list[Page], others: list[PlainStudent]) -> None:
    press(desk, "Put it to a secret ballot")
    expect(screen.get_by_text("Nobody sees how anyone votes")).to_be_visible()
    for phone, choice in zip(phones, ("In favour", "Against", "Abstain"), strict=True):
        expect(phone.get_by_role("radio", name=choice)).to_be_visible()
        check_accessibility(phone)
        phone.get_by_role("radio", name=choice).check()
        press(phone, "Put my paper in the box")
        expect(phone.get_by_role("heading", name="Your paper is in the box")).to_be_visible()
        check_accessibility(phone)
    code = phones[0].locator(".inclusion").inner_text()
    for student in others:
        student.look()
        assert "Your paper is in the box" in student.send("paper", paper="y").text
    expect(screen.get_by_text("5 of 5")).to_be_visible()
    check_accessibility(desk)
    check_accessibility(screen)
    assert "4 in favour" not in screen.content()
    press(desk, "Close and open the box")
    press(desk, "Declare the result")
    expect(screen.get_by_text("3 in favour, 1 against: 4 present and voting").first).to_be_visible()
    # Beside the list of all codes its own stays on the page that got it.
    expect(phones[0].get_by_text("The paper of your delegation was in the box.")).to_be_visible()
    expect(phones[0].locator("#inclusion .inclusion")).to_have_text(code)
    expect(phones[0].locator("#codes").get_by_text(code)).to_be_attached()
    for page in (desk, screen, phones[0]):
        check_accessibility(page)


def debrief(desk: Page, screen: Page, phones: list[Page]) -> None:
    press(desk, "Show the debrief")
    expect(screen.get_by_text("At least 1 vote moved")).to_be_visible()
    for heading in ("Your class, in the open", "Your class, in secret", "The real Assembly"):
        expect(screen.get_by_role("heading", name=heading)).to_be_visible()
    expect(phones[0].get_by_text("In the real Assembly").first).to_be_visible()
    for page in (desk, screen, phones[0]):
        check_accessibility(page)
    press(desk, "Close the meeting")
    expect(desk.get_by_text("The meeting is closed.")).to_be_visible()
    desk.get_by_role("link", name="Log of the meeting").click()
    check_accessibility(desk)
