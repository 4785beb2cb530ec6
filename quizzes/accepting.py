"""A teacher accepts an answer that was typed: everybody who gave it has it right, in this run."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from quizzes.items import ItemKind, score
from quizzes.items.typed import is_accepted
from quizzes.models import Answer, Question, Run
from unsim.refusals import Refusal
from unsim.rooms.now import tell


class NobodyTyped(Refusal):
    status = 422
    message = _("Nobody typed this answer here. Accept one of those in the report.")


@transaction.atomic
def accept(*, run: Run, question: Question, text: str) -> None:
    """The question is the run's own copy, so the quiz stays as it is. Accepted twice is once. NobodyTyped."""
    fresh = Question.objects.select_for_update().get(pk=question.pk)
    answers = list(Answer.objects.select_for_update().filter(run=run, question=fresh))
    if fresh.kind != ItemKind.SHORT_TEXT or not any(answer.response == text for answer in answers):
        raise NobodyTyped
    if is_accepted(text, fresh.key["accepted"]):
        return
    fresh.key = {"accepted": [*fresh.key["accepted"], text]}
    fresh.save(update_fields=["key"])
    for answer in answers:
        answer.score = score(fresh.kind, fresh.right, answer.response)
    Answer.objects.bulk_update(answers, ["score"])
    tell(run.room)
