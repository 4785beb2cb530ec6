"""The report as CSV files.

UTF-8 with a byte order mark: without it Excel, which most schools open a CSV with, reads names like Zoë as gibberish;
LibreOffice and statistics programs take it as well.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from quizzes.report import QuestionRow, Report

BOM = "\ufeff"
# A cell that begins with one of these is taken for a formula by a spreadsheet: a name must not run as one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def students_csv(report: Report) -> str:
    """A row for each student: points, percent, then for each question the answer and its mark (empty: none given)."""
    header: list[object] = [_("Name"), _("Points"), _("Out of"), _("Percent")]
    for row in report.questions:
        header += [_("Answer %(number)s") % {"number": row.number}, _("Mark %(number)s") % {"number": row.number}]
    lines = [
        [student.name, _cell(student.points), report.of, student.percent]
        + [value for cell in student.cells for value in (cell.response, _cell(cell.mark))]
        for student in report.students
    ]
    return _csv([header, *lines])


def questions_csv(report: Report) -> str:
    """A row for each question: its text and key, the item statistics (empty: not defined), how often each option was
    chosen; of the kinds without options how often each answer was given, or each line was right."""
    most = max((len(row.options or row.bars) for row in report.questions), default=0)
    header: list[object] = [
        *(_("Number"), _("Question"), _("Right answer"), _("Article"), _("Attempts"), _("Facility index %")),
        *(_("Random guess %"), _("Discrimination index"), _("Discriminative efficiency"), _("Effective weight %")),
        _("Remarks"),
    ]
    for place in range(1, most + 1):
        header += [_("Option %(number)s") % {"number": place}, _("Chosen %(number)s") % {"number": place}]
    return _csv([header, *(_question_line(row, report.figures.attempts) for row in report.questions)])


def _question_line(row: QuestionRow, attempts: int) -> list[object]:
    figures = row.figures
    return [
        *(row.number, row.question.stem, row.right, _title(row), attempts, _cell(row.facility)),
        *(_cell(row.guess), _cell(figures.discrimination), _cell(figures.efficiency), _cell(figures.weight)),
        "; ".join(remark.text for remark in row.remarks),
        *(value for option in row.options or row.bars for value in (option.text, option.count)),
    ]


def _title(row: QuestionRow) -> str:
    return row.question.article.title if row.question.article else ""


def _cell(figure: float | None) -> object:
    """At most two decimals, and none where there is nothing after the point."""
    if figure is None:
        return ""
    rounded = round(figure, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _csv(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([[_guarded(value) for value in row] for row in rows])
    return BOM + out.getvalue()


def _guarded(value: object) -> object:
    """Text only: a negative figure is a number and stays one."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
