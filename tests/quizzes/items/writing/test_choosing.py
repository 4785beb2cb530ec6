from itertools import cycle
from random import Random

from quizzes.items.item import ItemKind
from quizzes.items.writing.choosing import choose
from quizzes.items.writing.draft import Draft, choice, make_item, statement
from quizzes.items.writing.known import Told

from .making import article, tally

# Every draft rests on a sentence of its own, unless it is given one.
ONE, TWO = article(*[tally()] * 40), article(tally())
PLACES = cycle((0, number) for number in range(1, 40))


def told(place=None):
    place = place or next(PLACES)
    return (Told(place, ONE.findings[place[1]]),)


def draft(name, *, place=None, asks=None, form="figure", kind="choice", options=("1", "3", "5"), **more):
    stem = f"How many members spoke about {name} in the meeting?"
    if kind == "statement":
        item = statement(told(place), stem=f"Two members spoke about {name}.", holds=True, explanation="So it was.")
    else:
        item = choice(told(place), stem=stem, options=options, right=options[0], explanation="So it was.")
    return Draft(item, form, more.pop("family", form), frozenset({(asks or name,)}), **more)


def chosen(drafts, count=8, seed=1):
    return [one.item.stem.split(" about ")[1].split()[0] for one in choose(drafts, count, Random(seed))]


def test_no_more_than_asked_for():
    assert len(chosen([draft(f"x{n}") for n in range(9)], count=4)) == 4
    assert chosen([], count=4) == []


def test_the_same_is_asked_once():
    assert len(chosen([draft("one", asks="it"), draft("two", asks="it")])) == 1


def test_what_one_tells_another_does_not_ask():
    assert len(chosen([draft("one"), draft("two", tells=frozenset({("one",)}))])) == 1


def test_too_much_alike():
    assert len(chosen([draft("one", near="alike"), draft("two", near="alike")])) == 1


def test_one_sentence_is_shown_for_one_question():
    assert len(chosen([draft("one", place=(0, 0)), draft("two", place=(0, 0))])) == 1


def test_two_whose_answers_show_each_other():
    one, two = draft("one", shows=frozenset({("two",)})), draft("two", shows=frozenset({("one",)}))
    assert len(chosen([one, two])) == 1
    assert len(chosen([one, draft("two")])) == 2


def test_three_of_which_each_shows_the_next():
    ring = [draft(name, shows=frozenset({(shown,)})) for name, shown in ("ab", "bc", "ca")]
    assert len(chosen(ring)) == 2


def test_a_flawed_question_is_left_out():
    assert chosen([draft("one", options=("5", "3", "1")), draft("two")]) == ["two"]


def test_the_forms_vary():
    drafts = [draft(f"x{n}", form="figure") for n in range(9)] + [draft(f"y{n}", form="stand") for n in range(9)]
    names = chosen(drafts, count=6)
    assert sorted(name[0] for name in names) == ["x"] * 3 + ["y"] * 3


def test_every_article_is_asked_about():
    drafts = [draft(f"x{n}") for n in range(9)]
    lonely = Draft(
        choice(
            (Told((1, 0), TWO.findings[0]),),
            stem="Who spoke first in that meeting?",
            options=("A", "B", "C"),
            right="B",
            explanation="So it was.",
        ),
        "said",
        "people",
        frozenset({("z",)}),
        worth=1,
    )
    assert lonely in choose([*drafts, lonely], 4, Random(1))


def test_few_statements_as_long_as_there_is_something_else():
    drafts = [draft(f"x{n}", kind="statement", worth=5) for n in range(9)] + [draft(f"y{n}", worth=1) for n in range(9)]
    names = chosen(drafts, count=10)
    assert sum(name[0] == "x" for name in names) == 3
    assert len(chosen(drafts[:9], count=8)) == 8


def test_what_is_worth_more_is_chosen_first():
    for seed in range(20):
        assert chosen([draft("low", worth=1), draft("high", worth=5)], count=1, seed=seed) == ["high"]


def test_lines_in_order_never_make_a_quiz_shorter():
    order = make_item(
        told(), kind=ItemKind.ORDER, stem="Which of these came first?", options="abc", key=[1, 0, 2], explanation=""
    )
    asks = frozenset({("one",), ("two",)})
    row = [Draft(order, "order", "dates", asks, worth=5), draft("one"), draft("two")]
    assert sorted(chosen_stems(row, 2)) == [draft("one").item.stem, draft("two").item.stem]
    assert chosen_stems(row, 1) == ["Which of these came first?"]


def chosen_stems(drafts, count):
    return [one.item.stem for one in choose(drafts, count, Random(1))]
