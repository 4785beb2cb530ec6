"""The text of a Word file."""

import io
from collections.abc import Iterator
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.table import Table

from quizzes.items.intake.document import EXPANDS, Document, TooMuch

MOST_FILES = 1000
LARGEST_EXPANDED = 48 * 2**20  # bytes, of all files in it; no reading yields more of a file than it declares
LARGEST_INSIDE = 8 * 2**20  # bytes, of one that is parsed; as a tree it takes ten times that
_TITLES = ("Title", "Heading 1")


def take_word(data: bytes) -> Document:
    """TooMuch. What python-docx raises on a damaged file is let through."""
    _check_size(data)
    document = docx.Document(io.BytesIO(data))
    return Document("\n\n".join(_texts(document)), title=_title(document))


def _check_size(data: bytes) -> None:
    with ZipFile(io.BytesIO(data)) as packed:
        infos = packed.infolist()
    parsed = [info.file_size for info in infos if info.filename.endswith((".xml", ".rels"))]
    if (
        len(infos) > MOST_FILES
        or sum(info.file_size for info in infos) > LARGEST_EXPANDED
        or max(parsed, default=0) > LARGEST_INSIDE
    ):
        raise TooMuch(EXPANDS)


def _texts(document: WordDocument) -> Iterator[str]:
    """Its paragraphs in order; a table's row is one."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (" ".join(cell.text for cell in row.cells).strip() for row in block.rows)
        elif block.text.strip():
            yield block.text


def _title(document: WordDocument) -> str:
    said = document.core_properties.title
    styled = (p.text for p in document.paragraphs if p.style is not None and p.style.name in _TITLES)
    return said or next(styled, "")
