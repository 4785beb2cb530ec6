"""How often two voted alike: two members over many roll calls, or a class and the real members on one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from unsim.rules.choices import Choice


@dataclass(frozen=True)
class Agreement:
    """In `agreed` of `compared` cases both voted the same. A case counts when both voted; who did not took no side."""

    agreed: int
    compared: int

    @property
    def share(self) -> Fraction | None:
        """None where there is nothing to compare."""
        return Fraction(self.agreed, self.compared) if self.compared else None


def agreed(one: Choice | None, other: Choice | None) -> bool | None:
    """None unless both voted: yes, no or abstaining."""
    if one in _NO_VOTE or other in _NO_VOTE:
        return None
    return one is other


_NO_VOTE = (None, Choice.ABSENT)


def of_members(one: str, other: str, roll_calls: Iterable[Mapping[str, Choice]]) -> Agreement:
    return _sum(agreed(votes.get(one), votes.get(other)) for votes in roll_calls)


def with_record(votes: Mapping[str, Choice], real: Mapping[str, Choice]) -> Agreement:
    """A class's open vote beside the real one, over the delegations of the class."""
    return _sum(agreed(choice, real.get(member)) for member, choice in votes.items())


def by_group(
    votes: Mapping[str, Choice], real: Mapping[str, Choice], groups: Mapping[str, str]
) -> dict[str, Agreement]:
    """As `with_record`, for each group that has a delegation. `groups`: by member; KeyError for one without."""
    members: dict[str, dict[str, Choice]] = {}
    for member, choice in votes.items():
        members.setdefault(groups[member], {})[member] = choice
    return {group: with_record(members[group], real) for group in sorted(members)}


def _sum(cases: Iterable[bool | None]) -> Agreement:
    compared = [case for case in cases if case is not None]
    return Agreement(sum(compared), len(compared))
