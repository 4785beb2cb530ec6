"""How one named member voted, as one mention tells it."""

from dataclasses import dataclass

from quizzes.items.reading.marks import Named


@dataclass(frozen=True, slots=True)
class Position:
    """`index`: the sentence; `named`: the mention, offsets into it.

    `beside`: another sentence without which it tells nothing: the heading of its list, what "the three" did.
    """

    index: int
    named: Named
    vote: str
    rule: str
    beside: int | None = None
