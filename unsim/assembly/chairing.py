"""What is before the meeting, what the President does next, and what else is in order."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from unsim.assembly import script_floor
from unsim.assembly.minutes import sentence_of
from unsim.assembly.models import Meeting
from unsim.assembly.motion_words import MotionView, clause_names, motion_view
from unsim.assembly.putting import Usual
from unsim.assembly.steps import last_step
from unsim.assembly.texts import AmendmentView, question_words, text_view
from unsim.rules.clauses import wording_of
from unsim.rules.decision import Body
from unsim.rules.floor_state import Floor
from unsim.rules.in_order import in_order
from unsim.rules.motion_sentences import effect_sentence, title, way_phrase
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import MotionKind, Moved, Stage, by_precedence
from unsim.rules.procedure import Method
from unsim.rules.profile import Profile


@dataclass(frozen=True)
class Offer:
    """A motion or point that is in order now. `asks`: it needs more than its name."""

    kind: str
    title: str
    rule: str
    way: str
    effect: str
    asks: bool


ASKING = frozenset(
    {
        MotionKind.TIME_LIMIT,
        MotionKind.UNMODERATED_CAUCUS,
        MotionKind.MODERATED_CAUCUS,
        MotionKind.DIVISION,
        MotionKind.AMENDMENT,
        MotionKind.RECONSIDER,
    }
)


@dataclass(frozen=True)
class Podium:
    """`next` is the one obvious step: rule, answer, resume, end_caucus, second, grant, vote, hands, rank, question
    (the vote on the text, or on the amendment or part that comes first), open_debate, or nothing.

    `motion`: the point that was raised, or the motion that comes next; `others` follow in the order of precedence.
    """

    next: str
    motion: MotionView | None
    others: tuple[MotionView, ...]
    say: str


def podium_of(meeting: Meeting, floor: Floor, *, voting: bool) -> Podium:
    """`voting`: a ballot is going on; then only its conduct and an appeal are to be dealt with."""
    rules, names = meeting.rules, (labels_of(meeting, floor), clause_names(wording_of(meeting.resolution.summary)))
    waiting = [moved for moved in by_precedence(rules.order, floor.pending) if not voting or _interrupts(moved)]
    moved = floor.point or next(iter(waiting), None)
    motion = motion_view(rules, floor, moved, *names) if moved else None
    others = tuple(motion_view(rules, floor, other, *names) for other in waiting if other is not moved)
    step = _next(rules, floor, motion, voting=voting)
    return Podium(step, motion, others, script_floor.say(meeting, floor, step, motion))


def _interrupts(moved: Moved) -> bool:
    """Of what is pending, only an appeal is dealt with in a vote; the rest waits until it is over."""
    return moved.kind is MotionKind.APPEAL


def _next(rules: Profile, floor: Floor, motion: MotionView | None, *, voting: bool) -> str:
    if floor.point:
        return "rule" if motion and motion.ruling else "answer"
    if floor.stage in (Stage.SUSPENDED, Stage.ADJOURNED):
        return "resume"
    if voting:
        return "hands" if motion and motion.kind == MotionKind.APPEAL else ""
    if floor.caucus and not floor.appealing:
        return "end_caucus"
    return _next_motion(motion) if motion else _next_question(floor)


def _next_motion(motion: MotionView) -> str:
    if motion.waits_for_a_second:
        return "second"
    return "vote" if motion.needs_vote else "grant"


def _next_question(floor: Floor) -> str:
    if floor.draft is None:
        return "" if floor.stage is Stage.DEBATE else "open_debate"
    return "question" if floor.draft.amendments.in_order else "rank"


def labels_of(meeting: Meeting, floor: Floor) -> Mapping[str, str]:
    """The names of those who moved, seconded, objected or spoke. No query while nothing is before the meeting."""
    if not (floor.point or floor.pending or floor.put):
        return {}
    return dict(meeting.delegations.values_list("member_id", "member__grid_label"))


def offers(rules: Profile, floor: Floor, *, voting: bool) -> tuple[Offer, ...]:
    """What a delegation may move or raise now, by precedence."""
    kinds = in_order(rules, floor)
    if voting:
        kinds = [kind for kind in kinds if kind in (MotionKind.POINT_OF_ORDER, MotionKind.APPEAL)]
    return tuple(offer_of(rules, kind) for kind in kinds)


def offer_of(rules: Profile, kind: MotionKind) -> Offer:
    rule = rules.rule_of(kind)
    # Of a point the way says it all.
    effect = "" if kind in POINTS else effect_sentence(rule, _)
    return Offer(kind.value, title(kind, _), rule.rule, way_phrase(rule, _), effect, asks=kind in ASKING)


def busy(floor: Floor) -> bool:
    """Whether something other than the debate and the text is before the meeting."""
    stopped = floor.stage in (Stage.SUSPENDED, Stage.ADJOURNED)
    return bool(floor.point or floor.pending or floor.caucus or stopped)


def print_of(rules: Profile, floor: Floor, *, desk: bool) -> str:
    """Changes when what the forms of phones, or of the desk, offer has changed. A speech changes no phone's."""
    if not desk:
        pending = tuple(replace(moved, speakers=()) for moved in floor.pending)
        floor = replace(floor, pending=pending, rulings=())
    shown = [asdict(floor), in_order(rules, floor)]
    return f"{zlib.crc32(json.dumps(shown, default=sorted).encode()):x}"


def secret_may_be_asked(rules: Profile, floor: Floor) -> bool:
    return rules.body is Body.ASSEMBLY and not floor.secret_asked and MotionKind.SECRET_BALLOT in in_order(rules, floor)


@dataclass(frozen=True)
class Moves:
    """A delegation's own: what it may move or raise, what is pending, its amendments that wait."""

    offers: tuple[Offer, ...]
    pending: tuple[MotionView, ...]
    own_amendments: tuple[AmendmentView, ...]
    voting: bool


def moves_of(meeting: Meeting, floor: Floor, code: str, *, voting: bool) -> Moves:
    rules = meeting.rules
    labels, names = labels_of(meeting, floor), clause_names(wording_of(meeting.resolution.summary))
    own = () if voting else tuple(each for each in text_view(meeting, floor).pending if each.by == code)
    return Moves(
        offers=offers(rules, floor, voting=voting),
        pending=tuple(motion_view(rules, floor, moved, labels, names) for moved in floor.pending),
        own_amendments=own,
        voting=voting or floor.voting,
    )


def desk_of(meeting: Meeting, floor: Floor, *, voting: bool) -> dict[str, Any]:
    """What the podium's pages show beside their buttons; see templates/assembly/motions/podium.html and more.html."""
    rules, podium = meeting.rules, podium_of(meeting, floor, voting=voting)
    shown = {"podium": podium, "floor": floor, "voting": voting, "delegations": _members(meeting)}
    shown |= {"offers": offers(rules, floor, voting=voting), "undo": _undo(meeting)}
    shown |= {"undisturbed": not (voting and podium.next), "question": question_words(meeting, floor)}
    shown["usual_motion"] = Usual(Method.RECORDED.value, "", rules.roll_call_by_lot)
    return shown if voting else {**shown, **_texts(meeting, floor)}


def _members(meeting: Meeting) -> list[tuple[str, str]]:
    rows = meeting.delegations.filter(observer=False).order_by("member__seat_order")
    return list(rows.values_list("member_id", "member__grid_label"))


def _undo(meeting: Meeting) -> dict[str, Any] | None:
    last = last_step(meeting)
    return {"pk": last.pk, "sentence": sentence_of(last)} if last else None


def _texts(meeting: Meeting, floor: Floor) -> dict[str, Any]:
    rules, text = meeting.rules, text_view(meeting, floor)
    labels = dict(_members(meeting))
    pending = floor.draft.name if floor.draft else ""
    return {
        "text": text,
        "friendly": rules.friendly_amendments and bool(text.sponsors),
        "draft_name": pending,
        "sponsors": [(code, labels.get(code, code)) for code in text.sponsors],
        "asks_secret": secret_may_be_asked(rules, floor),
    }
