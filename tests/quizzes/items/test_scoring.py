"""Responses of every kind, as a form sends them and as nobody should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items import BadResponse, parse, score

NUMBER = {"value": 143, "tolerance": 0}


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
        ("number", NUMBER, "144", 0.0),
        ("number", {"value": 1204, "tolerance": 0}, "1,204", 1.0),
        ("number", {"value": 1204, "tolerance": 0}, "1 204", 1.0),
        ("number", {"value": 140, "tolerance": 5}, "145", 1.0),
        ("number", {"value": 140, "tolerance": 5}, "146", 0.0),
        ("number", NUMBER, "١٤٣", 1.0),
    ],
)
def test_marks(kind: str, key: object, response: object, mark: float) -> None:
    assert score(kind, key, response) == mark  # type: ignore[arg-type]


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
    ],
)
def test_what_is_no_answer_says_why(kind: str, response: object, reason: str) -> None:
    with pytest.raises(BadResponse) as caught:
        score(kind, NUMBER if kind == "number" else [0], response)
    assert caught.value.reason == reason


def test_an_unknown_kind_or_a_wrong_key_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        score("essay", [0], 0)
    with pytest.raises(ValueError, match="key"):
        score("number", [0], 0)
    with pytest.raises(ValueError, match="key"):
        score("single_choice", NUMBER, 0)


@given(st.sampled_from(["single_choice", "number", "multiple_choice"]), st.one_of(st.text(), st.integers(), st.none()))
def test_a_mark_is_from_nothing_to_one(kind: str, response: object) -> None:
    try:
        mark = score(kind, NUMBER if kind == "number" else [1], response)
    except BadResponse:
        return
    assert 0.0 <= mark <= 1.0
    assert parse(kind, response) == parse(kind, parse(kind, response))
