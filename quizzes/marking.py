"""An article's text with its facts marked where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizzes.comparing import Beside, beside
from quizzes.models import Article, Fact, Teacher
from quizzes.wording import KINDS, fact_in_words, vote_in_figures


@dataclass(frozen=True)
class MarkedFact:
    """A fact for the reader: `number` from 1 joins the mark in the text with the line in the list."""

    pk: int
    number: int
    kind: str
    kind_name: str
    words: str
    sentence: str
    rejected: bool
    origin: str  # corrected or added by this teacher; empty for what was read in the text
    replaced: bool  # a correction stands in its place
    start: int
    end: int
    beside: Beside


@dataclass(frozen=True)
class Stretch:
    """A piece of the text under the same facts, outermost first; `ends` are the facts that end with it."""

    text: str
    under: tuple[MarkedFact, ...]
    ends: tuple[MarkedFact, ...]


def facts_for(article: Article, teacher: Teacher) -> tuple[MarkedFact, ...]:
    """The article's facts in the order of the text, each with what this teacher thinks of it."""
    facts = list(article.facts.judged_by(teacher))
    others = beside(article, teacher)
    kept = [fact for fact in facts if not _rejected(fact)]
    # What is kept comes last, since a correction has the number of what it stands for.
    votes = {fact.number: vote_in_figures(fact.values) for fact in (*facts, *kept) if fact.kind == "tally"}
    replaced = {fact.stands_for_id for fact in kept}
    return tuple(
        MarkedFact(
            pk=fact.pk,
            number=number,
            kind=fact.kind,
            kind_name=str(KINDS.get(fact.kind, fact.kind)),
            words=fact_in_words(fact.kind, fact.values, votes.get(fact.values.get("tally"), "")),
            sentence=fact.sentence,
            rejected=_rejected(fact),
            origin=fact.rule if fact.owner_id else "",
            replaced=fact.pk in replaced,
            start=fact.start,
            end=fact.end,
            beside=others.get(fact.pk, Beside()),
        )
        for number, fact in enumerate(facts, start=1)
    )


def _rejected(fact: Fact) -> bool:
    return bool(getattr(fact, "rejected", False))


def stretches(text: str, facts: Sequence[MarkedFact]) -> tuple[Stretch, ...]:
    """The whole text, cut wherever a fact begins or ends. Joined again it is the text, character for character."""
    edges = {0, len(text)} | {edge for fact in facts for edge in (fact.start, fact.end) if 0 < edge < len(text)}
    places = sorted(edges)
    return tuple(_stretch(text, facts, start, end) for start, end in pairwise(places))


def _stretch(text: str, facts: Sequence[MarkedFact], start: int, end: int) -> Stretch:
    under = [fact for fact in facts if fact.start < end and fact.end > start]
    under.sort(key=lambda fact: (fact.start - fact.end, fact.number))
    ends = tuple(fact for fact in facts if fact.end == end and fact.start < end)
    return Stretch(text[start:end], tuple(under), ends)
