"""Playing the empty seats: off until the President asks for it, and never in a secret ballot."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from unsim.assembly.counting import SIMULATION
from unsim.assembly.empty_seats import choices_for, played_in
from unsim.assembly.floor import lock_meeting, note, refuse_during_a_vote
from unsim.assembly.models import Ballot, Meeting, Vote
from unsim.rooms.now import tell
from unsim.rules.procedure import Method


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
    """All of them at once, when a recorded vote is opened. Who did not vote has a vote that says so."""
    choices = choices_for(ballot) if ballot.motion.method == Method.RECORDED else {}
    if not choices:
        return
    keys = dict(ballot.motion.meeting.delegations.values_list("member_id", "pk"))
    votes = [(keys[code], choice.value) for code, choice in choices.items()]
    Vote.objects.bulk_create(
        Vote(ballot=ballot, delegation_id=key, choice=choice, by=SIMULATION) for key, choice in votes
    )
    note(ballot.motion.meeting, now, "played", ballot=ballot.pk, delegations=len(choices))
