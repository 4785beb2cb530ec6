"""The guided script of October 2022 as a meeting has followed it so far, and the real numbers beside its own.

Which step is next follows from the log and the declared votes; nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from unsim.assembly import script_words, steps
from unsim.assembly.council import is_council
from unsim.assembly.counting import is_secret
from unsim.assembly.models import Ballot, Meeting
from unsim.rules.floor_state import Floor
from unsim.rules.in_order import why_not
from unsim.rules.motions import METHOD, MotionKind
from unsim.rules.script_2022 import SCRIPT, ScriptStep, StepKind, decided

OCTOBER = "october_2022"
TOLD, SKIPPED = "told", "skipped"
# What follows the real sequence: the experiment on the same text, and the debrief; after the prologue, the Assembly.
SECRET, DEBRIEF, ASSEMBLY = "secret", "debrief", "assembly"
# Without the letter there is nothing to vote on: one member suffices for a recorded vote (rule 87).
LETTER = "letter"
NEEDED = frozenset({LETTER, ASSEMBLY, DEBRIEF})
REAL: Mapping[str, ScriptStep] = {step.slug: step for step in SCRIPT}


@dataclass(frozen=True)
class Step:
    """A step as a page shows it. `state`: done, skipped, now or later. `happened` tells the outcome of `voted` steps.

    `todo` and `say` are for the President; `label` names the one button. `lacking`: names of those who act in this step
    and have no student. `possible`: else the step can only be skipped. `here` and `real`: what the class and what the
    real body decided, as far as it has.
    """

    slug: str
    title: str
    state: str
    on: date | None
    happened: str
    source: str
    uncertain: str
    voted: bool
    todo: str
    say: str
    label: str
    lacking: tuple[str, ...] = ()
    possible: bool = True
    here: str = ""
    real: str = ""

    @property
    def optional(self) -> bool:
        return self.slug not in NEEDED


@dataclass(frozen=True)
class Guide:
    steps: tuple[Step, ...]

    @property
    def now(self) -> Step | None:
        return next((step for step in self.steps if step.state == "now"), None)

    @property
    def compared(self) -> tuple[Step, ...]:
        """The votes that the class has held too."""
        return tuple(step for step in self.steps if step.here and step.voted)


def guide_of(meeting: Meeting, floor: Floor | None = None) -> Guide | None:
    """None for a meeting that follows no script."""
    if meeting.scenario != OCTOBER:
        return None
    floor = steps.floor_of(meeting) if floor is None else floor
    held, done = _held(meeting), _done(meeting, floor)
    shown: list[Step] = []
    for slug in slugs_of(meeting):
        ballot = held.get(slug)
        state = _state(slug, ballot, done, following=all(step.state in ("done", "skipped") for step in shown))
        shown.append(_step(meeting, floor, slug, state, ballot))
    return Guide(tuple(shown))


def slugs_of(meeting: Meeting) -> list[str]:
    """Of the prologue, or of the Assembly's part."""
    if is_council(meeting):
        return [SCRIPT[0].slug, ASSEMBLY]
    return [*(step.slug for step in SCRIPT[1:]), SECRET, DEBRIEF]


def step_of(ballot: Ballot) -> str:
    """Which step of the script this vote is; empty for another vote."""
    motion = ballot.motion
    if motion.of == "motion":
        return next((step.slug for step in SCRIPT if step.kind is StepKind.MOTION and step.motion == motion.name), "")
    if motion.of != "whole":
        return ""
    if is_secret(ballot):
        return SECRET
    return next((s.slug for s in SCRIPT if s.kind is StepKind.TEXT and s.text == motion.resolution.slug), "")


@dataclass(frozen=True)
class Real:
    """What the real body decided, and what of that is uncertain."""

    on: date | None
    sum: str
    uncertain: str


def real_beside(ballot: Ballot) -> Real | None:
    """Of the step that this vote is, once the class has decided on it."""
    if ballot.motion.meeting.scenario != OCTOBER or ballot.stage != "declared":
        return None
    step = REAL.get(step_of(ballot))
    return Real(step.date, _real(step), _(step.uncertain) if step.uncertain else "") if step else None


def _real(step: ScriptStep) -> str:
    decision = decided(step)
    if decision is not None:
        tally = decision.tally
        numbers = _("%(yes)d in favour, %(no)d against, %(abstain)d abstaining, %(absent)d not voting") % {
            "yes": tally.yes,
            "no": tally.no,
            "abstain": tally.abstain,
            "absent": tally.absent,
        }
        return f"{numbers}: {script_words.outcome(decision)}"
    if step.known_no is None:
        return ""
    return _("%(no)d against, so the ruling stood; how many were in favour and abstained is not established") % {
        "no": step.known_no
    }


def _held(meeting: Meeting) -> dict[str, Ballot]:
    """The last declared vote of each step."""
    ballots = Ballot.objects.of(meeting).declared().select_related("record")
    return {slug: ballot for ballot in ballots if (slug := step_of(ballot))}


def _done(meeting: Meeting, floor: Floor) -> dict[str, str]:
    """Slug -> told or skipped, as the log has it."""
    rows = meeting.log.filter(what__in=(TOLD, SKIPPED)).values_list("what", "data")
    done = {data["slug"]: what for what, data in rows}
    done.pop(LETTER, None)  # the step may have been taken back
    if any(entry.data["step"] == "ask_secret" for entry in steps.steps_of(meeting)):
        done[LETTER] = TOLD
    if meeting.debrief:
        done[DEBRIEF] = TOLD
    if is_council(meeting) and meeting.stage == "closed":
        done[ASSEMBLY] = TOLD
    return done


def _state(slug: str, ballot: Ballot | None, done: Mapping[str, str], *, following: bool) -> str:
    if ballot or done.get(slug) == TOLD:
        return "done"
    if slug in done:
        return "skipped"
    return "now" if following else "later"


def _step(meeting: Meeting, floor: Floor, slug: str, state: str, ballot: Ballot | None) -> Step:
    real = REAL.get(slug)
    return Step(
        slug=slug,
        title=script_words.TITLES[slug](),
        state=state,
        on=real.date if real else None,
        happened=_(real.happened) if real else "",
        source=_(real.source) if real else "",
        uncertain=_(real.uncertain) if real and real.uncertain else "",
        voted=real is not None and real.kind is not StepKind.HEARD,
        todo=script_words.TODO[slug](),
        say=script_words.SAY[slug](),
        label=script_words.LABELS[slug](),
        lacking=_lacking(meeting, real) if real and state == "now" else (),
        possible=state != "now" or _possible(meeting, floor, real),
        here=ballot.record.content["sum"] if ballot else "",
        real=_real(real) if real else "",
    )


def _lacking(meeting: Meeting, step: ScriptStep) -> tuple[str, ...]:
    seated = meeting.seats.filter(delegation__member__in=step.by).values_list("delegation__member_id", flat=True)
    return script_words.names([code for code in step.by if code not in set(seated)])


def _possible(meeting: Meeting, floor: Floor, step: ScriptStep | None) -> bool:
    """An appeal always is: the script has the ruling made against which it goes."""
    if step is None or step.kind is not StepKind.MOTION or step.motion in (None, MotionKind.APPEAL):
        return True
    if any(moved.kind is step.motion for moved in floor.pending):
        return True
    if step.motion is MotionKind.RECONSIDER and METHOD not in floor.reconsiderable:
        return False
    return why_not(meeting.rules, floor, MotionKind(step.motion)) is None
