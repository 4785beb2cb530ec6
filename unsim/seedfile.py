"""Reading the files of `seeds/`, so that a mistake in one is told by file and line. Standard library only."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

FENCE = "---"


class BadSeed(ValueError):
    """A seed that cannot be taken; its text is `file:line: reason`, lines counted from 1."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class FrontMatter(NamedTuple):
    """`fields` are the `key: value` lines between the fences, `lines` says on which line each key stands."""

    fields: dict[str, str]
    body: str
    lines: dict[str, int]


def read_text(path: Path) -> str:
    """UTF-8 text. BadSeed when the file is missing, unreadable or in another encoding."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadSeed(path, 1, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadSeed(path, error.object[: error.start].count(b"\n") + 1, "is not UTF-8 text") from error


def read_front_matter(path: Path) -> FrontMatter:
    """BadSeed unless the file begins with `---`, unique `key: value` lines and a closing `---`."""
    text = read_text(path).rstrip("\n").split("\n")
    if text[0].strip() != FENCE:
        raise BadSeed(path, 1, f"the first line must be {FENCE}")
    end = next((at for at, line in enumerate(text[1:], start=1) if line.strip() == FENCE), None)
    if end is None:
        raise BadSeed(path, len(text), f"the front matter is not closed by a line {FENCE}")
    fields, lines = _key_lines(path, text[1:end])
    return FrontMatter(fields, "\n".join(text[end + 1 :]).strip(), lines)


def _key_lines(path: Path, text: Sequence[str]) -> tuple[dict[str, str], dict[str, int]]:
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(text, start=2):
        if not line.strip():
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not key or not colon:
            raise BadSeed(path, number, "a line of the front matter must be `key: value`")
        if key in fields:
            raise BadSeed(path, number, f"{key} stands here twice (first on line {lines[key]})")
        fields[key], lines[key] = value, number
    return fields, lines


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers, cells stripped. BadSeed unless it has exactly these columns."""
    rows = _rows(path)
    line, header = next(rows, (1, []))
    if header != list(columns):
        raise BadSeed(path, line, f"the columns must be {','.join(columns)}")
    for line, cells in rows:
        if len(cells) != len(columns):
            raise BadSeed(path, line, f"{len(cells)} cells, but {len(columns)} columns")
        yield line, dict(zip(columns, cells, strict=True))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(read_text(path)), strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise BadSeed(path, reader.line_num, f"is not CSV: {error}") from error
