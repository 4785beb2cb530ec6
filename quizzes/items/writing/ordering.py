"""The order of the questions and of their options."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from random import Random

from quizzes.items.item import Item, ItemKind
from quizzes.items.writing.draft import Draft

# What is gained by taking from the largest family that is left, so that it need not stand together at the end.
_CROWD = 0.3
# What it costs to stand beside one of its own family, article or item kind.
_FORM, _ARTICLE, _KIND, _LEVEL = 3.0, 1.5, 1.0, 1.0


def comes_before(one: Draft, other: Draft) -> bool:
    """Whether the first has to be asked before the other one, whose answer shows what it asks."""
    return not one.asks.isdisjoint(other.shows)


def in_turn(drafts: Sequence[Draft]) -> TopologicalSorter[Draft] | None:
    """The drafts as they may follow each other; None where some would give each other away in any order."""
    before = {one: [two for two in drafts if two is not one and comes_before(two, one)] for one in drafts}
    row = TopologicalSorter(before)
    try:
        row.prepare()
    except CycleError:
        return None
    return row


def arrange(chosen: Sequence[Draft], rng: Random) -> list[Item]:
    """From easy to hard, alike ones apart; what an answer shows has been asked before.

    ValueError where `chosen` has no such order.
    """
    left = rng.sample(chosen, len(chosen))
    turn = in_turn(left)
    if turn is None:
        raise ValueError("some of the questions give each other away in any order")
    ready: list[Draft] = []
    row: list[Draft] = []
    while left:
        ready += turn.get_ready()
        best = min(ready, key=lambda draft: _cost(draft, row, left))
        ready.remove(best)
        left.remove(best)
        row.append(best)
        turn.done(best)
    return _with_keys_spread(row, rng)


def _cost(draft: Draft, row: Sequence[Draft], left: Sequence[Draft]) -> float:
    last = row[-1] if row else None
    alike = 0.0
    if last:
        alike += _FORM * (last.family == draft.family)
        alike += _ARTICLE * (last.item.source.article == draft.item.source.article)
        alike += _KIND * (last.item.kind == draft.item.kind)
    crowd = sum(other.family == draft.family for other in left)
    return alike + _LEVEL * draft.level - _CROWD * crowd


def _with_keys_spread(row: Sequence[Draft], rng: Random) -> list[Item]:
    """Where the order of the options is free, the right one goes where the fewest right ones stand so far."""
    fixed = (draft.item.key for draft in row if draft.item.kind == ItemKind.SINGLE_CHOICE and not draft.free)
    places = Counter(key[0] for key in fixed if isinstance(key, list))
    items = []
    for draft in row:
        item = _moved(draft.item, places, rng) if draft.free else draft.item
        items.append(item)
    return items


def _moved(item: Item, places: Counter[int], rng: Random) -> Item:
    if not isinstance(item.key, list) or len(item.key) != 1:
        return item
    row = list(range(len(item.options)))
    rng.shuffle(row)
    place = min(row, key=lambda one: places[one])
    places[place] += 1
    options = [option for at, option in enumerate(item.options) if at != item.key[0]]
    options.insert(place, item.options[item.key[0]])
    return replace(item, options=tuple(options), key=[place])
