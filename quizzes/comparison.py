"""From the opening quiz to the exit quiz: how much more of the same facts the same people know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.models import Question, Run
from quizzes.percent import percent
from quizzes.sheet import Sheet, sheet_of


@dataclass(frozen=True)
class Comparison:
    """Percent right `before` and `after`, of those who took both quizzes, on the questions about shared facts."""

    opening: Run
    before: int
    after: int
    people: int
    questions_before: int
    questions_after: int

    @property
    def points(self) -> int:
        return self.after - self.before

    @property
    def size(self) -> int:
        return abs(self.points)


def comparison_with_opening(run: Run, sheet: Sheet) -> Comparison | None:
    """With the first quiz of the room that asked about facts of this one; None where there is none."""
    for opening in run.room.runs.filter(pk__lt=run.pk).select_related("quiz", "room", "question"):
        found = _compare(opening, sheet_of(opening), sheet)
        if found is not None:
            return found
    return None


def _compare(opening: Run, first: Sheet, second: Sheet) -> Comparison | None:
    asked_before, asked_after = _about_shared_facts(first.questions, second.questions)
    people = {sitter.pk for sitter in first.sitters} & {sitter.pk for sitter in second.sitters}
    if not people or not asked_before:
        return None
    return Comparison(
        opening=opening,
        before=_percent(first, people, asked_before),
        after=_percent(second, people, asked_after),
        people=len(people),
        questions_before=len(asked_before),
        questions_after=len(asked_after),
    )


def _about_shared_facts(first: Sequence[Question], second: Sequence[Question]) -> tuple[list[Question], list[Question]]:
    facts = {question.pk: {fact.pk for fact in question.facts.all()} for question in (*first, *second)}
    of_first = set().union(*(facts[question.pk] for question in first))
    of_second = set().union(*(facts[question.pk] for question in second))
    shared = of_first & of_second
    return [q for q in first if facts[q.pk] & shared], [q for q in second if facts[q.pk] & shared]


def _percent(sheet: Sheet, people: set[int], questions: Sequence[Question]) -> int:
    marks = [sheet.mark(sitter, q) for sitter in sheet.sitters if sitter.pk in people for q in questions]
    return percent(sum(marks), len(marks))
