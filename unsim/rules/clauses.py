"""The clauses of a text, and what an amendment does to them (rule 90: it adds to, deletes from or revises a part)."""

import enum
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from unsim.rules.division import Division, Part
from unsim.rules.refusals import Reason, RuledOut

_NUMBERED = re.compile(r"\d+\.\s+")


class ChangeKind(enum.StrEnum):
    ADD = "add"
    DELETE = "delete"
    REVISE = "revise"


@dataclass(frozen=True)
class Clause:
    """`key` stays the same whatever is added or deleted; 1 is the first clause as submitted."""

    key: int
    text: str
    operative: bool


@dataclass(frozen=True)
class Change:
    """What one amendment does. ADD: after the clause `at` (0: before all); the new one is operative if numbered."""

    kind: ChangeKind
    at: int
    text: str = ""


@dataclass(frozen=True)
class Wording:
    """A text as it stands. `keys`: how many were ever given, since one that was deleted is never given again."""

    clauses: tuple[Clause, ...]
    keys: int


def wording_of(text: str) -> Wording:
    """Paragraphs parted by an empty line; a paragraph that begins with a number is operative."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
    clauses = tuple(_clause(key, paragraph) for key, paragraph in enumerate(filter(None, paragraphs), start=1))
    return Wording(clauses, len(clauses))


def amended(wording: Wording, change: Change) -> Wording:
    """RuledOut if the clause is not, or no longer, in the text."""
    if change.kind is ChangeKind.ADD:
        return _with_added(wording, change)
    place = _place(wording.clauses, change.at)
    clause = wording.clauses[place]
    instead = () if change.kind is ChangeKind.DELETE else (replace(clause, text=_unnumbered(change.text)),)
    return replace(wording, clauses=(*wording.clauses[:place], *instead, *wording.clauses[place + 1 :]))


def _with_added(wording: Wording, change: Change) -> Wording:
    place = _place(wording.clauses, change.at) + 1 if change.at else 0
    key = wording.keys + 1
    new = _clause(key, change.text)
    return Wording((*wording.clauses[:place], new, *wording.clauses[place:]), key)


def numbered(clauses: Sequence[Clause]) -> tuple[tuple[int | None, Clause], ...]:
    """Each clause with the number that it bears as an operative one, counted anew from 1."""
    number = 0
    lines: list[tuple[int | None, Clause]] = []
    for clause in clauses:
        number += clause.operative
        lines.append((number if clause.operative else None, clause))
    return tuple(lines)


def division_of(clauses: Sequence[Clause], groups: Sequence[Collection[int]]) -> Division:
    """The groups of clause keys as parts, named by their keys; what is in no group is voted on with the whole.

    RuledOut for a key that is not in the text, in two groups, or for an empty group.
    """
    operative = {clause.key: clause.operative for clause in clauses}
    asked = [key for group in groups for key in group]
    if not asked or not all(groups) or len(set(asked)) < len(asked) or not set(asked) <= operative.keys():
        raise RuledOut(Reason.NO_PARTS)
    parts = tuple(Part(_name(group), any(operative[key] for key in group)) for group in groups)
    return Division(parts, any(operative[key] for key in operative.keys() - set(asked)))


def kept(clauses: Sequence[Clause], division: Division) -> tuple[Clause, ...]:
    """The text without the parts that were rejected."""
    rejected = {part.name for part, adopted in zip(division.parts, division.results, strict=False) if not adopted}
    gone = {int(key) for name in rejected for key in name.split(",")}
    return tuple(clause for clause in clauses if clause.key not in gone)


def _name(group: Collection[int]) -> str:
    return ",".join(str(key) for key in sorted(group))


def _clause(key: int, paragraph: str) -> Clause:
    return Clause(key, _unnumbered(paragraph), _NUMBERED.match(paragraph) is not None)


def _unnumbered(text: str) -> str:
    line = " ".join(text.split())
    number = _NUMBERED.match(line)
    return line[number.end() :] if number else line


def _place(clauses: Sequence[Clause], key: int) -> int:
    found = next((place for place, clause in enumerate(clauses) if clause.key == key), None)
    if found is None:
        raise RuledOut(Reason.NO_SUCH_CLAUSE, number=key)
    return found
