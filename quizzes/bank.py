"""The question bank: what a teacher has written and kept in any quiz, searched by words, tag, kind and article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.core.paginator import Page, Paginator
from django.db.models import Q

from quizzes.models import ITEM_KINDS, Article, Question, QuestionQuerySet, Tag, Teacher

ON_A_PAGE = 30


@dataclass(frozen=True)
class Search:
    """What a question has to have; empty: anything. `words`: all of them, in any of its texts."""

    words: str = ""
    tag: str = ""
    kind: str = ""
    article: int | None = None

    def __bool__(self) -> bool:
        return bool(self.words or self.tag or self.kind or self.article)


@dataclass(frozen=True)
class Shelves:
    """What can be searched for: the teacher's tags, the kinds, the articles that questions rest on."""

    tags: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]


def shelves_of(teacher: Teacher) -> Shelves:
    mine = Question.objects.in_bank_of(teacher).order_by()
    kinds = set(mine.values_list("kind", flat=True))
    tags = Tag.objects.filter(question__in=mine).order_by("name").values_list("name", flat=True).distinct()
    articles = Article.objects.filter(questions__in=mine).distinct().defer("text").order_by("title", "pk")
    return Shelves(tuple(tags), tuple((k, str(name)) for k, name in ITEM_KINDS if k in kinds), tuple(articles))


def found_by(teacher: Teacher, search: Search, page: str | int = 1) -> Page[Question]:
    """A page of the questions that have it all; one that does not exist is the nearest that does."""
    found = _filtered(Question.objects.in_bank_of(teacher), search)
    shown = found.with_source().select_related("quiz").prefetch_related("tags")
    return Paginator(shown, ON_A_PAGE).get_page(page)


def _filtered(questions: QuestionQuerySet, search: Search) -> QuestionQuerySet:
    if words := search.words.split():
        questions = questions.filter(reduce(and_, map(_anywhere, words))).distinct()
    if search.tag:
        questions = questions.filter(tags__name=search.tag)
    if search.kind:
        questions = questions.filter(kind=search.kind)
    if search.article:
        questions = questions.filter(article=search.article)
    return questions


def _anywhere(word: str) -> Q:
    texts = ("stem", "explanation", "sentence", "options__text", "tags__name", "article__title")
    return reduce(lambda one, other: one | other, (Q(**{f"{text}__icontains": word}) for text in texts))
