"""The acts on quizzes and their questions: they are written from facts; the teacher drops, edits and orders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from quizzes import items
from quizzes.clicks import DOUBLE_CLICK
from quizzes.findings import findings_of
from quizzes.items import Item, Key
from quizzes.models import Article, Fact, Option, Question, Quiz, Tag
from unsim.refusals import Refusal

LARGEST = 40  # questions of a quiz: more than a lesson holds


class NothingWritten(Refusal):
    status = 422
    message = _("These articles carry no facts that questions can be written from. Choose others, or restore facts.")


class EditedInside(Refusal):
    message = _("You have edited questions here, and another version would replace them. Make it as a new quiz.")


@dataclass(frozen=True)
class Wording:
    """A question as the teacher words it. `key`: see quizzes.items.Item."""

    stem: str
    options: tuple[str, ...]
    key: Key
    explanation: str
    matches: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cited:
    """Words of an article that hold an answer (offsets into its text), and their sentence. No article: no source."""

    article: Article | None
    start: int = 0
    end: int = 0
    sentence: str = ""


NO_SOURCE = Cited(None)


class QuizFull(Refusal):
    message = _("This quiz has as many questions as fit. Drop some, or take another quiz.")


def write_quiz(*, owner: User, title: str, articles: Sequence[Article], size: int, seed: int, now: datetime) -> Quiz:
    """A quiz of at most `size` questions out of the facts that the teacher has kept. NothingWritten.

    Written twice at a double click it is one quiz.
    """
    written = _write(owner, articles, size, seed)
    with transaction.atomic():
        mine = User.objects.select_for_update().get(pk=owner.pk).quizzes
        before = mine.filter(original=None, title=title, size=size, seed=seed, created_at__gt=now - DOUBLE_CLICK)
        if (twin := before.first()) is not None:
            return twin
        quiz = mine.create(title=title, size=size, seed=seed, created_at=now)
        quiz.articles.set(articles)
        _store(quiz, written)
    return quiz


def write_version(*, quiz: Quiz, now: datetime) -> Quiz:
    """The next seed's questions as a quiz of their own. NothingWritten."""
    articles = list(quiz.articles.all())
    return write_quiz(
        owner=quiz.owner, title=quiz.title, articles=articles, size=quiz.size, seed=quiz.seed + 1, now=now
    )


def rewrite(*, quiz: Quiz) -> None:
    """Replaces the questions by those of the next seed. EditedInside, NothingWritten."""
    written = _write(quiz.owner, list(quiz.articles.all()), quiz.size, quiz.seed + 1)
    with transaction.atomic():
        fresh = Quiz.objects.select_for_update().get(pk=quiz.pk)
        if fresh.questions.filter(edited=True).exists():
            raise EditedInside
        fresh.questions.all().delete()
        fresh.seed += 1
        fresh.save(update_fields=["seed"])
        _store(fresh, written)


def rename(*, quiz: Quiz, title: str) -> None:
    Quiz.objects.filter(pk=quiz.pk).update(title=title)


def drop(*, question: Question) -> None:
    """The question stays with the quiz and is not asked."""
    Question.objects.filter(pk=question.pk).update(dropped=True)


@transaction.atomic
def add_back(*, question: Question) -> None:
    """At the end, where the teacher sees it and may move it."""
    position = next_position(question.quiz)
    Question.objects.filter(pk=question.pk, dropped=True).update(dropped=False, position=position)


@transaction.atomic
def move(*, question: Question, up: bool) -> None:
    """One place up or down among the questions that are asked. At the end of the row nothing changes."""
    row = list(question.quiz.questions.select_for_update().asked())
    at = next((place for place, other in enumerate(row) if other.pk == question.pk), None)
    if at is None or not 0 <= (to := at - 1 if up else at + 1) < len(row):
        return
    here, there = row[at], row[to]
    here.position, there.position = there.position, here.position
    Question.objects.bulk_update([here, there], ["position"])


@transaction.atomic
def edit(*, question: Question, wording: Wording, cited: Cited | None = None) -> None:
    """The question is marked as edited. Without `cited` its source stays: an edit words a fact anew.

    A tag that is taken away is taken from its copies in other quizzes too: the bank shows the tags of all of them.
    """
    copies = Question.objects.copies_of(question)
    Tag.objects.filter(question__in=list(copies)).exclude(name__in=wording.tags).delete()
    question.stem, question.key, question.matches = wording.stem, wording.key, list(wording.matches)
    question.explanation, question.edited = wording.explanation, True
    if cited:
        question.article, question.sentence = cited.article, cited.sentence
        question.start, question.end = cited.start, cited.end
    question.save()
    question.options.all().delete()
    question.tags.all().delete()
    _add_options(question, wording.options)
    _add_tags(question, wording.tags)


@transaction.atomic
def add(*, quiz: Quiz, kind: str, wording: Wording, cited: Cited = NO_SOURCE) -> Question:
    """A question of the teacher's own at the end of the quiz. QuizFull. Added twice at a double click it is one."""
    Quiz.objects.select_for_update().get(pk=quiz.pk)
    mine = quiz.questions.filter(dropped=False)
    twin = mine.filter(kind=kind, stem=wording.stem, key=wording.key, article=cited.article).last()
    if twin is not None:
        return twin
    if mine.count() >= LARGEST:
        raise QuizFull
    question = Question.objects.create(
        quiz=quiz,
        position=next_position(quiz),
        kind=kind,
        stem=wording.stem,
        explanation=wording.explanation,
        key=wording.key,
        matches=list(wording.matches),
        article=cited.article,
        start=cited.start,
        end=cited.end,
        sentence=cited.sentence,
        edited=True,
    )
    _add_options(question, wording.options)
    _add_tags(question, wording.tags)
    return question


def next_position(quiz: Quiz) -> int:
    last = quiz.questions.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


@dataclass(frozen=True)
class _Written:
    item: Item
    article: Article
    facts: tuple[Fact, ...]


def _write(owner: User, articles: Sequence[Article], size: int, seed: int) -> list[_Written]:
    facts = [list(article.facts.kept_by(owner)) for article in articles]
    sources = [
        items.Article(
            title=article.title,
            text=article.text,
            publisher=article.publisher,
            published=article.published or None,
            findings=tuple(findings_of(kept)),
        )
        for article, kept in zip(articles, facts, strict=True)
    ]
    written = items.write(sources, count=size, seed=seed)
    if not written:
        raise NothingWritten
    return [
        _Written(item, articles[item.source.article], tuple(facts[a][f] for a, f in item.facts)) for item in written
    ]


def _store(quiz: Quiz, written: Sequence[_Written]) -> None:
    for place, each in enumerate(written):
        add_item(quiz, each.item, each.article, place).facts.set(each.facts)


def add_item(quiz: Quiz, item: Item, article: Article, place: int) -> Question:
    """Inside a transaction. The item rests on no fact yet."""
    question = Question.objects.create(
        quiz=quiz,
        position=place,
        kind=str(item.kind),
        stem=item.stem,
        explanation=item.explanation,
        key=item.key if isinstance(item.key, list) else dict(item.key),
        matches=list(item.matches),
        article=article,
        start=item.source.start,
        end=item.source.end,
        sentence=item.source.sentence,
    )
    _add_options(question, item.options)
    return question


def _add_options(question: Question, texts: Sequence[str]) -> None:
    Option.objects.bulk_create(Option(question=question, position=place, text=text) for place, text in enumerate(texts))


def _add_tags(question: Question, names: Sequence[str]) -> None:
    Tag.objects.bulk_create(Tag(question=question, name=name) for name in names)
