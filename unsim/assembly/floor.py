"""What every act of the hall begins with: the row it holds, the ballot that stands, the line in the log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import Ballot, LogEntry, Meeting
from unsim.refusals import Refusal


class VoteGoingOn(Refusal):
    message = _("A vote is going on. Declare its result or take it back first.")


class OutOfOrder(Refusal):
    message = _("That step is not in order now. The page shows what is on and what comes next.")


def lock_meeting(meeting: Meeting) -> Meeting:
    """The row, held until the transaction ends: two acts in one meeting never cross."""
    return _held_meetings().select_related("room", "resolution").get(pk=meeting.pk)


def lock_ballot(ballot: Ballot) -> Ballot:
    """Its meeting first, like every act of the podium: in another order two acts would wait for each other."""
    _held_meetings().only("pk").get(motions__ballots=ballot.pk)
    return (
        Ballot.objects.select_for_update(of=("self",))
        .select_related("motion__meeting__room", "motion__resolution")
        .get(pk=ballot.pk)
    )


def current_ballot(meeting: Meeting) -> Ballot | None:
    """The latest ballot that was not taken back."""
    return Ballot.objects.of(meeting).standing().last()


def refuse_during_a_vote(meeting: Meeting) -> None:
    current = current_ballot(meeting)
    if current and current.undecided:
        raise VoteGoingOn


def note(meeting: Meeting, at: datetime, what: str, **data: Any) -> None:
    LogEntry.objects.create(meeting=meeting, at=at, what=what, data=data)


def _held_meetings() -> QuerySet[Meeting]:
    # Without the key: a line for the log refers to the meeting, and must not wait for it.
    return Meeting.objects.select_for_update(of=("self",), no_key=True)
