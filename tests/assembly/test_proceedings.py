from datetime import timedelta

import pytest

from tests.factories import NOON, ResolutionFactory, ballot_in, hall_with
from unsim.assembly import proceedings
from unsim.assembly.floor import OutOfOrder, VoteGoingOn
from unsim.assembly.meetings import TooFewPresent
from unsim.assembly.models import Ballot, Motion, Record
from unsim.rules.majority import Majority

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=5)
FIVE = "ALB CHN FRA RUS UKR"


def put(meeting, **how) -> Ballot:
    how = {"majority": Majority.SIMPLE, "hidden": False, "now": NOON, **how}
    return proceedings.put_to_recorded_vote(meeting=meeting, **how)


def log(meeting) -> list[str]:
    return list(meeting.log.values_list("what", flat=True))


def stage(ballot) -> str:
    return Ballot.objects.get(pk=ballot.pk).stage


def test_the_question_is_put_to_all_delegations():
    meeting = hall_with("UKR ALB FRA", debrief=True)
    ballot = put(meeting, hidden=True)
    meeting.refresh_from_db()
    assert (ballot.stage, ballot.hidden, ballot.electorate) == ("open", True, ["ALB", "FRA", "UKR"])
    assert (ballot.motion.method, ballot.motion.majority) == ("recorded", "simple")
    assert (meeting.debrief, log(meeting)) == (False, ["put"])


def test_a_double_click_puts_once():
    meeting = hall_with("UKR ALB")
    assert put(meeting) == put(meeting)
    assert Motion.objects.count() == Ballot.objects.count() == 1


def test_not_before_the_meeting_is_open():
    with pytest.raises(proceedings.NotInSession):
        put(hall_with("UKR ALB", stage="seating"))


def test_not_while_another_vote_is_on():
    meeting = hall_with("UKR ALB")
    ballot_in(meeting, stage="locked")
    with pytest.raises(VoteGoingOn):
        put(meeting)


def test_not_without_a_quorum():
    meeting = hall_with("UKR ALB FRA USA")
    meeting.delegations.exclude(member__in=["UKR", "ALB"]).update(present=False)
    with pytest.raises(TooFewPresent, match="2 of 4 delegations are present; 3 are needed"):
        put(meeting)
    assert not Motion.objects.exists()


def test_lock_reopen_void_and_the_log_keeps_it():
    meeting = hall_with("UKR ALB")
    ballot = ballot_in(meeting)
    for act in (proceedings.lock, proceedings.lock, proceedings.reopen, proceedings.reopen, proceedings.void):
        act(ballot=ballot, now=NOON)
    assert (stage(ballot), log(meeting)) == ("void", ["locked", "reopened", "void"])


def test_a_void_ballot_counts_for_nothing_and_can_be_put_again():
    meeting = hall_with("UKR ALB")
    proceedings.void(ballot=ballot_in(meeting, {"UKR": "yes"}), now=NOON)
    fresh = put(meeting)
    assert (fresh.stage, fresh.votes.count(), Motion.objects.count()) == ("open", 0, 2)


@pytest.mark.parametrize(
    ("at", "act"),
    [
        ("open", proceedings.declare),
        ("declared", proceedings.lock),
        ("declared", proceedings.reopen),
        ("declared", proceedings.void),
        ("void", proceedings.lock),
        ("void", proceedings.reopen),
        ("void", proceedings.declare),
    ],
)
def test_what_is_not_in_order_is_refused(at, act):
    meeting = hall_with("UKR ALB")
    ballot = ballot_in(meeting, stage=at)
    with pytest.raises(OutOfOrder):
        act(ballot=ballot, now=NOON)
    assert (stage(ballot), log(meeting)) == (at, [])


def test_the_record_is_written_once():
    meeting = hall_with(FIVE, resolution=ResolutionFactory(symbol="A/1", title="On water", majority="two_thirds"))
    votes = {"ALB": "yes", "FRA": "yes", "UKR": "yes", "RUS": "no", "CHN": "abstain"}
    ballot = ballot_in(meeting, votes, stage="locked")
    record = proceedings.declare(ballot=ballot, now=NOON)
    again = proceedings.declare(ballot=ballot, now=LATER)
    assert (record, again.declared_at, stage(ballot), log(meeting)) == (again, NOON, "declared", ["declared"])
    assert record.content == {
        "of": "whole",
        "title": "On water",
        "symbol": "A/1",
        "method": "recorded",
        "majority": "two_thirds",
        "decision": "adopted",
        "sum": "3 in favour, 1 against: 4 present and voting; two thirds is 3; adopted; "
        "1 abstention does not count (rule 86)",
        "rule": record.content["rule"],
        "tally": {"yes": 3, "no": 1, "abstain": 1, "absent": 0},
        "electorate": ["ALB", "CHN", "FRA", "RUS", "UKR"],
        "votes": votes,
        "took_part": None,
        "simulated": [],
        "students": None,
        "vetoes": [],
        "entered": [],
        "roll_call": None,
        "experiment": False,
        "second_round": False,
    }
    assert "rule 83" in record.content["rule"]


def test_who_did_not_vote_is_in_the_record_as_not_voting():
    meeting = hall_with(FIVE)
    content = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "yes"}, stage="locked"), now=NOON).content
    assert (content["votes"]["UKR"], content["tally"]["absent"]) == ("absent", 4)


def test_without_a_quorum_nothing_is_declared():
    meeting = hall_with(FIVE)
    ballot = ballot_in(meeting, {"ALB": "yes"}, stage="locked")
    meeting.delegations.exclude(member="FRA").update(present=False)
    with pytest.raises(TooFewPresent, match="2 of 5 delegations are present; 3 are needed"):
        proceedings.declare(ballot=ballot, now=NOON)
    assert (stage(ballot), Record.objects.count(), log(meeting)) == ("locked", 0, [])


def test_the_same_text_again_is_an_experiment():
    text = ResolutionFactory()
    meeting = hall_with(FIVE, resolution=text)
    first = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "yes"}, stage="locked"), now=NOON)
    second = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "no"}, stage="locked"), now=NOON)
    other_meeting = hall_with(FIVE, resolution=text, room=meeting.room)
    third = proceedings.declare(ballot=ballot_in(other_meeting, {"ALB": "no"}, stage="locked"), now=NOON)
    another_room = hall_with(FIVE, resolution=text)
    fourth = proceedings.declare(ballot=ballot_in(another_room, {"ALB": "no"}, stage="locked"), now=NOON)
    assert [record.content["experiment"] for record in (first, second, third, fourth)] == [False, True, True, False]


def test_after_an_equal_vote_the_second_decides_and_is_no_experiment():
    meeting = hall_with("ALB FRA")
    first = ballot_in(meeting, {"ALB": "yes", "FRA": "no"}, stage="locked")
    assert proceedings.declare(ballot=first, now=NOON).content["decision"] == "equally_divided"
    second = put(meeting)
    assert second.motion == first.motion
    for code, choice in {"ALB": "yes", "FRA": "no"}.items():
        second.votes.create(delegation=meeting.delegations.get(member=code), choice=choice)
    proceedings.lock(ballot=second, now=NOON)
    content = proceedings.declare(ballot=second, now=NOON).content
    assert (content["decision"], content["second_round"], content["experiment"]) == ("rejected", True, False)
    assert "rule 95" in content["rule"]
    assert put(meeting).motion != first.motion, "a third vote is a new motion"


def test_a_delegation_that_only_simulated_students_speak_for_is_named():
    meeting = hall_with("ALB FRA UKR")
    meeting.seats.get(delegation__member="FRA").participant.__class__.objects.filter(
        seats__delegation__member="FRA"
    ).update(simulated=True)
    content = proceedings.declare(ballot=ballot_in(meeting, {"FRA": "yes"}, stage="locked"), now=NOON).content
    assert content["simulated"] == ["FRA"]


@pytest.mark.parametrize("first", ["recorded", "hands", "roll_call"])
@pytest.mark.parametrize("second", ["recorded", "hands", "roll_call"])
def test_a_second_equal_vote_rejects_by_whatever_method(first, second):
    meeting = hall_with("ALB FRA")
    decisions = []
    for method in (first, second, second):
        tie = ballot_in(meeting, {"ALB": "yes", "FRA": "no"}, stage="locked", method=method)
        content = proceedings.declare(ballot=tie, now=NOON).content
        decisions.append((content["decision"], content["second_round"]))
    assert decisions == [("equally_divided", False), ("rejected", True), ("equally_divided", False)]
