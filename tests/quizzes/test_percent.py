import pytest

from quizzes.percent import percent


@pytest.mark.parametrize(
    ("part", "whole", "rounded"), [(1, 8, 13), (3, 8, 38), (1, 3, 33), (2, 3, 67), (0, 5, 0), (5, 5, 100), (1, 0, 0)]
)
def test_a_half_goes_up(part, whole, rounded):
    assert percent(part, whole) == rounded
