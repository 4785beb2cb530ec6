"""What a question can ask and a text can tell, as keys: whatever tells a point answers the question that asks it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quizzes.items.finding import Kind
from quizzes.items.reading.bodies import COUNCIL
from quizzes.items.reading.nations import find_nations
from quizzes.items.reading.numbers import find_numbers
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


def gap_point(told: Told) -> Point:
    return ("gap", *map(str, told.place))


def size_point(body: str) -> Point:
    return ("size", body)


def rule_point(body: str, topic: str) -> Point:
    return ("rule", body, topic)


@dataclass(frozen=True)
class Learned:
    """What a reader learns from the sentences that hold facts: by article, then by sentence.

    `titles`: what the title of an article tells, by article.
    """

    points: Mapping[int, Mapping[str, frozenset[Point]]]
    titles: Mapping[int, frozenset[Point]] = field(default_factory=dict)
    _of: dict[tuple[int, str], frozenset[Point]] = field(default_factory=dict)

    def of(self, article: int, passage: str) -> frozenset[Point]:
        """All that the sentences of the passage tell."""
        if (article, passage) not in self._of:
            told = self.points.get(article, {}).items()
            self._of[article, passage] = NOTHING.union(*(points for words, points in told if overlap(words, passage)))
        return self._of[article, passage]


def overlap(one: str, other: str) -> bool:
    """Whether one of two passages of an article holds the other."""
    return one in other or other in one


def learned_from(known: Known) -> Learned:
    learned: defaultdict[int, defaultdict[str, set[Point]]] = defaultdict(lambda: defaultdict(set))
    for told, point in (*_of_votes(known), *_of_others(known)):
        learned[told.article][told.finding.sentence].add(point)
    points = {at: {words: frozenset(points) for words, points in told.items()} for at, told in learned.items()}
    titles = {at: frozenset(_of_title(known, at, article.title)) for at, article in enumerate(known.articles)}
    return Learned(points, titles)


def _of_title(known: Known, article: int, title: str) -> Iterator[Point]:
    """ "Russia vetoes ...", "Nigeria votes against ...", "... passed with 22 votes": the members and numbers named."""
    named = {one.iso3 for members in find_nations(title) for one in members.named}
    numbers = {number.value for number in find_numbers(title)}
    for vote in known.votes:
        if any(told.article == article for told in vote.tellings):
            yield from (vote.point(iso3) for iso3 in named if iso3 in vote.positions)
            yield from (vote.point(role) for role in ROLES if vote.figures.get(role) in numbers)
    for told in known.told[Kind.VETO.value]:
        if told.article == article and told.text("member") in named and "veto" in title.lower():
            yield from (veto_point(told, what) for what in ("who", "failed"))


def _of_votes(known: Known) -> Iterator[tuple[Told, Point]]:
    """A telling that names a member mostly says how it voted, though another sentence may have been taken for that."""
    for vote in known.votes:
        for told in vote.tellings:
            yield from ((told, vote.point(role)) for role in ROLES if told.number(role) is not None)
            named = {one.iso3 for members in find_nations(told.finding.sentence) for one in members.named}
            yield from ((told, vote.point(iso3)) for iso3 in sorted(named) if iso3 in vote.positions)
        for iso3, tellings in vote.positions.items():
            yield from ((told, vote.point(iso3)) for told in tellings)


def _of_vetoed(known: Known) -> Iterator[tuple[Told, Point]]:
    """ "Russia had vetoed the draft" tells how it voted in what the article tells of the Council."""
    council = [(vote, {told.article for told in vote.tellings}) for vote in known.votes if vote.body == COUNCIL]
    for told in known.told[Kind.VETO.value]:
        yield from ((told, vote.point(told.text("member"))) for vote, articles in council if told.article in articles)


def _of_others(known: Known) -> Iterator[tuple[Told, Point]]:
    for told in known.told[Kind.VETO.value]:
        yield from ((told, veto_point(told, what)) for what in ("who", "date", "failed"))
    yield from _of_vetoed(known)
    yield from ((told, office_point(surname_of(told.text("person").strip()))) for told in known.told[Kind.OFFICE.value])
    yield from ((told, quote_point(told)) for told in known.told[Kind.QUOTE.value])
    yield from ((told, event_point(told)) for told in known.told[Kind.EVENT.value])
    yield from ((told, size_point(told.text("body"))) for told in known.told[Kind.MEMBERSHIP.value])
    yield from ((told, rule_point(told.text("body"), told.text("topic"))) for told in known.told[Kind.PROCEDURE.value])
