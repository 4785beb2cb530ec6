"""Who is present, and how many must be to open a meeting and to take a decision (rule 67)."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from unsim.rules.choices import CASTABLE, Choice


class Attendance(enum.StrEnum):
    """PRESENT_AND_VOTING is Model UN's promise, made in advance, not to abstain; the Assembly knows none."""

    PRESENT = "present"
    PRESENT_AND_VOTING = "present_and_voting"
    ABSENT = "absent"


def to_open(members: int) -> int:
    """One third of the members, rounded up; 65 of 193. Nobody alone cannot open a meeting."""
    return max(1, -(-members // 3))


def to_decide(members: int) -> int:
    """A majority of the members; 97 of 193."""
    return members // 2 + 1


@dataclass(frozen=True)
class Quorum:
    """Attendance held against rule 67, in members."""

    members: int
    present: int
    to_open: int
    to_decide: int

    @property
    def can_open(self) -> bool:
        return self.present >= self.to_open

    @property
    def can_decide(self) -> bool:
        return self.present >= self.to_decide


def quorum(members: int, present: int) -> Quorum:
    """ValueError unless 0 <= present <= members."""
    if not 0 <= present <= members:
        raise ValueError(f"{present} present of {members} members")
    return Quorum(members, present, to_open(members), to_decide(members))


def quorum_of(roll: Iterable[Attendance]) -> Quorum:
    """The quorum of a roll with one entry for each member."""
    statuses = list(roll)
    return quorum(len(statuses), sum(status is not Attendance.ABSENT for status in statuses))


def after_casting(attendance: Attendance) -> Attendance:
    """Who casts a vote is here, whatever the roll said."""
    return Attendance.PRESENT if attendance is Attendance.ABSENT else attendance


def castable(attendance: Attendance, *, binding: bool) -> tuple[Choice, ...]:
    """What this delegation may cast. `binding`: the profile holds "present and voting" to its promise."""
    if binding and attendance is Attendance.PRESENT_AND_VOTING:
        return tuple(choice for choice in CASTABLE if choice is not Choice.ABSTAIN)
    return CASTABLE
