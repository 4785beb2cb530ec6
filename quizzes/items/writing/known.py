"""Everything that the articles state, brought together: what is told twice is one thing with two tellings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from quizzes.items.agreement import Disagreement, disagreements
from quizzes.items.finding import Article, Finding, Kind
from quizzes.items.writing.days import agree, is_day, length, span_of

Place = tuple[int, int]
ROLES = ("yes", "no", "abstain", "absent")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A finding and its place: the article's in the list, the finding's in the article."""

    place: Place
    finding: Finding

    @property
    def article(self) -> int:
        return self.place[0]

    def text(self, name: str) -> str:
        """A value as text, empty where the finding has none."""
        value = self.finding.values.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        value = self.finding.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def date(self) -> str:
        return self.text("date") if span_of(self.text("date")) else ""


def most_exact(tellings: Sequence[Told]) -> str:
    """The most exact date that is told; empty where there is none."""
    return min((told.date() for told in tellings), key=length, default="")


@dataclass(eq=False)
class Vote:
    """One vote with all that tells it. `positions`: by member, who tells how it voted.

    What follows from the tellings is worked out once, when all of them are there.
    """

    number: int
    tellings: list[Told]
    positions: dict[str, list[Told]] = field(default_factory=dict)

    @cached_property
    def body(self) -> str:
        return next((told.text("body") for told in self.tellings if told.text("body")), "")

    @cached_property
    def date(self) -> str:
        return most_exact(self.tellings)

    @property
    def adopted(self) -> bool | None:
        told = {told.finding.values.get("adopted") for told in self.tellings} - {None}
        return bool(told.pop()) if len(told) == 1 else None

    @cached_property
    def figures(self) -> Mapping[str, int]:
        """The numbers on which all tellings agree, by role."""
        found = {}
        for role in ROLES:
            told = {number for one in self.tellings if (number := one.number(role)) is not None}
            if len(told) == 1:
                found[role] = told.pop()
        return found

    def way(self, iso3: str) -> str:
        """How the member voted; empty where that is unknown or told in two ways."""
        ways = {told.text("vote") for told in self.positions.get(iso3, [])}
        return ways.pop() if len(ways) == 1 else ""

    def voters(self, way: str) -> list[str]:
        return [iso3 for iso3 in self.positions if self.way(iso3) == way]

    def is_listed(self, way: str) -> bool:
        """Whether every member that voted so is told by name: then no other one did."""
        return len(self.voters(way)) == self.figures.get(way) and all(self.way(iso3) for iso3 in self.positions)

    def point(self, what: str) -> tuple[str, ...]:
        return ("vote", str(self.number), what)


@dataclass(frozen=True, slots=True)
class Known:
    """`articles` as given; `votes` in the order of their first telling; `told`: the findings by kind.

    `disputes`: what the articles contradict each other about.
    """

    articles: Sequence[Article]
    votes: Sequence[Vote]
    told: Mapping[str, Sequence[Told]]
    disputes: Sequence[Disagreement]

    def at(self, place: Place) -> Told:
        return Told(place, self.articles[place[0]].findings[place[1]])

    def is_disputed(self, told: Told, field: str = "") -> bool:
        """Whether another article says something else of this fact, or of one of its values."""
        return any(told.place in one.facts and field in ("", one.field) for one in self.disputes)


def gather(articles: Sequence[Article]) -> Known:
    everything = list(_told(articles))
    votes: list[Vote] = []
    for told in everything:
        if told.finding.kind == Kind.TALLY:
            _tell(votes, told)
    _place_positions(votes, everything)
    by_kind = {kind.value: [told for told in everything if told.finding.kind == kind] for kind in Kind}
    return Known(articles, votes, by_kind, disagreements(articles))


def _told(articles: Sequence[Article]) -> Iterator[Told]:
    for a, article in enumerate(articles):
        for f, finding in enumerate(article.findings):
            yield Told((a, f), finding)


def _tell(votes: list[Vote], told: Told) -> None:
    same = next((vote for vote in votes if all(_same(told, other) for other in vote.tellings)), None)
    if same:
        same.tellings.append(told)
    else:
        votes.append(Vote(len(votes), [told]))


def _same(one: Told, other: Told) -> bool:
    """Two tellings of one vote: the same body, dates that agree, and at least two figures, all of them the same.

    Three figures where one of them has no date: two of them may be those of another vote too.
    """
    bodies = {one.text("body"), other.text("body")} - {""}
    shared = [(one.number(role), other.number(role)) for role in ROLES]
    enough = 2 if one.date() and other.date() else 3
    both = [(a, b) for a, b in shared if a is not None and b is not None]
    return len(bodies) <= 1 and agree(one.date(), other.date()) and len(both) >= enough and all(a == b for a, b in both)


def _place_positions(votes: Sequence[Vote], everything: Sequence[Told]) -> None:
    by_place = {told.place: vote for vote in votes for told in vote.tellings}
    for told in everything:
        tally = told.number("tally")
        vote = by_place.get((told.article, tally)) if tally is not None else None
        if told.finding.kind == Kind.POSITION and vote:
            vote.positions.setdefault(told.text("member"), []).append(told)


def alike(one: str, other: str) -> bool:
    """Whether two subjects may be one in other words: half of the shorter one's words stand in the other.

    A subject that is not told may be any.
    """
    a, b = _words(one), _words(other)
    return not a or not b or 2 * len(a & b) >= min(len(a), len(b))


def nearly_same(one: str, other: str) -> bool:
    """Whether both subjects are told, and all words but one of the shorter stand in the other."""
    a, b = _words(one), _words(other)
    return bool(a) and bool(b) and len(a & b) >= min(len(a), len(b)) - 1


# What a text may be called, and what many are about: "the situation of human rights in" says nothing before the name.
_OF_MANY = frozenset({"draft", "resol", "text", "motio", "measu", "propo", "situa", "human", "right"})


def _words(text: str) -> set[str]:
    return {word[:5] for word in text.lower().split() if len(word) > 3} - _OF_MANY


def confusable(vote: Vote, votes: Sequence[Vote]) -> bool:
    """Whether body, date and subject do not tell this vote from every other one."""
    return any(other is not vote and _confusable(vote, other) for other in votes)


def _confusable(vote: Vote, other: Vote) -> bool:
    if vote.body and other.body and vote.body != other.body:
        return False
    both_days = is_day(vote.date) and is_day(other.date)
    apart = vote.date != other.date if both_days else not agree(vote.date, other.date)
    return not apart and same_subject(vote, other)


# A vote on an amendment or a rival text is another one, whatever it is about.
_BESIDE = re.compile(
    r"\b(?:amendments?|rival|competing|sub-?paragraph|paragraph|motion to|separate|counter-?proposal)\b", re.I
)


def same_subject(vote: Vote, other: Vote) -> bool:
    return any(_alike(a, b) for a in vote.tellings for b in other.tellings)


def _alike(one: Told, other: Told) -> bool:
    untold = [told for told in (one, other) if not told.text("subject")]
    beside = len(untold) == 1 and _BESIDE.search(untold[0].finding.sentence) is not None
    return not beside and alike(one.text("subject"), other.text("subject"))
