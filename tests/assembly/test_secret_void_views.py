"""Taking a secret ballot back, and putting it again."""

import pytest
from django.urls import reverse

from tests.cast import projector_of
from tests.hall import address, cast, cast_all, key_cookie, make_hall, noise_on, page_of, phone, put_by_hand, teacher_of
from unsim.assembly.models import Ballot, Envelope
from unsim.assembly.sealed import fits
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

Y, N, A = Choice.YES, Choice.NO, Choice.ABSTAIN
MIXED = [Y, Y, Y, N, A]


# ---- secret_void, secret_again


def test_void_is_said_and_takes_the_key_back():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    cast(ballot, hall.voter("X00"), Y)
    answer = teacher.post(address("secret_void", hall, ballot.pk))
    assert answer.status_code == 302
    assert key_cookie(answer, ballot)["max-age"] == 0
    ballot.refresh_from_db()
    assert ballot.stage == "void"
    assert not Envelope.objects.exists()


def test_phones_and_the_projector_say_that_the_ballot_is_void():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    projector, said = projector_of(hall.room), b"The last vote was declared void"
    assert said not in projector.get(reverse("screen", args=[hall.room.code])).content
    teacher.post(address("secret_void", hall, ballot.pk))
    assert said in projector.get(reverse("screen", args=[hall.room.code])).content
    assert said in phone(hall).get(page_of(hall)).content


def test_a_declared_ballot_is_not_void_any_more():
    hall = make_hall(5)
    teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, MIXED)
    teacher.post(address("secret_box", hall, ballot.pk))
    teacher.post(address("declare_vote", hall, ballot.pk))
    assert teacher.post(address("secret_void", hall, ballot.pk)).status_code == 409


def test_a_lost_key_costs_one_press():
    hall = make_hall(5)
    _teacher, lost, _answer = put_by_hand(hall)
    cast(lost, hall.voter("X00"), Y)
    teacher = teacher_of(hall)
    answer = teacher.post(address("secret_again", hall, lost.pk))
    assert answer.status_code == 302
    fresh = Ballot.objects.last()
    assert key_cookie(answer, lost)["max-age"] == 0
    assert fits(bytes(fresh.wrapped_key), bytes.fromhex(key_cookie(answer, fresh).value))
    page = phone(hall).get(page_of(hall)).content.decode()
    assert "void: none of its papers counts" in page
    assert noise_on(phone(hall).get(page_of(hall)))


def test_nothing_is_put_again_during_another_vote():
    hall = make_hall(5)
    teacher, first, _answer = put_by_hand(hall)
    teacher.post(address("secret_void", hall, first.pk))
    teacher.post(address("secret_put", hall, hall.meeting.pk), {"majority": "simple"})
    assert teacher.post(address("secret_again", hall, first.pk)).status_code == 409
    assert Ballot.objects.count() == 2
