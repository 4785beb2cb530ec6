import pytest

from quizzes.drafts import draft_of
from tests.factories import ArticleFactory, FactFactory, QuestionFactory, QuizFactory

pytestmark = pytest.mark.django_db


def add_question(quiz):
    """Asked on one article, resting on a fact of another."""
    question = QuestionFactory(quiz=quiz, article=ArticleFactory())
    question.facts.add(FactFactory(article=ArticleFactory()))


def test_a_longer_draft_takes_no_more_queries(django_assert_max_num_queries):
    quiz = QuizFactory()
    add_question(quiz)
    with django_assert_max_num_queries(20) as of_one:
        draft_of(quiz)
    for _count in range(4):
        add_question(quiz)
    with django_assert_max_num_queries(len(of_one)):
        (*_rest, last) = draft_of(quiz).asked
    assert len(last.sources) == 2
