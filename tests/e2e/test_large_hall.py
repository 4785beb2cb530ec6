"""All 193 delegations with a class of three: the empty seats are played, and the record fits two sheets of paper."""

import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector

pytestmark = pytest.mark.xdist_group("browser")
CHOICES = {"Amina": "In favour", "Ben": "Against", "Chloé": "Abstain"}


def test_a_meeting_of_193(person, server, tmp_path):
    desk, screen = person(LAPTOP), person(PROJECTOR)
    become_first_teacher(desk, server)
    code = open_room(desk, "Class 9b")
    show_on_projector(screen, desk)
    phones = {name: person(PHONE) for name in CHOICES}
    for name, phone in phones.items():
        join(phone, code, name)
    fill_the_hall(desk)
    vote(desk, screen, phones)
    declare(desk, screen, phones["Amina"])
    print_the_record(desk, tmp_path)


def fill_the_hall(desk: Page) -> None:
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    check_accessibility(desk)
    desk.get_by_role("radio", name=re.compile("defending the principles of the Charter")).check()
    press(desk, "Start the meeting")
    desk.get_by_label("All 193 members").check()
    press(desk, "Deal by lot")
    expect(desk.locator("#presence")).to_contain_text("0 of 193 delegations are present.")
    press(desk, "Play the empty seats as their countries voted")
    expect(desk.locator("#presence")).to_contain_text("190 of 193 delegations are present.")
    check_accessibility(desk)
    press(desk, "Open the meeting")


def vote(desk: Page, screen: Page, phones: dict[str, Page]) -> None:
    press(desk, "Put it to a recorded vote")
    for name, phone in phones.items():
        phone.locator("#mine").get_by_role("button", name=re.compile(CHOICES[name])).click()
    expect(screen.get_by_text("3 of the 3 delegations with a student have voted.")).to_be_visible()
    seats = screen.get_by_role("list", name="The delegations and their votes").get_by_role("listitem")
    expect(seats).to_have_count(193)
    assert screen.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert screen.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
    check_accessibility(screen)
    check_accessibility(phones["Amina"])


def declare(desk: Page, screen: Page, phone: Page) -> None:
    press(desk, "Lock the vote")
    press(desk, "Declare the result")
    expect(screen.get_by_text("declared by the President")).to_be_visible()
    expect(screen.get_by_text(re.compile(r"The students alone: 1 in favour, 1 against"))).to_be_visible()
    # Of the real votes at most three were cast otherwise.
    shown = int(screen.locator("#totals").get_by_text(re.compile(r"^\d+$")).first.inner_text())
    assert 140 <= shown <= 146
    expect(phone.get_by_text(re.compile("The students alone")).first).to_be_visible()
    check_accessibility(desk)
    check_accessibility(screen)


def print_the_record(desk: Page, folder) -> None:
    desk.get_by_role("link", name="The record of this vote").click()
    expect(desk.get_by_role("heading", name="How each delegation voted")).to_be_visible()
    check_accessibility(desk)
    desk.pdf(path=folder / "record.pdf", prefer_css_page_size=True)
    assert len(PdfReader(folder / "record.pdf").pages) == 2
