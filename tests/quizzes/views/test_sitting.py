import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes import sitting
from quizzes.models import Answer, Run
from tests.cast import HTMX, phone_of
from tests.factories import (
    NOON,
    ParticipantFactory,
    match_question,
    number_question,
    order_question,
    quiz_of,
    text_question,
)
from unsim.rooms import hosting

pytestmark = pytest.mark.django_db
LED = ["lock", "reopen", "show", "next"]


@pytest.fixture
def run(cast) -> Run:
    """Two questions in the cast's room, paced by the teacher, the first one open."""
    return sitting.start(room=cast.room, quiz=quiz_of(2, cast.room.owner), paced="teacher", now=NOON)


def question(run, place=0):
    return run.quiz.questions.all()[place]


def url(run, act, place=0, room=None):
    return f"/rooms/{(room or run.room).code}/runs/{run.pk}/{question(run, place).pk}/{act}/"


def end_url(run):
    return f"/rooms/{run.room.code}/runs/{run.pk}/end/"


def stage(run):
    run.refresh_from_db()
    return run.stage, run.question.position


class TestLead:
    def test_the_teacher_goes_through_the_quiz(self, cast, run):
        seen = []
        for place in (0, 1):
            for act in ("lock", "show", "next"):
                answer = cast.teacher.post(url(run, act, place))
                assert (answer.status_code, answer.url) == (302, f"/rooms/{run.room.code}/desk/")
                seen.append(stage(run))
        assert seen == [("locked", 0), ("answer", 0), ("open", 1), ("locked", 1), ("answer", 1), ("over", 1)]

    def test_htmx_gets_the_controls_alone(self, cast, run):
        answer = cast.teacher.post(url(run, "lock"), headers=HTMX)
        assert answer.status_code == 200
        assert answer.content.strip().startswith(b'<div id="mine"')
        assert b"Show the answer" in answer.content

    def test_a_lock_is_taken_back(self, cast, run):
        cast.teacher.post(url(run, "lock"))
        cast.teacher.post(url(run, "reopen"))
        assert stage(run) == ("open", 0)

    def test_a_quiz_is_ended_before_its_end(self, cast, run):
        cast.teacher.post(end_url(run))
        assert stage(run) == ("over", 0)

    @pytest.mark.parametrize("act", ["lock", "reopen", "show"])
    def test_a_stale_page_is_told_where_the_quiz_stands(self, cast, run, act):
        cast.teacher.post(url(run, "show"))
        cast.teacher.post(url(run, "next"))
        answer = cast.teacher.post(url(run, act), headers=HTMX)
        assert answer.status_code == 409
        assert b"moved on" in answer.content
        assert stage(run) == ("open", 1)

    @pytest.mark.parametrize("act", LED)
    @pytest.mark.parametrize("who", ["other_teacher", "delegate", "other_delegate", "projector", "stranger"])
    def test_only_the_teacher_leads(self, cast, run, act, who):
        assert getattr(cast, who).post(url(run, act)).status_code == (403 if who == "other_teacher" else 302)
        assert stage(run) == ("open", 0)

    @pytest.mark.parametrize("who", ["other_teacher", "delegate", "other_delegate", "projector", "stranger"])
    def test_only_the_teacher_ends(self, cast, run, who):
        assert getattr(cast, who).post(end_url(run)).status_code == (403 if who == "other_teacher" else 302)
        assert stage(run) == ("open", 0)

    @pytest.mark.parametrize("act", LED)
    def test_is_posted(self, cast, run, act):
        assert cast.teacher.get(url(run, act)).status_code == 405

    @pytest.mark.parametrize("act", LED)
    def test_of_what_is_not_there_is_not_found(self, cast, run, act):
        stray = quiz_of(1).questions.get()
        assert cast.teacher.post(f"/rooms/{run.room.code}/runs/{run.pk}/{stray.pk}/{act}/").status_code == 404
        assert cast.teacher.post(f"/rooms/{run.room.code}/runs/0/{stray.pk}/{act}/").status_code == 404
        assert cast.teacher.post(f"/rooms/ZZZZZZ/runs/{run.pk}/{stray.pk}/{act}/").status_code == 404


class TestAnswer:
    def test_is_stored_and_says_so(self, cast, run):
        answer = cast.delegate.post(url(run, "answer"), {"response": "1"}, headers=HTMX)
        assert answer.status_code == 200
        assert b"Your answer is stored" in answer.content
        assert b'value="1" aria-pressed="true"' in answer.content
        assert Answer.objects.get().participant == cast.participant

    def test_works_without_scripts(self, cast, run):
        answer = cast.delegate.post(url(run, "answer"), {"response": "1"})
        assert (answer.status_code, answer.url) == (302, f"/rooms/{run.room.code}/")
        assert b"Your answer is stored" in cast.delegate.get(answer.url).content

    def test_changes_until_the_lock_and_not_after(self, cast, run):
        cast.delegate.post(url(run, "answer"), {"response": "0"})
        cast.delegate.post(url(run, "answer"), {"response": "2"})
        cast.teacher.post(url(run, "lock"))
        late = cast.delegate.post(url(run, "answer"), {"response": "1"}, headers=HTMX)
        assert late.status_code == 409
        assert b"locked" in late.content
        assert Answer.objects.get().response == [2]

    @pytest.mark.parametrize("form", [{}, {"response": ""}, {"response": "4"}, {"response": "x"}])
    def test_that_is_none_is_refused_with_what_to_do(self, cast, run, form):
        answer = cast.delegate.post(url(run, "answer"), form, headers=HTMX)
        assert answer.status_code == 422
        assert b'role="alert"' in answer.content
        assert not Answer.objects.exists()

    @pytest.mark.parametrize("paced", ["teacher", "self"])
    @pytest.mark.parametrize("headers", [HTMX, {}])
    def test_what_was_refused_stays_in_its_fields(self, cast, paced, headers):
        number_question(quiz=(quiz := quiz_of(0, cast.room.owner)))
        run = sitting.start(room=cast.room, quiz=quiz, paced=paced, now=NOON)
        answer = cast.delegate.post(url(run, "answer"), {"response": "about <140>"}, headers=headers)
        assert answer.status_code == 422
        assert b'value="about &lt;140&gt;"' in answer.content
        stored = cast.delegate.post(url(run, "answer"), {"response": "1,000"}, headers=HTMX).content
        assert (b'value="1000"' in stored) == (paced == "teacher")

    def test_what_was_refused_of_an_earlier_question_is_gone(self, cast, run):
        number_question(quiz=run.quiz, position=0)
        sitting.show(run=run, question=question(run))
        first = run.quiz.questions.get(kind="number")
        answer = cast.delegate.post(
            f"/rooms/{run.room.code}/runs/{run.pk}/{first.pk}/answer/", {"response": "about"}, headers=HTMX
        )
        assert answer.status_code == 409
        assert b"about" not in answer.content

    @pytest.mark.parametrize("make", [order_question, match_question])
    def test_lines_are_answered_by_a_select_each(self, cast, make):
        make(quiz=(quiz := quiz_of(0, cast.room.owner)))
        run = sitting.start(room=cast.room, quiz=quiz, paced="teacher", now=NOON)
        page = cast.delegate.get(f"/rooms/{run.room.code}/").content.decode()
        assert page.count('<select id="response-') == page.count('<label for="response-') == 3
        assert page.count('<option value="">') == 3
        refused = cast.delegate.post(url(run, "answer"), {"response": ["2", "", "0"]}, headers=HTMX)
        assert refused.status_code == 422
        assert "A line has no answer yet" in refused.content.decode()
        assert refused.content.decode().count(" selected>") == 2
        stored = cast.delegate.post(url(run, "answer"), {"response": ["2", "1", "0"]}, headers=HTMX).content.decode()
        assert "Your answer is stored" in stored
        assert stored.count(" selected>") == 3
        assert Answer.objects.get().response == [2, 1, 0]
        sitting.lock(run=run, question=question(run))
        assert cast.delegate.get(f"/rooms/{run.room.code}/").content.decode().count('class="which"') == 3

    def test_a_short_text_is_typed(self, cast):
        text_question(quiz=(quiz := quiz_of(0, cast.room.owner)))
        run = sitting.start(room=cast.room, quiz=quiz, paced="self", now=NOON)
        assert b'maxlength="100"' in cast.delegate.get(f"/rooms/{run.room.code}/").content
        answer = cast.delegate.post(url(run, "answer"), {"response": "blinkin"}, headers=HTMX).content.decode()
        assert 'class="outcome right"' in answer
        assert "Blinken" in answer

    def test_a_refusal_without_scripts_is_a_full_page(self, cast, run):
        answer = cast.delegate.post(url(run, "answer"), {"response": "9"})
        assert answer.status_code == 422
        assert answer.content.startswith(b"<!doctype html>")

    def test_to_the_run_of_another_room_is_refused(self, cast, run):
        answer = cast.other_delegate.post(url(run, "answer", room=cast.other_room), {"response": "1"}, headers=HTMX)
        assert answer.status_code == 403
        assert not Answer.objects.exists()

    @pytest.mark.parametrize("who", ["teacher", "other_teacher", "other_delegate", "projector", "stranger"])
    def test_only_participants_of_the_room_answer(self, cast, run, who):
        assert getattr(cast, who).post(url(run, "answer"), {"response": "1"}, headers=HTMX).status_code == 403
        assert not Answer.objects.exists()

    def test_of_a_removed_participant_is_refused(self, cast, run):
        hosting.remove(participant=cast.participant, now=NOON)
        assert cast.delegate.post(url(run, "answer"), {"response": "1"}, headers=HTMX).status_code == 403

    def test_in_a_closed_room_is_refused(self, cast, run):
        hosting.close_room(room=cast.room, now=NOON)
        assert cast.delegate.post(url(run, "answer"), {"response": "1"}, headers=HTMX).status_code == 409
        assert not Answer.objects.exists()

    def test_is_posted(self, cast, run):
        assert cast.delegate.get(url(run, "answer")).status_code == 405

    def test_to_what_is_not_there_is_not_found(self, cast, run):
        post = cast.delegate.post
        assert post(f"/rooms/{run.room.code}/runs/0/{question(run).pk}/answer/").status_code == 404
        assert post(f"/rooms/{run.room.code}/runs/{run.pk}/0/answer/").status_code == 404


class TestOwnPace:
    @pytest.fixture
    def own(self, cast) -> Run:
        return sitting.start(room=cast.room, quiz=quiz_of(2, cast.room.owner), paced="self", now=NOON)

    def test_goes_from_question_to_explanation_to_question_to_score(self, cast, own):
        told = cast.delegate.post(url(own, "answer"), {"response": "1"}, headers=HTMX)
        assert b"Where this stands" in told.content
        assert b"Right" in told.content
        following = cast.delegate.post(url(own, "read"), headers=HTMX)
        assert b"Question 2 of 2" in following.content
        cast.delegate.post(url(own, "answer", 1), {"response": "0"}, headers=HTMX)
        score = cast.delegate.post(url(own, "read", 1), headers=HTMX)
        assert b"You had 1 of 2 right" in score.content

    def test_a_reload_keeps_the_explanation_until_it_is_read(self, cast, own):
        cast.delegate.post(url(own, "answer"), {"response": "1"})
        for _time in range(2):
            assert b"Where this stands" in cast.delegate.get(f"/rooms/{own.room.code}/").content

    def test_an_answer_is_not_changed_after_the_explanation(self, cast, own):
        cast.delegate.post(url(own, "answer"), {"response": "0"})
        again = cast.delegate.post(url(own, "answer"), {"response": "1"}, headers=HTMX)
        assert again.status_code == 409
        assert Answer.objects.get().response == [0]

    def test_reading_on_twice_skips_nothing(self, cast, own):
        cast.delegate.post(url(own, "answer"), {"response": "1"})
        for _time in range(2):
            assert b"Question 2 of 2" in cast.delegate.post(url(own, "read"), headers=HTMX).content

    def test_the_explanation_of_a_question_to_come_is_not_to_be_had(self, cast, own):
        cast.delegate.post(url(own, "read"), headers=HTMX)
        assert b"Where this stands" not in cast.delegate.get(f"/rooms/{own.room.code}/").content

    def test_is_closed_by_the_teacher(self, cast, own):
        cast.teacher.post(end_url(own))
        refused = cast.delegate.post(url(own, "answer"), {"response": "1"}, headers=HTMX)
        assert refused.status_code == 409
        assert b"You had 0 of 2 right" in refused.content

    @pytest.mark.parametrize("who", ["teacher", "other_teacher", "other_delegate", "projector", "stranger"])
    def test_only_participants_read_on(self, cast, own, who):
        assert getattr(cast, who).post(url(own, "read"), headers=HTMX).status_code == 403

    def test_reading_on_is_posted(self, cast, own):
        assert cast.delegate.get(url(own, "read")).status_code == 405


def test_an_answer_costs_the_same_few_queries_however_many_are_in_the_room(cast, run):
    """A burst of a class must not slow down with its size."""

    def queries(participant):
        client = phone_of(participant)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.post(url(run, "answer"), {"response": "1"}, headers=HTMX)
        return len(captured)

    first = queries(cast.participant)
    ParticipantFactory.create_batch(20, room=run.room)
    assert queries(ParticipantFactory(room=run.room)) == first
