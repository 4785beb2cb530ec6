"""Stems short enough for a line or two of a list, and still told apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

LONGEST = 96  # characters of a stem in a list
OPENING = 24  # characters that stay of a beginning that another stem has too


def short_stems(stems: Sequence[str]) -> tuple[str, ...]:
    """One for each stem. Of a long one that begins as another does, what they share is left out but for its opening."""
    return tuple(_short(stem, stems) for stem in stems)


def _short(stem: str, stems: Sequence[str]) -> str:
    if len(stem) <= LONGEST:
        return stem
    shared = max((_alike(stem, other) for other in stems if other != stem), default=0)
    own = stem.rfind(" ", 0, shared) + 1
    if own > 2 * OPENING:
        stem = f"{_first_words(stem, OPENING)} … {stem[own:]}"
    return stem if len(stem) <= LONGEST else f"{_first_words(stem, LONGEST - 2)} …"


def _alike(one: str, other: str) -> int:
    """How many characters the two have in common from the beginning."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _first_words(text: str, longest: int) -> str:
    """At most so many characters, and no half word unless there is no other way."""
    at = text.rfind(" ", 0, longest + 1)
    return text[: at if at > 0 else longest].rstrip(" ,;:")
