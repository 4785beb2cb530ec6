"""Item statistics: worked examples, and figures that are not defined."""

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items import QuizFigures, analyse

# Ten sittings of four items; the last column is answered against the strength of the sitter.
MARKS = [
    [1, 1, 1, 0],
    [1, 1, 1, 0],
    [1, 1, 1, 0],
    [1, 1, 0, 0],
    [1, 1, 0, 1],
    [1, 0, 0, 1],
    [1, 0, 0, 1],
    [0, 0, 0, 1],
    [0, 0, 0, 1],
    [0, 0, 0, 1],
]


def figures(marks: list[list[int]], options: int = 4) -> QuizFigures:
    chosen = [[0 if mark else 1 for mark in row] for row in marks]
    return analyse(marks, options=[options] * len(marks[0]), chosen=chosen)


def test_facility_deviation_and_guess() -> None:
    item = figures(MARKS).items[0]
    assert item.facility == 0.7
    assert isclose(item.deviation or 0, sqrt(10 * 0.7 * 0.3 / 9))
    assert item.guess == 0.25


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    """By hand: cov(x, R) = 0.3667, var x = 0.2667, var R = 0.7111 for the second item."""
    items = figures(MARKS).items
    rest = [a + c + d for a, _, c, d in MARKS]
    mean_x, mean_r = 0.5, sum(rest) / 10
    covariance = sum((row[1] - mean_x) * (r - mean_r) for row, r in zip(MARKS, rest, strict=True)) / 9
    spread = sum((r - mean_r) ** 2 for r in rest) / 9
    assert isclose(items[1].discrimination or 0, 100 * covariance / sqrt(spread * 10 * 0.25 / 9))
    assert (items[3].discrimination or 0) < 0


def test_efficiency_is_full_where_the_strongest_have_it_right() -> None:
    marks = [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 0],
        [0, 1, 0],
        [0, 0, 0],
        [1, 1, 1],
        [1, 1, 0],
        [0, 0, 0],
        [0, 0, 0],
        [0, 1, 0],
    ]
    assert isclose(figures(marks).items[1].efficiency or 0, 100)


def test_weights_sum_to_a_hundred_and_a_negative_covariance_has_none() -> None:
    weights = [item.weight for item in figures(MARKS).items]
    assert weights[3] is None
    assert isclose(sum(weight or 0 for weight in weights), 100)


def test_consistency_and_error() -> None:
    """KR-20 of two equal items: 2 (1 - 2v / 4v) = 1, so nothing is left for the error."""
    quiz = figures([[1, 1]] * 5 + [[0, 0]] * 5)
    assert isclose(quiz.consistency or 0, 1.0)
    assert isclose(quiz.error or 0, 0.0, abs_tol=1e-9)
    assert quiz.rough


def test_distractors() -> None:
    chosen: list[list[int | None]] = [[0], [0], [1], [1], [1], [None]]
    quiz = analyse([[1.0], [1.0], [0.0], [0.0], [0.0], [0.0]], options=[3], chosen=chosen)
    key, liked, dead = quiz.items[0].options
    assert (key.chosen, liked.chosen, dead.chosen) == (2, 3, 0)
    assert liked.share == 0.5
    assert liked.functional
    assert not dead.functional
    assert dead.rest_mean is None


@pytest.mark.parametrize("sitters", [0, 1, 9])
def test_under_ten_attempts_nothing_is_said_of_discrimination(sitters: int) -> None:
    quiz = analyse([[1.0, 0.0]] * sitters, options=[4, 2], chosen=[[0, 1]] * sitters)
    assert all(item.discrimination is None and item.efficiency is None for item in quiz.items)
    assert quiz.attempts == sitters


def test_without_variance_there_is_no_figure() -> None:
    quiz = figures([[1, 1]] * 12)
    assert quiz.consistency is None
    assert quiz.error is None
    assert all(item.discrimination is None and item.weight is None for item in quiz.items)


def test_rows_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="row"):
        analyse([[1.0]], options=[4, 4], chosen=[[0]])


@given(st.lists(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=3, max_size=3), max_size=30))
def test_figures_keep_their_bounds(marks: list[list[float]]) -> None:
    quiz = analyse(marks, options=[4, 4, 0], chosen=[[0, None, None] for _ in marks])
    for item in quiz.items:
        assert item.facility is None or 0 <= item.facility <= 1
        assert item.discrimination is None or -100.001 <= item.discrimination <= 100.001
        assert item.efficiency is None or item.efficiency <= 100.001
    assert quiz.consistency is None or quiz.consistency <= 1.001
