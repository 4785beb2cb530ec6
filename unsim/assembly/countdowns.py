"""The countdown of a vote, on the server's clock: it is put off, and the board comes on in its last seconds.

Whoever looks at the vote at the instant at which the board is to come on asks the server for it; the first one who does
turns it on for everybody. So it takes no clock that runs in one of several processes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.casting import VoteIsLocked, VoteIsOver
from unsim.assembly.floor import lock_ballot, note
from unsim.assembly.models import Ballot
from unsim.refusals import Refusal
from unsim.rooms.now import tell


class NoCountdown(Refusal):
    message = _("This vote has no countdown: it is open until the President locks it.")


def shows_from(ballot: Ballot) -> datetime | None:
    """When the board comes on by itself; None if it is on, or stays dark until the lock."""
    if not (ballot.hidden and ballot.stage == "open" and ballot.closes_at and ballot.reveal_last):
        return None
    return ballot.closes_at - timedelta(seconds=ballot.reveal_last)


@transaction.atomic
def extend(*, ballot: Ballot, seconds: int, now: datetime) -> None:
    """From the end, or from now if the time is up."""
    ballot = lock_ballot(ballot)
    if ballot.stage != "open":
        raise VoteIsLocked if ballot.stage == "locked" else VoteIsOver
    if ballot.closes_at is None:
        raise NoCountdown
    ballot.closes_at = max(ballot.closes_at, now) + timedelta(seconds=seconds)
    ballot.save(update_fields=["closes_at"])
    note(ballot.motion.meeting, now, "extended", ballot=ballot.pk, seconds=seconds)
    tell(ballot.motion.meeting.room)


@transaction.atomic
def come_due(*, ballot: Ballot, now: datetime) -> None:
    """Turns the board on if it is time; else nothing."""
    due = shows_from(ballot)
    if due is None or now < due:
        return
    ballot = lock_ballot(ballot)
    due = shows_from(ballot)
    if due and now >= due:
        ballot.hidden = False
        ballot.save(update_fields=["hidden"])
        note(ballot.motion.meeting, now, "shown", ballot=ballot.pk)
        tell(ballot.motion.meeting.room)
