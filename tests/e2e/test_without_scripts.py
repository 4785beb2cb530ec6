"""With JavaScript off a student can still join, answer and vote; only the board needs a reload."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, PHONE
from tests.e2e.lesson import answer_it, become_first_teacher, join, open_room, press, somebody_is_here

pytestmark = pytest.mark.xdist_group("browser")


def test_a_student_without_scripts(person, server):
    desk = person(LAPTOP)
    become_first_teacher(desk, server)
    code = open_room(desk, "Class 9b")
    phone = person(PHONE, java_script_enabled=False)
    join(phone, code, "Amina", accessible=False)
    follow = phone.get_by_role("link", name="Show what is on now")

    somebody_is_here(desk)
    desk.get_by_role("link", name="Run a quiz", exact=True).first.click()
    press(desk, "Start with five questions")
    follow.click()
    expect(phone.get_by_text("Question 1 of 5").first).to_be_visible()
    answer_it(phone)

    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    press(desk, "Start the meeting")
    press(desk, "Deal by lot")
    press(desk, "Everybody seated is present")
    press(desk, "Open the meeting")
    press(desk, "Put it to a recorded vote")
    expect(desk.get_by_role("button", name="Lock the vote")).to_be_visible()
    follow.click()
    phone.get_by_role("button", name=re.compile("^Against")).click()
    expect(phone.get_by_role("button", name=re.compile("^Against"))).to_have_attribute("aria-pressed", "true")
    phone.get_by_role("button", name=re.compile("^In favour")).click()
    expect(phone.get_by_role("button", name=re.compile("^In favour"))).to_have_attribute("aria-pressed", "true")
    expect(desk.get_by_text("1 of 1 have voted")).to_be_visible()

    press(desk, "Lock the vote")
    expect(desk.get_by_role("button", name="Declare the result")).to_be_visible()
    phone.get_by_role("button", name=re.compile("^Against")).click()
    expect(phone.get_by_role("alert")).to_contain_text("locked")
