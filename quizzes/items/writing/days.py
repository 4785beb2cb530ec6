"""Dates as facts give them (ISO 8601, or an EDTF interval of two such dates), compared and put into words."""

from calendar import month_name, monthrange
from datetime import date
from functools import lru_cache

Span = tuple[date, date]


@lru_cache(maxsize=1024)
def span_of(edtf: object) -> Span | None:
    """The first and the last day that are meant; None for what is no such date."""
    start, slash, end = str(edtf or "").partition("/")
    first, last = _span(start), _span(end if slash else start)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _span(text: str) -> Span | None:
    parts = text.split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if 0 in numbers:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    try:
        last_month = month or 12
        return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None


def is_day(edtf: object) -> bool:
    span = span_of(edtf)
    return span is not None and span[0] == span[1]


def agree(one: object, other: object) -> bool:
    """Whether both can be true of one event: their spans overlap, or one of them says nothing."""
    a, b = span_of(one), span_of(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def length(edtf: object) -> int:
    """In days; what says nothing is longer than anything else."""
    span = span_of(edtf)
    return (span[1] - span[0]).days if span else 10**6


def last_day(edtf: object) -> str:
    """As ISO; empty where nothing is said."""
    span = span_of(edtf)
    return span[1].isoformat() if span else ""


def in_words(edtf: str) -> str:
    """12 October 2022, October 2022, 2022; an interval as "26 September to 2 October 2022"."""
    start, slash, end = edtf.partition("/")
    return f"{_point(start)} to {_point(end)}" if slash else _point(start)


def _point(text: str) -> str:
    year, month, day = (*text.split("-"), "", "")[:3]
    named = f"{month_name[int(month)]} {int(year)}" if month else str(int(year))
    return f"{int(day)} {named}" if day else named


def when(edtf: str) -> str:
    """With its preposition: on 12 October 2022, in October 2022, between 26 September 2022 and 2 October 2022."""
    start, slash, end = edtf.partition("/")
    if slash:
        return f"between {_point(start)} and {_point(end)}"
    return f"{'on' if edtf.count('-') == 2 else 'in'} {_point(edtf)}"
