"""The formats in which questions are exchanged with other programs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from quizzes.items.formats import aiken, csv_table, gift, json_list, moodle_xml, qti, table, workbook
from quizzes.items.formats.entry import Citation, Entry, Imported, NotThisFormat, Skipped, fit, gettext_noop
from quizzes.items.formats.package import Package

__all__ = [
    "FORMATS",
    "LARGEST_FILE",
    "Citation",
    "Entry",
    "Format",
    "Imported",
    "NotThisFormat",
    "Skipped",
    "fit",
    "read",
]

LARGEST_FILE = 1_500_000  # bytes: a hundred questions with long explanations are a tenth of it
EMPTY = gettext_noop("This file is empty.")
TOO_LARGE = gettext_noop("This file is too large. Put fewer questions into one.")
# A row of headings; a line that answers after a line with an option.
_TABLE = re.compile(rb"^[^{\n]*question[^{\n]*(?:option|answer) ?1", re.IGNORECASE | re.MULTILINE)
_AIKEN = re.compile(rb"^[ \t]*[A-Z][.)] [^\n]*\n\s*ANSWER:", re.MULTILINE)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _all(entry: Entry) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """`name` as people know it; `holds` tells which questions `write` writes: the others are left out."""

    name: str
    ending: str
    content_type: str
    write: Callable[[Sequence[Entry]], bytes]
    holds: Callable[[Entry], bool] = _all


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "gift": Format("GIFT", "gift.txt", "text/plain; charset=utf-8", gift.write, gift.holds),
        "aiken": Format("Aiken", "aiken.txt", "text/plain; charset=utf-8", aiken.write, aiken.holds),
        "moodle": Format("Moodle XML", "moodle.xml", "application/xml", moodle_xml.write),
        "qti": Format("QTI 2.1", "qti.zip", "application/zip", qti.write),
        "csv": Format("CSV", "csv", "text/csv; charset=utf-8", csv_table.write),
        "xlsx": Format("Excel", "xlsx", _XLSX, workbook.write),
        "kahoot": Format("Kahoot", "kahoot.xlsx", _XLSX, workbook.write_kahoot, table.kahoot_holds),
        "json": Format("JSON", "json", "application/json", json_list.write),
    }
)


def read(data: bytes) -> Imported:
    """The questions of a file in any of the formats; which one is told by what is in it. NotThisFormat."""
    if len(data) > LARGEST_FILE:
        raise NotThisFormat(TOO_LARGE)
    if not data.strip():
        raise NotThisFormat(EMPTY)
    return _reader(data)(data)


def _reader(data: bytes) -> Callable[[bytes], Imported]:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        names = Package(data).names
        return workbook.read if "xl/workbook.xml" in names else qti.read
    begin = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    # A question of Aiken's may begin with any sign, but its answer comes last, and XML ends otherwise.
    if _AIKEN.search(begin) and not begin.rstrip().endswith(b">") and not _TABLE.search(begin[:10_000]):
        return aiken.read
    if begin.startswith((b"<?xml", b"<!", b"<quiz")):
        return moodle_xml.read
    return _text_reader(begin)


def _text_reader(begin: bytes) -> Callable[[bytes], Imported]:
    """A list in JSON begins like a format's name in GIFT, so the sign after the bracket tells them apart."""
    if begin.startswith(b"<") and b"{" not in begin:
        return moodle_xml.read
    if begin.startswith(b"{") or (begin.startswith(b"[") and begin[1:].lstrip()[:1] in (b"{", b"]", b"")):
        return json_list.read
    if _TABLE.search(begin[:10_000]):
        return csv_table.read
    return gift.read if b"{" in begin else csv_table.read
