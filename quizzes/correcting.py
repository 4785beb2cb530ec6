"""The acts by which a teacher's own facts come to be: one that was found is corrected, one that was missed is added.

What belongs to one teacher changes nothing for another: the fact that was found stays, and this teacher uses another in
its place.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from quizzes.items import Value
from quizzes.items.passages import Passage
from quizzes.models import Article, Fact, Rejection
from unsim.refusals import Refusal

CORRECTED, ADDED = "corrected", "added"
MOST_FACTS = 100  # of one teacher in one article


class TooManyFacts(Refusal):
    message = _("You have as many facts of your own in this article as fit. Correct one of them instead.")


@transaction.atomic
def correct(*, fact: Fact, teacher: User, values: Mapping[str, Value]) -> Fact:
    """The fact that this teacher uses from now on. Questions written from the old one are asked no more. TooManyFacts.

    A fact of the teacher's own that no question rests on is changed in place.
    """
    if dict(values) == fact.values:
        return fact
    if fact.owner_id == teacher.pk and not fact.questions.exists():
        fact.values = dict(values)
        fact.save(update_fields=["values"])
        keep_only(fact=fact, teacher=teacher)
        return fact
    same = [version for version in versions(fact, teacher) if version.values == dict(values)]
    chosen = same[0] if same else _correction(fact, teacher, values)
    keep_only(fact=chosen, teacher=teacher)
    return chosen


@transaction.atomic
def add_fact(*, article: Article, teacher: User, kind: str, values: Mapping[str, Value], passage: Passage) -> Fact:
    """A fact that stands in the words of the passage. TooManyFacts. Added again it is the one that is there."""
    own = _own(article, teacher)
    at = own.filter(kind=kind, start=passage.start, end=passage.end)
    same = next((fact for fact in at if fact.values == dict(values)), None)
    if same is not None:
        return same
    return Fact.objects.create(
        article=article,
        number=_next_number(article, teacher),
        kind=kind,
        values=dict(values),
        start=passage.start,
        end=passage.end,
        sentence=passage.sentence,
        rule=ADDED,
        owner=teacher,
    )


def keep_only(*, fact: Fact, teacher: User) -> None:
    """This fact is used, and no other version of it."""
    Rejection.objects.filter(fact=fact, teacher=teacher).delete()
    for other in versions(fact, teacher).exclude(pk=fact.pk):
        Rejection.objects.get_or_create(fact=other, teacher=teacher)


def versions(fact: Fact, teacher: User) -> QuerySet[Fact]:
    """The fact that was found or added first, and this teacher's corrections of it."""
    first = fact.stands_for_id or fact.pk
    return Fact.objects.visible_to(teacher).filter(Q(pk=first) | Q(stands_for=first))


def _correction(fact: Fact, teacher: User, values: Mapping[str, Value]) -> Fact:
    _own(fact.article, teacher)
    first = fact.stands_for or fact
    return Fact.objects.create(
        article=fact.article,
        number=first.number,
        kind=fact.kind,
        values=dict(values),
        start=fact.start,
        end=fact.end,
        sentence=fact.sentence,
        rule=CORRECTED,
        owner=teacher,
        stands_for=first,
    )


def _own(article: Article, teacher: User) -> QuerySet[Fact]:
    """Under a lock, so that two clicks at once do not both come first."""
    mine = User.objects.select_for_update().get(pk=teacher.pk).facts.filter(article=article)
    if mine.count() >= MOST_FACTS:
        raise TooManyFacts
    return mine


def _next_number(article: Article, teacher: User) -> int:
    last = article.facts.visible_to(teacher).aggregate(last=Max("number"))["last"]
    return 0 if last is None else last + 1
