"""Where the dots and bars of the report stand, in the units of their SVG."""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.remarks import LOOK
from quizzes.report import QuestionRow, Report

# The scatter's plane within its viewBox of 620 by 300: facility 0 to 100 from left to right,
# discrimination -20 to 100 from bottom to top.
LEFT, RIGHT, TOP, BOTTOM = 60, 600, 20, 250
LOWEST, HIGHEST = -20, 100


@dataclass(frozen=True)
class Dot:
    number: int
    x: float
    y: float
    flagged: bool


@dataclass(frozen=True)
class Charts:
    """`dots` only where discrimination is defined; `look`: the height of the line under which to look."""

    dots: tuple[Dot, ...]
    look: float

    @property
    def look_label(self) -> float:
        return self.look - 6


def charts_of(report: Report) -> Charts:
    dots = tuple(dot for row in report.questions if (dot := _dot(row)) is not None)
    return Charts(dots, _height(LOOK))


def _dot(row: QuestionRow) -> Dot | None:
    facility, discrimination = row.facility, row.figures.discrimination
    if facility is None or discrimination is None:
        return None
    x = round(LEFT + (RIGHT - LEFT) * facility / 100, 1)
    return Dot(row.number, x, _height(discrimination), row.flagged)


def _height(discrimination: float) -> float:
    """What lies under the plane is drawn on its edge: its number tells."""
    shown = max(LOWEST, min(HIGHEST, discrimination))
    return round(BOTTOM - (BOTTOM - TOP) * (shown - LOWEST) / (HIGHEST - LOWEST), 1)
