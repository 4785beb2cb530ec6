"""A number of votes with its role."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """`start` and `end` are places in the shape. A weak count could speak of something else than a vote.

    Counts of the same `block`, if it has one, are parts of one telling: "143-5-35".
    """

    role: str
    value: int
    start: int
    end: int
    rule: str
    weak: bool = False
    named: bool = False
    block: int = 0
