import pytest

from tests.factories import quiz_of, text_question
from tests.quizzes.test_report import FOUR, crowd, sat

pytestmark = pytest.mark.django_db
PAGES = ["report/", "students.csv", "questions.csv"]


@pytest.fixture
def run(cast):
    return sat(FOUR, room=cast.room, quiz=quiz_of(3, cast.room.owner))


def url(run, page, room=None):
    return f"/rooms/{(room or run.room).code}/runs/{run.pk}/{page}"


def test_shows_students_and_questions(cast, run):
    page = cast.teacher.get(url(run, "report/")).content.decode()
    assert "4 students, on average 1.5 of 3 right" in page
    assert "Dora" in page
    assert "75 %" in page


def test_says_what_the_weight_is(cast, run):
    page = cast.teacher.get(url(run, "report/")).content.decode()
    assert 'aria-describedby="weight-said">Weight</th>' in page
    assert 'id="weight-said">Weight: how much of the difference' in page


def test_draws_the_chart_once_discrimination_is_told(cast):
    run = sat(crowd([["1", "1"]] * 5 + [["0", "0"]] * 5), room=cast.room, quiz=quiz_of(2, cast.room.owner))
    page = cast.teacher.get(url(run, "report/")).content.decode()
    assert page.count('class="dot"') == 2
    assert "<table" in page


def test_before_anybody_has_answered_says_what_will_be_there(cast):
    run = sat({"Ada": [None]}, room=cast.room, quiz=quiz_of(1, cast.room.owner))
    assert b"Nobody has answered yet" in cast.teacher.get(url(run, "report/")).content


@pytest.mark.parametrize("page", PAGES[1:])
def test_gives_the_tables_as_files(cast, run, page):
    answer = cast.teacher.get(url(run, page))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.content.startswith("\ufeff".encode())


@pytest.mark.parametrize("page", PAGES)
def test_is_for_the_teacher_alone(cast, run, page):
    got = {who: client.get(url(run, page)).status_code for who, client in cast.clients().items()}
    assert got == {
        "teacher": 200,
        "other_teacher": 403,
        "delegate": 302,
        "other_delegate": 302,
        "projector": 302,
        "stranger": 302,
    }


@pytest.mark.parametrize("page", PAGES)
def test_is_read_only(cast, run, page):
    assert cast.teacher.post(url(run, page)).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_of_a_run_that_is_not_in_the_room_is_not_found(cast, run, page):
    cast.other_room.owner = cast.room.owner
    cast.other_room.save()
    assert cast.teacher.get(url(run, page, cast.other_room)).status_code == 404
    assert cast.teacher.get(f"/rooms/{cast.room.code}/runs/0/{page}").status_code == 404


class TestAccept:
    @pytest.fixture
    def typed(self, cast):
        text_question(quiz=(quiz := quiz_of(0, cast.room.owner)))
        return sat({"Ada": ["Lavrov"]}, room=cast.room, quiz=quiz)

    def accept_url(self, run, room=None):
        return url(run, f"report/{run.quiz.questions.get().pk}/accept/", room)

    def test_gives_the_point_and_comes_back_to_the_report(self, cast, typed):
        assert "Accept Lavrov" in cast.teacher.get(url(typed, "report/")).content.decode()
        answer = cast.teacher.post(self.accept_url(typed), {"text": "Lavrov"})
        assert answer.url == url(typed, "report/") + f"#answers-{typed.quiz.questions.get().pk}"
        assert typed.answers.get().score == 1
        assert "Accept Lavrov" not in cast.teacher.get(answer.url).content.decode()

    def test_what_nobody_typed_is_refused_with_what_to_do(self, cast, typed):
        answer = cast.teacher.post(self.accept_url(typed), {"text": "Nebenzya"})
        assert answer.status_code == 422
        assert b"Nobody typed this" in answer.content

    def test_is_for_the_teacher_alone(self, cast, typed):
        for who, client in cast.clients().items():
            if who != "teacher":
                status = client.post(self.accept_url(typed), {"text": "Lavrov"}).status_code
                assert status == (403 if who == "other_teacher" else 302)
        assert typed.answers.get().score == 0

    def test_is_posted_in_its_own_room(self, cast, typed):
        assert cast.teacher.get(self.accept_url(typed)).status_code == 405
        cast.other_room.owner = cast.room.owner
        cast.other_room.save()
        assert cast.teacher.post(self.accept_url(typed, cast.other_room), {"text": "Lavrov"}).status_code == 404
