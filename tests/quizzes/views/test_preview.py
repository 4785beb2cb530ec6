import pytest

from quizzes.models import Answer, Quiz, Run
from tests.factories import (
    QuestionFactory,
    match_question,
    number_question,
    order_question,
    quiz_of,
    text_question,
)
from unsim.rooms.models import Room

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(cast):
    """One question of every kind."""
    quiz = quiz_of(1, cast.room.owner)
    QuestionFactory(quiz=quiz, kind="multiple_choice", key=[0, 1])
    for make in (number_question, order_question, match_question, text_question):
        make(quiz=quiz)
    return quiz


def url(quiz, query=""):
    return f"/teach/quizzes/{quiz.pk}/preview/{query}"


def show(cast, quiz, query=""):
    answer = cast.teacher.get(url(quiz, query))
    return answer.status_code, answer.content.decode()


class TestPage:
    @pytest.mark.parametrize(
        ("number", "response"),
        [
            (1, "response=1"),
            (2, "response=0&response=1"),
            (3, "response=143"),
            (4, "response=1&response=2&response=0"),
            (5, "response=0&response=1&response=2"),
            (6, "response=blinken"),
        ],
    )
    def test_each_kind_is_shown_and_tried_and_nothing_is_stored(self, cast, quiz, number, response):
        before = Room.objects.count(), Quiz.objects.count()
        status, page = show(cast, quiz, f"?question={number}")
        assert status == 200
        assert f"Question {number} of 6" in page
        assert "outcome" not in page
        status, page = show(cast, quiz, f"?question={number}&send=1&{response}")
        assert status == 200
        assert 'class="outcome right"' in page
        assert "Where this stands" in page
        assert (Answer.objects.count(), Run.objects.count()) == (0, 0)
        assert (Room.objects.count(), Quiz.objects.count()) == before

    def test_an_answer_that_is_none_is_refused_and_stays(self, cast, quiz):
        status, page = show(cast, quiz, "?question=3&response=about")
        assert status == 422
        assert "This is not a number" in page
        assert 'value="about"' in page
        assert show(cast, quiz, "?question=2&send=1")[0] == 422

    @pytest.mark.parametrize("number", ["0", "-1", "x", "", "99", "9" * 30])
    def test_a_number_that_there_is_not_is_the_nearest(self, cast, quiz, number):
        status, page = show(cast, quiz, f"?question={number}")
        assert status == 200
        assert "of 6" in page

    def test_of_nothing_says_so(self, cast):
        assert "No question is left" in show(cast, quiz_of(0, cast.room.owner))[1]

    def test_is_linked_from_the_quiz(self, cast, quiz):
        assert url(quiz) in cast.teacher.get(f"/teach/quizzes/{quiz.pk}/").content.decode()


class TestWho:
    def test_a_colleagues_quiz_is_not_found(self, cast, quiz):
        assert cast.other_teacher.get(url(quiz)).status_code == 404

    @pytest.mark.parametrize("who", ["delegate", "other_delegate", "projector", "stranger"])
    def test_only_teachers(self, cast, quiz, who):
        assert getattr(cast, who).get(url(quiz, "?response=1")).url.startswith("/sign-in/")

    def test_is_looked_at(self, cast, quiz):
        assert cast.teacher.post(url(quiz), {"response": "1"}).status_code == 405
