"""Aiken, the plainest format: a line, options "A. ..." or "A) ...", and "ANSWER: B" (docs.moodle.org "Aiken format").

Held: questions with one right option; neither explanation nor source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from quizzes.items.formats.entry import (
    NO_KEY,
    NO_QUESTIONS,
    Entry,
    Imported,
    NotThisFormat,
    choice,
    decode,
    gather,
    one_line,
    refuse,
)
from quizzes.items.item import ItemKind

_OPTION = re.compile(r"[A-Za-z][.)][ \t]+(.*)")
_ANSWER = re.compile(r"ANSWER:\s*([A-Za-z]?)")


def holds(entry: Entry) -> bool:
    return entry.kind in (ItemKind.SINGLE_CHOICE, ItemKind.TRUE_FALSE)


def write(entries: Sequence[Entry]) -> bytes:
    return "\n".join(_written(entry) for entry in entries if holds(entry)).encode()


def read(data: bytes) -> Imported:
    """NotThisFormat where no line begins with "ANSWER:"."""
    text = decode(data)
    if not re.search(r"^[ \t]*ANSWER:", text, re.MULTILINE):
        raise NotThisFormat(NO_QUESTIONS)
    return gather("line", _blocks(text), _question)


def _written(entry: Entry) -> str:
    right = entry.key[0] if isinstance(entry.key, list) else 0
    options = [f"{letter}. {one_line(text)}" for letter, text in zip(ascii_uppercase, entry.options, strict=False)]
    return "\n".join([one_line(entry.stem), *options, f"ANSWER: {ascii_uppercase[right]}", ""])


@dataclass
class _Block:
    stem: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    answer: str = ""


def _blocks(text: str) -> Iterator[tuple[int, _Block]]:
    """Each question with its first line's number. A new one begins after an answer, or where a line is no option."""
    block, first = _Block(), 0
    for number, line in enumerate((line.strip() for line in text.split("\n")), start=1):
        option = _OPTION.match(line) if block.stem else None
        answer = _ANSWER.match(line) if block.stem else None
        if answer:
            block.answer = answer[1].upper()
            yield first, block
            block = _Block()
        elif option:
            block.options.append(option[1])
        elif line:
            if block.options:
                yield first, block
                block = _Block()
            first = first if block.stem else number
            block.stem.append(line)
    if block.stem:
        yield first, block


def _question(block: _Block) -> Entry:
    if not block.answer:
        refuse(NO_KEY)
    return choice("\n".join(block.stem), block.options, [ascii_uppercase.index(block.answer)], several=False)
