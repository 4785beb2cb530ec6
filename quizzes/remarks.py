"""What an item's figures ask the teacher to do, in a sentence, and only as far as the attempts carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quizzes.items import ItemFigures

FEWEST = 10  # attempts, under which nothing is said of an item but how many had it right
EASY, HARD = 0.8, 0.3  # facility: between them a question is usable
GOOD, LOOK = 30, 20  # discrimination
DUBIOUS = 15  # discriminative efficiency
FEWEST_CHOOSERS = 3  # of an option, before its choosers' other answers say anything


@dataclass(frozen=True)
class OptionRow:
    """`share` of the sitters in percent; `rest`: mean points of its choosers on the other questions, where known."""

    letter: str
    text: str
    right: bool
    count: int
    share: int
    functional: bool
    rest: float | None


@dataclass(frozen=True)
class Remark:
    """`look`: the question itself may be at fault."""

    text: str
    look: bool


def remarks_on(item: ItemFigures, options: Sequence[OptionRow], attempts: int) -> Iterator[Remark]:
    """Nothing under ten attempts. `options` is empty for a number."""
    if attempts < FEWEST:
        return
    yield from _on_facility(item.facility)
    yield from _on_discrimination(item.discrimination, item.efficiency)
    yield from _on_options(options)


def _on_facility(facility: float | None) -> Iterator[Remark]:
    if facility is not None and facility < HARD:
        yield Remark(_("hard: talk it through once more"), look=False)
    elif facility is not None and facility > EASY:
        yield Remark(_("easy for this class"), look=False)


def _on_discrimination(discrimination: float | None, efficiency: float | None) -> Iterator[Remark]:
    if discrimination is None:
        return
    if round(discrimination) < 0:
        yield Remark(_("those who know more got it wrong: is the key right?"), look=True)
    elif discrimination < LOOK or (efficiency is not None and efficiency < DUBIOUS):
        yield Remark(_("says little about who knows the rest"), look=True)
    elif discrimination >= GOOD:
        yield Remark(_("separates well"), look=False)


def _on_options(options: Sequence[OptionRow]) -> Iterator[Remark]:
    best = max((option.rest for option in options if option.right and option.rest is not None), default=None)
    distractors = [option for option in options if not option.right]
    for option in distractors:
        if _liked_by_the_strong(option, best):
            yield Remark(_("look at option %(letter)s: the strong chose it") % {"letter": option.letter}, look=True)
    idle = [option.letter for option in distractors if not option.functional]
    if idle:
        text = ngettext("%(letters)s is hardly ever chosen", "%(letters)s are hardly ever chosen", len(idle))
        yield Remark(text % {"letters": ", ".join(idle)}, look=False)


def _liked_by_the_strong(option: OptionRow, best: float | None) -> bool:
    enough = option.functional and option.count >= FEWEST_CHOOSERS
    return enough and option.rest is not None and best is not None and option.rest > best
