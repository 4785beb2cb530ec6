"""A question as it is asked, with the facts and the sentence it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

# single_choice, multiple_choice, true_false: the places of the right options.
# order: the places of the options in the right order. match: for each option, the place of what it is matched with.
# number: {"value": 143, "tolerance": 0}. short_text: {"accepted": ["Antony Blinken", "Blinken"]}, the fullest first.
Key = list[int] | Mapping[str, Any]


class ItemKind(StrEnum):
    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE = "true_false"
    NUMBER = "number"
    ORDER = "order"
    MATCH = "match"
    SHORT_TEXT = "short_text"


# Answered by choosing among the options, one or several.
CHOICES = (ItemKind.SINGLE_CHOICE.value, ItemKind.MULTIPLE_CHOICE.value, ItemKind.TRUE_FALSE.value)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answer stands: `article` is the place in the list that was written from, offsets are into its text."""

    article: int
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Item:
    """`facts` are pairs (article, fact): the places in the list of articles and in that article's findings.

    `matches`: what the options of a match are matched with, in the order shown; empty for other kinds.
    """

    kind: str
    stem: str
    options: tuple[str, ...]
    key: Key
    explanation: str
    facts: tuple[tuple[int, int], ...]
    source: Source
    matches: tuple[str, ...] = ()

    @property
    def right(self) -> list[int]:
        """The places of the right options; empty where options are not right or wrong."""
        return self.key if self.kind in CHOICES and isinstance(self.key, list) else []


def matches_as_json(kind: str, matches: tuple[str, ...]) -> dict[str, list[str]]:
    """A match alone has any."""
    return {"matches": list(matches)} if kind == ItemKind.MATCH else {}


def key_as_json(kind: str, key: Key) -> Any:
    """The key as it is printed: a match as pairs [option, match]."""
    if isinstance(key, list):
        return [list(pair) for pair in enumerate(key)] if kind == ItemKind.MATCH else key
    return dict(key)
