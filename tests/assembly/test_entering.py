"""What the chair enters: a vote for a delegation without a device, and hands counted in the hall."""

import pytest

from tests.factories import NOON, ballot_in, delegate_of, hall_with
from unsim.assembly import casting, entering, proceedings
from unsim.assembly.board import board_for
from unsim.assembly.models import Ballot
from unsim.assembly.steps import NotInOrderNow
from unsim.rules.choices import Choice
from unsim.rules.profiles import MODEL_UN, as_dict
from unsim.rules.tally import Tally

pytestmark = pytest.mark.django_db
YES, NO, ABSTAIN, ABSENT = Choice


@pytest.fixture
def meeting():
    return hall_with("ALB FRA UKR")


def tap(ballot, code, choice) -> None:
    person = delegate_of(ballot.motion.meeting, code)
    room = ballot.motion.meeting.room
    casting.cast_vote(room=room, ballot=ballot.pk, participant=person, code=code, choice=choice, now=NOON)


def votes(ballot) -> dict[str, tuple[str, str]]:
    return {code: (choice, by) for code, choice, by in ballot.votes.values_list("delegation__member", "choice", "by")}


def count_hands(ballot, yes=0, no=0, abstain=0) -> None:
    entering.enter_hands(ballot=ballot, counted={"yes": yes, "no": no, "abstain": abstain}, now=NOON)


class TestAVote:
    def test_is_entered_changed_and_taken_back(self, meeting):
        ballot = ballot_in(meeting)
        meeting.delegations.update(present=False)
        entering.enter_vote(ballot=ballot, code="ALB", choice=YES)
        entering.enter_vote(ballot=ballot, code="ALB", choice=NO)
        assert votes(ballot) == {"ALB": ("no", "chair")}
        assert meeting.delegations.get(present=True).member_id == "ALB"
        assert entering.entered_at(ballot.pk) == {"ALB"}
        entering.enter_vote(ballot=ballot, code="ALB", choice=ABSENT)
        assert votes(ballot) == {}

    def test_gives_way_to_the_own_tap_and_never_stands_over_it(self, meeting):
        ballot = ballot_in(meeting)
        entering.enter_vote(ballot=ballot, code="ALB", choice=NO)
        tap(ballot, "ALB", YES)
        for choice in (NO, ABSENT):
            with pytest.raises(entering.VotedItself):
                entering.enter_vote(ballot=ballot, code="ALB", choice=choice)
        assert votes(ballot) == {"ALB": ("yes", "delegation")}

    def test_is_entered_after_the_countdown_too(self, meeting):
        ballot = ballot_in(meeting, closes_at=NOON.replace(year=2020))
        entering.enter_vote(ballot=ballot, code="ALB", choice=YES)
        assert votes(ballot) == {"ALB": ("yes", "chair")}

    @pytest.mark.parametrize("code", ["USA", "", "alb"])
    def test_is_of_a_delegation_that_votes(self, meeting, code):
        with pytest.raises(entering.NoSuchVoter):
            entering.enter_vote(ballot=ballot_in(meeting), code=code, choice=YES)

    @pytest.mark.parametrize(
        ("fields", "refusal"),
        [
            ({"stage": "locked"}, casting.VoteIsLocked),
            ({"stage": "declared"}, casting.VoteIsOver),
            ({"stage": "void"}, casting.VoteIsOver),
            ({"method": "secret"}, casting.NotCastLikeThat),
            ({"method": "hands"}, casting.NotCastLikeThat),
        ],
    )
    def test_only_in_an_open_recorded_vote(self, meeting, fields, refusal):
        ballot = ballot_in(meeting, **fields)
        with pytest.raises(refusal):
            entering.enter_vote(ballot=ballot, code="ALB", choice=YES)
        assert votes(ballot) == {}

    def test_is_no_abstention_of_who_is_present_and_voting(self):
        meeting = hall_with("ALB FRA", profile=as_dict(MODEL_UN))
        meeting.delegations.update(promised=True)
        with pytest.raises(NotInOrderNow, match="may not abstain"):
            entering.enter_vote(ballot=ballot_in(meeting), code="ALB", choice=ABSTAIN)

    def test_is_marked_in_the_record(self, meeting):
        ballot = ballot_in(meeting)
        entering.enter_vote(ballot=ballot, code="ALB", choice=YES)
        proceedings.lock(ballot=ballot, now=NOON)
        assert proceedings.declare(ballot=ballot, now=NOON).content["entered"] == ["ALB"]


class TestHands:
    def test_on_devices_and_in_the_hall_are_counted_together_and_nobody_is_named(self, meeting):
        ballot = ballot_in(meeting, method="hands")
        tap(ballot, "ALB", YES)
        count_hands(ballot, yes=1, no=1)
        ballot.refresh_from_db()
        board = board_for(ballot)
        assert (board.totals, board.lights, board.voted, board.surplus) == (Tally(2, 1, 0, 0), (), 3, 0)
        proceedings.lock(ballot=ballot, now=NOON)
        content = proceedings.declare(ballot=ballot, now=NOON).content
        assert (content["decision"], content["votes"], content["took_part"]) == ("adopted", None, None)
        assert content["tally"] == {"yes": 2, "no": 1, "abstain": 0, "absent": 0}

    def test_another_count_replaces_the_one_before(self, meeting):
        ballot = ballot_in(meeting, method="hands")
        count_hands(ballot, yes=3)
        count_hands(ballot, no=2)
        ballot.refresh_from_db()
        assert board_for(ballot).totals == Tally(0, 2, 0, 1)

    def test_more_than_are_marked_present_are_a_warning(self, meeting):
        meeting.delegations.exclude(member="ALB").update(present=False)
        ballot = ballot_in(meeting, method="hands")
        count_hands(ballot, yes=3)
        ballot.refresh_from_db()
        assert board_for(ballot).surplus == 2

    def test_more_than_may_vote_are_refused(self, meeting):
        ballot = ballot_in(meeting, method="hands")
        tap(ballot, "ALB", YES)
        with pytest.raises(NotInOrderNow, match="4 hands, but only 3 may vote"):
            count_hands(ballot, yes=3)
        assert Ballot.objects.get().hands is None

    def test_more_than_may_vote_decide_nothing(self, meeting):
        """Devices may raise hands after those in the hall were counted."""
        ballot = ballot_in(meeting, method="hands")
        count_hands(ballot, yes=3)
        tap(ballot, "ALB", NO)
        proceedings.lock(ballot=ballot, now=NOON)
        board = board_for(Ballot.objects.get())
        assert (board.result, board.short, board.totals.voted) == (None, None, 4)
        with pytest.raises(NotInOrderNow, match="count again"):
            proceedings.declare(ballot=ballot, now=NOON)

    def test_are_counted_in_a_show_of_hands_alone(self, meeting):
        with pytest.raises(casting.NotCastLikeThat):
            count_hands(ballot_in(meeting), yes=1)
