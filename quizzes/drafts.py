"""A quiz as its author sees it: every question with its key, its source and its flaws."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from quizzes import showing
from quizzes.items import Flaw, flaws, flaws_of_quiz
from quizzes.models import Question, Quiz
from quizzes.responses import right_text


@dataclass(frozen=True)
class DraftOption:
    letter: str
    text: str
    right: bool


@dataclass(frozen=True)
class DraftQuestion:
    """`flaws`: of the item itself and between it and the others of the quiz."""

    question: Question
    number: int
    options: tuple[DraftOption, ...]
    right: str
    sources: tuple[showing.Source, ...]
    flaws: tuple[Flaw, ...]
    first: bool
    last: bool


@dataclass(frozen=True)
class Draft:
    """`asked` in order; `dropped` by the teacher; `unfounded`: those resting on a fact that the teacher rejected."""

    asked: tuple[DraftQuestion, ...]
    dropped: tuple[Question, ...]
    unfounded: tuple[Question, ...]
    edited: bool


def draft_of(quiz: Quiz) -> Draft:
    questions = list(quiz.questions.judged().with_source())
    unfounded = [question for question in questions if getattr(question, "unfounded", False)]
    asked = [question for question in questions if not question.dropped and question not in unfounded]
    between = flaws_of_quiz([question.as_item() for question in asked])
    return Draft(
        asked=tuple(
            _draft(question, place, len(asked), [flaw for at, flaw in between if at == place])
            for place, question in enumerate(asked)
        ),
        dropped=tuple(question for question in questions if question.dropped),
        unfounded=tuple(question for question in unfounded if not question.dropped),
        edited=any(question.edited for question in questions),
    )


def _draft(question: Question, place: int, of: int, between: list[Flaw]) -> DraftQuestion:
    right = question.key if isinstance(question.key, list) else []
    return DraftQuestion(
        question=question,
        number=place + 1,
        options=tuple(
            DraftOption(ascii_uppercase[option.position], option.text, option.position in right)
            for option in question.options.all()
        ),
        right=right_text(question),
        sources=showing.sources_of(question),
        flaws=(*flaws(question.as_item()), *between),
        first=place == 0,
        last=place == of - 1,
    )
