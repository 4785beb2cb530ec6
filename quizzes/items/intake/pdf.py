"""The text of a PDF, its lines joined to paragraphs again."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pypdf import PdfReader

from quizzes.items.intake.document import LONGEST_TEXT, TOO_LONG, Document, NotReadable, TooMuch, gettext_noop

MOST_PAGES = 40
LOCKED = gettext_noop("This PDF is locked with a password. Save it without one, then choose it again.")
SCANNED = gettext_noop("The pages of this PDF are pictures, without text. Paste the article's text instead.")
MANY_PAGES = gettext_noop("This PDF has more than %(most)d pages. Save the pages of the article alone.")
_LETTERS = str.maketrans({"\xa0": " ", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(?:^|\s)[a-z]+-$")
_FULL = 0.8  # of the widest lines; a shorter one may end a paragraph
_HALF = 0.6  # of them; a shorter one without a full stop is a heading
_REPEATED = 3  # pages with the same line: the head or the foot of each page


def take_pdf(data: bytes) -> Document:
    """NotReadable, TooMuch. What pypdf raises on a damaged file is let through."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise NotReadable(LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise TooMuch(MANY_PAGES, most=MOST_PAGES)
    pages = list(_pages(reader))
    text = "\n\n".join(_paragraphs(_without_furniture(pages)))
    if not text:
        raise NotReadable(SCANNED)
    return Document(text, title=str((reader.metadata and reader.metadata.title) or ""))


def _pages(reader: PdfReader) -> Iterator[list[str]]:
    read = 0
    for page in reader.pages:
        text = page.extract_text().translate(_LETTERS)
        read += len(text)
        if read > 2 * LONGEST_TEXT:
            raise TooMuch(TOO_LONG, most=LONGEST_TEXT)
        yield [" ".join(line.split()) for line in text.split("\n")]


def _without_furniture(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines but the page numbers and what stands on every page."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in page if line})
    repeated = {shape for shape, count in shapes.items() if count >= _REPEATED and count * 2 > len(pages)}
    return [line for page in pages for line in page if _shape(line) not in repeated and not line.isdigit()]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    wide = _width(lines)
    paragraph = last = ""
    for line in lines:
        if paragraph and (not line or _ended(paragraph, last, line, wide)):
            yield paragraph
            paragraph = ""
        paragraph = _joined(paragraph, line)
        last = line
    if paragraph:
        yield paragraph


def _width(lines: Sequence[str]) -> int:
    """Of nine in ten lines."""
    widths = sorted(len(line) for line in lines if line)
    return widths[len(widths) * 9 // 10] if widths else 0


def _ended(paragraph: str, last: str, line: str, wide: int) -> bool:
    if _ENDS.search(paragraph):
        return len(last) < wide * _FULL
    return len(last) < wide * _HALF and not line[0].islower()


def _joined(paragraph: str, line: str) -> str:
    """A word broken at the line's end is mended; a hyphen after a name or a number belongs there."""
    if not paragraph or not line:
        return paragraph or line
    if paragraph.endswith("\xad"):
        return paragraph[:-1] + line
    if _BROKEN_WORD.search(paragraph[-40:]) and line[0].islower():
        return paragraph[:-1] + line
    return paragraph + ("" if paragraph.endswith("-") and line[0].isalnum() else " ") + line
