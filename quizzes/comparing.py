"""The articles beside each other: where several tell the same, and where they contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from quizzes import items
from quizzes.findings import findings_of
from quizzes.items.agreement import Agreement, Disagreement, agreements, disagreements
from quizzes.models import Article, Fact, Teacher
from quizzes.wording import KINDS, VOTES, date_in_words, fact_in_words, member_name

FIELDS = {
    "date": _("date"),
    "vote": _("vote"),
    "count": _("number of members"),
    "holds": _("whether it is so"),
    **VOTES,
}
TRUTHS = {"True": _("yes"), "False": _("no")}


@dataclass(frozen=True)
class Telling:
    """What one article says."""

    words: str
    article: Article
    fact: int


@dataclass(frozen=True)
class Dispute:
    """One thing told in several ways: `what` it is ("Veto · Russia · date"), and who says what of it."""

    what: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class Accord:
    """One thing that several articles tell alike: its kind, what they say, and which they are."""

    kind_name: str
    words: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Beside:
    """What other articles say of a fact: otherwise, or the same."""

    otherwise: tuple[Telling, ...] = ()
    same: tuple[Article, ...] = ()


def disputes_for(teacher: Teacher) -> tuple[Dispute, ...]:
    """Between all articles that this teacher sees, by the facts that the teacher has kept."""
    shelf = _Shelf(teacher)
    return tuple(shelf.dispute(found) for found in disagreements(shelf.sources))


def accords_for(teacher: Teacher) -> tuple[Accord, ...]:
    """Between all articles that this teacher sees, by the facts that the teacher has kept."""
    shelf = _Shelf(teacher)
    return tuple(shelf.accord(found) for found in agreements(shelf.sources))


def beside(article: Article, teacher: Teacher) -> Mapping[int, Beside]:
    """By the key of each of the article's facts that others tell as well."""
    shelf = _Shelf(teacher)
    otherwise: defaultdict[int, list[Telling]] = defaultdict(list)
    same: defaultdict[int, list[Article]] = defaultdict(list)
    for dispute in (shelf.dispute(found) for found in disagreements(shelf.sources)):
        for telling in dispute.tellings:
            otherwise[telling.fact] += [other for other in dispute.tellings if other.words != telling.words]
    for agreement in agreements(shelf.sources):
        for ref in agreement.facts:
            same[shelf.fact(ref).pk] += [shelf.articles[a] for a, _f in agreement.facts if a != ref[0]]
    own = {fact.pk for fact in article.facts.all()} & (otherwise.keys() | same.keys())
    return {pk: Beside(tuple(otherwise[pk]), tuple(same[pk])) for pk in own}


class _Shelf:
    """The articles as the craft compares them, and the way back from its places to the stored facts."""

    def __init__(self, teacher: Teacher) -> None:
        self.articles = list(Article.objects.visible_to(teacher).defer("text"))
        kept: defaultdict[int, list[Fact]] = defaultdict(list)
        for fact in Fact.objects.kept_by(teacher).filter(article__in=self.articles):
            kept[fact.article_id].append(fact)
        self._facts = [kept[article.pk] for article in self.articles]
        self.sources = [_source(article, facts) for article, facts in zip(self.articles, self._facts, strict=True)]

    def fact(self, ref: tuple[int, int]) -> Fact:
        return self._facts[ref[0]][ref[1]]

    def accord(self, found: Agreement) -> Accord:
        first = self.fact(found.facts[0])
        tellers = dict.fromkeys(self.articles[article] for article, _fact in found.facts)
        return Accord(str(KINDS[first.kind]), fact_in_words(first.kind, first.values), tuple(tellers))

    def dispute(self, found: Disagreement) -> Dispute:
        first = self.fact(found.facts[0])
        what = [KINDS.get(found.kind, found.kind), _subject(first), FIELDS.get(found.field, found.field)]
        tellings = (
            Telling(_in_words(found.field, value), self.articles[ref[0]], self.fact(ref).pk)
            for value, refs in found.values.items()
            for ref in refs
        )
        return Dispute(" · ".join(str(part) for part in what if part), tuple(tellings))


def _source(article: Article, facts: Sequence[Fact]) -> items.Article:
    return items.Article(article.title, "", findings=tuple(findings_of(facts)))


def _subject(fact: Fact) -> str:
    if fact.kind in ("veto", "position"):
        return member_name(fact.values["member"])
    return str(fact.values.get("body") or "")


def _in_words(field: str, value: str) -> str:
    if field == "date":
        return date_in_words(value)
    return str(VOTES.get(value, value) if field == "vote" else TRUTHS.get(value, value))
