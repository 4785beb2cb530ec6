"""Reloads, going back, another device, being removed, keys alone, a double click."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, show_on_projector

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def room(person, server):
    desk = person(LAPTOP)
    become_first_teacher(desk, server)
    return desk, open_room(desk, "Class 9b")


def test_a_student_reloads_goes_back_and_changes_the_device(person, room):
    desk, code = room
    phone = person(PHONE)
    join(phone, code, "Amina")
    phone.reload()
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    phone.goto("/secrecy/")
    check_accessibility(phone)
    phone.go_back()
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    phone.get_by_text("Your rejoin code").click()
    rejoin_code = phone.locator(".rejoin .code").inner_text()

    second = person(PHONE)
    second.goto("/rejoin/")
    check_accessibility(second)
    second.get_by_label("The code on the screen").fill(code)
    second.get_by_label("Your rejoin code").fill(rejoin_code)
    second.get_by_role("button", name="Come back").click()
    expect(second.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    expect(phone.get_by_label("Your name")).to_be_visible()
    expect(desk.get_by_text("1 person", exact=True)).to_be_visible()


def test_the_door_leads_who_is_in_back_into_the_room(person, room):
    desk, code = room
    phone = person(PHONE)
    join(phone, code, "Amina")
    phone.go_back()
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    phone.goto(f"/j/{code}")
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    expect(desk.get_by_text("1 person", exact=True)).to_be_visible()


def test_somebody_else_joins_on_the_same_device(person, room):
    desk, code = room
    phone = person(PHONE)
    join(phone, code, "Amina")
    phone.get_by_text("Your rejoin code").click()
    phone.get_by_role("link", name="Not Amina? Join under another name").click()
    check_accessibility(phone)
    phone.get_by_label("Your name").fill("Ben")
    phone.get_by_role("button", name="Come in").click()
    expect(phone.get_by_role("heading", name="Welcome, Ben")).to_be_visible()
    expect(desk.get_by_text("2 people", exact=True)).to_be_visible()


def test_a_removed_student_is_led_to_the_door(person, room):
    desk, code = room
    phone = person(PHONE)
    join(phone, code, "Amina")
    desk.get_by_role("link", name="People and links").click()
    desk.get_by_text("Remove Amina", exact=True).click()
    check_accessibility(desk)
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    desk.get_by_role("button", name="Remove Amina now").click()
    expect(phone.get_by_label("Your name")).to_be_visible()


def test_a_room_is_closed_in_two_steps_and_the_projector_says_so(person, room):
    desk, _code = room
    screen = person(PROJECTOR)
    show_on_projector(screen, desk)
    desk.get_by_role("link", name="People and links").click()
    desk.get_by_text("Close the room", exact=True).focus()
    desk.keyboard.press("Enter")
    check_accessibility(desk)
    expect(screen.get_by_role("heading", name="Join on your phone")).to_be_visible()
    desk.get_by_role("button", name="Close it for good").click()
    expect(screen.get_by_role("heading", name="This room is closed")).to_be_visible()
    check_accessibility(screen)


def test_keys_alone_are_enough_to_join(person, room):
    _desk, code = room
    phone = person(LAPTOP)
    phone.goto("/")
    for _ in range(5):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.id") == "code":
            break
    phone.keyboard.type(code)
    phone.keyboard.press("Enter")
    expect(phone.get_by_label("Your name")).to_be_visible()
    phone.get_by_label("Your name").focus()
    phone.keyboard.type("Amina")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()


def test_a_double_click_on_join_is_one_student(person, room):
    desk, code = room
    phone = person(PHONE)
    phone.goto(f"/j/{code}")
    phone.get_by_label("Your name").fill("Amina")
    phone.get_by_role("button", name="Come in").dblclick(no_wait_after=True)
    expect(phone.get_by_role("heading", name="Welcome, Amina")).to_be_visible()
    expect(desk.get_by_text("1 person", exact=True)).to_be_visible()
