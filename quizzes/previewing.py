"""What a student would see of a question before and after an answer that nobody stores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quizzes import showing
from quizzes.items import score
from quizzes.models import Answer, Question
from quizzes.sitting import response_of


def tried(question: Question, sent: Sequence[str] | None, refused: Sequence[str] = ()) -> dict[str, Any]:
    """`asked` without an answer, `explained` with one; `refused` stays in its fields. NotAnAnswer."""
    if sent is None:
        return {"asked": showing.asked(question, refused=refused)}
    given = response_of(question, sent)
    answer = Answer(question=question, response=given, score=score(question.kind, question.right, given))
    return {"explained": showing.explained_to(question, (), answer)}
