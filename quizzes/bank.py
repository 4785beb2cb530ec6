"""The question bank: what a teacher has written and kept in any quiz, searched by words, tag, kind and article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q

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
    tags = Tag.objects.names_of(Question.objects.owned_by(teacher))
    kinds = set(mine.values_list("kind", flat=True))
    articles = Article.objects.filter(questions__in=mine).distinct().defer("text").order_by("title", "pk")
    return Shelves(tags, tuple((k, str(name)) for k, name in ITEM_KINDS if k in kinds), tuple(articles))


def found_by(teacher: Teacher, search: Search, page: str | int = 1) -> Page[Question]:
    """A page of the questions that have it all; one that does not exist is the nearest that does."""
    copies = Question.objects.owned_by(teacher).order_by()
    found = _filtered(Question.objects.in_bank_of(teacher), copies, search)
    shown = Paginator(found.with_source().select_related("quiz"), ON_A_PAGE).get_page(page)
    _add_tags(shown, copies)
    return shown


def _add_tags(page: Page[Question], copies: QuestionQuerySet) -> None:
    """To each question the tags of all of its copies: a copy may have been made before the other was tagged."""
    page.object_list = list(page.object_list)
    alike = copies.filter(stem__in={question.stem for question in page.object_list})
    told: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, stem, name in alike.exclude(tags=None).values_list("kind", "stem", "tags__name"):
        told[kind, stem].add(name)
    for question in page.object_list:
        question.tags_in_bank = tuple(sorted(told[question.kind, question.stem]))


def _filtered(questions: QuestionQuerySet, copies: QuestionQuerySet, search: Search) -> QuestionQuerySet:
    same = copies.filter(kind=OuterRef("kind"), stem=OuterRef("stem"))
    for word in search.words.split():
        questions = questions.filter(_anywhere(word) | Exists(same.filter(tags__name__icontains=word)))
    if search.tag:
        questions = questions.filter(Exists(same.filter(tags__name=search.tag)))
    if search.kind:
        questions = questions.filter(kind=search.kind)
    if search.article:
        questions = questions.filter(article=search.article)
    return questions.distinct()


def _anywhere(word: str) -> Q:
    texts = ("stem", "explanation", "sentence", "options__text", "article__title")
    return reduce(lambda one, other: one | other, (Q(**{f"{text}__icontains": word}) for text in texts))
