"""Who is present. A vote shows it too (see `casting`)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.counting import quorum_of
from unsim.assembly.floor import lock_meeting, note
from unsim.assembly.models import Delegation, Meeting
from unsim.assembly.seating import MeetingIsClosed, NotDealt
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules.attendance import Attendance


class NoPromise(Refusal):
    status = 422
    message = _("The rules of this meeting know no “present and voting”. Mark the delegation present, or absent.")


@transaction.atomic
def mark(*, meeting: Meeting, code: str, attendance: Attendance, now: datetime) -> None:
    """Who comes or goes while the meeting is in session stands in the log."""
    meeting = _lock_going(meeting)
    delegation = meeting.delegations.select_related("member").filter(member=code).first()
    if delegation is None:
        raise NotDealt
    promised = attendance is Attendance.PRESENT_AND_VOTING
    if promised and not meeting.rules.present_and_voting_binds:
        raise NoPromise
    was, delegation.present = delegation.present, attendance is not Attendance.ABSENT
    delegation.promised = promised
    delegation.save(update_fields=["present", "promised"])
    if meeting.stage == "in_session" and was != delegation.present:
        _note_coming(meeting, delegation, now)
    tell(meeting.room)


def _note_coming(meeting: Meeting, delegation: Delegation, now: datetime) -> None:
    quorum = quorum_of(meeting)
    how_many = {"present": quorum.present, "members": quorum.members}
    if delegation.present:
        note(meeting, now, "arrived", name=delegation.member.common_name, **how_many)
    else:
        note(meeting, now, "went", name=delegation.member.common_name, **how_many)


@transaction.atomic
def mark_all(*, meeting: Meeting, seated_only: bool, now: datetime) -> None:
    """`seated_only`: the delegations that a student sits for."""
    meeting = _lock_going(meeting)
    delegations = meeting.delegations.filter(present=False)
    if seated_only:
        delegations = delegations.filter(seats__isnull=False)
    marked = meeting.delegations.filter(pk__in=list(delegations.values_list("pk", flat=True))).update(present=True)
    if marked:
        note(meeting, now, "all_present", delegations=marked)
    tell(meeting.room)


@transaction.atomic
def end_roll(*, meeting: Meeting, now: datetime) -> None:
    """Every delegation has been called: what came of it stands in the log."""
    meeting = _lock_going(meeting)
    quorum = quorum_of(meeting)
    note(meeting, now, "roll_called", present=quorum.present, members=quorum.members)


def _lock_going(meeting: Meeting) -> Meeting:
    meeting = lock_meeting(meeting)
    if meeting.stage == "closed":
        raise MeetingIsClosed
    return meeting
