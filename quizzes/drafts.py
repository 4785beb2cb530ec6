"""A quiz as its author sees it: every question with its key, its source and its flaws."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from quizzes.bars import bars_of
from quizzes.citing import Source, sources_of
from quizzes.contradicting import contradiction_in_words
from quizzes.items import CHOICES, Flaw, Item, flaws, flaws_of_quiz
from quizzes.models import Question, Quiz
from quizzes.responses import right_text


@dataclass(frozen=True)
class DraftOption:
    letter: str
    text: str
    right: bool


@dataclass(frozen=True)
class DraftQuestion:
    """`options`, or the lines as they are right; `idle`: what no line of a match is matched with.

    `flaws`: of the item itself and between it and the others of the quiz. `contradiction`: that its key is not what the
    article says, or empty.
    """

    question: Question
    number: int
    options: tuple[DraftOption, ...]
    idle: tuple[str, ...]
    right: str
    sources: tuple[Source, ...]
    flaws: tuple[Flaw, ...]
    contradiction: str
    first: bool
    last: bool


@dataclass(frozen=True)
class Draft:
    """`asked` in order; `dropped` by the teacher; `unfounded`: those resting on a fact that the teacher rejected.

    `fewer`: the articles gave fewer questions than the teacher wanted.
    """

    asked: tuple[DraftQuestion, ...]
    dropped: tuple[Question, ...]
    unfounded: tuple[Question, ...]
    edited: bool
    fewer: bool


def draft_of(quiz: Quiz) -> Draft:
    questions = list(quiz.questions.judged().with_facts().prefetch_related("tags"))
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
        fewer=len(questions) < quiz.size,
    )


def _draft(question: Question, place: int, of: int, between: list[Flaw]) -> DraftQuestion:
    item = question.as_item()
    return DraftQuestion(
        question=question,
        number=place + 1,
        options=_options(question, item),
        idle=tuple(match for match_at, match in enumerate(item.matches) if match_at not in item.key),
        right=right_text(question),
        sources=sources_of(question),
        flaws=(*flaws(item), *between),
        contradiction=contradiction_in_words(question),
        first=place == 0,
        last=place == of - 1,
    )


def _options(question: Question, item: Item) -> tuple[DraftOption, ...]:
    if item.kind in CHOICES:
        return tuple(
            DraftOption(ascii_uppercase[place], text, place in item.right) for place, text in enumerate(item.options)
        )
    return (
        tuple(DraftOption(bar.letter, bar.text, right=False) for bar in bars_of(question, ())) if item.options else ()
    )
