"""Majorities: the Assembly's two, and any other share. Whole numbers only: floating point can miss two thirds."""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from unsim.rules.tally import Tally


class Majority(enum.StrEnum):
    """Rule 85 (simple) and rule 83 (two thirds), both of the members present and voting."""

    SIMPLE = "simple"
    TWO_THIRDS = "two_thirds"


class Basis(enum.StrEnum):
    """Of whom a share is taken: yes and no (rule 86); yes, no and abstaining; all members, present or not."""

    VOTING = "voting"
    VOTED = "voted"
    MEMBERS = "members"


@dataclass(frozen=True)
class Threshold:
    """A share that carries: at least `numerator/denominator`, or `more` than it, as a majority is more than half.

    ValueError unless the share can be reached and is more than an equal vote.
    """

    numerator: int
    denominator: int
    more: bool = False
    of: Basis = Basis.VOTING

    def __post_init__(self) -> None:
        half = Fraction(1, 2)
        if self.denominator < 1 or not half <= self.share <= 1:
            raise ValueError(f"{self.numerator}/{self.denominator} is no share between a half and the whole")
        if self.share == half and not self.more:
            raise ValueError(f"with {self} an equal vote would carry; write >{self}")
        if self.share == 1 and self.more:
            raise ValueError(f"{self} can never be reached")

    @property
    def share(self) -> Fraction:
        return Fraction(self.numerator, self.denominator)

    def counted(self, tally: Tally) -> int:
        """How many members the share is taken of."""
        if self.of is Basis.MEMBERS:
            return tally.members
        return tally.present_and_voting if self.of is Basis.VOTING else tally.voted

    def needed(self, counted: int) -> int:
        """The least number of votes in favour that carries; at least 1, since no vote at all adopts nothing."""
        if self.more:
            return counted * self.numerator // self.denominator + 1
        return max(1, -(-counted * self.numerator // self.denominator))

    def __str__(self) -> str:
        """As it is stored: `3/5`, `>1/2 members`."""
        share = f"{'>' if self.more else ''}{self.numerator}/{self.denominator}"
        return share if self.of is Basis.VOTING else f"{share} {self.of}"


AnyMajority: TypeAlias = Majority | Threshold

MAJORITY_OF_MEMBERS = Threshold(1, 2, more=True, of=Basis.MEMBERS)
TWO_THIRDS_OF_MEMBERS = Threshold(2, 3, of=Basis.MEMBERS)

_SHARES: Mapping[Majority, Threshold] = {
    Majority.SIMPLE: Threshold(1, 2, more=True),
    Majority.TWO_THIRDS: Threshold(2, 3),
}
_WRITTEN = re.compile(r"(>?)([1-9][0-9]{0,2})/([1-9][0-9]{0,2})(?: (voted|members))?")


def share_of(majority: AnyMajority) -> Threshold:
    return majority if isinstance(majority, Threshold) else _SHARES[majority]


def majority_named(text: str) -> AnyMajority:
    """The inverse of `str`: `simple`, `two_thirds`, `3/5`, `>1/2 members`. ValueError for anything else."""
    if text in list(Majority):
        return Majority(text)
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise ValueError(f"{text!r} is no majority; write simple, two_thirds or a share such as 3/5 or >1/2 members")
    more, numerator, denominator, basis = written.groups()
    share = Fraction(int(numerator), int(denominator))
    threshold = Threshold(share.numerator, share.denominator, bool(more), Basis(basis or Basis.VOTING))
    return next((word for word, known in _SHARES.items() if known == threshold), threshold)


def needed(majority: AnyMajority, counted: int) -> int:
    """The least number of votes in favour that carries, of so many that count: yes and no for the Assembly's two."""
    return share_of(majority).needed(counted)


def carries(majority: Majority, yes: int, no: int) -> bool:
    """Exactly two thirds is enough; an equal number is no simple majority."""
    return yes >= needed(majority, yes + no)


def reached(majority: AnyMajority, tally: Tally) -> bool:
    return tally.yes >= votes_needed(majority, tally)


def votes_needed(majority: AnyMajority, tally: Tally) -> int:
    """The number of votes in favour that would have carried this vote."""
    share = share_of(majority)
    return share.needed(share.counted(tally))
