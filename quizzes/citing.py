"""Where an answer stands: the sentences that it rests on, with the words marked that bear on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizzes.items import ItemKind, Kind
from quizzes.items.reading.numbers import find_numbers
from quizzes.models import Article, Fact, Question

MOST_SOURCES = 4
# Kinds whose answer may stand in several sentences of one article.
OF_SEVERAL = (ItemKind.MATCH, ItemKind.MULTIPLE_CHOICE, ItemKind.ORDER)
_ROLES = ("yes", "no", "abstain", "absent")
Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A part of a sentence, marked where it bears on the answer."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Source:
    """A sentence that the answer rests on, in pieces, and the article it stands in."""

    pieces: tuple[Piece, ...]
    article: Article

    @property
    def length(self) -> int:
        return sum(len(piece.text) for piece in self.pieces)

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked; none where they cannot be placed."""
        return tuple(piece.text for piece in self.pieces if piece.marked)


@dataclass
class _Passage:
    """`at`: where the sentence begins in the article's text, None where it does not stand there. `spans` are in it."""

    article: Article
    sentence: str
    at: int | None
    spans: list[Span] = field(default_factory=list)

    def place(self, start: int, end: int) -> bool:
        """Whether these words of the article stand in the sentence; they are marked, unless a part of them is."""
        if self.at is None or not self.at <= start < end <= self.at + len(self.sentence):
            return False
        span = start - self.at, end - self.at
        if all(span[1] <= first or last <= span[0] for first, last in self.spans):
            self.spans.append(span)
        return True


def sources_of(question: Question) -> tuple[Source, ...]:
    """The sentence that the question is written from, those of its facts in other articles, and where it asks for
    several things those that tell the others."""
    if question.article is None:
        return ()
    passages = [_passage(question, question.article)]
    facts = _bearing(question)
    for fact in facts:
        beside = fact.article_id != question.article_id or question.kind in OF_SEVERAL
        held = any(_takes(passage, fact) for passage in passages)
        if beside and not held and len(passages) < MOST_SOURCES:
            passages.append(_passage(fact, fact.article))
    figure = _figure(question, facts)
    return tuple(Source(tuple(_pieces(one.sentence, _spans(one, figure))), one.article) for one in passages)


def in_several_articles(sources: Sequence[Source]) -> bool:
    return len({source.article.pk for source in sources}) > 1


def _bearing(question: Question) -> list[Fact]:
    """The facts that the answer is seen from: how members voted is not seen from the count of the vote."""
    facts = list(question.facts.all())
    if any(fact.kind == Kind.POSITION for fact in facts):
        return [fact for fact in facts if fact.kind != Kind.TALLY]
    return facts


def _passage(told: Question | Fact, article: Article) -> _Passage:
    """The sentence, of several that read the same the one in which the words stand."""
    at = article.text.find(told.sentence, max(0, told.end - len(told.sentence)))
    passage = _Passage(article, told.sentence, at if at >= 0 else None)
    passage.place(told.start, told.end)
    return passage


def _takes(passage: _Passage, fact: Fact) -> bool:
    """Whether the fact stands in the sentence, where it is then marked too."""
    if passage.article.pk != fact.article_id:
        return False
    return passage.place(fact.start, fact.end) or fact.sentence in passage.sentence


def _figure(question: Question, facts: Iterable[Fact]) -> int | None:
    """The number that is asked for, if it is one of a vote's."""
    if question.kind == ItemKind.NUMBER:
        right = str(question.key["value"])
    elif question.kind == ItemKind.SINGLE_CHOICE:
        right = next((option.text for option in question.options.all() if option.position in question.key), "")
    else:
        return None
    figures = [fact.values.get(role) for fact in facts if fact.kind == Kind.TALLY for role in _ROLES]
    return int(right) if right.isdecimal() and int(right) in figures else None


def _spans(passage: _Passage, figure: int | None) -> list[Span]:
    """What is marked; the number alone, where it stands in the sentence outside of the words of the fact."""
    numbers = [(each.start, each.end) for each in find_numbers(passage.sentence) if each.value == figure]
    if any(start <= at < end for start, end in passage.spans for at, _end in numbers):
        return passage.spans
    return numbers if passage.spans and numbers else passage.spans


def _pieces(sentence: str, spans: Iterable[Span]) -> Iterator[Piece]:
    at = 0
    for start, end in sorted(spans):
        if start > at:
            yield Piece(sentence[at:start], marked=False)
        yield Piece(sentence[start:end], marked=True)
        at = end
    if at < len(sentence):
        yield Piece(sentence[at:], marked=False)
