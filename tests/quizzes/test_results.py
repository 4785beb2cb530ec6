import pytest

from quizzes.results import score_of
from tests.factories import FactFactory
from tests.quizzes.test_report import sat

pytestmark = pytest.mark.django_db


def of_ada(run):
    return score_of(run, run.room.participants.get(name="Ada"))


def sat_with_facts(table):
    run = sat(table)
    for question in run.quiz.questions.all():
        question.facts.add(FactFactory())
    return run


def test_ones_own_points_stand_beside_the_class():
    score = of_ada(sat_with_facts({"Ada": ["1", "0"], "Ben": ["1", "1"]}))
    assert (score.points, score.of) == (1, 2)
    assert [(row.explained.answered, row.explained.correct, row.explained.mark) for row in score.questions] == [
        (2, 2, 1),
        (2, 1, 0),
    ]


def test_a_longer_quiz_takes_no_more_queries(django_assert_max_num_queries):
    short, long = sat_with_facts({"Ada": ["1"]}), sat_with_facts({"Ada": list("10101")})
    with django_assert_max_num_queries(20) as of_one:
        of_ada(short)
    with django_assert_max_num_queries(len(of_one)):
        of_ada(long)
