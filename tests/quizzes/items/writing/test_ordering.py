from random import Random

import pytest

from quizzes.items.writing.draft import Draft, choice
from quizzes.items.writing.known import Told
from quizzes.items.writing.ordering import arrange, in_turn

from .making import article, tally

ONE = article(tally())


def draft(name, *, options=("A", "B", "C", "D"), right="A", family="figures", **more):
    item = choice(
        (Told((0, 0), ONE.findings[0]),), stem=f"What about {name}?", options=options, right=right, explanation=""
    )
    return Draft(item, family, family, frozenset({(name,)}), **more)


def names(drafts, seed=1):
    return [item.stem.split()[-1].strip("?") for item in arrange(drafts, Random(seed))]


def test_easy_ones_come_first():
    row = [draft("hard", level=3, family="a"), draft("easy", level=1, family="b"), draft("middle", level=2, family="c")]
    for seed in range(10):
        assert names(row, seed) == ["easy", "middle", "hard"]


def test_what_is_shown_with_an_answer_is_asked_before():
    row = [draft("late", shows=frozenset({("early",)}), level=1), draft("early", level=3)]
    for seed in range(10):
        assert names(row, seed) == ["early", "late"]


def test_no_order_for_those_that_show_each_other():
    ring = [draft(name, shows=frozenset({(shown,)})) for name, shown in ("ab", "bc", "ca")]
    assert in_turn(ring[:2])
    assert in_turn(ring) is None
    with pytest.raises(ValueError, match="give each other away"):
        arrange(ring, Random(1))


def test_alike_ones_stand_apart():
    row = [draft("x1", family="x"), draft("x2", family="x"), draft("y1", family="y")]
    for seed in range(10):
        assert names(row, seed)[1] == "y1"


def test_keys_are_spread_where_the_order_is_free():
    items = arrange([draft(f"x{n}", free=True) for n in range(8)], Random(1))
    assert sorted(item.key[0] for item in items) == [0, 0, 1, 1, 2, 2, 3, 3]
    assert all(item.options[item.key[0]] == "A" for item in items)
    assert all(sorted(item.options) == ["A", "B", "C", "D"] for item in items)


def test_an_order_that_says_something_stays():
    (item,) = arrange([draft("x", options=("1", "2", "3"), right="2")], Random(1))
    assert item.options == ("1", "2", "3")
    assert item.key == [1]
