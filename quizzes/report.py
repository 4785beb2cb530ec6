"""The teacher's report on a run: per student, per question, with item statistics that say how far they can be trusted.

Terms and thresholds are those of Moodle's quiz statistics; the formulas are in quizzes.items.analysis.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from django.utils.translation import gettext as _

from quizzes.bars import Bar, bars_of
from quizzes.comparison import Comparison, comparison_with_opening
from quizzes.items import CHOICES, ItemFigures, QuizFigures, analyse
from quizzes.models import Answer, Question, Run
from quizzes.percent import percent
from quizzes.remarks import FEWEST, OptionRow, Remark, remarks_on
from quizzes.responses import response_text, right_text
from quizzes.sheet import Sheet, sheet_of

FUNCTIONAL_SHARE = 0.05  # of the sitters: a distractor that fewer choose does no work
MOST_TYPED = 40  # different answers to one question
SATISFACTORY, WEAK = 0.75, 0.64  # coefficient of internal consistency


@dataclass(frozen=True)
class QuestionRow:
    """`facility` in percent, `guess` too; the indices as in `ItemFigures`; None where a figure is not defined.

    `options` of a choice; `bars` of every other kind: what was typed, or each line and how many had it right.
    """

    number: int
    question: Question
    right: str
    facility: int | None
    guess: int | None
    figures: ItemFigures
    options: tuple[OptionRow, ...]
    bars: tuple[Bar, ...]
    remarks: tuple[Remark, ...]

    @property
    def flagged(self) -> bool:
        return any(remark.look for remark in self.remarks)


@dataclass(frozen=True)
class Cell:
    """A student's answer to a question: what was given, and its mark; None where there is no answer."""

    response: str
    mark: float | None


@dataclass(frozen=True)
class StudentRow:
    name: str
    points: float
    percent: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Report:
    """`unfinished`: how many are at it still and not counted yet; `without`: names of those who gave no answer."""

    run: Run
    figures: QuizFigures
    of: int
    percent: int | None
    questions: tuple[QuestionRow, ...]
    students: tuple[StudentRow, ...]
    without: tuple[str, ...]
    unfinished: int
    comparison: Comparison | None

    @property
    def reliability(self) -> float | None:
        """The coefficient of internal consistency, not printed under ten attempts."""
        return self.figures.consistency if self.figures.attempts >= FEWEST else None

    @property
    def reliability_word(self) -> str:
        if self.figures.attempts < FEWEST:
            return _("not told under %(fewest)s attempts") % {"fewest": FEWEST}
        if self.figures.consistency is None:
            return _("not defined: all did equally well")
        return _("Cronbach's alpha: %(word)s") % {"word": _consistency_word(self.figures.consistency)}

    @property
    def trust(self) -> str:
        """How far the figures carry."""
        if self.figures.attempts < FEWEST:
            return _("Discrimination is told from %(fewest)s attempts on: fewer would be chance.") % {"fewest": FEWEST}
        if self.figures.rough:
            return _("Under 30 attempts these figures are rough: take them as a reason to look, not as a verdict.")
        return _("Facility 30 to 80 % is usable; discrimination from 30 is good, under 20 is a reason to look.")


def report_of(run: Run) -> Report:
    sheet = sheet_of(run)
    figures = analyse(sheet.marks, options=[_options(q) for q in sheet.questions], chosen=sheet.chosen)
    begun = set(run.answers.counted().values_list("participant", flat=True))
    return Report(
        run=run,
        figures=figures,
        of=len(sheet.questions),
        percent=_known(figures.mean, len(sheet.questions)),
        questions=tuple(_question(place, sheet, figures) for place in range(len(sheet.questions))),
        students=tuple(_student(place, sheet) for place in range(len(sheet.sitters))),
        without=tuple(person.name for person in run.room.participants.here() if person.pk not in begun),
        unfinished=len(begun) - len(sheet.sitters),
        comparison=comparison_with_opening(run, sheet),
    )


def _consistency_word(consistency: float) -> str:
    if consistency > SATISFACTORY:
        return _("satisfactory")
    return _("weak") if consistency < WEAK else _("fair")


def _options(question: Question) -> int:
    return len(question.options.all()) if question.kind in CHOICES else 0


def _question(place: int, sheet: Sheet, figures: QuizFigures) -> QuestionRow:
    question, item = sheet.questions[place], figures.items[place]
    options = _option_rows(place, sheet, item)
    return QuestionRow(
        number=place + 1,
        question=question,
        right=right_text(question),
        facility=_known(item.facility, 1),
        guess=_known(item.guess, 1),
        figures=item,
        options=options,
        bars=() if options else bars_of(question, _answers(sheet, question), most=MOST_TYPED),
        remarks=tuple(remarks_on(item, options, figures.attempts)),
    )


def _option_rows(place: int, sheet: Sheet, item: ItemFigures) -> tuple[OptionRow, ...]:
    """Counted here, since where several options are right the analysis knows no choice of one."""
    question, rows = sheet.questions[place], []
    for option, figures in zip(question.options.all(), item.options, strict=False):
        count = _choosers(option.position, sheet, question)
        share = count / len(sheet.sitters) if sheet.sitters else 0
        rows.append(
            OptionRow(
                letter=ascii_uppercase[option.position],
                text=option.text,
                right=option.position in question.key,
                count=count,
                share=percent(share, 1),
                functional=share >= FUNCTIONAL_SHARE,
                rest=figures.rest_mean,
            )
        )
    return tuple(rows)


def _choosers(option: int, sheet: Sheet, question: Question) -> int:
    return sum(option in answer.response for answer in _answers(sheet, question))


def _answers(sheet: Sheet, question: Question) -> list[Answer]:
    answers = (sheet.answer(sitter, question) for sitter in sheet.sitters)
    return [answer for answer in answers if answer]


def _student(place: int, sheet: Sheet) -> StudentRow:
    sitter, points = sheet.sitters[place], sheet.totals[place]
    cells = tuple(_cell(question, sheet.answer(sitter, question)) for question in sheet.questions)
    return StudentRow(sitter.name, points, percent(points, len(sheet.questions)), cells)


def _cell(question: Question, answer: Answer | None) -> Cell:
    if answer is None:
        return Cell("", None)
    return Cell(response_text(question, answer.response), answer.score)


def _known(part: float | None, whole: float) -> int | None:
    return None if part is None else percent(part, whole)
