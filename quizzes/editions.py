"""The edition of a quiz: a copy as one class sits it, so that the teacher may go on editing."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from quizzes.models import Option, Question, Quiz


@transaction.atomic
def edition_of(*, quiz: Quiz, now: datetime) -> Quiz:
    """The questions that are asked, in their order, with their options and facts."""
    edition = Quiz.objects.create(
        owner=quiz.owner, title=quiz.title, size=quiz.size, seed=quiz.seed, original=quiz, created_at=now
    )
    edition.articles.set(quiz.articles.all())
    for place, question in enumerate(quiz.questions.asked().prefetch_related("options", "facts")):
        copied(question, edition, place, edited=question.edited)
    return edition


def copied(question: Question, quiz: Quiz, place: int, *, edited: bool) -> Question:
    """The question once more, at this place of another quiz, with its options and facts."""
    copy = Question.objects.create(
        quiz=quiz,
        position=place,
        kind=question.kind,
        stem=question.stem,
        explanation=question.explanation,
        key=question.key,
        matches=question.matches,
        article_id=question.article_id,
        start=question.start,
        end=question.end,
        sentence=question.sentence,
        edited=edited,
    )
    copy.facts.set(question.facts.all())
    Option.objects.bulk_create(
        Option(question=copy, position=option.position, text=option.text) for option in question.options.all()
    )
    return copy
