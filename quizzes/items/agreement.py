"""What several articles say of the same thing: where they agree, and where they contradict each other.

A fact is named by its place: (article, fact). The same vote told by two articles is one fact with two sources; the same
thing with another value is a disagreement, and is shown as one, never decided in silence.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from quizzes.items.finding import Article, Finding, Kind, Value

Ref = tuple[int, int]
ROLES = ("yes", "no", "abstain", "absent")
# Vetoes of one member so near to each other in two articles are one veto, told with two dates.
_NEAR = 7


@dataclass(frozen=True, slots=True)
class Agreement:
    kind: str
    facts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`values`: who says what, by the value as text."""

    kind: str
    field: str
    values: Mapping[str, tuple[Ref, ...]]

    @property
    def facts(self) -> tuple[Ref, ...]:
        return tuple(ref for refs in self.values.values() for ref in refs)


def agreements(articles: Sequence[Article]) -> list[Agreement]:
    """The same thing told by two articles or more, in the order of the first telling."""
    groups = [(Kind.TALLY, group) for group in same_votes(articles)]
    for kind, identity in _IDENTITIES.items():
        groups += [(kind, group) for group in _grouped(articles, kind, identity)]
    found = [Agreement(kind.value, group) for kind, group in groups if len({article for article, _ in group}) > 1]
    return sorted(found, key=lambda one: one.facts)


def disagreements(articles: Sequence[Article]) -> list[Disagreement]:
    found = [*_of_veto_dates(articles), *_of_votes(articles), *_of_positions(articles)]
    for kind, topic, field in _SINGLE_VALUED:
        found += _of_values(articles, kind, topic, field)
    return sorted(found, key=lambda one: (one.facts, one.field))


def refs(articles: Sequence[Article], kind: Kind) -> Iterator[tuple[Ref, Finding]]:
    for a, article in enumerate(articles):
        for f, finding in enumerate(article.findings):
            if finding.kind == kind:
                yield (a, f), finding


def same_votes(articles: Sequence[Article]) -> list[tuple[Ref, ...]]:
    """The tallies put together by vote: same body, same numbers, dates that can be one."""
    groups: list[list[tuple[Ref, Finding]]] = []
    for ref, tally in refs(articles, Kind.TALLY):
        same = (g for g in groups if all(_is_same_vote(tally, told) and ref[0] != at[0] for at, told in g))
        group = next(same, None)
        if group is None:
            groups.append([(ref, tally)])
        else:
            group.append((ref, tally))
    return [tuple(ref for ref, _ in group) for group in groups]


def _is_same_vote(one: Finding, other: Finding) -> bool:
    a, b = one.values, other.values
    shared = [role for role in ROLES if a[role] is not None and b[role] is not None]
    bodies = a["body"] == b["body"] or None in (a["body"], b["body"])
    return len(shared) > 1 and all(a[r] == b[r] for r in shared) and bodies and can_be_one(a["date"], b["date"])


def can_be_one(one: Value, other: Value) -> bool:
    """Whether two dates can be the same day: one is unknown, or they agree as far as both are exact."""
    if one is None or other is None:
        return True
    (a, b), (c, d) = _days(str(one)), _days(str(other))
    return a <= d and c <= b


def _days(when: str) -> tuple[str, str]:
    """The first and the last day of a date, as texts that compare."""
    first, _, last = when.partition("/")
    last = last or first
    return first + "0000-00-00"[len(first) :], last + "9999-99-99"[len(last) :]


def _is_day(when: Value) -> bool:
    return isinstance(when, str) and len(when) == 10


def _grouped(
    articles: Sequence[Article], kind: Kind, identity: Callable[[Finding], Hashable | None]
) -> list[tuple[Ref, ...]]:
    groups: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    for ref, finding in refs(articles, kind):
        same = identity(finding)
        if same is not None:
            groups[same].append(ref)
    return [tuple(group) for group in groups.values()]


def _dated_veto(finding: Finding) -> Hashable | None:
    when = finding.values["date"]
    return (finding.values["member"], when) if when else None


_IDENTITIES: Mapping[Kind, Callable[[Finding], Hashable | None]] = {
    Kind.VETO: _dated_veto,
    Kind.MEMBERSHIP: lambda finding: (finding.values["body"], finding.values["count"]),
    Kind.PROCEDURE: lambda finding: tuple(finding.values[field] for field in ("body", "topic", "holds")),
    Kind.OFFICE: lambda finding: (str(finding.values["person"]).rsplit(" ", 1)[-1], finding.values["role"]),
}
_SINGLE_VALUED = (
    (Kind.MEMBERSHIP, ("body",), "count"),
    (Kind.PROCEDURE, ("body", "topic"), "holds"),
)


def _of_values(articles: Sequence[Article], kind: Kind, topic: tuple[str, ...], field: str) -> Iterator[Disagreement]:
    told: defaultdict[Hashable, defaultdict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for ref, finding in refs(articles, kind):
        told[tuple(finding.values[part] for part in topic)][str(finding.values[field])].append(ref)
    for values in told.values():
        if len(values) > 1:
            yield Disagreement(kind.value, field, {value: tuple(group) for value, group in values.items()})


def _of_veto_dates(articles: Sequence[Article]) -> Iterator[Disagreement]:
    """One veto with two days. An article that tells both days tells two vetoes."""
    exact = [(ref, veto) for ref, veto in refs(articles, Kind.VETO) if _is_day(veto.values["date"])]
    for (ref, one), (at, other) in combinations(exact, 2):
        a, b = str(one.values["date"]), str(other.values["date"])
        near = 0 < abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _NEAR
        if (
            one.values["member"] == other.values["member"]
            and near
            and not _both_told(exact, one, a, b)
            and ref[0] != at[0]
        ):
            yield Disagreement(Kind.VETO.value, "date", {a: (ref,), b: (at,)})


def _both_told(exact: Sequence[tuple[Ref, Finding]], veto: Finding, a: str, b: str) -> bool:
    by_article: defaultdict[int, set[str]] = defaultdict(set)
    for (article, _), other in exact:
        if other.values["member"] == veto.values["member"]:
            by_article[article].add(str(other.values["date"]))
    return any({a, b} <= days for days in by_article.values())


def _of_votes(articles: Sequence[Article]) -> Iterator[Disagreement]:
    """One vote on one day with two numbers, or with the same numbers on two days near each other."""
    tallies = list(refs(articles, Kind.TALLY))
    for (ref, one), (at, other) in combinations(tallies, 2):
        if ref[0] == at[0] or one.values["body"] != other.values["body"]:
            continue
        if _is_one_day(one, other) and _is_alone(tallies, ref, one) and _is_alone(tallies, at, other):
            for role in ROLES:
                a, b = one.values[role], other.values[role]
                if a is not None and b is not None and a != b:
                    yield Disagreement(Kind.TALLY.value, role, {str(a): (ref,), str(b): (at,)})
        elif _has_same_numbers(one, other) and _is_near(one, other):
            values = {str(one.values["date"]): (ref,), str(other.values["date"]): (at,)}
            yield Disagreement(Kind.TALLY.value, "date", values)


def _is_one_day(one: Finding, other: Finding) -> bool:
    return _is_day(one.values["date"]) and one.values["date"] == other.values["date"]


def _is_near(one: Finding, other: Finding) -> bool:
    a, b = one.values["date"], other.values["date"]
    if not (_is_day(a) and _is_day(b)):
        return False
    return 0 < abs((date.fromisoformat(str(a)) - date.fromisoformat(str(b))).days) <= _NEAR


def _has_same_numbers(one: Finding, other: Finding) -> bool:
    shared = [role for role in ROLES if one.values[role] is not None and other.values[role] is not None]
    return len(shared) > 1 and all(one.values[role] == other.values[role] for role in shared)


def _is_alone(tallies: Sequence[tuple[Ref, Finding]], ref: Ref, tally: Finding) -> bool:
    """Whether its article tells no other vote of that body on that day."""
    same = [at for at, other in tallies if at[0] == ref[0] and _is_one_day(tally, other)]
    return [at for at in same if _body_of(tallies, at) == tally.values["body"]] == [ref]


def _body_of(tallies: Sequence[tuple[Ref, Finding]], ref: Ref) -> Value:
    return next(tally.values["body"] for at, tally in tallies if at == ref)


def _of_positions(articles: Sequence[Article]) -> Iterator[Disagreement]:
    """One member said to have voted in two ways in one vote."""
    told: defaultdict[tuple[int, Value], defaultdict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    group_of = {ref: number for number, group in enumerate(same_votes(articles)) for ref in group}
    for (article, fact), position in refs(articles, Kind.POSITION):
        tally = position.values["tally"]
        if isinstance(tally, int) and (article, tally) in group_of:
            key = (group_of[article, tally], position.values["member"])
            told[key][str(position.values["vote"])].append((article, fact))
    for values in told.values():
        if len(values) > 1:
            yield Disagreement(Kind.POSITION.value, "vote", {vote: tuple(group) for vote, group in values.items()})
