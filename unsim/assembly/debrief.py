"""The class's votes beside the real one. Of a secret ballot only the totals are known, and what they force."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from unsim.assembly.counting import TOTALS, Result, worded
from unsim.assembly.models import Ballot, Meeting, Record, Resolution
from unsim.rules.agreement import Agreement, agreed, by_group
from unsim.rules.choices import Choice
from unsim.rules.decision import Body, Outcome, decide, decide_council
from unsim.rules.explanations import NAMED
from unsim.rules.majority import majority_named
from unsim.rules.procedure import Method
from unsim.rules.tally import Tally, count, least_moved
from unsim.rules.what_if import without_veto

WIDE = 7  # per cent of a bar that a sign and a number fit into


@dataclass(frozen=True)
class Part:
    """A piece of a stacked bar; `x`, `width` and `middle` are per cent of the bar, as SVG writes them."""

    choice: str
    number: int
    x: str
    width: str
    middle: str
    wide: bool


@dataclass(frozen=True)
class Column:
    """One vote: `who` is "recorded", "secret" or "real". No tally where only the outcome was published.

    `students`: the sum of those votes that were not simulated. `unvetoed`: in the Council, the sum if no veto applied.
    """

    who: str
    on: date | None
    decision: str
    sum: str
    rule: str
    tally: Tally | None
    experiment: bool = False
    students: str = ""
    unvetoed: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        return _parts(self.tally) if self.tally else ()


def _parts(tally: Tally) -> tuple[Part, ...]:
    parts, start = [], 0.0
    for choice in TOTALS:
        number = getattr(tally, choice)
        width = 100 * number / tally.members if number else 0.0
        middle = start + width / 2
        parts.append(Part(choice, number, f"{start:.3f}%", f"{width:.3f}%", f"{middle:.3f}%", width >= WIDE))
        start += width
    return tuple(parts)


@dataclass(frozen=True)
class Line:
    """One delegation: its open vote in the class beside the real one. A `simulated` vote agrees with nothing."""

    code: str
    label: str
    here: str
    real: str | None
    group: str = ""
    simulated: bool = False
    veto: bool = False

    @property
    def agrees(self) -> bool | None:
        """None unless both voted, and a student for one: who did not took no side."""
        if self.simulated:
            return None
        return agreed(Choice(self.here), Choice(self.real) if self.real else None)


@dataclass(frozen=True)
class Debrief:
    """`moved`: at least so many votes differ between the open and the secret vote; None unless both were held over
    the same delegations and both totals are known."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    moved: int | None

    @property
    def real(self) -> bool:
        """Whether the real vote stands beside it."""
        return any(line.real for line in self.lines)

    @property
    def compared(self) -> int:
        return sum(line.agrees is not None for line in self.lines)

    @property
    def agreed(self) -> int:
        return sum(line.agrees is True for line in self.lines)

    @property
    def groups(self) -> dict[str, Agreement]:
        """Of the members of each regional group, how many voted as their country did."""
        here = {line.code: Choice(line.here) for line in self.lines if not line.simulated}
        real = {line.code: Choice(line.real) for line in self.lines if line.real}
        return by_group(here, real, {line.code: line.group for line in self.lines}) if real else {}

    def line_of(self, code: str) -> Line | None:
        return next((line for line in self.lines if line.code == code), None)


def debrief_for(meeting: Meeting) -> Debrief:
    """The first declared vote with names and the first secret one, since the first stands (rule 81)."""
    recorded, secret = _first(meeting, NAMED), _first(meeting, {Method.SECRET})
    columns = [column for column in (_held(recorded), _held(secret), _real(meeting.resolution)) if column]
    return Debrief(meeting.resolution.title, tuple(columns), _lines(meeting, recorded), _moved(recorded, secret))


def _first(meeting: Meeting, methods: Collection[Method]) -> Ballot | None:
    of = {"motion__method__in": [method.value for method in methods], "motion__of": "whole"}
    on_the_text = {**of, "motion__resolution": meeting.resolution}
    held = Ballot.objects.of(meeting).declared().filter(**on_the_text).select_related("record")
    decided = [ballot for ballot in held if ballot.record.content["decision"] != "equally_divided"]
    return next(iter([*decided, *held]), None)


def _held(ballot: Ballot | None) -> Column | None:
    if ballot is None:
        return None
    content = ballot.record.content
    return Column(
        who="secret" if content["method"] == Method.SECRET else "recorded",
        on=ballot.record.declared_at.date(),
        decision=content["decision"],
        sum=content["sum"],
        rule=content["rule"],
        tally=tally_in(ballot.record),
        experiment=content["experiment"],
        students=(content.get("students") or {}).get("sum", ""),
        unvetoed=_unvetoed(Outcome(content["decision"]), tally_in(ballot.record), content.get("vetoes")),
    )


def _unvetoed(declared: Outcome, tally: Tally | None, vetoes: Sequence[str] | None) -> str:
    """What the same votes would have decided on a matter of procedure; empty where that is the same."""
    if not vetoes or tally is None:
        return ""
    supposed = without_veto(tally, declared)
    return worded(supposed.decision).sum if supposed.differs else ""


def tally_in(record: Record) -> Tally | None:
    tally = record.content["tally"]
    return Tally(*(tally[name] for name in TOTALS)) if tally else None


def _real(resolution: Resolution) -> Column | None:
    rows = resolution.real_votes.values_list("member_id", "choice", "member__permanent")
    votes = {code: Choice(choice) for code, choice, _ in rows}
    if not votes:
        return None
    vetoes = [code for code, _, permanent in rows if permanent and votes[code] is Choice.NO]
    result = _decided(resolution, count(votes.values()), vetoes)
    return Column("real", resolution.date, result.outcome.value, result.sum, result.rule, result.tally)


def _decided(resolution: Resolution, tally: Tally, vetoes: Sequence[str]) -> Result:
    if resolution.body == Body.COUNCIL:
        return worded(decide_council(tally, vetoes=vetoes, procedural=resolution.procedural))
    # The record does not say who was in the hall without voting; its President answered for the quorum.
    return worded(decide(tally, majority_named(resolution.majority), present=tally.members))


def _lines(meeting: Meeting, recorded: Ballot | None) -> tuple[Line, ...]:
    if recorded is None:
        return ()
    here = recorded.record.content["votes"]
    real = dict(meeting.resolution.real_votes.values_list("member_id", "choice"))
    members = meeting.delegations.order_by("member__seat_order")
    rows = members.values_list("member_id", "member__grid_label", "member__regional_group")
    content = recorded.record.content
    marks = {code: (code in content["simulated"], code in content.get("vetoes", ())) for code in here}
    return tuple(
        Line(code, label, here[code], real.get(code), group, *marks[code])
        for code, label, group in rows
        if code in here
    )


def _moved(recorded: Ballot | None, secret: Ballot | None) -> int | None:
    """Over the roll of the secret ballot, if all of it could vote in the open too."""
    if recorded is None or secret is None or not set(secret.electorate) <= set(recorded.electorate):
        return None
    votes = recorded.record.content["votes"]
    before, after = count(Choice(votes[code]) for code in secret.electorate), tally_in(secret.record)
    return least_moved(before, after) if after else None
