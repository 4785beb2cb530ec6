"""The table that is printed."""

from collections.abc import Callable
from dataclasses import dataclass


def plain(value: float) -> float:
    return value


@dataclass(frozen=True)
class Row:
    """A figure, the floor that was measured beside it, and the goal of their ratio (without a floor: of the figure)."""

    what: str
    figure: float
    floor: float | None
    goal: str
    shown: Callable[[float], float] = plain

    def cells(self) -> tuple[str, ...]:
        if self.floor is None:
            return self.what, number(self.shown(self.figure)), "", "", self.goal
        ratio = number(self.figure / self.floor)
        return self.what, number(self.shown(self.figure)), number(self.shown(self.floor)), ratio, self.goal


def number(value: float) -> str:
    return f"{value:.0f}" if value == round(value) or abs(value) >= 100 else f"{value:.3g}"


def printed(rows: list[Row]) -> str:
    table = [("what", "measured", "floor", "ratio", "goal"), *(row.cells() for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in table]
    return "\n".join(lines)
