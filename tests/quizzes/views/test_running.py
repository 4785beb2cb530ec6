from datetime import timedelta

import pytest

from quizzes import items
from quizzes.models import Quiz, Run
from tests.factories import ArticleFactory, FactFactory, TeacherFactory, quiz_of
from tests.quizzes import writer
from unsim.rooms import hosting

pytestmark = pytest.mark.django_db
NOT_OWNERS = ["other_teacher", "delegate", "other_delegate", "projector", "stranger"]


@pytest.fixture(autouse=True)
def simple_writer(monkeypatch):
    monkeypatch.setattr(items, "write", writer.write)


@pytest.fixture
def quiz(cast):
    return quiz_of(2, cast.room.owner, title="My quiz")


def url(cast, page="new"):
    return f"/rooms/{cast.room.code}/runs/{page}/"


def on(cast):
    cast.room.refresh_from_db()
    return cast.room.now_kind, cast.room.now_id


@pytest.mark.parametrize("paced", ["teacher", "self"])
def test_starts_a_quiz_and_puts_it_on(cast, quiz, paced):
    answer = cast.teacher.post(url(cast), {"quiz": quiz.pk, "paced": paced})
    run = Run.objects.get()
    assert answer.url == f"/rooms/{cast.room.code}/desk/"
    assert (run.paced, run.quiz.original) == (paced, quiz)
    assert on(cast) == ("run", run.pk)


def test_lists_ones_own_quizzes(cast, quiz):
    quiz_of(1, cast.other_room.owner, title="A colleague's")
    page = cast.teacher.get(url(cast)).content.decode()
    assert "My quiz" in page
    assert "A colleague" not in page


@pytest.mark.parametrize("change", [{"quiz": ""}, {"quiz": "0"}, {"quiz": "x"}, {"paced": "both"}, {"paced": ""}])
def test_a_choice_that_is_none_is_refused(cast, quiz, change):
    answer = cast.teacher.post(url(cast), {"quiz": quiz.pk, "paced": "teacher"} | change)
    assert answer.status_code == 422
    assert b'role="alert"' in answer.content
    assert on(cast) == ("", None)


def test_a_colleagues_quiz_is_refused(cast):
    other = quiz_of(1, cast.other_room.owner)
    assert cast.teacher.post(url(cast), {"quiz": other.pk, "paced": "teacher"}).status_code == 422
    assert not Run.objects.exists()


def test_a_quiz_without_questions_is_refused(cast):
    empty = quiz_of(0, cast.room.owner)
    answer = cast.teacher.post(url(cast), {"quiz": empty.pk, "paced": "teacher"})
    assert answer.status_code == 422
    assert b"no questions to ask" in answer.content
    assert not Run.objects.exists()


def test_a_closed_room_is_refused(cast, quiz):
    hosting.close_room(room=cast.room, now=cast.room.created_at)
    assert cast.teacher.post(url(cast), {"quiz": quiz.pk, "paced": "teacher"}).status_code == 409
    assert not Run.objects.exists()


class TestQuick:
    @pytest.fixture(autouse=True)
    def seeds(self):
        article = ArticleFactory()
        for number in range(10):
            FactFactory(article=article, number=number, start=number)
        ArticleFactory(owner=TeacherFactory(), slug="")

    @pytest.mark.parametrize("size", [5, 8])
    def test_writes_from_the_seeds_and_starts_at_once(self, cast, size):
        cast.teacher.post(url(cast, "quick"), {"size": size})
        run = Run.objects.get()
        assert run.quiz.questions.count() == size
        assert on(cast) == ("run", run.pk)
        assert [article.owner for article in run.quiz.articles.all()] == [None]
        assert Quiz.objects.of(cast.room.owner).count() == 1

    def test_a_double_click_is_one(self, cast):
        for _click in range(2):
            cast.teacher.post(url(cast, "quick"), {"size": 5})
        assert Run.objects.count() == 1
        assert Quiz.objects.of(cast.room.owner).count() == 1

    def test_asks_others_the_second_time(self, cast, monkeypatch):
        for minute in range(2):
            now = cast.room.created_at + timedelta(minutes=minute)
            monkeypatch.setattr("quizzes.views.running.timezone.now", lambda now=now: now)
            cast.teacher.post(url(cast, "quick"), {"size": 5})
        first, second = ({q.stem for q in run.quiz.questions.all()} for run in Run.objects.all())
        assert first != second

    @pytest.mark.parametrize("size", ["", "6", "x"])
    def test_another_number_is_refused(self, cast, size):
        assert cast.teacher.post(url(cast, "quick"), {"size": size}).status_code == 422
        assert not Run.objects.exists()

    def test_without_facts_is_refused(self, cast, monkeypatch):
        monkeypatch.setattr(items, "write", lambda *args, **kwargs: [])
        assert cast.teacher.post(url(cast, "quick"), {"size": 5}).status_code == 422
        assert not Run.objects.exists()

    def test_is_posted(self, cast):
        assert cast.teacher.get(url(cast, "quick")).status_code == 405

    @pytest.mark.parametrize("who", NOT_OWNERS)
    def test_is_the_owners(self, cast, who):
        answer = getattr(cast, who).post(url(cast, "quick"), {"size": 5})
        assert answer.status_code == (403 if who == "other_teacher" else 302)
        assert not Run.objects.exists()


@pytest.mark.parametrize("who", NOT_OWNERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_is_the_owners(cast, quiz, who, method):
    answer = getattr(getattr(cast, who), method)(url(cast), {"quiz": quiz.pk, "paced": "teacher"})
    assert answer.status_code == (403 if who == "other_teacher" else 302)
    assert not Run.objects.exists()


def test_in_no_room_is_not_found(cast):
    assert cast.teacher.get("/rooms/ZZZZZZ/runs/new/").status_code == 404
