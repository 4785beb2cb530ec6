"""A vote by roll call (rule 87a): members are called in turn, in English alphabetical order, from one drawn by lot.

Model UN begins with A, lets a delegation pass once and calls it again in a second round, and lets it answer "with
rights", the right to explain its vote afterwards.
"""

import enum
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from unsim.rules.attendance import Attendance, castable
from unsim.rules.choices import Choice
from unsim.rules.profile import Profile
from unsim.rules.refusals import Reason, RuledOut


class Answer(enum.StrEnum):
    """SILENT: called, but nobody answered; the member did not vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    PASS = "pass"  # noqa: S105 -- an answer, no password
    YES_WITH_RIGHTS = "yes_with_rights"
    NO_WITH_RIGHTS = "no_with_rights"
    SILENT = "silent"


_CHOICES: Mapping[Answer, Choice] = {
    Answer.YES: Choice.YES,
    Answer.YES_WITH_RIGHTS: Choice.YES,
    Answer.NO: Choice.NO,
    Answer.NO_WITH_RIGHTS: Choice.NO,
    Answer.ABSTAIN: Choice.ABSTAIN,
    Answer.SILENT: Choice.ABSENT,
}
WITH_RIGHTS = frozenset({Answer.YES_WITH_RIGHTS, Answer.NO_WITH_RIGHTS})


@dataclass(frozen=True)
class Call:
    """Who is called, in which round, and what it may answer."""

    member: str
    round: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class RollCallVote:
    """`order`: the members in the order in which they are called. `bound`: those that may not abstain.

    `given`: every answer so far, in the order given; the state follows from it.
    """

    order: tuple[str, ...]
    bound: frozenset[str] = frozenset()
    passes: bool = False
    second_round_may_abstain: bool = False
    rights: bool = False
    given: tuple[tuple[str, Answer], ...] = ()

    @property
    def next_up(self) -> str | None:
        """Everybody once, then those that passed, in the same order; None when the roll call is complete."""
        heard = len(self.given)
        return self.order[heard] if heard < len(self.order) else next(iter(self._second_round[self._again :]), None)

    @property
    def round(self) -> int:
        """1, or 2 once everybody has been called and somebody passed."""
        return 2 if len(self.given) >= len(self.order) and self._second_round else 1

    @property
    def complete(self) -> bool:
        return self.next_up is None

    @property
    def _second_round(self) -> tuple[str, ...]:
        return tuple(member for member, answer in self.given if answer is Answer.PASS)

    @property
    def _again(self) -> int:
        return len(self.given) - len(self.order)

    @property
    def votes(self) -> dict[str, Choice]:
        """Of those that have answered with a vote, or with silence."""
        return {member: _CHOICES[answer] for member, answer in self.given if answer is not Answer.PASS}

    @property
    def asked_for_rights(self) -> tuple[str, ...]:
        return tuple(member for member, answer in self.given if answer in WITH_RIGHTS)

    def call(self) -> Call | None:
        """None when the roll call is complete."""
        member = self.next_up
        return Call(member, self.round, self._answers(member)) if member else None

    def answer(self, member: str, answer: Answer) -> "RollCallVote":
        """RuledOut unless this member is the one that is called, and may answer so."""
        call = self.call()
        if call is None or call.member != member:
            raise RuledOut(Reason.NOT_CALLED, name=member)
        if answer not in call.answers:
            raise RuledOut(self._why_not(member, answer))
        return replace(self, given=(*self.given, (member, answer)))

    def undo(self) -> "RollCallVote":
        """Takes the last answer back; who gave it is called again."""
        if not self.given:
            raise RuledOut(Reason.NOTHING_TO_UNDO)
        return replace(self, given=self.given[:-1])

    def _answers(self, member: str) -> tuple[Answer, ...]:
        return tuple(answer for answer in Answer if self._may(member, answer))

    def _may(self, member: str, answer: Answer) -> bool:
        if answer is Answer.PASS:
            return self.passes and self.round == 1
        if answer in WITH_RIGHTS:
            return self.rights and self.round == 1
        if answer is Answer.ABSTAIN:
            return member not in self.bound and (self.round == 1 or self.second_round_may_abstain)
        return True

    def _why_not(self, member: str, answer: Answer) -> Reason:
        if answer is Answer.PASS:
            return Reason.PASSED_ALREADY if self.passes else Reason.NO_PASSING
        if answer in WITH_RIGHTS:
            return Reason.NO_RIGHTS
        return Reason.PROMISED_TO_VOTE if member in self.bound else Reason.NO_ABSTAINING_NOW


def draw(members: Sequence[str], lot: random.Random) -> str:
    """The member with which the President's lot begins the roll call. ValueError without members."""
    if not members:
        raise ValueError("there is nobody to draw")
    return lot.choice(list(members))


def begin(
    profile: Profile, members: Sequence[str], attendance: Mapping[str, Attendance], *, drawn: str = ""
) -> RollCallVote:
    """`members`: who may vote, in English alphabetical order; `drawn`: the one to begin with, where there is a lot.

    Every member is called, present or not. ValueError when `drawn` is missing, or given without a lot, or no member.
    """
    if profile.roll_call_by_lot != bool(drawn) or (drawn and drawn not in members):
        raise ValueError(f"the roll call cannot begin with {drawn!r}")
    first = list(members).index(drawn) if drawn else 0
    return RollCallVote(
        order=(*members[first:], *members[:first]),
        bound=frozenset(member for member in members if _is_bound(profile, attendance.get(member))),
        passes=profile.passes,
        second_round_may_abstain=profile.second_round_may_abstain,
        rights=profile.rights,
    )


def _is_bound(profile: Profile, attendance: Attendance | None) -> bool:
    allowed = castable(attendance or Attendance.ABSENT, binding=profile.present_and_voting_binds)
    return Choice.ABSTAIN not in allowed
