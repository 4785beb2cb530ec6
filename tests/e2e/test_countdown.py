"""A vote against the clock: a dark board comes on by itself in the last seconds, and no vote is taken after the end."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector, somebody_is_here

pytestmark = pytest.mark.xdist_group("browser")


def test_the_board_comes_on_without_anybody_pressing(person, server):
    desk, screen, phone = person(LAPTOP), person(PROJECTOR), person(PHONE)
    become_first_teacher(desk, server)
    code = open_room(desk, "Class 9b")
    show_on_projector(screen, desk)
    join(phone, code, "Amina")
    somebody_is_here(desk)
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    for button in ("Start the meeting", "Deal by lot", "Everybody seated is present", "Open the meeting"):
        press(desk, button)
    expect(screen.get_by_text("General Assembly in session")).to_be_visible()
    desk.reload()
    desk.get_by_text("Other ways of voting").click()
    desk.get_by_label("Stays dark until the last seconds of the countdown").check()
    desk.get_by_label("Countdown in seconds").fill("12")
    desk.get_by_label("So many seconds before the end").fill("5")
    press(desk, "Put it to a recorded vote")

    for page in (desk, screen, phone):
        expect(page.get_by_role("timer").first).to_have_text(re.compile(r"^0:(0\d|1[0-2])$"))
    phone.get_by_role("button", name="In favour").click()
    expect(screen.get_by_text("1 of 1")).to_be_visible()
    expect(screen.locator(".seat.is-sealed")).to_have_count(1)
    expect(screen.locator(".seat.is-yes")).to_have_count(1, timeout=12_000)
    screen.reload()
    expect(screen.get_by_role("timer").first).to_have_text(re.compile(r"^0:0[0-5]$"))
    expect(screen.get_by_text("No more votes: the time is up.")).to_be_visible(timeout=12_000)
    phone.get_by_role("button", name="Against").click()
    expect(phone.get_by_text("The time to vote is over")).to_be_visible()
    for page in (desk, screen, phone):
        check_accessibility(page)
    press(desk, "30 seconds")
    for page in (screen, phone):
        expect(page.get_by_role("timer").first).to_have_text(re.compile(r"^0:[23]\d$"))
    phone.get_by_role("button", name="Against").click()
    expect(screen.locator(".seat.is-no")).to_have_count(1)
