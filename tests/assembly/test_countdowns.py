"""The countdown of a vote and the moment at which the board comes on."""

from datetime import timedelta

import pytest

from tests.factories import NOON, ballot_in, hall_with
from unsim.assembly import casting, countdowns, putting
from unsim.assembly.board import board_for
from unsim.assembly.models import Ballot
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def put(meeting, **how) -> Ballot:
    way = putting.Way(Method.RECORDED, Majority.SIMPLE, **how)
    return putting.put_question(meeting=meeting, way=way, now=NOON)


def lights(ballot) -> set[str | None]:
    return {light.vote for light in board_for(Ballot.objects.get(pk=ballot.pk)).lights}


def test_it_ends_so_many_seconds_after_the_question_was_put():
    ballot = put(hall_with("ALB FRA"), seconds=60)
    assert ballot.closes_at == NOON + 60 * SECOND
    assert board_for(ballot).clock.ends == ballot.closes_at
    assert board_for(put(hall_with("ALB FRA"))).clock is None


@pytest.mark.parametrize(("seconds", "then"), [(0, "dark"), (49, "dark"), (50, "on"), (55, "on"), (99, "on")])
def test_the_board_comes_on_in_the_last_seconds_and_not_before(seconds, then):
    ballot = put(hall_with("ALB FRA"), hidden=True, reveal_last=10, seconds=60)
    assert board_for(ballot).clock.shows == NOON + 50 * SECOND
    countdowns.come_due(ballot=ballot, now=NOON + seconds * SECOND)
    assert lights(ballot) == {{"dark": None, "on": "blank"}[then]}


def test_it_comes_on_once_whoever_asks_for_it():
    meeting = hall_with("ALB FRA")
    ballot = put(meeting, hidden=True, reveal_last=10, seconds=60)
    for _page in range(3):
        countdowns.come_due(ballot=ballot, now=NOON + 51 * SECOND)
    assert meeting.log.filter(what="shown").count() == 1
    assert board_for(Ballot.objects.get()).clock.shows is None


@pytest.mark.parametrize("fields", [{}, {"hidden": True}, {"closes_at": NOON}, {"hidden": True, "closes_at": NOON}])
def test_a_board_without_such_a_moment_stays_as_it_is(fields):
    ballot = ballot_in(hall_with("ALB"), **fields)
    countdowns.come_due(ballot=ballot, now=NOON + 99 * SECOND)
    assert Ballot.objects.get().hidden is fields.get("hidden", False)


@pytest.mark.parametrize(("at", "ends"), [(10, 90), (60, 90), (100, 130)])
def test_more_time_is_given_from_the_end_or_from_now(at, ends):
    ballot = put(hall_with("ALB FRA"), seconds=60)
    countdowns.extend(ballot=ballot, seconds=30, now=NOON + at * SECOND)
    assert Ballot.objects.get().closes_at == NOON + ends * SECOND


def test_more_time_puts_off_the_moment_too():
    ballot = put(hall_with("ALB FRA"), hidden=True, reveal_last=10, seconds=60)
    countdowns.extend(ballot=ballot, seconds=30, now=NOON)
    countdowns.come_due(ballot=ballot, now=NOON + 60 * SECOND)
    assert lights(ballot) == {None}


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({}, countdowns.NoCountdown),
        ({"closes_at": NOON, "stage": "locked"}, casting.VoteIsLocked),
        ({"closes_at": NOON, "stage": "void"}, casting.VoteIsOver),
    ],
)
def test_there_is_nothing_to_put_off(fields, refusal):
    ballot = ballot_in(hall_with("ALB"), **fields)
    with pytest.raises(refusal):
        countdowns.extend(ballot=ballot, seconds=30, now=NOON)
