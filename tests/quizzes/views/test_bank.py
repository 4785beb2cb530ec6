import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes.models import Question, Quiz
from tests.factories import QuestionFactory, quiz_of, tagged

pytestmark = pytest.mark.django_db
BANK, PUT = "/teach/bank/", "/teach/bank/put/"
NOT_TEACHERS = ["delegate", "other_delegate", "projector", "stranger"]


@pytest.fixture
def quiz(cast):
    quiz = quiz_of(2, cast.room.owner, title="My quiz")
    tagged(quiz.questions.first(), "veto")
    return quiz


def marked(quiz):
    return [question.pk for question in quiz.questions.all()]


def page(cast, query=""):
    return cast.teacher.get(BANK + query).content.decode()


class TestPage:
    def test_shows_ones_own_questions_with_what_finds_them(self, cast, quiz):
        quiz_of(1, cast.other_room.owner, title="A colleague's")
        shown = page(cast)
        assert shown.count('name="question"') == 2
        assert "2 questions" in shown
        assert "#veto" in shown
        assert "A colleague" not in shown

    def test_is_searched(self, cast, quiz):
        assert page(cast, "?tag=veto&kind=single_choice").count('name="question"') == 1
        assert "No question has all of this" in page(cast, "?words=nothing")
        assert "Show all" in page(cast, "?words=nothing")

    @pytest.mark.parametrize(
        "query", ["?article=x", "?article=99999999999", "?page=x", "?kind=%00", "?words=%00", "?quiz=x"]
    )
    def test_takes_no_harm_from_what_nobody_offers(self, cast, quiz, query):
        assert cast.teacher.get(BANK + query).status_code == 200

    def test_without_any_says_what_to_do(self, cast):
        assert "The bank fills by itself" in page(cast)

    def test_runs_no_text_of_a_question(self, cast, quiz):
        tagged(QuestionFactory(quiz=quiz, stem="<script>x"), "<b>")
        shown = page(cast, "?words=<script>x")
        assert "<script>x" not in shown
        assert "<b>" not in shown.replace("<b aria", "")

    def test_asks_the_database_no_more_for_more_questions(self, cast, quiz):
        with CaptureQueriesContext(
            connection,
        ) as few:
            page(cast)
        for _ in range(10):
            tagged(QuestionFactory(quiz=quiz), "veto")
        with CaptureQueriesContext(connection) as many:
            page(cast)
        assert len(many) == len(few)


class TestPut:
    def test_into_a_quiz_of_ones_own(self, cast, quiz):
        target = quiz_of(1, cast.room.owner)
        answer = cast.teacher.post(PUT, {"question": marked(quiz), "quiz": target.pk})
        assert answer.url == f"/teach/quizzes/{target.pk}/"
        assert target.questions.count() == 3

    def test_into_a_new_one(self, cast, quiz):
        answer = cast.teacher.post(PUT, {"question": marked(quiz), "quiz": "", "title": "Best of"})
        made = Quiz.objects.get(title="Best of")
        assert answer.url == f"/teach/quizzes/{made.pk}/"
        assert (made.owner, made.questions.count()) == (cast.room.owner, 2)

    @pytest.mark.parametrize(
        ("form", "says"),
        [
            ({"title": "Best of"}, "No question is marked"),
            ({"question": ["0"], "title": "Best of"}, "valid choice"),
            ({"question": ["x"], "title": "Best of"}, "valid choice"),
            ({"quiz": "0"}, "valid choice"),
            ({"title": ""}, "Give the new quiz a title"),
        ],
    )
    def test_what_cannot_be_is_refused_with_what_to_do(self, cast, quiz, form, says):
        before = Quiz.objects.count(), Question.objects.count()
        answer = cast.teacher.post(PUT, form)
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert (Quiz.objects.count(), Question.objects.count()) == before

    def test_a_refusal_keeps_the_search_and_the_marks(self, cast, quiz):
        pk = quiz.questions.get(tags__name="veto").pk
        answer = cast.teacher.post(PUT, {"question": [pk], "quiz": "", "title": "", "tag": "veto"}).content.decode()
        assert answer.count('name="question"') == 1
        assert f'value="{pk}" checked' in answer

    def test_a_full_quiz_is_refused(self, cast, quiz):
        target = quiz_of(39, cast.room.owner)
        assert cast.teacher.post(PUT, {"question": marked(quiz), "quiz": target.pk}).status_code == 409
        assert target.questions.count() == 39


class TestWho:
    def test_a_colleagues_questions_and_quizzes_cannot_be_named(self, cast, quiz):
        theirs = quiz_of(1, cast.other_room.owner)
        for form in ({"question": marked(theirs), "title": "x"}, {"question": marked(quiz), "quiz": theirs.pk}):
            assert cast.teacher.post(PUT, form).status_code == 422
        assert (theirs.questions.count(), Quiz.objects.count()) == (1, 2)

    @pytest.mark.parametrize("who", NOT_TEACHERS)
    def test_only_teachers(self, cast, quiz, who):
        client = getattr(cast, who)
        assert client.get(BANK).url.startswith("/sign-in/")
        assert client.post(PUT, {"question": marked(quiz), "title": "x"}).url.startswith("/sign-in/")
        assert Quiz.objects.count() == 1

    def test_another_teacher_sees_an_empty_bank(self, cast, quiz):
        assert b"The bank fills by itself" in cast.other_teacher.get(BANK).content

    def test_is_posted(self, cast):
        assert cast.teacher.get(PUT).status_code == 405
        assert cast.teacher.post(BANK).status_code == 405
