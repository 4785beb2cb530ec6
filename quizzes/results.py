"""How a class did, and how one did oneself: what is shown when a run is over."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from quizzes import showing
from quizzes.models import Run
from quizzes.percent import percent
from quizzes.responses import response_text, right_text
from quizzes.sheet import Sheet, put_questions, sheet_of
from quizzes.shortening import short_stems
from unsim.rooms.models import Participant


@dataclass(frozen=True)
class QuestionResult:
    """`percent` of the points that the class got at this question; `hard` where that is under a half.

    `short`: the stem as far as a list on the projector has room for it.
    """

    number: int
    stem: str
    short: str
    right: str
    percent: int
    hard: bool


@dataclass(frozen=True)
class Step:
    """How many got this many points (rounded down); `height` in percent of the tallest step, `top` what is above."""

    points: int
    count: int
    height: int
    labelled: bool

    @property
    def top(self) -> int:
        return 100 - self.height


@dataclass(frozen=True)
class Results:
    """Of the class, without names. `mean` points of `of`; the figures are None where nobody sat the quiz."""

    attempts: int
    of: int
    mean: float | None
    percent: int | None
    questions: tuple[QuestionResult, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class OwnQuestion:
    number: int
    response: str
    explained: showing.Explained


@dataclass(frozen=True)
class OwnScore:
    points: float
    of: int
    questions: tuple[OwnQuestion, ...]


def results_of(run: Run) -> Results:
    sheet = sheet_of(run)
    of, attempts = len(sheet.questions), len(sheet.sitters)
    mean = sum(sheet.totals) / attempts if attempts else None
    return Results(
        attempts=attempts,
        of=of,
        mean=mean,
        percent=percent(mean, of) if mean is not None else None,
        questions=_questions(sheet),
        steps=_steps(sheet),
    )


def score_of(run: Run, participant: Participant) -> OwnScore:
    """A participant's own points and answers; a question left out gives none."""
    questions = put_questions(run)
    answers = {answer.question_id: answer for answer in run.answers.filter(participant=participant)}
    # All phones ask for this at the same moment: no query for each of the questions.
    prefetch_related_objects(questions, "facts__article")
    of_class = defaultdict(list)
    for counted in run.answers.counted().filter(question__in=questions):
        of_class[counted.question_id].append(counted)
    rows = []
    for number, question in enumerate(questions, start=1):
        answer = answers.get(question.pk)
        response = response_text(question, answer.response) if answer else ""
        rows.append(OwnQuestion(number, response, showing.explained_to(question, of_class[question.pk], answer)))
    return OwnScore(sum(answer.score for answer in answers.values()), len(questions), tuple(rows))


def _questions(sheet: Sheet) -> tuple[QuestionResult, ...]:
    shorts = short_stems([question.stem for question in sheet.questions])
    rows = []
    for number, (question, short) in enumerate(zip(sheet.questions, shorts, strict=True), start=1):
        right = percent(sheet.facility(question) or 0, 1)
        rows.append(QuestionResult(number, question.stem, short, right_text(question), right, right < 50))
    return tuple(rows)


def _steps(sheet: Sheet) -> tuple[Step, ...]:
    """From no point to all; where there are many steps, every fifth is labelled."""
    counts = Counter(int(total) for total in sheet.totals)
    tallest, of = max(counts.values(), default=1), len(sheet.questions)
    every = 1 if of <= 12 else 5
    return tuple(
        Step(points, counts[points], percent(counts[points], tallest), points % every == 0) for points in range(of + 1)
    )
