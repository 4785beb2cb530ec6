import pytest

from quizzes.charts import BOTTOM, LEFT, RIGHT, TOP, charts_of
from quizzes.report import report_of
from tests.quizzes.test_report import FOUR, crowd, sat

pytestmark = pytest.mark.django_db


def test_a_dot_for_each_question_whose_discrimination_is_told():
    report = report_of(sat(crowd([["1", "1", "1"]] * 5 + [["0", "0", "1"]] * 5)))
    dots = charts_of(report).dots
    assert [dot.number for dot in dots] == [1, 2]
    assert (dots[0].x, dots[0].y) == ((LEFT + RIGHT) / 2, TOP)


def test_what_lies_under_the_plane_is_drawn_on_its_edge():
    dots = charts_of(report_of(sat(crowd([["1", "0"]] * 5 + [["0", "1"]] * 5)))).dots
    assert [dot.y for dot in dots] == [BOTTOM, BOTTOM]
    assert all(dot.flagged for dot in dots)


def test_none_under_ten_attempts():
    assert charts_of(report_of(sat(FOUR))).dots == ()
