"""One file, of whatever kind."""

import re
from collections.abc import Callable
from datetime import date

from quizzes.items.intake.decoding import tidy
from quizzes.items.intake.document import (
    DAMAGED,
    LARGEST_FILE,
    LONGEST_LINK,
    LONGEST_PUBLISHER,
    LONGEST_TEXT,
    LONGEST_TITLE,
    NOTHING_IN_IT,
    TOO_LARGE,
    TOO_LONG,
    Document,
    NotReadable,
    TooMuch,
)
from quizzes.items.intake.kinds import kind_of
from quizzes.items.intake.plain import take_markdown, take_text

_LINK = re.compile(r"https?://[^\s\"'<>]+")


def take(data: bytes, name: str) -> Document:
    """The text of a file with what the file states of it. NotReadable, TooMuch."""
    if len(data) > LARGEST_FILE:
        raise TooMuch(TOO_LARGE, most=LARGEST_FILE // 2**20)
    if not data.strip():
        raise NotReadable(NOTHING_IN_IT)
    kind = kind_of(data, name)
    try:
        document = _reader(kind)(data)
    except NotReadable:
        raise
    except Exception as error:  # a damaged file raises whatever its parts happen to break
        raise NotReadable(DAMAGED) from error
    return _checked(document)


def _reader(kind: str) -> Callable[[bytes], Document]:
    """The libraries are loaded one by one, since each file needs one of them at most."""
    if kind == "page":
        from quizzes.items.intake.page import take_page as reader
    elif kind == "pdf":
        from quizzes.items.intake.pdf import take_pdf as reader
    elif kind == "word":
        from quizzes.items.intake.word import take_word as reader
    else:
        reader = take_markdown if kind == "markdown" else take_text
    return reader


def _checked(document: Document) -> Document:
    """What is stated too long or in no known shape is left out; what is kept can be stored."""
    text = tidy(document.text)
    if not text.strip():
        raise NotReadable(NOTHING_IN_IT)
    if len(text) > LONGEST_TEXT:
        raise TooMuch(TOO_LONG, most=LONGEST_TEXT)
    return Document(
        text,
        title=_line(document.title, LONGEST_TITLE),
        publisher=_line(document.publisher, LONGEST_PUBLISHER),
        published=_day(document.published),
        link=document.link if len(document.link) <= LONGEST_LINK and _LINK.fullmatch(document.link) else "",
    )


def _line(text: str, longest: int) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= longest else ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
