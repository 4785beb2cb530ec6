"""How a simulated delegation votes: as its country did on this text, or drawn from how it used to vote.

Drawn votes are what a country might do, never what it did; they are marked as such wherever they show, and never cast
in a secret ballot.
"""

import random
from collections.abc import Mapping

from unsim.rules.choices import Choice


def from_record(real: Mapping[str, Choice], member: str) -> Choice:
    """As the member really voted. One that the record does not name did not vote."""
    return real.get(member, Choice.ABSENT)


def drawn(weights: Mapping[Choice, int], lot: random.Random) -> Choice:
    """One of the four outcomes, in proportion to `weights`. ValueError unless one of them is above 0 and none below."""
    if min(weights.values(), default=0) < 0 or not any(weights.values()):
        raise ValueError(f"nothing can be drawn from {dict(weights)}")
    return lot.choices(list(Choice), [weights.get(choice, 0) for choice in Choice])[0]


def lot_of(seed: str, member: str) -> random.Random:
    """A lot of its own for each member, so that its vote does not depend on which other seats are empty."""
    return random.Random(f"{seed}/{member}")  # noqa: S311 -- a repeatable lot, nothing secret
