"""The table as CSV: UTF-8 with the byte order mark that Excel needs, commas; semicolons and tabs are read as well.

A text that a spreadsheet would run as a formula is written with an apostrophe before it, and so is one that begins
with such an apostrophe itself; reading takes it off again.
"""

import csv
import io
from collections.abc import Sequence

from quizzes.items.formats import table
from quizzes.items.formats.entry import Entry, Imported, NotThisFormat, decode, gettext_noop

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
MOST_ROWS = 2000
NOT_CSV = gettext_noop("This file is not a table in CSV.")


def write(entries: Sequence[Entry]) -> bytes:
    out = io.StringIO()
    rows = table.rows_of(entries)
    csv.writer(out).writerows([[_guarded(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def read(data: bytes) -> Imported:
    text = decode(data)
    first = text[:10_000]
    comma = max((",", ";", "\t"), key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma)
        rows = [[_bare(cell) for cell in row] for row, _number in zip(reader, range(MOST_ROWS), strict=False)]
    except csv.Error as error:
        raise NotThisFormat(NOT_CSV) from error
    return table.entries_of(rows)


def _is_number(cell: str) -> bool:
    return cell.startswith("-") and cell[1:].isdigit()


def _guarded(cell: str) -> str:
    # A negative number is a number in a spreadsheet too, and stays one.
    guard = cell.startswith((*FORMULA, "'")) and not _is_number(cell)
    return f"'{cell}" if guard else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell
