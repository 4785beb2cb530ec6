"""A text as it stands: its clauses, what amendments and divided votes have done to them, and what waits."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from unsim.assembly import steps
from unsim.assembly.models import Amendment, Meeting, Motion, Resolution
from unsim.assembly.motion_words import clause_names, keys_in, part_words, yes_means
from unsim.rules.amendments import Amendment as OnTheFloor
from unsim.rules.amendments import AmendmentStatus
from unsim.rules.clauses import Change, ChangeKind, Clause, Wording, amended, numbered, wording_of
from unsim.rules.floor_state import Draft, Floor, QuestionOf
from unsim.rules.motions import MotionKind, Stage
from unsim.rules.refusals import RuledOut

GONE = ("deleted", "rejected")
_IN_ORDER = (AmendmentStatus.ACCEPTED, AmendmentStatus.ADOPTED)


@dataclass(frozen=True)
class Line:
    """A clause. `key`: by which amendments and parts name it. `number`: of an operative one that is in the text.
    `name`: what it is called, by its number as it was handed in.

    `mark`: added, revised, deleted, rejected, kept (voted on separately), separate (will be), or empty. `now`: it is
    being voted on.
    """

    key: int
    number: int | None
    name: str
    text: str
    mark: str
    now: bool = False

    @property
    def gone(self) -> bool:
        return self.mark in GONE


@dataclass(frozen=True)
class AmendmentView:
    """`status`: of unsim.rules.amendments. `excludes`: names of those for which its adoption leaves no room."""

    name: str
    by: str
    mover: str
    status: str
    words: str
    text: str
    excludes: tuple[str, ...]
    rivals: tuple[str, ...] = ()

    @property
    def pending(self) -> bool:
        return self.status == AmendmentStatus.PENDING


@dataclass(frozen=True)
class TextView:
    """`lines` is empty for a text without numbered clauses, which is shown as it was written."""

    title: str
    lines: tuple[Line, ...]
    amendments: tuple[AmendmentView, ...]
    sponsors: tuple[str, ...]

    @property
    def pending(self) -> tuple[AmendmentView, ...]:
        return tuple(each for each in self.amendments if each.pending)

    @property
    def changed(self) -> bool:
        return any(line.mark for line in self.lines)


def draft_of(meeting: Meeting, floor: Floor) -> Draft | None:
    """The meeting's own text on the floor, also when it was decided."""
    name = steps.draft_name(meeting.resolution)
    return next((draft for draft in floor.drafts if draft.name == name), None)


def wording_now(text: Resolution, draft: Draft | None, rows: Mapping[str, Amendment]) -> Wording:
    """With what was taken in, then what was adopted. A change whose clause is gone changes nothing."""
    wording = wording_of(text.summary)
    for status in _IN_ORDER:
        for each in draft.amendments.all if draft else ():
            if each.status is status and each.name in rows:
                with contextlib.suppress(RuledOut):
                    wording = amended(wording, change_of(rows[each.name]))
    return wording


def change_of(row: Amendment) -> Change:
    return Change(ChangeKind(row.kind), row.at, row.text)


def rows_of(meeting: Meeting, draft: Draft | None) -> dict[str, Amendment]:
    if draft is None or not draft.amendments.all:
        return {}
    return {row.name: row for row in meeting.amendments.all()}


def clauses_now(meeting: Meeting, floor: Floor) -> tuple[Clause, ...]:
    draft = draft_of(meeting, floor)
    return wording_now(meeting.resolution, draft, rows_of(meeting, draft)).clauses


def text_view(meeting: Meeting, floor: Floor) -> TextView:
    draft = draft_of(meeting, floor)
    rows = rows_of(meeting, draft)
    labels = dict(meeting.delegations.values_list("member_id", "member__grid_label")) if rows else {}
    names = clause_names(wording_of(meeting.resolution.summary))
    shown = (each for each in draft.amendments.all if each.name in rows) if draft else ()
    return TextView(
        title=meeting.resolution.title,
        lines=_lines(meeting.resolution, draft, rows, _asked(floor)),
        amendments=tuple(_amendment(each, rows, labels, names) for each in shown),
        sponsors=draft.sponsors if draft else (),
    )


def _asked(floor: Floor) -> frozenset[int]:
    """The clauses that are being voted on."""
    question = floor.question
    return frozenset(keys_in(question.name) if question and question.of is QuestionOf.PART else ())


def _amendment(
    each: OnTheFloor, rows: Mapping[str, Amendment], labels: Mapping[str, str], names: Mapping[int, str]
) -> AmendmentView:
    row = rows[each.name]
    return AmendmentView(
        name=each.name,
        by=each.by,
        mover=labels.get(each.by, each.by),
        status=each.status.value,
        words=change_words(row, names),
        text=row.text,
        excludes=tuple(sorted(each.excludes)),
        rivals=_rivals(row, rows),
    )


def _rivals(row: Amendment, rows: Mapping[str, Amendment]) -> tuple[str, ...]:
    """Others about a clause that this one deletes: what to propose as ruled out by it."""
    if row.kind != ChangeKind.DELETE:
        return ()
    return tuple(other.name for other in rows.values() if other.at == row.at and other.name != row.name)


def change_words(row: Amendment, names: Mapping[int, str]) -> str:
    """What an amendment does, without its new words."""
    name = names.get(row.at) or _("a new clause")
    if row.kind == ChangeKind.ADD:
        return _("adds after %(clause)s") % {"clause": name} if row.at else _("adds at the beginning")
    if row.kind == ChangeKind.DELETE:
        return _("deletes %(clause)s") % {"clause": name}
    return _("revises %(clause)s") % {"clause": name}


def _lines(
    text: Resolution, draft: Draft | None, rows: Mapping[str, Amendment], asked: frozenset[int]
) -> tuple[Line, ...]:
    before, after = wording_of(text.summary), wording_now(text, draft, rows)
    if not any(clause.operative for clause in after.clauses):
        return ()
    parts = _parts(draft)
    kept = [clause for clause in after.clauses if parts.get(clause.key) != "rejected"]
    numbers = {clause.key: number for number, clause in numbered(kept)}
    words, names = {clause.key: clause.text for clause in before.clauses}, clause_names(before)
    lines = [
        Line(
            key=clause.key,
            number=numbers.get(clause.key),
            name=names.get(clause.key) or _("new"),
            text=clause.text,
            mark=parts.get(clause.key) or _mark(clause, words, before.keys),
            now=clause.key in asked,
        )
        for clause in after.clauses
    ]
    return tuple(_with_deleted(lines, before, names))


def _mark(clause: Clause, words: Mapping[int, str], keys: int) -> str:
    if clause.key > keys:
        return "added"
    return "" if words[clause.key] == clause.text else "revised"


def _with_deleted(lines: list[Line], before: Wording, names: Mapping[int, str]) -> list[Line]:
    """Each clause that was deleted stands, as such, after the one that it followed."""
    there = {line.key for line in lines}
    place = 0
    for clause in before.clauses:
        if clause.key not in there:
            lines.insert(place, Line(clause.key, None, names[clause.key], clause.text, "deleted"))
        place = next(at for at, line in enumerate(lines) if line.key == clause.key) + 1
    return lines


def _parts(draft: Draft | None) -> dict[int, str]:
    """By clause: how the separate vote on it went, or that there will be one."""
    if draft is None or draft.division is None:
        return {}
    results = dict(enumerate(draft.division.results))
    marks = {True: "kept", False: "rejected", None: "separate"}
    return {
        key: marks[results.get(place)] for place, part in enumerate(draft.division.parts) for key in keys_in(part.name)
    }


def board_words(meeting: Meeting, of: str, name: str) -> str:
    """An amendment or a part as the board shows it; empty for the whole."""
    names = clause_names(wording_of(meeting.resolution.summary))
    if of == QuestionOf.PART:
        return _("Separate vote: %(part)s") % {"part": part_words(name, names)}
    row = meeting.amendments.filter(name=name).first() if of == QuestionOf.AMENDMENT else None
    return _("Amendment %(name)s %(does)s") % {"name": name, "does": change_words(row, names)} if row else ""


def question_words(meeting: Meeting, floor: Floor) -> str:
    """The amendment or part that is put next, as a heading; empty for the whole."""
    question = replace(floor, stage=Stage.VOTING).question
    return board_words(meeting, question.of.value, question.name) if question else ""


def means_of(motion: Motion) -> str:
    """What a vote in favour means: of a motion, or the words that an amendment or a part would put into the text."""
    if motion.of == "motion":
        return yes_means(motion.meeting.rules, MotionKind(motion.name))
    if motion.of == QuestionOf.AMENDMENT:
        row = motion.meeting.amendments.filter(name=motion.name).first()
        return row.text if row else ""
    if motion.of == QuestionOf.PART:
        return _part_text(motion)
    return ""


def _part_text(motion: Motion) -> str:
    draft = draft_of(motion.meeting, steps.floor_of(motion.meeting))
    wording = wording_now(motion.resolution, draft, rows_of(motion.meeting, draft))
    keys = keys_in(motion.name)
    return " ".join(clause.text for clause in wording.clauses if clause.key in keys)
