from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import NOON, ParticipantFactory, SeatFactory, ballot_in, delegate_of, hall_with
from unsim.assembly import casting, proceedings, seating
from unsim.assembly.models import Ballot, Vote
from unsim.assembly.steps import NotInOrderNow
from unsim.members import by_iso3
from unsim.rules.choices import Choice
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, as_dict

pytestmark = pytest.mark.django_db


def cast(ballot, participant, code, choice=Choice.YES) -> None:
    room = ballot.motion.meeting.room
    casting.cast_vote(room=room, ballot=ballot.pk, participant=participant, code=code, choice=choice, now=NOON)


def votes(ballot) -> dict[str, str]:
    return dict(ballot.votes.values_list("delegation__member_id", "choice"))


@pytest.fixture
def meeting():
    return hall_with("ALB FRA UKR")


@pytest.fixture
def ballot(meeting):
    return ballot_in(meeting)


def test_the_last_tap_counts(meeting, ballot):
    albania = delegate_of(meeting, "ALB")
    for choice in (Choice.YES, Choice.NO, Choice.NO, Choice.ABSTAIN):
        cast(ballot, albania, "ALB", choice)
    assert votes(ballot) == {"ALB": "abstain"}


def test_two_who_share_a_delegation_have_one_vote(meeting, ballot):
    partner = SeatFactory(delegation=meeting.delegations.get(member="ALB")).participant
    cast(ballot, delegate_of(meeting, "ALB"), "ALB", Choice.YES)
    cast(ballot, partner, "ALB", Choice.NO)
    assert votes(ballot) == {"ALB": "no"}


def test_voting_shows_that_a_delegation_is_present(meeting, ballot):
    meeting.delegations.update(present=False)
    cast(ballot, delegate_of(meeting, "ALB"), "ALB")
    assert list(meeting.delegations.filter(present=True).values_list("member_id", flat=True)) == ["ALB"]


@pytest.mark.parametrize(
    ("stage", "refusal"),
    [("locked", casting.VoteIsLocked), ("declared", casting.VoteIsOver), ("void", casting.VoteIsOver)],
)
def test_too_late(meeting, stage, refusal):
    ballot = ballot_in(meeting, {"ALB": "yes"}, stage=stage)
    with pytest.raises(refusal) as refused:
        cast(ballot, delegate_of(meeting, "ALB"), "ALB", Choice.NO)
    assert refused.value.status == 409
    assert votes(ballot) == {"ALB": "yes"}


def test_a_vote_after_the_lock_was_taken_back_counts(meeting, ballot):
    proceedings.lock(ballot=ballot, now=NOON)
    proceedings.reopen(ballot=ballot, now=NOON)
    cast(ballot, delegate_of(meeting, "ALB"), "ALB")
    assert votes(ballot) == {"ALB": "yes"}


def test_not_in_a_secret_ballot(meeting):
    ballot = ballot_in(meeting, method="secret")
    with pytest.raises(casting.NotCastLikeThat):
        cast(ballot, delegate_of(meeting, "ALB"), "ALB")
    assert not Vote.objects.exists()


def test_a_stale_page_does_not_vote_for_another_delegation(meeting, ballot):
    with pytest.raises(casting.AnotherSeat):
        cast(ballot, delegate_of(meeting, "ALB"), "UKR")
    assert votes(ballot) == {}


def test_who_observes_or_came_late_has_no_vote(meeting, ballot):
    observer = delegate_of(meeting, "FRA")
    seating.observe(meeting=meeting, participant=observer)
    for person in (observer, ParticipantFactory(room=meeting.room), ParticipantFactory()):
        with pytest.raises(casting.NoSeat):
            cast(ballot, person, "FRA")
    assert votes(ballot) == {}


def test_a_delegation_that_is_not_on_the_roll_waits(meeting):
    ballot = ballot_in(meeting, electorate=["FRA", "UKR"])
    with pytest.raises(casting.NoSeat):
        cast(ballot, delegate_of(meeting, "ALB"), "ALB")


def test_not_from_another_room(meeting, ballot):
    with pytest.raises(casting.NoSuchVote) as refused:
        casting.cast_vote(
            room=hall_with("ALB").room,
            ballot=ballot.pk,
            participant=delegate_of(meeting, "ALB"),
            code="ALB",
            choice=Choice.YES,
            now=NOON,
        )
    assert refused.value.status == 404
    assert votes(ballot) == {}


def queries_of_a_vote(meeting) -> int:
    ballot, albania = ballot_in(meeting), delegate_of(meeting, "ALB")
    with CaptureQueriesContext(connection) as queries:
        cast(ballot, albania, "ALB")
    return len(queries)


def test_a_vote_takes_as_many_queries_with_three_delegations_as_with_193(meeting):
    # The savepoint and its release, the seat, the vote; PostgreSQL locks the ballot first.
    few = 4 + connection.features.has_select_for_update
    assert queries_of_a_vote(meeting) == queries_of_a_vote(hall_with(" ".join(by_iso3()))) == few


class TestTheCountdown:
    def test_takes_votes_until_its_end_and_none_after_it(self, meeting):
        ballot, albania = ballot_in(meeting, closes_at=NOON), delegate_of(meeting, "ALB")
        cast(ballot, albania, "ALB")
        Ballot.objects.filter(pk=ballot.pk).update(closes_at=NOON - timedelta(milliseconds=1))
        with pytest.raises(casting.TimeIsUp):
            cast(ballot, albania, "ALB", Choice.NO)
        assert votes(ballot) == {"ALB": "yes"}


class TestPresentAndVoting:
    @pytest.mark.parametrize(
        ("profile", "marks", "refused"),
        [
            (MODEL_UN, {"promised": True}, True),
            (MODEL_UN, {"promised": False}, False),
            (MODEL_UN, {"promised": True, "present": False}, False),
            (GENERAL_ASSEMBLY, {"promised": True}, False),
        ],
    )
    def test_may_not_abstain_where_the_rules_bind_it(self, profile, marks, refused):
        meeting = hall_with("ALB FRA UKR", profile=as_dict(profile))
        meeting.delegations.filter(member="ALB").update(**marks)
        ballot, albania = ballot_in(meeting), delegate_of(meeting, "ALB")
        if refused:
            with pytest.raises(NotInOrderNow, match="may not abstain"):
                cast(ballot, albania, "ALB", Choice.ABSTAIN)
        else:
            cast(ballot, albania, "ALB", Choice.ABSTAIN)
        assert votes(ballot) == ({} if refused else {"ALB": "abstain"})


def test_the_own_tap_counts_over_what_the_chair_entered_and_takes_the_mark_off(meeting, ballot):
    ballot.votes.create(delegation=meeting.delegations.get(member="ALB"), choice="no", by="chair")
    cast(ballot, delegate_of(meeting, "ALB"), "ALB")
    assert ballot.votes.values_list("choice", "by").get() == ("yes", "delegation")
