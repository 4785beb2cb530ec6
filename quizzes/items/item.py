"""A question as it is asked, with the facts and the sentence it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# single_choice, multiple_choice, true_false: indices of the right options. number: {"value": 143, "tolerance": 0}.
Key = list[int] | Mapping[str, int]


class ItemKind(StrEnum):
    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE = "true_false"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answer stands: `article` is the place in the list that was written from, offsets are into its text."""

    article: int
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Item:
    """`facts` are pairs (article, fact): the places in the list of articles and in that article's findings."""

    kind: str
    stem: str
    options: tuple[str, ...]
    key: Key
    explanation: str
    facts: tuple[tuple[int, int], ...]
    source: Source
