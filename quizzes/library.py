"""The acts on articles and their facts: a text is added and read, a teacher rejects a fact or takes that back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from quizzes.items import Finding, read
from quizzes.items.reading import find_published
from quizzes.models import Article, Fact, Rejection
from unsim.refusals import Refusal

LONGEST_TEXT = 50_000  # characters: some fifteen pages
MOST_ARTICLES = 200  # of one teacher


class LibraryFull(Refusal):
    message = _("You have as many articles as fit here. Delete one that you no longer use, then add this one.")


class InUse(Refusal):
    message = _("Questions of a quiz rest on this article, so it stays.")


def add_article(*, owner: User, title: str, publisher: str, published: str, text: str) -> Article:
    """The text is kept as given; its facts are read at once. Without a date, the one that the text shows is taken.

    Adding the same again (a double click) gives the article that is there.
    """
    published = published or str(find_published(text) or "")
    # Reading a long text takes a while: nobody's answer waits for it.
    findings = read(text, _day(published))
    with transaction.atomic():
        mine = User.objects.select_for_update().get(pk=owner.pk).articles
        before = mine.filter(title=title, text=text).first()
        if before is not None:
            return before
        if mine.count() >= MOST_ARTICLES:
            raise LibraryFull
        article = mine.create(title=title, publisher=publisher, published=published, text=text)
        _keep_all(article, findings)
    return article


@transaction.atomic
def delete_article(*, article: Article) -> None:
    if article.questions.exists():
        raise InUse
    article.delete()


@transaction.atomic
def read_facts(*, article: Article) -> None:
    """Brings the stored facts in line with what is read in the text.

    A fact that is found again stays the same row, so that rejections and questions hold on to it.
    """
    _keep_all(article, read(article.text, _day(article.published)))


@transaction.atomic
def reject(*, fact: Fact, teacher: User) -> None:
    """The fact, and every question that rests on it, is out of this teacher's quizzes. Rejecting twice is once."""
    Rejection.objects.get_or_create(fact=fact, teacher=teacher)


@transaction.atomic
def restore(*, fact: Fact, teacher: User) -> None:
    Rejection.objects.filter(fact=fact, teacher=teacher).delete()


def _keep_all(article: Article, findings: Sequence[Finding]) -> None:
    stored = {_signature(fact.as_finding()): fact for fact in article.facts.all()}
    found = {_signature(finding) for finding in findings}
    article.facts.filter(pk__in=[fact.pk for sign, fact in stored.items() if sign not in found]).delete()
    for number, finding in enumerate(findings):
        _keep(article, number, finding, stored.get(_signature(finding)))


def _keep(article: Article, number: int, finding: Finding, stored: Fact | None) -> None:
    fact = stored or Fact(
        article=article,
        kind=str(finding.kind),
        values=dict(finding.values),
        start=finding.start,
        end=finding.end,
        sentence=finding.sentence,
    )
    fact.number, fact.rule = number, finding.rule
    fact.save()


def _signature(finding: Finding) -> str:
    return json.dumps([finding.kind, finding.start, finding.end, dict(finding.values)], sort_keys=True)


def _day(published: str) -> date | None:
    """Only a full date anchors "last Wednesday"; from a month or a year nothing is guessed."""
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None
