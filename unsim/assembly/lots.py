"""Drawing by lot: which delegations a class gets, and who sits in which. Pure; the lot is passed in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from random import Random
from typing import TypeVar

K = TypeVar("K")

# Without them the story of the votes on Ukraine cannot be told: the two parties, the permanent members, and Albania,
# which moved the recorded vote.
ALWAYS = ("RUS", "UKR", "USA", "CHN", "FRA", "GBR", "ALB")


def sample(groups: Mapping[str, str], size: int, lot: Random) -> list[str]:
    """`size` member codes out of `groups` (code -> regional group), as many of each group as it has of the whole.

    The order is that in which seats should be filled: first ALWAYS, then by turns whatever group is furthest behind
    its share. ValueError unless 0 < size <= len(groups).
    """
    if not 0 < size <= len(groups):
        raise ValueError(f"{size} of {len(groups)} members")
    drawn = [code for code in ALWAYS if code in groups][:size]
    waiting = _waiting(groups, drawn, lot)
    while len(drawn) < size:
        drawn.append(waiting[_furthest_behind(groups, drawn, waiting)].pop())
    return drawn


def _waiting(groups: Mapping[str, str], drawn: Collection[str], lot: Random) -> dict[str, list[str]]:
    waiting: dict[str, list[str]] = {group: [] for group in sorted(set(groups.values()))}
    for code in sorted(groups.keys() - set(drawn)):
        waiting[groups[code]].append(code)
    for codes in waiting.values():
        lot.shuffle(codes)
    return waiting


def _furthest_behind(groups: Mapping[str, str], drawn: Collection[str], waiting: Mapping[str, Sequence[str]]) -> str:
    def lack(group: str) -> float:
        whole = sum(1 for code in groups if groups[code] == group)
        return whole * (len(drawn) + 1) / len(groups) - sum(1 for code in drawn if groups[code] == group)

    return max((group for group in waiting if waiting[group]), key=lack)


def places(free: Mapping[str, int], order: Iterable[str], people: Sequence[K], lot: Random) -> dict[K, str]:
    """Who gets which seat: `free` seats by code, filled in `order`, everybody alone before anybody shares.

    People who find no seat are left out.
    """
    shuffled = list(people)
    lot.shuffle(shuffled)
    codes = list(order)
    most = max(free.values(), default=0)
    seats = [code for left in range(most, 0, -1) for code in codes if free.get(code, 0) >= left]
    return dict(zip(shuffled, seats, strict=False))
