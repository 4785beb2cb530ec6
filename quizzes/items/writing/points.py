"""What a question can ask and a text can tell, as keys: whatever tells a point answers the question that asks it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from quizzes.items.finding import Kind
from quizzes.items.writing.known import ROLES, Known, Told
from quizzes.items.writing.people import surname_of

# Such as ("vote", "3", "no").
Point = tuple[str, ...]
NOTHING: frozenset[Point] = frozenset()
# A quotation is known by its first letters: another article may print the same words, or more of them.
_FIRST_LETTERS = 20


def office_point(surname: str) -> Point:
    return ("office", surname)


def quote_point(told: Told) -> Point:
    return ("quote", re.sub(r"\W", "", told.text("text").casefold())[:_FIRST_LETTERS])


def veto_point(told: Told, what: str) -> Point:
    """`what`: who, date or failed. A member's vetoes are told apart by their month."""
    return ("veto", told.text("member"), told.date()[:7], what)


def event_point(told: Told) -> Point:
    return ("event", *map(str, told.place))


def size_point(body: str) -> Point:
    return ("size", body)


def rule_point(body: str, topic: str) -> Point:
    return ("rule", body, topic)


def points_by_sentence(known: Known) -> Mapping[tuple[int, str], frozenset[Point]]:
    """What a reader learns from each sentence that holds a fact, by article and sentence."""
    learned: defaultdict[tuple[int, str], set[Point]] = defaultdict(set)
    for told, point in (*_of_votes(known), *_of_others(known)):
        learned[told.article, told.finding.sentence].add(point)
    return {where: frozenset(points) for where, points in learned.items()}


def _of_votes(known: Known) -> Iterator[tuple[Told, Point]]:
    for vote in known.votes:
        for told in vote.tellings:
            yield from ((told, vote.point(role)) for role in ROLES if told.number(role) is not None)
        for iso3, tellings in vote.positions.items():
            yield from ((told, vote.point(iso3)) for told in tellings)


def _of_others(known: Known) -> Iterator[tuple[Told, Point]]:
    for told in known.told[Kind.VETO.value]:
        yield from ((told, veto_point(told, what)) for what in ("who", "date", "failed"))
    yield from ((told, office_point(surname_of(told.text("person").strip()))) for told in known.told[Kind.OFFICE.value])
    yield from ((told, quote_point(told)) for told in known.told[Kind.QUOTE.value])
    yield from ((told, event_point(told)) for told in known.told[Kind.EVENT.value])
    yield from ((told, size_point(told.text("body"))) for told in known.told[Kind.MEMBERSHIP.value])
    yield from ((told, rule_point(told.text("body"), told.text("topic"))) for told in known.told[Kind.PROCEDURE.value])
