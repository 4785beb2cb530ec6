"""A roll call with a pass, by the rules of Model UN: on the phone of who is called, on the projector, at the desk."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector, somebody_is_here

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def desk(person, server) -> Page:
    page = person(LAPTOP)
    become_first_teacher(page, server)
    return page


def test_a_roll_call_with_a_pass(person, desk):
    code = open_room(desk, "Model UN club")
    screen = person(PROJECTOR)
    show_on_projector(screen, desk)
    phones = [person(PHONE) for _name in "abc"]
    for phone, name in zip(phones, ("Amina", "Ben", "Chloé"), strict=True):
        join(phone, code, name)
    somebody_is_here(desk)
    open_a_meeting(desk, phones)
    expect(screen.get_by_text("General Assembly in session")).to_be_visible()
    desk.reload()
    desk.get_by_text("Other ways of voting").click()
    press(desk, "Put it to a vote by roll call")
    order = [delegation_of(phone) for phone in by_the_board(screen, phones)]
    first, second, third = by_the_board(screen, phones)

    expect(screen.locator("#call")).to_contain_text(order[0])
    expect(first.get_by_text("is called: answer now")).to_be_visible()
    expect(second.get_by_text("the answers stand here")).to_be_visible()
    for page in (first, screen, desk):
        check_accessibility(page)
    press(first, "Pass")
    expect(screen.locator("#call")).to_contain_text(order[1])
    press(second, "No")
    expect(third.get_by_text("is called: answer now")).to_be_visible()
    expect(desk.get_by_role("group", name=re.compile(f"{order[2]}"))).to_be_visible()
    press(desk, "Yes, with rights")
    expect(screen.locator("#call")).to_contain_text("Called again")
    expect(first.get_by_text("is called: answer now")).to_be_visible()
    expect(first.get_by_role("button", name="Pass", exact=True)).to_have_count(0)
    press(first, "Yes")
    expect(screen.get_by_text("Locked")).to_be_visible()
    press(desk, "Declare the result")
    for page in (desk, screen):
        expect(page.get_by_text("2 in favour, 1 against: 3 present and voting").first).to_be_visible()
    expect(desk.get_by_role("button", name=f"Call {order[2]}")).to_be_visible()
    for page in (first, screen, desk):
        check_accessibility(page)


def open_a_meeting(desk: Page, phones: list[Page]) -> None:
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    desk.get_by_role("radio", name=re.compile("Model UN")).check()
    press(desk, "Start the meeting")
    press(desk, "Deal by lot")
    for phone in phones:
        expect(phone.get_by_text("Your role is not your opinion")).to_be_visible()
    press(desk, "Everybody seated is present")
    press(desk, "Open the meeting")


def by_the_board(screen: Page, phones: list[Page]) -> list[Page]:
    """In the order in which their delegations stand on the board."""
    expect(screen.locator("#call")).to_be_visible()
    codes = [seat.get_attribute("id").removeprefix("seat-") for seat in screen.locator(".seat").all()]
    return sorted(phones, key=lambda phone: codes.index(phone.locator(".iso").first.inner_text()))


def delegation_of(phone: Page) -> str:
    """Its name on the board, which the phone shows too."""
    code = phone.locator(".iso").first.inner_text()
    return phone.locator(f"#seat-{code} .who").inner_text()
