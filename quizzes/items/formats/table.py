"""Questions as the rows of a table: columns of our own, and those of the Kahoot template."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from quizzes.items.formats import lines
from quizzes.items.formats.entry import (
    MOST_OPTIONS,
    NO_KEY,
    OTHER_KIND,
    TRUE_FALSE,
    Citation,
    Entry,
    Imported,
    NotThisFormat,
    choice,
    gather,
    gettext_noop,
    number_key,
    refuse,
)
from quizzes.items.item import CHOICES, ItemKind

Row = list[str]
NO_HEADER = gettext_noop(
    "This is none of the formats below. If it is a table, no row names the columns: “question”, “option 1”, "
    "“option 2”, “right” (or Kahoot's own)."
)
OPTIONS = [f"option {number}" for number in range(1, MOST_OPTIONS + 1)]
MATCHES = [f"match {number}" for number in range(1, MOST_OPTIONS + 1)]
COLUMNS = [
    *("kind", "question", *OPTIONS, "right", "tolerance", "explanation"),
    *("article", "publisher", "published", "sentence", *MATCHES, "tags"),
]
KAHOOT_OPTIONS = [f"Answer {number} - max 75 characters" for number in range(1, 5)]
KAHOOT_COLUMNS = [
    *("", "Question - max 120 characters", *KAHOOT_OPTIONS),
    *("Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one"),
]
KAHOOT_HEADER_ROW = 8  # where the template has it
KAHOOT_SECONDS = "20"
_HEADER_ROWS = 20  # so far down a header is looked for
_HEADER = re.compile(r"(?:answer|option) *([0-9]+)|(question|time limit|correct answer)|(.+)", re.DOTALL)
_KAHOOT_STEM, _KAHOOT_OPTION = 120, 75


def rows_of(entries: Sequence[Entry]) -> list[Row]:
    return [COLUMNS, *(_row(entry) for entry in entries)]


def kahoot_holds(entry: Entry) -> bool:
    """Two to four options; several right ones where the question says so, since the template does not."""
    if entry.kind not in CHOICES:
        return False
    short = len(entry.stem) <= _KAHOOT_STEM and all(len(option) <= _KAHOOT_OPTION for option in entry.options)
    several = entry.kind == ItemKind.MULTIPLE_CHOICE
    return short and isinstance(entry.key, list) and len(entry.options) <= 4 and several == (len(entry.key) > 1)


def kahoot_rows_of(entries: Sequence[Entry]) -> list[Row]:
    held = [entry for entry in entries if kahoot_holds(entry)]
    above: list[Row] = [["Quiz template"], *([] for _ in range(KAHOOT_HEADER_ROW - 2))]
    return [*above, KAHOOT_COLUMNS, *(_kahoot_row(number, entry) for number, entry in enumerate(held, start=1))]


def entries_of(rows: Sequence[Row]) -> Imported:
    """NotThisFormat where no row among the first is a header."""
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        header = _header(row)
        if {"question", "option 1"} <= header.keys() and {"right", "correct answer"} & header.keys():
            return gather("row", _below(rows, at), lambda row, header=header: _entry(row, header))  # type: ignore[misc]
    raise NotThisFormat(NO_HEADER)


def _row(entry: Entry) -> Row:
    cited = entry.citation
    options = lines.accepted(entry) if entry.kind == ItemKind.SHORT_TEXT else entry.options
    right, tolerance = _right_cells(entry)
    return [
        *(entry.kind, entry.stem, *_padded(options), right, tolerance, entry.explanation),
        *(cited.title, cited.publisher, cited.published, cited.sentence, *_padded(entry.matches)),
        ", ".join(entry.tags),
    ]


def _right_cells(entry: Entry) -> tuple[str, str]:
    """What is right, and the tolerance: places from 1, an order's in the right order, a match's line by line."""
    if isinstance(entry.key, list):
        return _places(entry.key), ""
    if entry.kind == ItemKind.SHORT_TEXT:
        return _places(list(range(len(lines.accepted(entry))))), ""
    return str(entry.key["value"]), str(entry.key["tolerance"])


def _padded(texts: Sequence[str]) -> list[str]:
    return [*texts, *[""] * (MOST_OPTIONS - len(texts))]


def _kahoot_row(number: int, entry: Entry) -> Row:
    options = [*entry.options, *[""] * (4 - len(entry.options))]
    right = _places(entry.key) if isinstance(entry.key, list) else ""
    return [str(number), entry.stem, *options, KAHOOT_SECONDS, right]


def _places(key: list[int]) -> str:
    return ",".join(str(place + 1) for place in key)


def _header(row: Row) -> dict[str, int]:
    """Each column's name and place; Kahoot's long headings by the words they begin with."""
    named: dict[str, int] = {}
    for place, cell in enumerate(row):
        match = _HEADER.match(cell.strip().lower())
        if match:
            named.setdefault(f"option {match[1]}" if match[1] else match[2] or match[3], place)
    return named


def _below(rows: Sequence[Row], at: int) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        if any(cell.strip() for cell in row[1:]):
            yield number, row


def _entry(row: Row, header: dict[str, int]) -> Entry:
    def cell(name: str) -> str:
        place = header.get(name, len(row))
        return row[place] if place < len(row) else ""

    right = cell("right") or cell("correct answer")
    options = [cell(name) for name in OPTIONS if cell(name).strip()]
    found = _asked(cell("kind").strip().lower(), cell("question"), options, right, cell("tolerance"))
    if found.kind == ItemKind.MATCH:
        found = replace(found, matches=tuple(cell(name) for name in MATCHES if cell(name).strip()))
    citation = Citation(cell("article"), cell("publisher"), cell("published"), cell("sentence"))
    return replace(found, explanation=cell("explanation"), citation=citation, tags=(cell("tags"),))


def _asked(kind: str, stem: str, options: list[str], right: str, tolerance: str) -> Entry:
    """Without a kind: no options means a number, several right ones mean several may be chosen."""
    if kind == ItemKind.NUMBER or (not kind and not options):
        return Entry(ItemKind.NUMBER.value, stem, (), number_key(right, tolerance.strip()))
    if kind == ItemKind.SHORT_TEXT:
        return lines.texts(stem, options)
    places = _right(right, options)
    if kind in (ItemKind.ORDER, ItemKind.MATCH):
        return Entry(kind, stem, tuple(options), places)
    if kind == ItemKind.TRUE_FALSE:
        return choice(stem, options or list(TRUE_FALSE), places, several=False)
    if kind not in ("", ItemKind.SINGLE_CHOICE, ItemKind.MULTIPLE_CHOICE):
        refuse(OTHER_KIND)
    return choice(stem, options, places, several=kind == ItemKind.MULTIPLE_CHOICE or (not kind and len(places) > 1))


def _right(told: str, options: list[str]) -> list[int]:
    """Places from "2", "1,3", "B" or "A;C", or an option's own words."""
    if told.strip() in options and not told.strip().isdigit():
        return [options.index(told.strip())]
    names = [part for part in re.split(r"[,;\s]+", told.strip().upper()) if part]
    return [_place(name) for name in names] or refuse(NO_KEY)


def _place(name: str) -> int:
    if len(name) == 1 and name in ascii_uppercase:
        return ascii_uppercase.index(name)
    return int(name) - 1 if re.fullmatch(r"[1-9][0-9]?", name) else refuse(NO_KEY)
