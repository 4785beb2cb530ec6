"""Who may cast a paper, how many are enough, and what earlier totals would give away beside new ones."""

from __future__ import annotations

from django.conf import settings

from unsim.assembly.models import Ballot, Delegation, Envelope, Meeting, Resolution, Seat
from unsim.rooms.models import Participant, Room
from unsim.rules.procedure import LEAST_GUARD, Method


def guard() -> int:
    """The least number of papers whose totals are published."""
    return max(settings.UNSIM_SECRET_GUARD, LEAST_GUARD)


def electorate(meeting: Meeting) -> list[str]:
    """The members that real students sit for, sorted: observers cast no paper.

    In a demonstration simulated students may cast papers too.
    """
    seats = Seat.objects.filter(meeting=meeting, participant__removed_at=None, delegation__observer=False)
    if not meeting.room.demonstration:
        seats = seats.filter(participant__simulated=False)
    return sorted(set(seats.values_list("delegation__member_id", flat=True)))


def member_of(ballot: Ballot, participant: Participant) -> str | None:
    """The member for which this participant may cast the paper, cast or not; None if there is none."""
    meeting = ballot.motion.meeting
    if participant.simulated and not meeting.room.demonstration:
        return None
    seat = meeting.seats.filter(participant=participant).select_related("delegation").first()
    if seat is None or seat.delegation is None or seat.delegation.member_id not in ballot.electorate:
        return None
    return seat.delegation.member_id


def in_the_box(ballot: Ballot, code: str) -> bool:
    return code in ballot.codes or Envelope.objects.filter(ballot=ballot, code=code).exists()


def present_for(ballot: Ballot) -> int:
    """How many are present, at least. Who has cast stays out of it: only their number may count yet."""
    marked = Delegation.objects.filter(
        meeting=ballot.motion.meeting, present=True, member_id__in=ballot.electorate
    ).count()
    return max(marked, len(ballot.cast))


def one_apart(room: Room, resolution: Resolution, papers: int) -> bool:
    """Whether totals of this question are published already with one paper more or less than `papers`.

    The difference between the two would show what was on that one paper. A ballot that was taken back after its
    totals were known counts too.
    """
    earlier = Ballot.objects.filter(
        motion__meeting__room=room, motion__resolution=resolution, motion__method=Method.SECRET
    )
    cast = earlier.exclude(totals=None).values_list("cast", flat=True)
    return any(abs(len(members) - papers) == 1 for members in cast)
