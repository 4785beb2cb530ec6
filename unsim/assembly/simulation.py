"""Playing the empty seats: off until the President asks for it, and never in a secret ballot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from unsim.assembly import rolls
from unsim.assembly.counting import SIMULATION
from unsim.assembly.empty_seats import choices_for, played_in
from unsim.assembly.floor import lock_meeting, note, refuse_during_a_vote
from unsim.assembly.models import Ballot, Meeting, Vote
from unsim.rooms.now import tell
from unsim.rules.choices import Choice
from unsim.rules.procedure import Method
from unsim.rules.roll_call_vote import Answer, RollCallVote

_ANSWERS = {
    Choice.YES: Answer.YES,
    Choice.NO: Answer.NO,
    Choice.ABSTAIN: Answer.ABSTAIN,
    Choice.ABSENT: Answer.SILENT,
}


@transaction.atomic
def play_empty_seats(*, meeting: Meeting, how: str, seed: str, now: datetime) -> None:
    """`how`: "record", or an issue of `unsim.alignment` by which votes on a text without a record are drawn.

    The first `seed` stays: what was drawn once is drawn again.
    """
    meeting = _lock(meeting)
    if meeting.simulation == how:
        return
    meeting.simulation, meeting.simulation_seed = how, meeting.simulation_seed or seed
    _save(meeting)
    note(meeting, now, "seats_played", delegations=len(played_in(meeting)))


@transaction.atomic
def leave_seats_empty(*, meeting: Meeting, now: datetime) -> None:
    meeting = _lock(meeting)
    if meeting.simulation:
        meeting.simulation = ""
        _save(meeting)
        note(meeting, now, "seats_empty")


def _lock(meeting: Meeting) -> Meeting:
    meeting = lock_meeting(meeting)
    refuse_during_a_vote(meeting)
    return meeting


def _save(meeting: Meeting) -> None:
    meeting.seatings += 1
    meeting.save(update_fields=["simulation", "simulation_seed", "seatings"])
    tell(meeting.room)


def vote_for_empty_seats(ballot: Ballot, now: datetime) -> None:
    """When a vote is opened: all of them at once, in a roll call those that are called first."""
    if ballot.motion.method == Method.RECORDED:
        cast = choices_for(ballot)
    elif roll := rolls.roll_of(ballot):
        roll, cast = called_on(ballot, roll)
        ballot.roll = rolls.stored(roll)
        ballot.save(update_fields=["roll"])
    else:
        return
    write_votes(ballot, cast)
    if cast:
        note(ballot.motion.meeting, now, "played", ballot=ballot.pk, delegations=len(cast))


def write_votes(ballot: Ballot, cast: Mapping[str, Choice]) -> None:
    """Who did not vote has a vote that says so."""
    if cast:
        keys = dict(ballot.motion.meeting.delegations.values_list("member_id", "pk"))
        votes = [(keys[code], choice.value) for code, choice in cast.items()]
        Vote.objects.bulk_create(
            Vote(ballot=ballot, delegation_id=key, choice=choice, by=SIMULATION) for key, choice in votes
        )


def called_on(ballot: Ballot, roll: RollCallVote) -> tuple[RollCallVote, dict[str, Choice]]:
    """The roll call up to the next delegation that is not played, and how those before it voted."""
    choices, cast = choices_for(ballot), dict[str, Choice]()
    while (call := roll.call()) and call.member in choices:
        # Who promised to vote, and then left its seat, may not abstain.
        choice = choices[call.member] if _ANSWERS[choices[call.member]] in call.answers else Choice.ABSENT
        roll, cast[call.member] = roll.answer(call.member, _ANSWERS[choice]), choice
    return roll, cast
