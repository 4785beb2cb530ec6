"""What the President does with a meeting: starts it on a text, opens it, shows the debrief, closes it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim.assembly.counting import quorum_of
from unsim.assembly.floor import OutOfOrder, lock_meeting, note, refuse_during_a_vote
from unsim.assembly.models import Meeting, Resolution
from unsim.refusals import Refusal
from unsim.rooms import hosting
from unsim.rooms.models import Room
from unsim.rooms.now import tell
from unsim.rules.majority import Majority
from unsim.rules.procedure import MeetingStage, NotInOrder, move_meeting


class NoDelegations(Refusal):
    message = _("No delegation has been dealt yet. Deal the delegations first.")


class TooFewPresent(Refusal):
    """Rule 67; the sentence says how many are needed."""

    def __init__(self, present: int, members: int, needed: int) -> None:
        sentence = _now_in_words(
            "%(present)d of %(members)d delegations are present; %(needed)d are needed (rule 67). Mark who is here."
        )
        super().__init__(sentence % {"present": present, "members": members, "needed": needed})


@transaction.atomic
def start_meeting(*, room: Room, resolution: Resolution, now: datetime) -> Meeting:
    """A new meeting on this text, put on in the room. A meeting on it in which nobody sits yet is taken again."""
    waiting = room.meetings.filter(resolution=resolution, stage=MeetingStage.SEATING.value, delegations=None).last()
    meeting = waiting or Meeting.objects.create(room=room, resolution=resolution, started_at=now)
    if waiting is None:
        note(meeting, now, "started", title=resolution.title, symbol=resolution.symbol)
    hosting.put_on(room=room, kind="meeting", pk=meeting.pk, now=now)
    return meeting


def type_text(*, room: Room, title: str, text: str, majority: Majority) -> Resolution:
    """A text of the teacher's own, for this room only."""
    return Resolution.objects.get_or_create(room=room, title=title, summary=text, majority=majority.value)[0]


@transaction.atomic
def open_meeting(*, meeting: Meeting, now: datetime) -> None:
    """Takes a third of the delegations (rule 67)."""
    meeting = lock_meeting(meeting)
    if meeting.stage == MeetingStage.IN_SESSION:
        return
    attendance = quorum_of(meeting)
    if not attendance.members:
        raise NoDelegations
    if not attendance.can_open:
        raise TooFewPresent(attendance.present, attendance.members, attendance.to_open)
    _move(meeting, MeetingStage.IN_SESSION)
    note(meeting, now, "opened", present=attendance.present, members=attendance.members)


@transaction.atomic
def back_to_seating(*, meeting: Meeting, now: datetime) -> None:
    meeting = lock_meeting(meeting)
    if meeting.stage == MeetingStage.SEATING:
        return
    refuse_during_a_vote(meeting)
    _move(meeting, MeetingStage.SEATING)
    note(meeting, now, "back_to_seating")


@transaction.atomic
def show_debrief(*, meeting: Meeting, on: bool, now: datetime) -> None:
    """What the room looks at; it can be left again."""
    meeting = lock_meeting(meeting)
    if meeting.debrief == on:
        return
    refuse_during_a_vote(meeting)
    meeting.debrief = on
    meeting.save(update_fields=["debrief"])
    note(meeting, now, "debrief" if on else "debrief_left")
    tell(meeting.room)


@transaction.atomic
def close_meeting(*, meeting: Meeting, now: datetime) -> None:
    """The debrief stays on the screen."""
    meeting = lock_meeting(meeting)
    if meeting.stage == MeetingStage.CLOSED:
        return
    refuse_during_a_vote(meeting)
    meeting.closed_at, meeting.debrief, meeting.open_choice = now, True, False
    meeting.save(update_fields=["closed_at", "debrief", "open_choice"])
    _move(meeting, MeetingStage.CLOSED)
    note(meeting, now, "closed")


def _move(meeting: Meeting, to: MeetingStage) -> None:
    try:
        meeting.stage = move_meeting(MeetingStage(meeting.stage), to).value
    except NotInOrder as refused:
        raise OutOfOrder from refused
    meeting.save(update_fields=["stage"])
    tell(meeting.room)
