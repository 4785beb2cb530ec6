"""What the lexicon finds in a sentence, and the sentence's shape: the same sentence with each find as one capital.

The shape is lower case, with plain quotation marks and dashes and no full stops in "U.N.", so "Britain and 20 other
countries abstained" has the shape "M abstained" and one rule reads every list of members. Capitals: N number, M
members, A adjective of a member,
C capital of a member, D date, B body, P a parliament or another body outside the United Nations.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

from quizzes.items.reading.sentences import Sentence

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
# Words with single spaces between them, or a stretch of other white space.
_STRETCH = re.compile(r"\S+(?: \S+)*|\s+")
_PLAIN |= str.maketrans(dict.fromkeys("–—‑−‐―", "-"))
# "u.n." inside a sentence: its full stops end nothing.
_DOTTED = re.compile(r"(?<![a-z.])(?:[a-z]\.){2,}(?=.)")


@dataclass(frozen=True, slots=True)
class Number:
    sign: ClassVar[str] = "N"
    start: int
    end: int
    value: int
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of one member; offsets into the sentence."""

    start: int
    end: int
    iso3: str


@dataclass(frozen=True, slots=True)
class Members:
    """A list of members, with how many others it counts without naming them ("and 20 other countries").

    `unknown`: how many it names that are no member today, or may be either of two ("Czechoslovakia", "Congo").
    """

    start: int
    end: int
    named: tuple[Named, ...]
    others: int = 0
    sign: str = "M"
    unknown: int = 0

    @property
    def count(self) -> int:
        return len({one.iso3 for one in self.named}) + self.others + self.unknown


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as written. `when` is ISO or EDTF, None where it could only be guessed. `ahead`: still to come."""

    sign: ClassVar[str] = "D"
    start: int
    end: int
    when: str | None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    sign: ClassVar[str] = "B"
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A body that votes, but not for the United Nations: a town council, a parliament."""

    sign: ClassVar[str] = "P"
    start: int
    end: int


Mark = Number | Members | Moment | Body | Elsewhere


@dataclass(frozen=True)
class Marked:
    """A sentence with its marks. `shape` and `origin` run in step: `origin[i]` is where shape[i] stands in the text."""

    sentence: Sentence
    marks: tuple[Mark, ...]
    shape: str = field(init=False)
    origin: tuple[int, ...] = field(init=False)
    _at: dict[int, Mark] = field(init=False)

    def __post_init__(self) -> None:
        shape, origin, at = _shape(self.sentence.text, self.marks)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "origin", origin)
        object.__setattr__(self, "_at", at)

    @property
    def text(self) -> str:
        return self.sentence.text

    def number(self, position: int) -> Number:
        return _expected(self._at[position], Number)

    def members(self, position: int) -> Members:
        return _expected(self._at[position], Members)

    def moment(self, position: int) -> Moment:
        return _expected(self._at[position], Moment)

    def body(self, position: int) -> Body:
        return _expected(self._at[position], Body)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the sentence of a stretch of the shape."""
        last = self._at.get(end - 1)
        return self.origin[start], last.end if last else self.origin[end - 1] + 1

    def position(self, offset: int) -> int:
        """The place in the shape of an offset into the sentence."""
        return min(bisect_left(self.origin, offset), len(self.shape))

    def moments(self) -> list[Moment]:
        return [mark for mark in self.marks if isinstance(mark, Moment)]

    def bodies(self) -> list[Body]:
        return [mark for mark in self.marks if isinstance(mark, Body)]


MarkType = TypeVar("MarkType", bound=Mark)


def _expected(mark: Mark, kind: type[MarkType]) -> MarkType:
    if not isinstance(mark, kind):
        raise TypeError(f"{mark} is no {kind.__name__}")
    return mark


def _shape(text: str, marks: Iterable[Mark]) -> tuple[str, tuple[int, ...], dict[int, Mark]]:
    plain = _plain(text)
    parts: list[str] = []
    origin: list[int] = []
    at: dict[int, Mark] = {}
    position = 0
    for mark in marks:
        _add(plain, position, mark.start, parts, origin)
        at[len(origin)] = mark
        parts.append(mark.sign)
        origin.append(mark.start)
        position = mark.end
    _add(plain, position, len(plain), parts, origin)
    return "".join(parts), tuple(origin), at


def _plain(text: str) -> str:
    """Small letters and plain marks, one for one, so that places stay what they are."""
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in plain)


def _add(plain: str, start: int, end: int, parts: list[str], origin: list[int]) -> None:
    """A stretch of white space becomes one space."""
    for stretch in _STRETCH.finditer(plain, start, end):
        if stretch.group()[0].isspace():
            parts.append(" ")
            origin.append(stretch.start())
        else:
            _add_words(plain, stretch.start(), stretch.end(), parts, origin)


def _add_words(plain: str, start: int, end: int, parts: list[str], origin: list[int]) -> None:
    """Without the full stops of "u.n."."""
    for dotted in _DOTTED.finditer(plain, start, end) if "." in plain else ():
        parts += [plain[start : dotted.start()], *plain[dotted.start() : dotted.end() : 2]]
        origin += [*range(start, dotted.start()), *range(dotted.start(), dotted.end(), 2)]
        start = dotted.end()
    parts.append(plain[start:end])
    origin += range(start, end)
