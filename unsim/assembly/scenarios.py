"""October 2022 as a guided script: it is started, and its steps are taken one by one.

A delegation that acts in a step may do so from its phone; where nobody sits for it, the chair acts for it.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from unsim.assembly import meetings, motions, steps
from unsim.assembly.floor import OutOfOrder, current_ballot, lock_meeting, note, refuse_during_a_vote
from unsim.assembly.guide import ASSEMBLY, DEBRIEF, NEEDED, OCTOBER, REAL, SECRET, guide_of, step_of
from unsim.assembly.models import Meeting, Resolution
from unsim.assembly.proceedings import check_in_order
from unsim.assembly.putting import Way, majority_of, put_question
from unsim.rooms.models import Room
from unsim.rooms.now import tell
from unsim.rules.floor import next_motion
from unsim.rules.majority import Majority, majority_named
from unsim.rules.motions import METHOD, MotionKind
from unsim.rules.procedure import Method
from unsim.rules.script_2022 import SCRIPT, ScriptStep, StepKind

COUNCIL_TEXT, ASSEMBLY_TEXT = SCRIPT[0].text, SCRIPT[-1].text


def start_october(*, room: Room, prologue: bool, now: datetime) -> Meeting:
    """In the Council first, as a `prologue` of its own, or in the Assembly at once."""
    slug = COUNCIL_TEXT if prologue else ASSEMBLY_TEXT
    text = Resolution.objects.get(slug=slug, room=None)
    return meetings.start_meeting(room=room, resolution=text, now=now, scenario=OCTOBER)


@transaction.atomic
def take_step(*, meeting: Meeting, slug: str, now: datetime) -> None:
    """The step that the page showed as the next one; a second click on it changes nothing."""
    meeting = lock_meeting(meeting)
    if not _is_next(meeting, slug) or _being_voted(meeting) == slug:
        return
    if slug == ASSEMBLY:
        meetings.close_meeting(meeting=meeting, now=now)
        start_october(room=meeting.room, prologue=False, now=now)
    elif slug == DEBRIEF:
        meetings.show_debrief(meeting=meeting, on=True, now=now)
    elif slug == SECRET:
        raise OutOfOrder  # its box is made by the form of a secret ballot
    else:
        _take(meeting, REAL[slug], now)


@transaction.atomic
def skip_step(*, meeting: Meeting, slug: str, now: datetime) -> None:
    """Nothing is done for it; the log says that it was left out."""
    meeting = lock_meeting(meeting)
    if slug in NEEDED:
        raise OutOfOrder
    if _is_next(meeting, slug):
        refuse_during_a_vote(meeting)
        note(meeting, now, "skipped", slug=slug)
        _leave_result(meeting, now)


def _is_next(meeting: Meeting, slug: str) -> bool:
    """False if that step was taken already; OutOfOrder if another one comes first."""
    guide = guide_of(meeting)
    found = next((step for step in guide.steps if step.slug == slug), None) if guide else None
    if found is None or found.state == "later":
        raise OutOfOrder
    return found.state == "now"


def _being_voted(meeting: Meeting) -> str:
    current = current_ballot(meeting)
    return step_of(current) if current and current.undecided else ""


def _take(meeting: Meeting, step: ScriptStep, now: datetime) -> None:
    check_in_order(meeting)
    if step.kind is StepKind.TEXT:
        majority = majority_named(majority_of(meeting) or Majority.SIMPLE)
        put_question(meeting=meeting, way=Way(Method.RECORDED, majority), now=now)
    elif step.kind is StepKind.MOTION:
        _put_motion(meeting, step, now)
    else:
        if step.motion is MotionKind.SECRET_BALLOT:
            steps.take(meeting, "ask_secret", now)
        note(meeting, now, "told", slug=step.slug)
        _leave_result(meeting, now)


def _leave_result(meeting: Meeting, now: datetime) -> None:
    """The room looks at what comes next."""
    if steps.shows_result(meeting):
        note(meeting, now, "gone_on")
    tell(meeting.room)


def _put_motion(meeting: Meeting, step: ScriptStep, now: datetime) -> None:
    """Moves it, unless a delegation did, and opens the vote; OutOfOrder while another motion comes first."""
    kind = MotionKind(step.motion or "")
    if not any(moved.kind is kind for moved in steps.floor_of(meeting).pending):
        _move(meeting, kind, step.by[0], now)
    first = next_motion(meeting.rules, steps.floor_of(meeting))
    if first is None or first.kind is not kind:
        raise OutOfOrder
    motions.put(meeting=meeting, number=first.number, now=now)


def _move(meeting: Meeting, kind: MotionKind, by: str, now: datetime) -> None:
    if kind is MotionKind.APPEAL and not steps.floor_of(meeting).appealable:
        if steps.floor_of(meeting).point is None:
            steps.take(meeting, "move", now, kind=MotionKind.POINT_OF_ORDER.value, by=by)
        steps.take(meeting, "rule", now, upheld=False)
    about = METHOD if kind is MotionKind.RECONSIDER else ""
    steps.take(meeting, "move", now, kind=kind.value, by=by, about=about)
