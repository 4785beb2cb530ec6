"""Voting on parts of a text separately (rule 89)."""

from dataclasses import dataclass, replace
from typing import NamedTuple


class Part(NamedTuple):
    """One or more clauses that are voted on together. `operative`: with at least one operative clause."""

    name: str
    operative: bool


@dataclass(frozen=True)
class Division:
    """`rest_operative`: operative clauses remain outside the parts. `results`: of the parts voted on so far, in order.

    ValueError without parts, or with two of one name.
    """

    parts: tuple[Part, ...]
    rest_operative: bool
    results: tuple[bool, ...] = ()

    def __post_init__(self) -> None:
        if not self.parts or len({part.name for part in self.parts}) < len(self.parts):
            raise ValueError("a division needs parts, each with its own name")

    @property
    def next_part(self) -> Part | None:
        return None if self.complete else self.parts[len(self.results)]

    @property
    def complete(self) -> bool:
        return len(self.results) == len(self.parts)

    @property
    def kept(self) -> tuple[Part, ...]:
        return tuple(part for part, adopted in zip(self.parts, self.results, strict=False) if adopted)

    @property
    def whole_rejected(self) -> bool:
        """Every operative part was rejected: then there is nothing to vote on as a whole."""
        return self.complete and not self.rest_operative and not any(part.operative for part in self.kept)

    def settle(self, *, adopted: bool) -> "Division":
        return replace(self, results=(*self.results, adopted))
