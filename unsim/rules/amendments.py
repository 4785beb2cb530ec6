"""Amendments to one draft (rule 90): the furthest removed in substance first, and what an adoption excludes."""

import enum
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from unsim.rules.refusals import Reason, RuledOut


class AmendmentStatus(enum.StrEnum):
    """ACCEPTED: taken into the text by its sponsors, without a vote. NOT_PUT: excluded by the adoption of another."""

    PENDING = "pending"
    ADOPTED = "adopted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_PUT = "not_put"
    WITHDRAWN = "withdrawn"


IN_THE_TEXT = frozenset({AmendmentStatus.ADOPTED, AmendmentStatus.ACCEPTED})


@dataclass(frozen=True)
class Amendment:
    """`excludes`: names of the amendments whose rejection its adoption implies."""

    name: str
    by: str
    status: AmendmentStatus = AmendmentStatus.PENDING
    excludes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Amendments:
    """All amendments to a draft in the order in which they are put. `ranked`: the President has set that order.

    Every step refuses a name that is unknown or no longer pending with RuledOut.
    """

    all: tuple[Amendment, ...] = ()
    ranked: bool = False

    @property
    def pending(self) -> tuple[Amendment, ...]:
        return tuple(each for each in self.all if each.status is AmendmentStatus.PENDING)

    @property
    def in_the_text(self) -> tuple[Amendment, ...]:
        return tuple(each for each in self.all if each.status in IN_THE_TEXT)

    @property
    def next(self) -> Amendment | None:
        return next(iter(self.pending), None)

    @property
    def in_order(self) -> bool:
        """Two or more are put only in an order of which the President has judged."""
        return self.ranked or len(self.pending) < 2

    def submit(self, name: str, by: str) -> "Amendments":
        if any(each.name == name for each in self.all):
            raise RuledOut(Reason.SAME_NAME, name=name)
        return Amendments((*self.all, Amendment(name, by)))

    def rank(self, names: Sequence[str]) -> "Amendments":
        """All that are pending, by name, furthest removed first."""
        pending = {each.name: each for each in self.pending}
        if sorted(names) != sorted(pending):
            raise RuledOut(Reason.BAD_RANKING)
        rest = tuple(each for each in self.all if each.name not in pending)
        return Amendments((*rest, *(pending[name] for name in names)), ranked=True)

    def exclude(self, name: str, others: Collection[str]) -> "Amendments":
        """The President's judgement that the adoption of `name` implies the rejection of these others."""
        for other in others:
            self._pending(other)
        return self._with(name, lambda each: replace(each, excludes=frozenset(others) - {name}))

    def accept(self, name: str, consenting: Collection[str], sponsors: Collection[str]) -> "Amendments":
        """A friendly amendment: every sponsor of the draft agrees to it, so that no vote is needed."""
        if not sponsors or not set(sponsors) <= set(consenting):
            raise RuledOut(Reason.NOT_FRIENDLY, name=name)
        return self._enter(name, AmendmentStatus.ACCEPTED)

    def withdraw(self, name: str, by: str) -> "Amendments":
        if self._pending(name).by != by:
            raise RuledOut(Reason.NOT_THE_MOVER)
        return self._with(name, lambda each: replace(each, status=AmendmentStatus.WITHDRAWN))

    def settle(self, name: str, *, adopted: bool) -> "Amendments":
        """The result of the vote on it."""
        if adopted:
            return self._enter(name, AmendmentStatus.ADOPTED)
        return self._with(name, lambda each: replace(each, status=AmendmentStatus.REJECTED))

    def _enter(self, name: str, status: AmendmentStatus) -> "Amendments":
        excluded = self._pending(name).excludes
        entered = self._with(name, lambda each: replace(each, status=status))
        return replace(entered, all=tuple(_dropped(each) if each.name in excluded else each for each in entered.all))

    def _pending(self, name: str) -> Amendment:
        found = next((each for each in self.pending if each.name == name), None)
        if found is None:
            raise RuledOut(Reason.UNKNOWN, name=name)
        return found

    def _with(self, name: str, change: Callable[[Amendment], Amendment]) -> "Amendments":
        self._pending(name)
        return replace(self, all=tuple(change(each) if each.name == name else each for each in self.all))


def _dropped(amendment: Amendment) -> Amendment:
    pending = amendment.status is AmendmentStatus.PENDING
    return replace(amendment, status=AmendmentStatus.NOT_PUT) if pending else amendment
