"""Finding the words that a teacher points at in a text."""

import re
from dataclasses import dataclass

from quizzes.items.reading.sentences import split

LONGEST_WORDS = 1000  # characters: two long sentences
# Signs that a keyboard writes otherwise than print does.
_LIKE = {**dict.fromkeys("'’‘", "['’‘]"), **dict.fromkeys('"“”', '["“”]'), **dict.fromkeys("-–—", "[-–—]")}


class NotFound(ValueError):
    """The words do not stand in the text."""


class Ambiguous(ValueError):
    """They stand in it more than once."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a text, by character, and the sentence or sentences around them, a slice of the text."""

    start: int
    end: int
    before: str
    words: str
    after: str

    @property
    def sentence(self) -> str:
        return self.before + self.words + self.after


def find_passage(text: str, words: str, start: int | None = None) -> Passage:
    """Where the words stand, however the lines break and the quotation marks look. NotFound, Ambiguous.

    `start` tells which of several places is meant.
    """
    pattern = _pattern(words)
    here = pattern.match(text, start) if start is not None and 0 <= start < len(text) else None
    places = [here] if here else list(pattern.finditer(text))
    if not places or not words.strip():
        raise NotFound
    if len(places) > 1:
        raise Ambiguous
    return passage_at(text, *places[0].span())


def passage_at(text: str, start: int, end: int) -> Passage:
    around = [sentence for sentence in split(text) if sentence.end > start and sentence.start < end]
    first = min([start, *(sentence.start for sentence in around)])
    last = max([end, *(sentence.end for sentence in around)])
    return Passage(start, end, text[first:start], text[start:end], text[end:last])


def _pattern(words: str) -> re.Pattern[str]:
    signs = ("".join(_LIKE.get(sign, re.escape(sign)) for sign in word) for word in words.split())
    return re.compile(r"\s+".join(signs))
