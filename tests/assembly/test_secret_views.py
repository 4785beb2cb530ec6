"""The addresses of the secret ballot: works, wrong method, stranger, missing."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import HTMX, LOOKING, signed_in
from tests.factories import NOON, RoomFactory, TeacherFactory
from tests.hall import (
    address,
    cast_all,
    desk_of,
    key_cookie,
    keys_in,
    make_hall,
    page_of,
    phone,
    put,
    put_by_hand,
    teacher_of,
)
from unsim.assembly.models import Ballot, Meeting
from unsim.assembly.sealed import fits
from unsim.assembly.secret_reads import shown
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

Y, N, A = Choice.YES, Choice.NO, Choice.ABSTAIN
MIXED = [Y, Y, Y, N, A]


# ---- secret_put


def test_put_hands_the_key_to_this_browser_alone():
    hall = make_hall(5)
    teacher, ballot, answer = put_by_hand(hall)
    assert answer.status_code == 302
    cookie = key_cookie(answer, ballot)
    assert fits(bytes(ballot.wrapped_key), bytes.fromhex(cookie.value))
    assert cookie["path"] == address("secret_box", hall, ballot.pk)
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", 12 * 3600)
    assert not cookie["secure"]
    assert cookie.value not in teacher.get(desk_of(hall)).content.decode()


def test_under_tls_the_key_is_secure():
    hall = make_hall(5)
    answer = teacher_of(hall).post(
        address("secret_put", hall, hall.meeting.pk), {"majority": "two_thirds"}, secure=True
    )
    assert key_cookie(answer, Ballot.objects.get())["secure"]
    assert Ballot.objects.get().motion.majority == "two_thirds"


def test_put_with_htmx_answers_with_the_controls():
    hall = make_hall(5)
    answer = teacher_of(hall).post(address("secret_put", hall, hall.meeting.pk), {"majority": "simple"}, headers=HTMX)
    assert answer.status_code == 200
    assert b"Close and open the box" in answer.content
    assert b"<html" not in answer.content


def test_put_with_too_few_is_refused_and_hands_out_no_key():
    hall = make_hall(4)
    _teacher, ballot, answer = put_by_hand(hall)
    assert answer.status_code == 409
    assert ballot is None
    assert b"outcome only" in answer.content
    assert not keys_in(answer)


def test_put_with_the_outcome_only():
    _teacher, ballot, answer = put_by_hand(make_hall(4), publish="outcome")
    assert answer.status_code == 302
    assert ballot.outcome_only


def test_put_without_a_majority_is_refused():
    hall = make_hall(5)
    answer = teacher_of(hall).post(address("secret_put", hall, hall.meeting.pk))
    assert answer.status_code == 422
    assert not Ballot.objects.exists()


def test_put_in_a_closed_room_is_refused():
    hall = make_hall(5)
    hall.room.closed_at = NOON
    hall.room.save()
    assert put_by_hand(hall)[2].status_code == 409
    assert not Ballot.objects.exists()


# ---- secret_box


def test_the_box_is_opened_where_the_ballot_was_put():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, MIXED)
    answer = teacher.post(address("secret_box", hall, ballot.pk))
    assert answer.status_code == 302
    cookie = key_cookie(answer, ballot)
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, address("secret_box", hall, ballot.pk))
    ballot.refresh_from_db()
    assert ballot.totals["yes"] == 3


def test_the_codes_are_on_the_phones_and_on_the_desk():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    codes = [shown(code) for code in cast_all(hall, ballot, MIXED)]
    teacher.post(address("secret_box", hall, ballot.pk))
    for page in (teacher.get(desk_of(hall)), phone(hall).get(page_of(hall))):
        found = re.findall(r"<li>((?:[0-9a-f]{4} ?){4})</li>", page.content.decode())
        assert found == sorted(codes)


@pytest.mark.parametrize("headers", [LOOKING, HTMX])
def test_another_device_is_told_what_to_do(headers):
    hall = make_hall(5)
    _teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, MIXED)
    answer = teacher_of(hall).post(address("secret_box", hall, ballot.pk), headers=headers)
    assert answer.status_code == 409
    assert b"does not hold the opening key" in answer.content
    assert address("secret_again", hall, ballot.pk) in answer.content.decode()
    ballot.refresh_from_db()
    assert ballot.stage == "open"


@pytest.mark.parametrize("value", ["zz", "00", "00" * 32])
def test_a_key_that_fits_nothing_is_refused(value):
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, MIXED)
    teacher.cookies[f"unsim_opening_key_{ballot.pk}"] = value
    assert teacher.post(address("secret_box", hall, ballot.pk)).status_code == 409


def test_too_few_papers_leave_the_box_open_and_the_key_with_the_president():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, MIXED[:4])
    answer = teacher.post(address("secret_box", hall, ballot.pk))
    assert answer.status_code == 409
    assert not keys_in(answer)
    assert teacher.post(address("secret_box", hall, ballot.pk), {"publish": "outcome"}).status_code == 302
    ballot.refresh_from_db()
    assert ballot.totals["outcome"] == "adopted"


def test_a_unanimous_box_asks_first():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, [Y] * 5)
    answer = teacher.post(address("secret_box", hall, ballot.pk))
    assert answer.status_code == 409
    assert b"All papers say the same" in answer.content
    assert b'value="anyway"' in answer.content
    teacher.post(address("secret_box", hall, ballot.pk), {"publish": "anyway"})
    ballot.refresh_from_db()
    assert ballot.totals["yes"] == 5


def test_a_box_is_opened_once():
    hall = make_hall(5)
    teacher, ballot, answer = put_by_hand(hall)
    key = key_cookie(answer, ballot).value
    cast_all(hall, ballot, MIXED)
    teacher.post(address("secret_box", hall, ballot.pk))
    teacher.cookies[f"unsim_opening_key_{ballot.pk}"] = key
    assert teacher.post(address("secret_box", hall, ballot.pk)).status_code == 409


# ---- everybody


POSTS = ["secret_cast", "secret_box", "secret_void", "secret_again"]


@pytest.mark.parametrize("name", [*POSTS, "secret_put"])
def test_get_is_no_way_in(name):
    hall = make_hall(5)
    ballot, _key = put(hall)
    pk = hall.meeting.pk if name == "secret_put" else ballot.pk
    assert teacher_of(hall).get(address(name, hall, pk)).status_code == 405


@pytest.mark.parametrize("name", POSTS)
def test_what_is_missing(name):
    hall = make_hall(5)
    browser = phone(hall) if name == "secret_cast" else teacher_of(hall)
    assert browser.post(address(name, hall, 999), {"paper": "y", "noise": "00" * 16}).status_code == 404


@pytest.mark.parametrize("name", POSTS)
def test_a_ballot_of_another_room_is_not_found_through_ones_own(name):
    hall, other = make_hall(5), make_hall(5)
    ballot, _key = put(other)
    browser = phone(hall) if name == "secret_cast" else teacher_of(hall)
    answer = browser.post(address(name, hall, ballot.pk), {"paper": "y", "noise": "00" * 16})
    assert answer.status_code == 404


def test_a_meeting_of_another_room_is_not_found():
    hall, other = make_hall(5), make_hall(5)
    url = address("secret_put", hall, other.meeting.pk)
    assert teacher_of(hall).post(url, {"majority": "simple"}).status_code == 404
    assert Meeting.objects.count() == 2


# ---- secrecy


def test_secrecy_is_for_everybody_and_warns_of_http():
    page = Client(headers=LOOKING).get(reverse("secrecy"))
    assert page.status_code == 200
    assert b"records the Wi-Fi while you vote" in page.content


def test_secrecy_under_tls_does_not():
    page = Client(headers=LOOKING).get(reverse("secrecy"), secure=True)
    assert b"records the Wi-Fi while you vote" not in page.content


def test_secrecy_wrong_method():
    assert Client(headers=LOOKING).post(reverse("secrecy")).status_code == 405


def test_secrecy_names_the_guard_that_is_set(settings):
    settings.UNSIM_SECRET_GUARD = 7
    assert b"fewer than 7 papers" in Client(headers=LOOKING).get(reverse("secrecy")).content


def test_a_room_of_somebody_else_stays_theirs():
    hall = make_hall(5)
    ballot, _key = put(hall)
    other = signed_in(TeacherFactory())
    RoomFactory(owner=TeacherFactory())
    for name in ("secret_box", "secret_void", "secret_again"):
        assert other.post(address(name, hall, ballot.pk)).status_code == 403
    ballot.refresh_from_db()
    assert ballot.stage == "open"


def test_a_secret_ballot_by_any_majority():
    hall = make_hall()
    _teacher, ballot, _answer = put_by_hand(hall, majority="own", share="3/5", of="members")
    assert ballot.motion.majority == "3/5 members"
    _teacher, none, answer = put_by_hand(make_hall(), majority="own", share="most")
    assert (answer.status_code, none) == (422, ballot)
