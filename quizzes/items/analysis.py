"""Item statistics of a quiz, with the terms and formulas of Moodle's quiz statistics report.

Marks run from 0 to 1 and come from first attempts only. A figure that is not defined (no variance, too few attempts)
is None, never 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

FEWEST_FOR_DISCRIMINATION = 10
FEWEST_FOR_FIRM = 30
FUNCTIONAL_SHARE = 0.05
# Equal marks of a third each must have no variance, whatever the last binary digit says.
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """`share` of those who sat the quiz (0 to 1); `rest_mean`: mean mark of its choosers on the other items."""

    chosen: int
    share: float
    functional: bool
    rest_mean: float | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """`facility` and `guess` run from 0 to 1; the indices, the efficiency and the weight are percentages."""

    facility: float | None
    deviation: float | None
    guess: float | None
    discrimination: float | None
    efficiency: float | None
    weight: float | None
    options: tuple[OptionFigures, ...]


@dataclass(frozen=True, slots=True)
class QuizFigures:
    """`consistency` (CIC: Cronbach's alpha, KR-20 here) from at most 1; `error` in marks, as are mean and deviation.

    `rough` under 30 attempts: the figures are printed, and called rough.
    """

    attempts: int
    mean: float | None
    deviation: float | None
    consistency: float | None
    error: float | None
    rough: bool
    items: tuple[ItemFigures, ...]


def analyse(
    marks: Sequence[Sequence[float]], *, options: Sequence[int], chosen: Sequence[Sequence[int | None]]
) -> QuizFigures:
    """`marks[s][i]` and `chosen[s][i]` (an option's index or None) of student s at item i.

    `options[i]`: how many options item i has, 0 where it has none. Raises ValueError for rows of unequal length.
    """
    if any(len(row) != len(options) for row in (*marks, *chosen)) or len(marks) != len(chosen):
        raise ValueError("every row needs one entry per item, and both tables the same rows")
    columns = [[row[i] for row in marks] for i in range(len(options))]
    totals = [sum(row) for row in marks]
    picks = [[row[i] for row in chosen] for i in range(len(options))]
    roots = [_root(_covariance(column, totals)) for column in columns]
    figures = [
        _item_figures(column, totals, root, sum(r or 0 for r in roots), k, picked)
        for column, root, k, picked in zip(columns, roots, options, picks, strict=True)
    ]
    return _quiz_figures(columns, totals, tuple(figures))


def _quiz_figures(
    columns: Sequence[Sequence[float]], totals: Sequence[float], items: tuple[ItemFigures, ...]
) -> QuizFigures:
    deviation = _root(_covariance(totals, totals))
    consistency = _consistency(columns, totals)
    error = None if consistency is None or deviation is None else sqrt(max(0.0, 1 - consistency)) * deviation
    return QuizFigures(
        attempts=len(totals),
        mean=_mean(totals),
        deviation=deviation,
        consistency=consistency,
        error=error,
        rough=len(totals) < FEWEST_FOR_FIRM,
        items=items,
    )


def _item_figures(
    marks: Sequence[float],
    totals: Sequence[float],
    root: float | None,
    roots: float,
    options: int,
    chosen: Sequence[int | None],
) -> ItemFigures:
    rest = [total - mark for total, mark in zip(totals, marks, strict=True)]
    enough = len(marks) >= FEWEST_FOR_DISCRIMINATION
    return ItemFigures(
        facility=_mean(marks),
        deviation=_root(_covariance(marks, marks)),
        guess=1 / options if options else None,
        discrimination=_discrimination(marks, rest) if enough else None,
        efficiency=_efficiency(marks, rest) if enough else None,
        weight=100 * root / roots if root is not None and roots else None,
        options=tuple(_option_figures(option, chosen, rest) for option in range(options)),
    )


def _option_figures(option: int, chosen: Sequence[int | None], rest: Sequence[float]) -> OptionFigures:
    of_choosers = [r for pick, r in zip(chosen, rest, strict=True) if pick == option]
    share = len(of_choosers) / len(chosen) if chosen else 0.0
    return OptionFigures(len(of_choosers), share, share >= FUNCTIONAL_SHARE, _mean(of_choosers))


def _discrimination(marks: Sequence[float], rest: Sequence[float]) -> float | None:
    """100 cov(x, R) / sqrt(var x var R): the correlation of an item with the rest of the quiz, in percent."""
    spread = (_covariance(marks, marks) or 0) * (_covariance(rest, rest) or 0)
    return _share(_covariance(marks, rest), sqrt(spread))


def _efficiency(marks: Sequence[float], rest: Sequence[float]) -> float | None:
    """100 cov(x, R) / covmax, covmax being the covariance had the strongest in the rest also the best marks here."""
    return _share(_covariance(marks, rest), _covariance(sorted(marks), sorted(rest)))


def _consistency(columns: Sequence[Sequence[float]], totals: Sequence[float]) -> float | None:
    """k/(k-1) (1 - sum var x_i / var X)."""
    k, spread = len(columns), _covariance(totals, totals)
    if k < 2 or not spread:
        return None
    return k / (k - 1) * (1 - sum(_covariance(c, c) or 0 for c in columns) / spread)


def _share(part: float | None, whole: float | None) -> float | None:
    return 100 * part / whole if part is not None and whole else None


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _covariance(a: Sequence[float], b: Sequence[float]) -> float | None:
    """With n - 1; None for fewer than two."""
    if len(a) < 2:
        return None
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    value = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True)) / (len(a) - 1)
    return value if abs(value) > ROUNDING else 0.0


def _root(value: float | None) -> float | None:
    """A covariance below nothing has no root: Moodle leaves the effective weight blank there."""
    return sqrt(value) if value is not None and value >= 0 else None
