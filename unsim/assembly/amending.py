"""What is done with the texts before the meeting: amended, ranked, taken in, withdrawn, and rival drafts introduced."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import meetings, steps
from unsim.assembly.floor import refuse_during_a_vote
from unsim.assembly.models import Amendment, Meeting, Resolution
from unsim.assembly.motions import done, lock_session, move
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules.amendments import Amendments
from unsim.rules.clauses import Change
from unsim.rules.floor_state import Floor
from unsim.rules.motions import MotionKind, Stage

AT_A_TIME = 3  # amendments of one delegation that wait


class ManyAmendments(Refusal):
    message = _("Your delegation has handed in three amendments that are still to be voted on. Withdraw one first.")


@transaction.atomic
def hand_in(*, meeting: Meeting, change: Change, by: str, now: datetime, own: bool = False) -> Amendment:
    """An amendment to the draft that is put first. It is named by its number: A1, A2 ... `own`: from a phone."""
    meeting = lock_session(meeting)
    if own and sum(each.by == by for each in _amendments(steps.floor_of(meeting)).pending) >= AT_A_TIME:
        raise ManyAmendments
    name = f"A{meeting.amendments.count() + 1}"
    move(meeting=meeting, kind=MotionKind.AMENDMENT, by=by, now=now, about=name)
    return meeting.amendments.create(
        resolution=meeting.resolution, name=name, kind=change.kind.value, at=change.at, text=change.text
    )


def _amendments(floor: Floor) -> Amendments:
    return floor.draft.amendments if floor.draft else Amendments()


@transaction.atomic
def rank(*, meeting: Meeting, names: Sequence[str], excluded: Mapping[str, Collection[str]], now: datetime) -> None:
    """The President's order, and what the adoption of each amendment leaves no room for (rule 90)."""
    meeting = lock_session(meeting)
    refuse_during_a_vote(meeting)
    floor = done(meeting, "rank_amendments", now, names=list(names))
    for each in _amendments(floor).pending:
        others = sorted(set(excluded.get(each.name, ())) - {each.name})
        if set(others) != set(each.excludes):
            done(meeting, "exclude_amendments", now, name=each.name, others=others)


@transaction.atomic
def accept(*, meeting: Meeting, name: str, now: datetime) -> None:
    """A friendly amendment: the President has heard that every sponsor agrees."""
    meeting = lock_session(meeting)
    refuse_during_a_vote(meeting)
    draft = steps.floor_of(meeting).draft
    done(meeting, "accept_amendment", now, name=name, consenting=list(draft.sponsors) if draft else [])


@transaction.atomic
def withdraw(*, meeting: Meeting, step: str, name: str, by: str, now: datetime) -> None:
    """An amendment by its mover, or a draft by a sponsor (`withdraw_amendment`, `withdraw_draft`)."""
    meeting = lock_session(meeting)
    refuse_during_a_vote(meeting)
    done(meeting, step, now, name=name, by=by)


@transaction.atomic
def introduce(*, meeting: Meeting, text: Resolution, sponsors: list[str], now: datetime) -> None:
    """A rival draft, or the next text when all others were dealt with: that opens a new debate."""
    meeting = lock_session(meeting)
    refuse_during_a_vote(meeting)
    floor = steps.floor_of(meeting)
    if floor.draft is None and floor.stage is Stage.CLOSED:
        steps.take(meeting, "open_debate", now)
    meetings.introduce(meeting, text, sponsors, now)
    tell(meeting.room)
