"""The table of a run: who answered which question how. Everything that is counted is counted from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quizzes.items import ItemKind
from quizzes.models import Answer, Question, Run
from unsim.rooms.models import Participant

ONE_OPTION = (ItemKind.SINGLE_CHOICE, ItemKind.TRUE_FALSE)


@dataclass(frozen=True)
class Sheet:
    """`questions`: those that were put to the class. `sitters`: those whose answers count, in the order of names.

    A question that a sitter left out counts as not right: mark 0, nothing chosen.
    """

    questions: tuple[Question, ...]
    sitters: tuple[Participant, ...]
    answers: Mapping[tuple[int, int], Answer]  # by (participant, question)

    def answer(self, sitter: Participant, question: Question) -> Answer | None:
        return self.answers.get((sitter.pk, question.pk))

    def mark(self, sitter: Participant, question: Question) -> float:
        answer = self.answer(sitter, question)
        return answer.score if answer else 0.0

    @cached_property
    def marks(self) -> list[list[float]]:
        return [[self.mark(sitter, question) for question in self.questions] for sitter in self.sitters]

    @cached_property
    def totals(self) -> list[float]:
        return [sum(row) for row in self.marks]

    @cached_property
    def chosen(self) -> list[list[int | None]]:
        return [[self._chosen(sitter, question) for question in self.questions] for sitter in self.sitters]

    def _chosen(self, sitter: Participant, question: Question) -> int | None:
        answer = self.answer(sitter, question)
        return answer.response[0] if answer and question.kind in ONE_OPTION else None

    def facility(self, question: Question) -> float | None:
        """The mean mark of a question, 0 to 1; None where nobody sat the quiz."""
        marks = [self.mark(sitter, question) for sitter in self.sitters]
        return sum(marks) / len(marks) if marks else None


def sheet_of(run: Run) -> Sheet:
    """Sitters are those who answered at least one question and are in the room still.

    At one's own pace and before the end, only those who have finished: half a quiz would make the rest look hard.
    """
    questions = put_questions(run)
    answers = list(run.answers.counted().filter(question__in=questions).select_related("participant"))
    by_place = {(answer.participant_id, answer.question_id): answer for answer in answers}
    people = {answer.participant_id: answer.participant for answer in answers}
    if run.paced == "self" and run.stage != "over":
        people = {pk: p for pk, p in people.items() if all((pk, q.pk) in by_place for q in questions)}
    sitters = sorted(people.values(), key=lambda person: (person.name_key, person.pk))
    return Sheet(questions, tuple(sitters), by_place)


def put_questions(run: Run) -> tuple[Question, ...]:
    """The questions that the class has been asked so far; at one's own pace all of them."""
    questions = run.quiz.questions.with_source()
    if run.question is not None:
        questions = questions.filter(position__lte=run.question.position)
    return tuple(questions)
