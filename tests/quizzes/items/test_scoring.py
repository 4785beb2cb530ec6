"""Responses of every kind, as a form sends them and as nobody should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items import BadResponse, parse, score

NUMBER = {"value": 143, "tolerance": 0}
TEXT = {"accepted": ["Antony Blinken", "Blinken"]}
KEYS = {"number": NUMBER, "order": [1, 0, 2], "match": [1, 1, 0], "short_text": TEXT}


@pytest.mark.parametrize(
    ("kind", "key", "response", "mark"),
    [
        ("single_choice", [2], 2, 1.0),
        ("single_choice", [2], "2", 1.0),
        ("single_choice", [2], ["2"], 1.0),
        ("single_choice", [2], 0, 0.0),
        ("true_false", [1], "1", 1.0),
        ("true_false", [1], 0, 0.0),
        ("multiple_choice", [0, 2], ["0", "2"], 1.0),
        ("multiple_choice", [0, 2], [0], 0.5),
        ("multiple_choice", [0, 2], [0, 1], 0.0),
        ("multiple_choice", [0, 2], [1, 3], 0.0),
        ("number", NUMBER, 143, 1.0),
        ("number", NUMBER, " 143 ", 1.0),
        ("number", NUMBER, "143.0", 1.0),
        ("number", NUMBER, "144", 0.47),
        ("number", NUMBER, "150", 0.26),
        ("number", NUMBER, "158", 0.0),
        ("number", {"value": 5, "tolerance": 0}, "4", 0.0),
        ("number", {"value": 0, "tolerance": 0}, "1", 0.0),
        ("number", {"value": 2022, "tolerance": 0}, "2021", 0.0),
        ("number", {"value": 1204, "tolerance": 0}, "1,204", 1.0),
        ("number", {"value": 1204, "tolerance": 0}, "1 204", 1.0),
        ("number", {"value": 140, "tolerance": 5}, "145", 1.0),
        ("number", {"value": 140, "tolerance": 5}, "146", 0.46),
        ("number", NUMBER, "١٤٣", 1.0),
        ("order", [2, 0, 1], ["1", "2", "0"], 1.0),
        ("order", [2, 0, 1], [2, 1, 0], 1 / 3),
        ("order", [2, 0, 1], [1, 0, 2], 0.0),
        ("order", [0, 1], [1, 0], 0.0),
        ("match", [0, 1, 1], ["0", "1", "1"], 1.0),
        ("match", [0, 1, 1], [0, 1, 2], 2 / 3),
        ("match", [0, 1, 1], [2, 2, 2], 0.0),
        ("short_text", TEXT, "the  BLINKEN ", 1.0),
        ("short_text", TEXT, "Lavrov", 0.0),
    ],
)
def test_marks(kind: str, key: object, response: object, mark: float) -> None:
    assert score(kind, key, response) == pytest.approx(mark)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "response", "reason"),
    [
        ("single_choice", None, "empty"),
        ("single_choice", "", "empty"),
        ("single_choice", [], "empty"),
        ("single_choice", "x", "not an option"),
        ("single_choice", -1, "not an option"),
        ("single_choice", True, "not an option"),
        ("single_choice", [0, 1], "one option only"),
        ("true_false", "True", "not an option"),
        ("number", "", "empty"),
        ("number", "about 140", "not a number"),
        ("number", "1e9", "not a number"),
        ("number", float("nan"), "not a number"),
        ("number", [143], "not a number"),
        ("order", ["", "", ""], "empty"),
        ("order", [], "empty"),
        ("order", ["0", "", "2"], "unfinished"),
        ("order", ["0", "1"], "unfinished"),
        ("order", ["0", "1", "2", "3"], "not an option"),
        ("order", ["0", "1", "3"], "not an option"),
        ("order", ["0", "1", "1"], "one place twice"),
        ("match", ["", "1", "1"], "unfinished"),
        ("match", ["1", "1"], "unfinished"),
        ("match", ["x", "1", "1"], "not an option"),
        ("short_text", " ?! ", "empty"),
        ("short_text", None, "empty"),
        ("short_text", "x" * 101, "too long"),
    ],
)
def test_what_is_no_answer_says_why(kind: str, response: object, reason: str) -> None:
    with pytest.raises(BadResponse) as caught:
        score(kind, KEYS.get(kind, [0]), response)
    assert caught.value.reason == reason


def test_an_unknown_kind_or_a_wrong_key_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        score("essay", [0], 0)
    with pytest.raises(ValueError, match="key"):
        score("number", [0], 0)
    with pytest.raises(ValueError, match="key"):
        score("single_choice", NUMBER, 0)
    for kind, key, response in (("order", [0], [0]), ("match", NUMBER, [0]), ("short_text", NUMBER, "x")):
        with pytest.raises(ValueError, match="key"):
            score(kind, key, response)


@given(
    st.sampled_from(["single_choice", "number", "multiple_choice", "order", "match", "short_text"]),
    st.one_of(st.text(), st.integers(), st.none(), st.lists(st.integers(-1, 3), max_size=4)),
)
def test_a_mark_is_from_nothing_to_one(kind: str, response: object) -> None:
    try:
        mark = score(kind, KEYS.get(kind, [1]), response)
    except BadResponse:
        return
    assert 0.0 <= mark <= 1.0
    assert parse(kind, response) == parse(kind, parse(kind, response))


@given(st.integers(-(10**6), 10**6), st.integers(0, 50), st.integers(0, 300), st.integers(0, 300))
def test_who_is_closer_gets_no_less(value: int, tolerance: int, near: int, far: int) -> None:
    key = {"value": value, "tolerance": tolerance}
    one, other = (score("number", key, value + off) for off in sorted((near, far)))
    assert one >= other
    assert (one == 1) == (min(near, far) <= tolerance)


@given(st.permutations(range(5)), st.permutations(range(5)))
def test_an_order_is_worth_all_only_as_it_is_and_nothing_turned_round(key: list[int], places: list[int]) -> None:
    right = [key.index(line) for line in range(5)]
    assert score("order", key, right) == 1
    assert score("order", key, [4 - place for place in right]) == 0
    assert (score("order", key, places) == 1) == (places == right)
