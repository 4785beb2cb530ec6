"""What the President does with a meeting: starts it on a text, opens it, shows the debrief, closes it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext as _number_in_words

from unsim.assembly import steps
from unsim.assembly.counting import quorum_of
from unsim.assembly.floor import OutOfOrder, lock_meeting, note, refuse_during_a_vote
from unsim.assembly.models import Meeting, Resolution
from unsim.refusals import Refusal
from unsim.rooms import hosting
from unsim.rooms.models import Room
from unsim.rooms.now import tell
from unsim.rules.decision import Body
from unsim.rules.majority import Majority
from unsim.rules.procedure import MeetingStage, NotInOrder, move_meeting
from unsim.rules.profile import Profile
from unsim.rules.profiles import GENERAL_ASSEMBLY, SECURITY_COUNCIL, as_dict


class NoDelegations(Refusal):
    message = _("No delegation has been dealt yet. Deal the delegations first.")


class TooFewPresent(Refusal):
    """Rule 67; the sentence says how many are needed."""

    def __init__(self, present: int, members: int, needed: int) -> None:
        sentence = _number_in_words(
            "%(present)d of %(members)d delegations are present; %(needed)d is needed (rule 67). Mark who is here.",
            "%(present)d of %(members)d delegations are present; %(needed)d are needed (rule 67). Mark who is here.",
            needed,
        )
        super().__init__(sentence % {"present": present, "members": members, "needed": needed})


@transaction.atomic
def start_meeting(
    *, room: Room, resolution: Resolution, now: datetime, profile: Profile | None = None, scenario: str = ""
) -> Meeting:
    """A new meeting on this text, put on in the room. A meeting on it in which nobody sits yet is taken again.

    `profile`: its rules; without one, the shipped rules of the body to which the text belongs.
    """
    profile = profile or (SECURITY_COUNCIL if resolution.body == "council" else GENERAL_ASSEMBLY)
    same = {"resolution": resolution, "profile": as_dict(profile), "scenario": scenario}
    waiting = room.meetings.filter(**same, stage=MeetingStage.SEATING.value, delegations=None).last()
    meeting = waiting or _new_meeting(Meeting(room=room, started_at=now, **same), now)
    hosting.put_on(room=room, kind="meeting", pk=meeting.pk, now=now)
    return meeting


def _new_meeting(meeting: Meeting, now: datetime) -> Meeting:
    meeting.save()
    note(meeting, now, "started", title=meeting.resolution.title, symbol=meeting.resolution.symbol)
    introduce(meeting, meeting.resolution, steps.sponsors_of(meeting.resolution), now)
    return meeting


def introduce(meeting: Meeting, text: Resolution, sponsors: list[str], now: datetime) -> None:
    """Puts a text before the meeting; rival texts are voted on in the order in which they came (rule 91)."""
    important = text.majority == Majority.TWO_THIRDS
    name = steps.draft_name(text)
    steps.take(meeting, "introduce", now, text=text, name=name, sponsors=sponsors, important=important)


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
    if not attendance.can_open and meeting.rules.body is Body.ASSEMBLY:
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
