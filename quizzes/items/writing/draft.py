"""A question before it is chosen: the item, with what the choice and the order of questions need to know of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.items.item import Item, ItemKind, Key, Source
from quizzes.items.typed import normalised
from quizzes.items.writing.known import Told
from quizzes.items.writing.points import NOTHING, Point
from quizzes.items.writing.wordings import TRUE_FALSE

# As many as the formats have columns for.
MOST_ACCEPTED = 10


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """`form` names the kind of question, `family` the larger group it belongs to.

    `asks`: what an answer shows that one knows; `tells`: what stem and options give away; `shows`: what the source and
    the explanation tell afterwards; `near`: drafts with the same one are too much alike for one quiz. `free`: the order
    of the options says nothing. `level`: 1 easy, 2 middling, 3 hard. `worth`: how much a class gets from it, 1 to 5.
    """

    item: Item
    form: str
    family: str
    asks: frozenset[Point]
    tells: frozenset[Point] = NOTHING
    shows: frozenset[Point] = NOTHING
    near: str = ""
    free: bool = False
    level: int = 2
    worth: int = 3


def make_item(
    told: Sequence[Told],
    *,
    kind: ItemKind,
    stem: str,
    options: Sequence[str] = (),
    key: Key,
    explanation: str,
    matches: Sequence[str] = (),
) -> Item:
    """The first of `told` is the source; all of them are the facts it rests on."""
    finding = told[0].finding
    return Item(
        kind=kind.value,
        stem=stem,
        options=tuple(options),
        key=key,
        explanation=explanation,
        facts=tuple(dict.fromkeys(one.place for one in told)),
        source=Source(told[0].article, finding.start, finding.end, finding.sentence),
        matches=tuple(matches),
    )


def statement(told: Sequence[Told], *, stem: str, holds: bool, explanation: str) -> Item:
    return make_item(
        told,
        kind=ItemKind.TRUE_FALSE,
        stem=stem,
        options=TRUE_FALSE,
        key=[0 if holds else 1],
        explanation=explanation,
    )


def choice(told: Sequence[Told], *, stem: str, options: Sequence[str], right: str, explanation: str) -> Item:
    """The options as they are given, in their order; `right` is one of them."""
    return make_item(
        told,
        kind=ItemKind.SINGLE_CHOICE,
        stem=stem,
        options=options,
        key=[list(options).index(right)],
        explanation=explanation,
    )


def typed(told: Sequence[Told], *, stem: str, accepted: Sequence[str], explanation: str) -> Item:
    """What is accepted, the fullest first; what is the same in other letters is left out."""
    distinct: dict[str, str] = {}
    for text in accepted:
        distinct.setdefault(normalised(text), text)
    key = {"accepted": list(distinct.values())[:MOST_ACCEPTED]}
    return make_item(told, kind=ItemKind.SHORT_TEXT, stem=stem, key=key, explanation=explanation)


def match(
    told: Sequence[Told], *, stem: str, pairs: Sequence[tuple[str, str]], matches: Sequence[str], explanation: str
) -> Item:
    """`pairs`: each line with what belongs to it, one of `matches`; both are shown in the order given."""
    return make_item(
        told,
        kind=ItemKind.MATCH,
        stem=stem,
        options=[line for line, _match in pairs],
        key=[list(matches).index(match) for _line, match in pairs],
        explanation=explanation,
        matches=matches,
    )
