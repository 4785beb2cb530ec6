"""A roll call as `Ballot.roll` keeps it: {"order", "bound", "passes", "second_round_may_abstain", "rights", "given"}.

The switches are those that the rules had when it began; everything else follows from the answers given, by the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random, SystemRandom
from typing import Any

from unsim.assembly.models import Ballot, Meeting
from unsim.rules.attendance import Attendance
from unsim.rules.choices import Choice
from unsim.rules.roll_call_vote import Answer, RollCallVote, begin, draw

PASSED = "pass"  # the light of a delegation that is called again
_SWITCHES = ("passes", "second_round_may_abstain", "rights")


@dataclass(frozen=True)
class Calling:
    """Who is called now, in which round; `following` is called next: its name, or empty at the end of the round."""

    code: str
    label: str
    round: int
    following: str
    heard: int


def attendance_of(present: bool, promised: bool) -> Attendance:
    if not present:
        return Attendance.ABSENT
    return Attendance.PRESENT_AND_VOTING if promised else Attendance.PRESENT


def beginning(meeting: Meeting, electorate: list[str], lot: Random | None = None) -> dict[str, Any]:
    """The `roll` of a new vote by roll call over this electorate."""
    rows = meeting.delegations.filter(member__in=electorate).order_by("member__seat_order")
    marked = {code: attendance_of(*at) for code, *at in rows.values_list("member_id", "present", "promised")}
    members = list(marked)
    drawn = draw(members, lot or SystemRandom()) if meeting.rules.roll_call_by_lot else ""
    return stored(begin(meeting.rules, members, marked, drawn=drawn))


def stored(roll: RollCallVote) -> dict[str, Any]:
    return {
        "order": list(roll.order),
        "bound": sorted(roll.bound),
        **{switch: getattr(roll, switch) for switch in _SWITCHES},
        "given": [[member, answer.value] for member, answer in roll.given],
    }


def roll_of(ballot: Ballot) -> RollCallVote | None:
    """None for a ballot of another method."""
    kept = ballot.roll
    if kept is None:
        return None
    return RollCallVote(
        order=tuple(kept["order"]),
        bound=frozenset(kept["bound"]),
        given=tuple((member, Answer(answer)) for member, answer in kept["given"]),
        **{switch: kept[switch] for switch in _SWITCHES},
    )


def lights_of(roll: RollCallVote) -> dict[str, str]:
    """Of the delegations that have answered: a Choice (ABSENT for silence), or PASSED."""
    passed = dict.fromkeys((member for member, answer in roll.given if answer is Answer.PASS), PASSED)
    return passed | {member: choice.value for member, choice in roll.votes.items()}


def cast_of(roll: RollCallVote) -> dict[str, Choice]:
    """The votes among the answers: who was silent did not vote."""
    return {member: choice for member, choice in roll.votes.items() if choice is not Choice.ABSENT}


def calling_of(roll: RollCallVote, labels: Mapping[str, str]) -> Calling | None:
    """None when the roll call is complete."""
    call = roll.call()
    if call is None:
        return None
    after = roll.answer(call.member, Answer.SILENT)
    following = labels[after.next_up] if after.next_up and after.round == roll.round else ""
    return Calling(call.member, labels[call.member], call.round, following, len(roll.votes))
