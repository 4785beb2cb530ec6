"""Adoption without a vote: one objection leads to a vote, and nothing here is called unanimous."""

import pytest

from tests.factories import NOON, delegate_of, hall_with
from unsim.assembly import objections, proceedings, putting, steps
from unsim.assembly.board import board_for
from unsim.assembly.casting import AnotherSeat, NoSeat, NotCastLikeThat, VoteIsOver
from unsim.assembly.meetings import TooFewPresent, introduce
from unsim.assembly.models import Ballot, Record
from unsim.rules.floor_state import DraftStatus
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method

pytestmark = pytest.mark.django_db
ASKED = putting.Way(Method.NO_OBJECTION, Majority.SIMPLE)
VOTED = putting.Way(Method.RECORDED, Majority.SIMPLE)


@pytest.fixture
def meeting():
    meeting = hall_with("ALB FRA UKR")
    introduce(meeting, meeting.resolution, [], NOON)
    return meeting


@pytest.fixture
def ballot(meeting):
    return putting.put_question(meeting=meeting, way=ASKED, now=NOON)


def objects(ballot, code="FRA", *, on=True) -> None:
    person = delegate_of(ballot.motion.meeting, code)
    objections.object_to(ballot=ballot, participant=person, code=code, on=on)


def test_nobody_objects(meeting, ballot):
    for _click in range(2):
        record = objections.adopt(ballot=ballot, now=NOON)
    content = record.content
    assert (content["decision"], content["sum"], content["tally"]) == ("adopted", "Adopted without a vote", None)
    assert (content["votes"], Record.objects.count()) == (None, 1)
    assert "not a unanimous vote" in content["rule"]
    assert steps.floor_of(meeting).drafts[0].status is DraftStatus.ADOPTED


def test_one_objection_is_enough(ballot):
    objects(ballot)
    assert board_for(ballot).objectors == ("France",)
    with pytest.raises(objections.ThereIsAnObjection):
        objections.adopt(ballot=ballot, now=NOON)
    assert Ballot.objects.get().stage == "open"


def test_an_objection_is_taken_back(ballot):
    for on in (True, True, False, False):
        objects(ballot, on=on)
    assert objections.adopt(ballot=ballot, now=NOON).content["decision"] == "adopted"


def test_then_the_text_is_put_to_a_vote(meeting, ballot):
    objects(ballot)
    vote = objections.put_to_a_vote(ballot=ballot, way=VOTED, now=NOON)
    assert (Ballot.objects.get(pk=ballot.pk).stage, vote.stage, vote.motion.method) == ("void", "open", "recorded")
    assert (vote.votes.count(), vote.motion.settles) == (0, True)
    assert not meeting.last_vote_is_void
    with pytest.raises(VoteIsOver):
        objects(ballot, "ALB")
    vote.votes.create(delegation=meeting.delegations.get(member="FRA"), choice="no")
    proceedings.lock(ballot=vote, now=NOON)
    assert proceedings.declare(ballot=vote, now=NOON).content["experiment"] is False


def test_not_without_a_quorum(meeting, ballot):
    meeting.delegations.exclude(member="ALB").update(present=False)
    with pytest.raises(TooFewPresent):
        objections.adopt(ballot=ballot, now=NOON)
    assert Ballot.objects.get().stage == "open"


def test_who_has_no_vote_does_not_object(ballot):
    with pytest.raises(NoSeat):
        objections.object_to(ballot=ballot, participant=delegate_of(hall_with("ALB"), "ALB"), code="ALB", on=True)
    with pytest.raises(AnotherSeat):
        objections.object_to(ballot=ballot, participant=delegate_of(ballot.motion.meeting, "ALB"), code="FRA", on=True)


def test_in_a_vote_nobody_objects(meeting):
    vote = putting.put_question(meeting=meeting, way=VOTED, now=NOON)
    with pytest.raises(NotCastLikeThat):
        objects(vote)
