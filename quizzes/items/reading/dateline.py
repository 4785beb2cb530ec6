"""The date of publication that a text itself shows."""

import re
from datetime import date

from quizzes.items.reading.dates import find_moments

# The head of a page holds its date; a date deeper in the text tells of something else.
_HEAD = 1200
_LABEL = re.compile(
    r"(?:^|\b)(?:date|published|posted|updated|issued|first published|press release)\b[ :,|-]*(?:on )?$", re.I
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:utc|gmt|est|edt|cet|ist|et)\b(?:[+-]\d+)?)?", re.I
)
_FILLER = re.compile(
    r"\b(?:by|on|at|the|from|staff|reporter|correspondent|news|world|agency|date|published|posted|updated|source|"
    r"last|modified|page|pages|edition|vol|issue|air|air ?date|broadcast|local|time|monthly|weekly|morning|evening|"
    r"mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|am|pm)\b",
    re.I,
)
_DATELINE = re.compile(r"^[A-Z][A-Za-z .,/]{2,40}(?:,| \(|--| -|:)\s*$")
# How many lines at the top may be headings.
_HEADLINES = 3
# Agencies sign at the end: "gpa kl/rs  Vienna, 12 June 2025, 1455".
_LAST = 2
_AFTER_DATE = re.compile(
    r"\b(?:page|p\.|pages|no\.|edition|issue)\b\W*\w{0,4}|\b\d{1,2}[:.]\d\d\b(?: ?[ap]\.?m\.?)?|\b[A-Z]{2,4}\b", re.I
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_published(text: str) -> date | None:
    """The first full date near the top that stands as a label, a line of its own or a dateline."""
    lines = 0
    for line in (*text[:_HEAD].splitlines(keepends=True), *text[_HEAD:].splitlines()[-_LAST:]):
        for moment in find_moments(line, None):
            if moment.when and _DAY.fullmatch(moment.when):
                heads = lines < _HEADLINES and _ends_a_heading(line, moment.end)
                if heads or _is_dateline(line, moment.start, moment.end):
                    return date.fromisoformat(moment.when)
        lines += bool(line.strip())
    return None


def _ends_a_heading(line: str, end: int) -> bool:
    """ "Radio Meridian, evening bulletin, 25 March 2024": a short line that is no sentence and ends with its date."""
    return (
        len(line) <= 100
        and not re.search(r"\w", _AFTER_DATE.sub("", line[end:]))
        and not re.search(r"[.!?](?: |\s*$)|\b(?:on|in|of|since) $", line[:end])
    )


def _is_dateline(line: str, start: int, end: int) -> bool:
    before, after = line[:start], line[end:]
    if _LABEL.search(before) or re.match(r"\s*[|,-]?\s*\d{1,2}[:.]\d\d\b", after):
        return True
    if _DATELINE.match(before) and re.match(r"\)?\s*(?:\(|--|–|—|-|:|/)", after):
        return True
    return (
        _words_of(before) + _words_of(after) <= 4 and len(line) <= 120 and not before.rstrip().endswith((" on", " in"))
    )


def _words_of(part: str) -> int:
    """How many words of a line are more than clock, weekday and the furniture of a by-line."""
    return len(re.findall(r"[^\W\d_]{2,}", _FILLER.sub(" ", _CLOCK.sub(" ", part))))
