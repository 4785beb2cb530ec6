"""Whole percents, rounded as schools round: a half goes up."""

from math import floor


def percent(part: float, whole: float) -> int:
    """`part` of `whole`; 0 of nothing."""
    return floor(100 * part / whole + 0.5) if whole else 0
