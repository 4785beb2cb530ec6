"""Acts on questions of the bank: they are put into a quiz, as copies that can be edited apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from quizzes.authoring import LARGEST, QuizFull, next_position
from quizzes.clicks import DOUBLE_CLICK
from quizzes.editions import copied
from quizzes.models import Question, Quiz, Tag
from unsim.refusals import Refusal


class NothingMarked(Refusal):
    status = 422
    message = _("No question is marked. Mark those that you want, then put them into a quiz.")


@transaction.atomic
def put_in(*, quiz: Quiz, questions: Sequence[Question]) -> int:
    """How many came in: what the quiz asks already is left out. NothingMarked, QuizFull; then nothing came in.

    They count as edited: another version of the quiz would not bring them back.
    """
    if not questions:
        raise NothingMarked
    Quiz.objects.select_for_update().get(pk=quiz.pk)
    asked = set(quiz.questions.filter(dropped=False).values_list("kind", "stem"))
    new = [question for question in questions if (question.kind, question.stem) not in asked]
    if len(asked) + len(new) > LARGEST:
        raise QuizFull
    for place, question in enumerate(new, start=next_position(quiz)):
        copy = copied(question, quiz, place, edited=True)
        Tag.objects.bulk_create(Tag(question=copy, name=name) for name in _tags(question))
    quiz.articles.add(*{question.article for question in new if question.article})
    return len(new)


def _tags(question: Question) -> tuple[str, ...]:
    """As the bank shows them: those of its copies too."""
    return Tag.objects.names_of(Question.objects.copies_of(question))


@transaction.atomic
def collect(*, owner: User, title: str, questions: Sequence[Question], now: datetime) -> Quiz:
    """A new quiz of these questions. NothingMarked, QuizFull. Collected twice at a double click it is one."""
    mine = User.objects.select_for_update().get(pk=owner.pk).quizzes.filter(original=None, size=len(questions))
    twin = mine.filter(title=title, created_at__gt=now - DOUBLE_CLICK).first()
    if twin is not None:
        return twin
    quiz = Quiz.objects.create(owner=owner, title=title, size=len(questions), created_at=now)
    put_in(quiz=quiz, questions=questions)
    return quiz
