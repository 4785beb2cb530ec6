"""Casting papers in a secret ballot."""

import pytest

from tests.factories import NOON, ParticipantFactory
from tests.hall import cast, cast_all, count, make_hall, put, seat
from unsim.assembly.models import Delegation, Envelope, LogEntry, Seat
from unsim.assembly.sealed import PAPER, inclusion_code, new_noise
from unsim.assembly.secret_ballot import (
    NotOnTheRoll,
    NotOpen,
    PaperInTheBox,
    SpentPaper,
)
from unsim.assembly.secret_box import close_box
from unsim.rules.choices import CASTABLE, Choice

pytestmark = pytest.mark.django_db

MIXED = [Choice.YES, Choice.YES, Choice.YES, Choice.NO, Choice.ABSTAIN]


# ---- casting


def test_a_paper_is_sealed_and_bears_no_delegation():
    hall = make_hall(5)
    ballot, _key = put(hall)
    noise = new_noise()
    code = cast(ballot, hall.voter("X03"), Choice.NO, noise)
    ballot.refresh_from_db()
    assert code == inclusion_code(noise)
    assert ballot.cast == ["X03"]
    assert Envelope.objects.get().code == code
    assert len(bytes(Envelope.objects.get().ciphertext)) == PAPER


def test_who_has_cast_is_sorted_whatever_the_order():
    hall = make_hall(5)
    ballot, _key = put(hall)
    for code in ["X04", "X01", "X03", "X00"]:
        cast(ballot, hall.voter(code), Choice.YES)
    ballot.refresh_from_db()
    assert ballot.cast == ["X00", "X01", "X03", "X04"]


def test_the_same_form_again_is_a_retry():
    hall = make_hall(5)
    ballot, _key = put(hall)
    noise = new_noise()
    assert cast(ballot, hall.voter("X00"), Choice.YES, noise) == cast(ballot, hall.voter("X00"), Choice.NO, noise)
    ballot.refresh_from_db()
    assert ballot.cast == ["X00"]
    assert Envelope.objects.count() == 1


def test_a_retry_is_answered_alike_when_the_box_is_closed_and_when_it_was_opened():
    hall = make_hall(5)
    ballot, key = put(hall)
    noise = new_noise()
    code = cast(ballot, hall.voter("X00"), Choice.YES, noise)
    for other, choice in zip(hall.codes[1:], [Choice.NO, Choice.NO, Choice.YES, Choice.ABSTAIN], strict=True):
        cast(ballot, hall.voter(other), choice)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    assert cast(ballot, hall.voter("X00"), Choice.YES, noise) == code
    count(ballot, key)
    assert cast(ballot, hall.voter("X00"), Choice.YES, noise) == code


def test_another_paper_of_the_same_delegation_is_refused():
    hall = make_hall(5)
    ballot, _key = put(hall)
    cast(ballot, hall.voter("X00"), Choice.YES)
    with pytest.raises(PaperInTheBox):
        cast(ballot, hall.voter("X00"), Choice.YES)
    assert Envelope.objects.count() == 1


def test_the_partner_cannot_cast_a_second_paper():
    hall = make_hall(5)
    partner = seat(hall.meeting, 0)
    ballot, _key = put(hall)
    cast(ballot, hall.voter("X00"), Choice.YES)
    with pytest.raises(PaperInTheBox):
        cast(ballot, partner, Choice.NO)
    assert Envelope.objects.count() == 1


def test_another_delegation_cannot_use_the_same_random_bytes():
    hall = make_hall(5)
    ballot, _key = put(hall)
    noise = new_noise()
    cast(ballot, hall.voter("X00"), Choice.YES, noise)
    with pytest.raises(SpentPaper):
        cast(ballot, hall.voter("X01"), Choice.NO, noise)
    ballot.refresh_from_db()
    assert ballot.cast == ["X00"]


def test_a_stranger_a_late_delegation_an_observer_and_a_machine_have_no_paper():
    hall = make_hall(5, simulated=1)
    ballot, _key = put(hall)
    observer = ParticipantFactory(room=hall.room)
    Seat.objects.create(meeting=hall.meeting, participant=observer)
    for nobody in [ParticipantFactory(), seat(hall.meeting, 40), observer, hall.voter("X05")]:
        with pytest.raises(NotOnTheRoll):
            cast(ballot, nobody, Choice.YES)
    assert not Envelope.objects.exists()


def test_a_simulated_partner_of_a_student_has_no_paper():
    hall = make_hall(5)
    machine = seat(hall.meeting, 0, simulated=True)
    ballot, _key = put(hall)
    with pytest.raises(NotOnTheRoll):
        cast(ballot, machine, Choice.YES)


def test_no_paper_comes_in_after_the_box_is_closed():
    hall = make_hall(6)
    ballot, key = put(hall)
    cast_all(hall, ballot, MIXED)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(NotOpen):
        cast(ballot, hall.voter("X05"), Choice.YES)
    assert Envelope.objects.count() == 5


@pytest.mark.parametrize("choice", CASTABLE)
def test_casting_leaves_no_line_in_the_log_and_marks_nobody_present(choice):
    hall = make_hall(5)
    Delegation.objects.filter(member_id="X04").update(present=False)
    ballot, _key = put(hall)
    lines = LogEntry.objects.count()
    cast(ballot, hall.voter("X04"), choice)
    assert LogEntry.objects.count() == lines
    assert not Delegation.objects.get(member_id="X04").present
