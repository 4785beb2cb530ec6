"""How one named member voted, as one mention tells it."""

from dataclasses import dataclass

from quizzes.items.reading.marks import Named


@dataclass(frozen=True, slots=True)
class Position:
    """`index`: the sentence; `named`: the mention, offsets into it; `heading`: the sentence that heads its list."""

    index: int
    named: Named
    vote: str
    rule: str
    heading: int | None = None
