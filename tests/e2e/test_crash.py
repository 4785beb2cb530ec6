"""The power goes in mid-vote: what was acknowledged is there when the server is back, and the pages find it again."""

import re
import threading

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector, somebody_is_here
from tests.e2e.plain import PlainStudent

pytestmark = pytest.mark.xdist_group("browser")

STUDENTS = 6
ROUNDS = 40  # votes each of them tries to cast; the kill comes in between


def test_a_killed_server_has_every_acknowledged_vote(person, server):
    desk, screen, phone = person(LAPTOP), person(PROJECTOR), person(PHONE)
    become_first_teacher(desk, server)
    code = open_room(desk, "Class 9b")
    show_on_projector(screen, desk)
    join(phone, code, "Amina")
    students = [PlainStudent(server.url, code, f"Student {n}") for n in range(STUDENTS)]
    somebody_is_here(desk)
    open_a_recorded_vote(desk)

    acknowledged = vote_until_killed(students, server)
    assert acknowledged, "the kill came before any vote: this test would show nothing"
    expect(screen.locator("#livestate")).not_to_be_empty()
    expect(phone.locator("#livestate")).not_to_be_empty()
    server.start()

    for student in students:
        student.look()
    for student, choice in acknowledged.items():
        assert pressed(student) in (choice, *student.unanswered)
    expect(screen.locator("#livestate")).to_be_empty(timeout=60_000)
    expect(phone.locator("#livestate")).to_be_empty(timeout=60_000)
    phone.get_by_role("button", name=re.compile("^Abstain")).click()
    expect(screen.locator(".totals > *").filter(has_text="Abstaining").locator("b")).not_to_have_text("0")
    for student in students:
        student.close()


def open_a_recorded_vote(desk) -> None:
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    press(desk, "Start the meeting")
    press(desk, "Deal by lot")
    press(desk, "Everybody seated is present")
    press(desk, "Open the meeting")
    press(desk, "Put it to a recorded vote")
    expect(desk.get_by_role("button", name="Lock the vote")).to_be_visible()


def vote_until_killed(students, server) -> dict[PlainStudent, str]:
    """The last choice of each student that the server acknowledged. One under way at the kill may be in or not."""
    acknowledged: dict[PlainStudent, str] = {}
    some = threading.Event()
    threads = [threading.Thread(target=keep_voting, args=(student, acknowledged, some)) for student in students]
    for thread in threads:
        thread.start()
    some.wait(timeout=30)
    server.kill()
    for thread in threads:
        thread.join(timeout=60)
    return acknowledged


def keep_voting(student, acknowledged, some) -> None:
    student.unanswered = ()
    student.look()
    for n in range(ROUNDS):
        choice = ("yes", "no", "abstain")[n % 3]
        try:
            answer = student.send("choice", choice=choice)
        except Exception:
            student.unanswered = (choice,)
            return
        assert answer.status_code == 200
        acknowledged[student] = choice
        if n == 2:
            some.set()


def pressed(student) -> str:
    """The choice that the student's page shows as theirs."""
    found = re.search(r'value="(\w+)" aria-pressed="true"', student.page.text)
    return found[1] if found else ""
