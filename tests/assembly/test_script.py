import pytest

from tests.factories import NOON, DelegationFactory, MeetingFactory, ballot_in, hall_with
from unsim.assembly import script
from unsim.assembly.board import board_for
from unsim.assembly.hall import hall_of
from unsim.assembly.models import Ballot, Record

pytestmark = pytest.mark.django_db


def test_from_the_lot_to_the_opening():
    meeting = MeetingFactory()
    assert "speak for a country" in script.for_seating(hall_of(meeting))
    DelegationFactory(meeting=meeting)
    assert "take your seats" in script.for_seating(hall_of(meeting))
    meeting.delegations.update(present=True)
    assert "1 of 1 delegations are present. There is a quorum" in script.for_seating(hall_of(meeting))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "check on the board"),
        ({"hidden": True}, "The board stays dark"),
        ({"hidden": True, "reveal_last": 5, "closes_at": NOON}, "in the last seconds"),
        ({"stage": "locked"}, "1 in favour, 1 against, 0 abstaining; 1 did not vote"),
    ],
)
def test_during_a_vote(fields, words):
    ballot = ballot_in(hall_with("ALB FRA UKR"), {"ALB": "yes", "FRA": "no"}, **fields)
    assert words in script.for_ballot(board_for(ballot))


def test_too_few_for_a_decision():
    meeting = hall_with("ALB FRA UKR")
    meeting.delegations.update(present=False)
    ballot = ballot_in(meeting, {"ALB": "yes"}, stage="locked")
    assert "too few delegations" in script.for_ballot(board_for(ballot))


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ({"ALB": "yes", "FRA": "yes"}, "is adopted"),
        ({"ALB": "no", "FRA": "no"}, "is not adopted"),
        ({"ALB": "yes", "FRA": "no"}, "equally divided"),
    ],
)
def test_what_was_declared(votes, words):
    ballot = ballot_in(hall_with("ALB FRA"), votes, stage="locked")
    Record.objects.create(ballot=ballot, declared_at=NOON, content={})
    Ballot.objects.update(stage="declared")
    ballot.refresh_from_db()
    assert words in script.for_ballot(board_for(ballot))


@pytest.mark.parametrize(("votes", "words"), [({"FRA": "yes"}, "is overruled"), ({"FRA": "no"}, "the ruling stands")])
def test_an_appeal_has_words_of_its_own(votes, words):
    ballot = ballot_in(hall_with("ALB FRA"), votes, stage="locked")
    ballot.motion.of, ballot.motion.name = "motion", "appeal"
    ballot.motion.save()
    Record.objects.create(ballot=ballot, declared_at=NOON, content={})
    ballot.stage = "declared"
    assert words in script.for_ballot(board_for(ballot))


def test_of_a_secret_ballot_with_its_outcome_alone_no_totals_are_announced():
    fields = {"method": "secret", "totals": {"outcome": "adopted"}, "outcome_only": True}
    ballot = ballot_in(hall_with("ALB FRA UKR"), stage="counted", **fields)
    assert "Only the outcome is announced" in script.for_ballot(board_for(ballot))
