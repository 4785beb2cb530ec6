"""The acts on articles and their facts: a text is added and read, a teacher rejects a fact or takes that back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from quizzes.correcting import CORRECTED, keep_only
from quizzes.items import Finding, Value, read
from quizzes.items.intake import Busy, Document, NotReadable, TooMuch, take_apart
from quizzes.items.reading import find_published
from quizzes.models import Article, Fact, Rejection
from unsim.refusals import Refusal

MOST_ARTICLES = 200  # of one teacher


class LibraryFull(Refusal):
    message = _("You have as many articles as fit here. Delete one that you no longer use, then add this one.")


class InUse(Refusal):
    message = _("Questions of a quiz rest on this article, so it stays.")


class Unreadable(Refusal):
    """An article's file is not taken; `message` is the reader's own reason."""

    status = 422


class TooLarge(Unreadable):
    status = 413


class Waiting(Unreadable):
    status = 503


def read_file(data: bytes, name: str) -> Document:
    """The text of an article's file, with what the file states of it; nothing is stored. Unreadable."""
    try:
        return take_apart(data, name)
    except NotReadable as error:
        refusal = {TooMuch: TooLarge, Busy: Waiting}.get(type(error), Unreadable)
        raise refusal(gettext(error.reason) % error.figures) from error


def add_article(*, owner: User, title: str, publisher: str, published: str, text: str, link: str = "") -> Article:
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
        article = mine.create(title=title, publisher=publisher, published=published, text=text, link=link)
        _keep_all(article, findings)
    return article


def edit_article(*, article: Article, title: str, publisher: str, published: str, link: str) -> None:
    """What is told of the article beside its text. Without a date, the one that the text shows is taken.

    Another date has the facts read anew, since "last Wednesday" is another day then; what the teacher rejected stays
    rejected, and the teacher's own facts stay.
    """
    published = published or str(find_published(article.text) or "")
    findings = read(article.text, _day(published)) if published != article.published else None
    with transaction.atomic():
        fresh = Article.objects.select_for_update().get(pk=article.pk)
        fresh.title, fresh.publisher, fresh.published, fresh.link = title, publisher, published, link
        fresh.save(update_fields=["title", "publisher", "published", "link"])
        if findings is not None:
            before = list(fresh.facts.found().prefetch_related("rejections", "questions"))
            _keep_all(fresh, findings)
            _hand_on(fresh, before)


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
    """It takes the place of its other versions: of a fact and its corrections one is used."""
    keep_only(fact=fact, teacher=teacher)


def _keep_all(article: Article, findings: Sequence[Finding]) -> None:
    before = list(article.facts.found().order_by("number"))
    stored = dict(zip(_signatures([fact.as_finding() for fact in before]), before, strict=True))
    signs = _signatures(findings)
    article.facts.filter(pk__in=[fact.pk for sign, fact in stored.items() if sign not in signs]).delete()
    moved = {stored[sign].number: number for number, sign in enumerate(signs) if sign in stored}
    for number, (sign, finding) in enumerate(zip(signs, findings, strict=True)):
        _keep(article, number, finding, stored.get(sign))
    _follow(article, moved, free=len(findings))


def _keep(article: Article, number: int, finding: Finding, stored: Fact | None) -> None:
    fact = stored or Fact(
        article=article,
        kind=str(finding.kind),
        start=finding.start,
        end=finding.end,
        sentence=finding.sentence,
    )
    fact.number, fact.rule, fact.values = number, finding.rule, dict(finding.values)
    fact.save()


def _follow(article: Article, moved: dict[int, int], free: int) -> None:
    """The teachers' own facts take new numbers where those of the findings moved, and so do their ties to tallies."""
    own = list(article.facts.exclude(owner=None).select_related("stands_for", "owner"))
    for fact in own:
        _find_again(fact)
        number = fact.stands_for.number if fact.stands_for else free
        free += fact.stands_for is None
        moved.setdefault(fact.number, number)
        fact.number = number
    for fact in own:
        if fact.values.get("tally") is not None:
            fact.values = {**fact.values, "tally": moved.get(fact.values["tally"])}
    Fact.objects.bulk_update(own, ["number", "values", "stands_for"])


def _find_again(fact: Fact) -> None:
    """Where the same words are read otherwise than before, the correction stands for the new reading too."""
    if fact.rule != CORRECTED or fact.stands_for_id:
        return
    same = fact.article.facts.found().filter(kind=fact.kind, start=fact.start, end=fact.end)
    fact.stands_for = same.first()
    if fact.stands_for and fact.owner:
        reject(fact=fact.stands_for, teacher=fact.owner)


def _hand_on(article: Article, before: Sequence[Fact]) -> None:
    """Where the same words are read otherwise, the new fact is rejected as the old one was, and its questions rest on
    the new one: they would be asked again otherwise."""
    kept = {fact.pk for fact in before}
    for fact in article.facts.found().exclude(pk__in=kept):
        at = (fact.kind, fact.start, fact.end)
        old = [other for other in before if (other.kind, other.start, other.end) == at]
        for teacher in {rejection.teacher_id for other in old for rejection in other.rejections.all()}:
            Rejection.objects.get_or_create(fact=fact, teacher_id=teacher)
        fact.questions.add(*(question for other in old for question in other.questions.all()))


def _signatures(findings: Sequence[Finding]) -> list[str]:
    """What makes each finding the same at the next reading. A tally is named by its words, since its place may move."""
    return [json.dumps([f.kind, f.start, f.end, {**f.values, **_tie(f, findings)}], sort_keys=True) for f in findings]


def _tie(finding: Finding, findings: Sequence[Finding]) -> dict[str, Value]:
    tally = finding.values.get("tally")
    if not isinstance(tally, int) or tally >= len(findings):
        return {}
    return {"tally": f"{findings[tally].start}-{findings[tally].end}"}


def _day(published: str) -> date | None:
    """Only a full date anchors "last Wednesday"; from a month or a year nothing is guessed."""
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None
