"""Who is present. A vote shows it too (see `casting`)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from unsim.assembly.floor import lock_meeting, note
from unsim.assembly.models import Meeting
from unsim.rooms.now import tell


@transaction.atomic
def mark(*, meeting: Meeting, code: str, present: bool) -> None:
    meeting = lock_meeting(meeting)
    meeting.delegations.filter(member_id=code).update(present=present)
    tell(meeting.room)


@transaction.atomic
def mark_all(*, meeting: Meeting, seated_only: bool, now: datetime) -> None:
    """`seated_only`: the delegations that a student sits for."""
    meeting = lock_meeting(meeting)
    delegations = meeting.delegations.filter(present=False)
    if seated_only:
        delegations = delegations.filter(seats__isnull=False)
    marked = meeting.delegations.filter(pk__in=list(delegations.values_list("pk", flat=True))).update(present=True)
    if marked:
        note(meeting, now, "all_present", delegations=marked)
    tell(meeting.room)
