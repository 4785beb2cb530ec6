"""Direct quotations: the words between quotation marks, nested marks and unclosed paragraphs included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = "“„«", "”»"
_MARKS = re.compile(r"[“”„«»\"]|``|''")
# British texts quote between single marks, which are apostrophes too: only a whole utterance is safe to read.
_SINGLE = re.compile(
    r"(?<![\w’'])['‘](?P<words>[^‘\"“”\n]{12,600}?"
    r"(?:[,.?!](?=['’](?!\w))|(?<=\w)(?=’(?![\w])|'(?=[.,;:!?)]|$|\n))))['’]"
)
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Quote:
    """Offsets into the text of the words themselves; `outer` includes the marks."""

    start: int
    end: int
    outer: tuple[int, int]
    paragraph: int
    open_ended: bool = False


def find_quotes(text: str, paragraphs: list[tuple[int, int]]) -> list[Quote]:
    return [quote for number, (a, b) in enumerate(paragraphs) for quote in _in_paragraph(text, a, b, number)]


def _in_paragraph(text: str, start: int, end: int, number: int) -> Iterator[Quote]:
    opened: list[re.Match[str]] = []
    doubles: list[tuple[int, int]] = []
    for mark in _MARKS.finditer(text, start, end):
        place = mark.start()
        if _opens(text, place, start, end, bool(opened)):
            opened.append(mark)
        elif opened:
            begin = opened.pop()
            if not opened:
                doubles.append((begin.start(), place))
                yield Quote(*_inner(text, begin.end(), place), (begin.start(), mark.end()), number)
    if opened:
        doubles.append((opened[0].start(), end))
    if opened and opened[0].start() == start:
        yield Quote(*_inner(text, opened[0].end(), end), (start, end), number, True)
    for single in _SINGLE.finditer(text, start, end):
        if not any(a < single.end() and single.start() < b for a, b in doubles):
            yield Quote(*_inner(text, single.start("words"), single.end("words")), single.span(), number)


def _opens(text: str, place: int, start: int, end: int, inside: bool) -> bool:
    """A curly mark says so itself, unless it is turned the wrong way; a straight one is told by its neighbours."""
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if text[place] in "`'":  # the marks of old agency texts, ``so''
        return text[place] == "`"
    if text[place] in _CLOSE:
        return False
    if text[place] in _OPEN:
        return not (inside and (after.isspace() or after in ",.;:") and not before.isspace())
    if inside and not (before.isspace() or before in "(["):
        return False
    return not after.isspace() and not (inside and after in ",.;:!?)")


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the comma before the closing mark; a very long quotation up to the end of a sentence."""
    if end - start > LONGEST:
        stops = [match.end() for match in re.finditer(r"[.!?](?=\s)", text[start : start + LONGEST])]
        end = start + (stops[-1] if stops else text.rfind(" ", start, start + LONGEST) - start)
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
