"""Which drafts make a quiz: all articles, varied forms, none that another one answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizzes.items.flaws import flaws, flaws_of_quiz
from quizzes.items.item import ItemKind
from quizzes.items.writing.draft import Draft
from quizzes.items.writing.ordering import comes_before, in_turn
from quizzes.items.writing.points import overlap

# What a further question of the same family, form, article, item kind, place of the key, level costs.
_FAMILY, _FORM, _ARTICLE, _KIND, _KEY, _LEVEL = 1.1, 1.6, 2.5, 0.3, 0.6, 0.2
# How much chance weighs.
_CHANCE = 2.0
# Statements to be called true or false are at most this share of a quiz, as long as there are other questions.
_STATEMENTS, _TOO_MANY = 0.3, 50.0


@dataclass(slots=True)
class _Candidate:
    draft: Draft
    value: float


def choose(drafts: Sequence[Draft], count: int, rng: Random) -> list[Draft]:
    """At most `count`, the best first.

    Lines to be put in order leave no question that names one of their dates: where a quiz would be shorter for it,
    there are none.
    """
    chosen = _chosen(drafts, count, rng)
    if len(chosen) == count or not any(_is_order(draft) for draft in chosen):
        return chosen
    return max(chosen, _chosen([draft for draft in drafts if not _is_order(draft)], count, rng), key=len)


def _is_order(draft: Draft) -> bool:
    return draft.item.kind == ItemKind.ORDER


def _chosen(drafts: Sequence[Draft], count: int, rng: Random) -> list[Draft]:
    left = [_Candidate(draft, draft.worth + rng.random() * _CHANCE) for draft in drafts]
    chosen: list[Draft] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda one: one.value)
        left.remove(best)
        if not _is_flawed(best.draft, chosen) and in_turn([*chosen, best.draft]):
            chosen.append(best.draft)
            left = _valued_anew(left, best.draft)
            if sum(map(_is_statement, chosen)) == max(1, round(_STATEMENTS * count)):
                _put_last(left)
    return chosen


def _is_flawed(draft: Draft, chosen: Sequence[Draft]) -> bool:
    items = [*(one.item for one in chosen), draft.item]
    return bool(flaws(draft.item)) or any(flaw.name in ("cueing", "source_shown") for _, flaw in flaws_of_quiz(items))


def _is_statement(draft: Draft) -> bool:
    return draft.item.kind == ItemKind.TRUE_FALSE


def _put_last(left: Sequence[_Candidate]) -> None:
    for one in left:
        if _is_statement(one.draft) and one.value > -_TOO_MANY:
            one.value -= 2 * _TOO_MANY


def _valued_anew(left: Sequence[_Candidate], chosen: Draft) -> list[_Candidate]:
    """Those that still fit beside the one just chosen, worth less the more they are like it."""
    fit = [one for one in left if not _collide(one.draft, chosen)]
    for one in fit:
        one.value -= _likeness(one.draft, chosen)
    return fit


def _collide(one: Draft, other: Draft) -> bool:
    """Whether they ask the same, are too much alike, rest on one sentence, or each gives the other away."""
    near = bool(one.near) and one.near == other.near
    told = not (
        one.asks.isdisjoint(other.asks) and one.asks.isdisjoint(other.tells) and other.asks.isdisjoint(one.tells)
    )
    return near or told or _same_sentence(one, other) or (comes_before(one, other) and comes_before(other, one))


def _same_sentence(one: Draft, other: Draft) -> bool:
    a, b = one.item.source, other.item.source
    return a.article == b.article and overlap(a.sentence, b.sentence)


def _likeness(one: Draft, other: Draft) -> float:
    same_article = one.item.source.article == other.item.source.article
    same_kind = one.item.kind == other.item.kind
    return (
        _FAMILY * (one.family == other.family)
        + _FORM * (one.form == other.form)
        + _ARTICLE * same_article
        + _KIND * same_kind
        + _KEY * (same_kind and not one.free and one.item.key == other.item.key)
        + _LEVEL * (one.level == other.level)
    )
