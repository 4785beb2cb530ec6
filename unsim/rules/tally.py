"""The four totals of a vote, and what two of them force us to conclude."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from unsim.rules.choices import Choice

K = TypeVar("K")


@dataclass(frozen=True)
class Tally:
    """Votes counted, in members. ValueError on a negative number."""

    yes: int
    no: int
    abstain: int
    absent: int = 0

    def __post_init__(self) -> None:
        if min(_numbers(self)) < 0:
            raise ValueError(f"no number of a tally can be negative: {self}")

    @property
    def present_and_voting(self) -> int:
        """Yes and no only: who abstains counts as not voting (rule 86)."""
        return self.yes + self.no

    @property
    def voted(self) -> int:
        return self.yes + self.no + self.abstain

    @property
    def members(self) -> int:
        return self.voted + self.absent


def count(votes: Iterable[Choice]) -> Tally:
    number = Counter(votes)
    return Tally(number[Choice.YES], number[Choice.NO], number[Choice.ABSTAIN], number[Choice.ABSENT])


def count_by_delegation(votes: Mapping[K, Choice], electorate: Collection[K]) -> Tally:
    """Delegations without a vote are absent. ValueError on a vote from outside the electorate."""
    strangers = votes.keys() - set(electorate)
    if strangers:
        raise ValueError(f"votes from outside the electorate: {sorted(map(str, strangers))}")
    return count(votes.get(delegation, Choice.ABSENT) for delegation in set(electorate))


def least_moved(open: Tally, secret: Tally) -> int:
    """The smallest number of members whose choice must differ between two votes of the same electorate.

    Half the sum of the differences: a member that moves leaves one number and enters another.
    ValueError when the two tallies are not over the same number of members.
    """
    if open.members != secret.members:
        raise ValueError(f"not the same electorate: {open.members} and {secret.members} members")
    moves = (abs(before - after) for before, after in zip(_numbers(open), _numbers(secret), strict=True))
    return sum(moves) // 2


def _numbers(tally: Tally) -> tuple[int, int, int, int]:
    return tally.yes, tally.no, tally.abstain, tally.absent
