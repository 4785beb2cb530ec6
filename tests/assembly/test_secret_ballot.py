"""Putting a secret ballot, and casting papers."""

import pytest

from tests.factories import NOON, ParticipantFactory
from tests.hall import cast, cast_all, count, make_hall, member, put, seat
from unsim.assembly.floor import VoteGoingOn
from unsim.assembly.models import Ballot, Delegation, Envelope, Meeting, Seat
from unsim.assembly.proceedings import NotInSession, void
from unsim.assembly.sealed import fits
from unsim.assembly.secret_ballot import (
    OneVoterApart,
    TakenBack,
    TooFewVoters,
    put_again,
)
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

MIXED = [Choice.YES, Choice.YES, Choice.YES, Choice.NO, Choice.ABSTAIN]


# ---- putting


def test_a_ballot_is_put_with_its_roll_and_its_lock():
    hall = make_hall(5)
    ballot, key = put(hall)
    assert ballot.stage == "open"
    assert ballot.electorate == hall.codes
    assert ballot.cast == []
    assert fits(bytes(ballot.wrapped_key), key)


def test_the_opening_key_is_in_no_row():
    ballot, key = put(make_hall(5))
    row = Ballot.objects.filter(pk=ballot.pk).values().get()
    for value in row.values():
        stored = bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
        assert key not in stored
        assert key.hex().encode() not in stored


def test_delegations_without_a_real_student_are_not_on_the_roll():
    hall = make_hall(5, simulated=2)
    Delegation.objects.create(meeting=hall.meeting, member=member(40), present=True)
    ballot, _key = put(hall)
    assert ballot.electorate == hall.codes[:5]


def test_a_simulated_partner_makes_no_student_of_an_empty_seat():
    hall = make_hall(5, simulated=1)
    seat(hall.meeting, 0, simulated=True)
    ballot, _key = put(hall)
    assert ballot.electorate == hall.codes[:5]


def test_somebody_removed_is_no_longer_on_the_roll():
    hall = make_hall(6)
    gone = hall.voter("X05")
    gone.removed_at = NOON
    gone.save()
    ballot, _key = put(hall)
    assert ballot.electorate == hall.codes[:5]


def test_observers_are_not_on_the_roll():
    hall = make_hall(5)
    Seat.objects.create(meeting=hall.meeting, participant=ParticipantFactory(room=hall.room))
    ballot, _key = put(hall)
    assert ballot.electorate == hall.codes


def test_in_a_demonstration_simulated_students_are_on_the_roll():
    hall = make_hall(2, simulated=4)
    hall.room.demonstration = True
    hall.room.save()
    ballot, _key = put(hall)
    assert ballot.electorate == hall.codes


@pytest.mark.parametrize(
    ("voters", "outcome_only", "put_in_order"),
    [(5, False, True), (4, False, False), (4, True, True), (3, True, True), (2, True, False), (2, False, False)],
)
def test_the_guard_before_voting(voters, outcome_only, put_in_order):
    hall = make_hall(voters)
    if put_in_order:
        assert put(hall, outcome_only=outcome_only)[0].outcome_only is outcome_only
        return
    with pytest.raises(TooFewVoters, match="recorded vote"):
        put(hall, outcome_only=outcome_only)
    assert not Ballot.objects.exists()


@pytest.mark.parametrize(
    ("guard", "voters", "put_in_order"), [(8, 7, False), (8, 8, True), (1, 2, False), (1, 3, True)]
)
def test_the_guard_is_configurable_and_never_under_three(settings, guard, voters, put_in_order):
    settings.UNSIM_SECRET_GUARD = guard
    hall = make_hall(voters)
    if put_in_order:
        assert put(hall)[0].stage == "open"
        return
    with pytest.raises(TooFewVoters):
        put(hall)


def test_simulated_delegations_do_not_help_over_the_guard():
    with pytest.raises(TooFewVoters):
        put(make_hall(4, simulated=10))


@pytest.mark.parametrize("stage", ["seating", "closed"])
def test_only_a_meeting_in_session_votes(stage):
    hall = make_hall(5)
    Meeting.objects.update(stage=stage)
    with pytest.raises(NotInSession):
        put(hall)


def test_a_double_click_gives_an_empty_box_a_new_lock_and_the_last_key_fits():
    hall = make_hall(5)
    one, first = put(hall)
    two, second = put(hall)
    assert one.pk == two.pk
    two.refresh_from_db()
    assert fits(bytes(two.wrapped_key), second)
    assert not fits(bytes(two.wrapped_key), first)
    cast_all(hall, two, MIXED)
    count(two, second)
    assert two.totals["yes"] == 3


def test_with_a_paper_in_the_box_no_new_lock_is_made():
    hall = make_hall(5)
    ballot, key = put(hall)
    cast(ballot, hall.voter("X00"), Choice.YES)
    with pytest.raises(VoteGoingOn):
        put(hall)
    ballot.refresh_from_db()
    assert fits(bytes(ballot.wrapped_key), key)


def counted(hall, choices, **how):
    ballot, key = put(hall, **how)
    cast_all(hall, ballot, choices)
    count(ballot, key, anyway=True)
    ballot.stage = "declared"
    ballot.save()
    return ballot


def test_the_same_question_with_one_voter_more_is_warned_of():
    hall = make_hall(6)
    counted(hall, MIXED)
    Ballot.objects.update(stage="void")
    with pytest.raises(OneVoterApart):
        put(hall)
    assert put(hall, anyway=True)[0].stage == "open"


def test_the_outcome_only_needs_no_such_warning():
    hall = make_hall(6)
    counted(hall, MIXED)
    Ballot.objects.update(stage="void")
    assert put(hall, outcome_only=True)[0].outcome_only


def test_the_same_question_with_the_same_voters_is_not_warned_of():
    hall = make_hall(5)
    counted(hall, MIXED)
    Ballot.objects.update(stage="void")
    assert put(hall)[0].stage == "open"


# ---- taking back


def test_taking_back_destroys_papers_keys_and_the_list_of_who_cast():
    hall = make_hall(5)
    ballot, _key = put(hall)
    cast(ballot, hall.voter("X00"), Choice.YES)
    void(ballot=ballot, now=NOON)
    ballot.refresh_from_db()
    assert (ballot.stage, ballot.cast, ballot.public_key, ballot.wrapped_key) == ("void", [], None, None)
    assert not Envelope.objects.exists()
    with pytest.raises(TakenBack):
        cast(ballot, hall.voter("X01"), Choice.YES)


def test_a_ballot_is_put_again_with_another_key():
    hall = make_hall(5)
    ballot, lost = put(hall)
    cast_all(hall, ballot, MIXED)
    fresh, key = put_again(ballot=ballot, now=NOON)
    ballot.refresh_from_db()
    assert ballot.stage == "void"
    assert fresh.pk != ballot.pk
    assert (fresh.electorate, fresh.cast) == (hall.codes, [])
    assert not fits(bytes(fresh.wrapped_key), lost)
    cast_all(hall, fresh, MIXED)
    count(fresh, key)
    assert fresh.totals == {"yes": 3, "no": 1, "abstain": 1, "absent": 0, "invalid": 0}


def test_what_was_put_with_the_outcome_only_is_put_again_so():
    ballot, _key = put(make_hall(4), outcome_only=True)
    assert put_again(ballot=ballot, now=NOON)[0].outcome_only


def test_putting_again_checks_the_guard_anew_and_then_changes_nothing():
    hall = make_hall(5)
    ballot, _key = put(hall)
    Seat.objects.filter(participant=hall.voter("X04")).delete()
    with pytest.raises(TooFewVoters):
        put_again(ballot=ballot, now=NOON)
    ballot.refresh_from_db()
    assert ballot.stage == "open"
