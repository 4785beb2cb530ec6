"""The table as an Excel workbook. Each cell is text by its type, so that nothing in it runs as a formula."""

import io
from collections.abc import Sequence
from itertools import islice
from typing import Any

from openpyxl import Workbook, load_workbook

from quizzes.items.formats import table
from quizzes.items.formats.csv_table import MOST_ROWS
from quizzes.items.formats.entry import Entry, Imported, NotThisFormat, gettext_noop
from quizzes.items.formats.package import Package

MOST_COLUMNS = 40
NOT_WORKBOOK = gettext_noop("This file is not an Excel workbook (.xlsx), or it is damaged.")


def write(entries: Sequence[Entry]) -> bytes:
    return _workbook(table.rows_of(entries))


def write_kahoot(entries: Sequence[Entry]) -> bytes:
    return _workbook(table.kahoot_rows_of(entries))


def read(data: bytes) -> Imported:
    """The first sheet."""
    Package(data)  # refuses what would expand without end
    try:
        rows = _rows(data)
    except Exception as error:  # a damaged workbook raises whatever its parts happen to break
        raise NotThisFormat(NOT_WORKBOOK) from error
    return table.entries_of(rows)


def _workbook(rows: Sequence[table.Row]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, column)
                cell.value, cell.data_type = text, "s"
    book.save(out)
    return out.getvalue()


def _rows(data: bytes) -> list[table.Row]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    cells = book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, values_only=True)
    return [[_text(value) for value in row] for row in islice(cells, MOST_ROWS)]


def _text(value: Any) -> str:
    if value is None:
        return ""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole else str(value)
