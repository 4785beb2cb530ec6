import threading
from datetime import timedelta

import pytest
from django.db import connection

from quizzes import sitting
from quizzes.models import Answer, Quiz, Run
from tests.factories import (
    NOON,
    ParticipantFactory,
    QuestionFactory,
    RoomFactory,
    match_question,
    number_question,
    order_question,
    quiz_of,
    text_question,
)
from unsim.rooms import hosting
from unsim.rooms.hosting import RoomIsClosed

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=1)


@pytest.fixture
def run() -> Run:
    """Three questions, paced by the teacher, the first one open."""
    room = RoomFactory()
    return sitting.start(room=room, quiz=quiz_of(3, room.owner), paced="teacher", now=NOON)


@pytest.fixture
def own() -> Run:
    """Two questions at one's own pace."""
    room = RoomFactory()
    return sitting.start(room=room, quiz=quiz_of(2, room.owner), paced="self", now=NOON)


def question(run, place=0):
    return run.quiz.questions.all()[place]


def say(run, participant, response="1", place=0, now=NOON):
    return sitting.answer(run=run, question=question(run, place), participant=participant, response=[response], now=now)


def stage(run):
    run.refresh_from_db()
    return run.stage, run.question and run.question.position


def through(run, place):
    sitting.show(run=run, question=question(run, place))
    sitting.go_on(run=run, question=question(run, place), now=LATER)


class TestStart:
    def test_puts_the_run_on_with_its_first_question_open(self, run):
        run.room.refresh_from_db()
        assert (run.room.now_kind, run.room.now_id) == ("run", run.pk)
        assert stage(run) == ("open", 0)

    def test_is_of_an_edition_that_later_edits_do_not_change(self, run):
        original = run.quiz.original
        original.questions.update(stem="Another stem?")
        original.questions.all()[0].options.all().delete()
        assert all(q.stem != "Another stem?" and q.options.count() == 4 for q in run.quiz.questions.all())
        assert all(q.facts.count() == 1 for q in run.quiz.questions.all())

    def test_leaves_out_what_was_dropped_or_rests_on_a_rejected_fact(self):
        room = RoomFactory()
        quiz = quiz_of(3, room.owner)
        first, second, third = quiz.questions.all()
        first.dropped = True
        first.save()
        second.facts.get().rejections.create(teacher=room.owner)
        run = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
        assert [q.stem for q in run.quiz.questions.all()] == [third.stem]

    def test_without_a_question_is_refused_and_changes_nothing(self):
        room = RoomFactory()
        with pytest.raises(sitting.NothingToAsk):
            sitting.start(room=room, quiz=quiz_of(0, room.owner), paced="teacher", now=NOON)
        room.refresh_from_db()
        assert room.now_kind == ""
        assert not Run.objects.exists()
        assert not Quiz.objects.exclude(original=None).exists()

    def test_in_a_closed_room_is_refused_and_changes_nothing(self):
        room = RoomFactory(closed_at=NOON)
        with pytest.raises(RoomIsClosed):
            sitting.start(room=room, quiz=quiz_of(1, room.owner), paced="teacher", now=NOON)
        assert not Run.objects.exists()

    def test_a_double_click_is_one(self):
        room = RoomFactory()
        quiz = quiz_of(1, room.owner)
        runs = [sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON) for _click in range(2)]
        runs += [sitting.share(quiz=quiz, now=NOON) for _click in range(2)]
        assert [run.pk for run in runs] == [runs[0].pk] * 2 + [runs[2].pk] * 2
        assert Run.objects.count() == 2

    @pytest.mark.parametrize("what", ["later", "answered", "over", "another quiz"])
    def test_but_a_second_start_is_a_second_run(self, what):
        room = RoomFactory()
        quiz = quiz_of(1, room.owner)
        first = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
        if what == "answered":
            say(first, ParticipantFactory(room=room))
        if what == "over":
            sitting.end(run=first, now=NOON)
        again = quiz_of(1, room.owner) if what == "another quiz" else quiz
        second = sitting.start(room=room, quiz=again, paced="teacher", now=LATER if what == "later" else NOON)
        assert second.pk != first.pk

    def test_shared_by_link_is_a_room_of_its_own(self):
        quiz = quiz_of(2)
        run = sitting.share(quiz=quiz, now=NOON)
        assert (run.room.owner, run.room.name, run.room.now_id) == (quiz.owner, quiz.title, run.pk)
        assert (run.paced, run.question) == ("self", None)


class TestLead:
    def test_goes_from_question_to_answer_to_question_to_results(self, run):
        sitting.lock(run=run, question=question(run))
        assert stage(run) == ("locked", 0)
        sitting.show(run=run, question=question(run))
        assert stage(run) == ("answer", 0)
        sitting.go_on(run=run, question=question(run), now=LATER)
        assert stage(run) == ("open", 1)
        through(run, 1)
        through(run, 2)
        assert stage(run)[0] == "over"
        assert run.ended_at == LATER

    def test_shows_the_answer_of_an_open_question_at_once(self, run):
        sitting.show(run=run, question=question(run))
        assert stage(run) == ("answer", 0)

    def test_takes_a_lock_back_until_the_answer_is_shown(self, run):
        sitting.lock(run=run, question=question(run))
        sitting.reopen(run=run, question=question(run))
        assert stage(run) == ("open", 0)
        sitting.show(run=run, question=question(run))
        with pytest.raises(sitting.MovedOn):
            sitting.reopen(run=run, question=question(run))
        assert stage(run) == ("answer", 0)

    @pytest.mark.parametrize("act", [sitting.lock, sitting.show])
    def test_a_double_click_is_one(self, run, act):
        act(run=run, question=question(run))
        before = stage(run)
        act(run=run, question=question(run))
        assert stage(run) == before

    def test_a_double_click_on_next_skips_no_question(self, run):
        through(run, 0)
        sitting.go_on(run=run, question=question(run), now=LATER)
        assert stage(run) == ("open", 1)

    def test_a_double_click_on_the_last_next_keeps_the_time(self, run):
        for place in range(3):
            through(run, place)
        sitting.go_on(run=run, question=question(run, 2), now=LATER + timedelta(hours=1))
        assert stage(run)[0] == "over"
        assert run.ended_at == LATER

    @pytest.mark.parametrize("act", [sitting.lock, sitting.reopen, sitting.show])
    def test_a_stale_page_is_refused(self, run, act):
        through(run, 0)
        with pytest.raises(sitting.MovedOn):
            act(run=run, question=question(run, 0))
        assert stage(run) == ("open", 1)

    def test_next_from_a_question_that_is_not_shown_is_refused(self, run):
        with pytest.raises(sitting.MovedOn):
            sitting.go_on(run=run, question=question(run), now=LATER)
        assert stage(run) == ("open", 0)

    def test_next_on_an_old_page_is_refused(self, run):
        through(run, 0)
        through(run, 1)
        with pytest.raises(sitting.MovedOn):
            sitting.go_on(run=run, question=question(run, 0), now=LATER)
        assert stage(run) == ("open", 2)

    def test_ends_where_it_stands_and_only_once(self, run):
        sitting.end(run=run, now=NOON)
        sitting.end(run=run, now=LATER)
        assert stage(run) == ("over", 0)
        assert run.ended_at == NOON

    def test_nothing_moves_after_the_end(self, run):
        sitting.end(run=run, now=NOON)
        for act in (sitting.lock, sitting.reopen, sitting.show):
            with pytest.raises(sitting.MovedOn):
                act(run=run, question=question(run))


class TestAnswer:
    def test_is_stored_with_its_score(self, run):
        pupil = ParticipantFactory(room=run.room)
        say(run, pupil, "1")
        stored = Answer.objects.get()
        assert (stored.participant, stored.response, stored.score, stored.answered_at) == (pupil, [1], 1.0, NOON)

    def test_may_change_until_the_lock_in_the_one_row(self, run):
        pupil = ParticipantFactory(room=run.room)
        say(run, pupil, "1")
        say(run, pupil, "2", now=LATER)
        stored = Answer.objects.get()
        assert (stored.response, stored.score, stored.answered_at) == ([2], 0.0, LATER)

    def test_after_the_lock_is_refused_and_the_old_one_stands(self, run):
        pupil = ParticipantFactory(room=run.room)
        say(run, pupil, "1")
        sitting.lock(run=run, question=question(run))
        with pytest.raises(sitting.NotOpen) as refused:
            say(run, pupil, "2")
        assert refused.value.status == 409
        assert Answer.objects.get().response == [1]

    def test_after_a_reopening_is_taken(self, run):
        sitting.lock(run=run, question=question(run))
        sitting.reopen(run=run, question=question(run))
        say(run, ParticipantFactory(room=run.room))
        assert Answer.objects.count() == 1

    @pytest.mark.parametrize(
        ("kind", "key", "typed", "stored", "score"),
        [
            ("single_choice", [1], ["1"], [1], 1),
            ("single_choice", [1], ["0"], [0], 0),
            ("true_false", [0], ["0"], [0], 1),
            ("multiple_choice", [1, 3], ["3", "1"], [1, 3], 1),
            ("multiple_choice", [1, 3], ["1"], [1], 0.5),
            ("number", {"value": 143, "tolerance": 0}, ["143"], 143, 1),
            ("number", {"value": 143, "tolerance": 2}, [" 145 "], 145, 1),
            ("number", {"value": 143, "tolerance": 2}, ["146"], 146, 0.47),
            ("number", {"value": 143, "tolerance": 2}, ["183"], 183, 0),
            ("order", [3, 2, 1, 0], ["3", "2", "1", "0"], [3, 2, 1, 0], 1),
            ("match", [0, 1, 0, 2], ["0", "1", "0", "1"], [0, 1, 0, 1], 0.75),
            ("short_text", {"accepted": ["Blinken"]}, ["  antony   Blinken "], "antony Blinken", 0),
            ("short_text", {"accepted": ["Blinken"]}, ["blinkin"], "blinkin", 1),
        ],
    )
    def test_is_read_by_the_kind_of_question(self, kind, key, typed, stored, score):
        room = RoomFactory()
        quiz = quiz_of(0, room.owner)
        QuestionFactory(quiz=quiz, kind=kind, key=key, matches=["Yes", "No", "Neither"])
        run = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
        pupil = ParticipantFactory(room=room)
        sitting.answer(run=run, question=question(run), participant=pupil, response=typed, now=NOON)
        answer = Answer.objects.get()
        assert (answer.response, answer.score) == (stored, score)

    @pytest.mark.parametrize("typed", [[], [""], ["4"], ["-1"], ["x"], ["1", "2"], ["9" * 40], ["1.0"]])
    def test_that_is_none_of_the_options_is_refused(self, run, typed):
        pupil = ParticipantFactory(room=run.room)
        with pytest.raises(sitting.NotAnAnswer) as refused:
            sitting.answer(run=run, question=question(run), participant=pupil, response=typed, now=NOON)
        assert refused.value.status == 422
        assert str(refused.value)
        assert not Answer.objects.exists()

    @pytest.mark.parametrize(
        ("make", "typed"),
        [
            (order_question, ["", "", ""]),
            (order_question, ["0", "1", ""]),
            (order_question, ["0", "1", "1"]),
            (order_question, ["1", "2", "3"]),
            (order_question, ["0", "1"]),
            (match_question, ["0", "", "2"]),
            (match_question, ["0", "1", "3"]),
            (match_question, ["0", "1", "2", "0"]),
            (text_question, [" . "]),
            (text_question, ["x" * 101]),
        ],
    )
    def test_that_does_not_fit_its_lines_is_refused(self, make, typed):
        room = RoomFactory()
        make(quiz=(quiz := quiz_of(0, room.owner)))
        run = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
        pupil = ParticipantFactory(room=room)
        with pytest.raises(sitting.NotAnAnswer) as refused:
            sitting.answer(run=run, question=question(run), participant=pupil, response=typed, now=NOON)
        assert str(refused.value)
        assert not Answer.objects.exists()

    @pytest.mark.parametrize("typed", [[], [""], ["many"], ["1e400"], ["nan"], ["1;2"]])
    def test_that_is_no_number_is_refused(self, typed):
        room = RoomFactory()
        number_question(quiz=(quiz := quiz_of(0, room.owner)))
        run = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
        pupil = ParticipantFactory(room=room)
        with pytest.raises(sitting.NotAnAnswer):
            sitting.answer(run=run, question=question(run), participant=pupil, response=typed, now=NOON)
        assert not Answer.objects.exists()

    def test_from_another_room_is_refused(self, run):
        with pytest.raises(sitting.NotYours) as refused:
            say(run, ParticipantFactory())
        assert refused.value.status == 403
        assert not Answer.objects.exists()

    def test_to_a_question_of_another_quiz_is_refused(self, run):
        other = quiz_of(1).questions.get()
        with pytest.raises(sitting.UnknownQuestion):
            sitting.answer(
                run=run, question=other, participant=ParticipantFactory(room=run.room), response=["1"], now=NOON
            )
        assert not Answer.objects.exists()

    def test_to_a_question_that_is_past_or_to_come_is_refused(self, run):
        pupil = ParticipantFactory(room=run.room)
        with pytest.raises(sitting.MovedOn):
            say(run, pupil, place=1)
        through(run, 0)
        with pytest.raises(sitting.MovedOn):
            say(run, pupil, place=0)
        assert not Answer.objects.exists()

    def test_while_something_else_is_on_is_refused(self, run):
        hosting.put_on(room=run.room, kind="", pk=None, now=NOON)
        with pytest.raises(sitting.NotOn):
            say(run, ParticipantFactory(room=run.room))
        assert not Answer.objects.exists()

    def test_after_the_end_is_refused(self, run):
        sitting.end(run=run, now=NOON)
        with pytest.raises(sitting.RunIsOver):
            say(run, ParticipantFactory(room=run.room))


class TestOwnPace:
    def test_the_first_answer_stands(self, own):
        pupil = ParticipantFactory(room=own.room)
        say(own, pupil, "0")
        with pytest.raises(sitting.AnsweredAlready) as refused:
            say(own, pupil, "1")
        assert refused.value.status == 409
        assert Answer.objects.get().response == [0]

    def test_a_double_click_is_one(self, own):
        pupil = ParticipantFactory(room=own.room)
        first = say(own, pupil, "0")
        assert say(own, pupil, "0", now=LATER).pk == first.pk
        assert Answer.objects.get().answered_at == NOON

    def test_reading_on_is_noted_for_this_participant(self, own):
        one, other = ParticipantFactory(room=own.room), ParticipantFactory(room=own.room)
        say(own, one)
        say(own, other)
        sitting.read_on(run=own, question=question(own), participant=one)
        assert Answer.objects.get(participant=one).read
        assert not Answer.objects.get(participant=other).read

    def test_after_the_close_no_answer_is_taken(self, own):
        sitting.end(run=own, now=NOON)
        with pytest.raises(sitting.RunIsOver):
            say(own, ParticipantFactory(room=own.room))


@pytest.mark.usefixtures("on_disk")
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Threads with a connection each."""

    def crowd(self, acts):
        faults = []

        def do(act):
            try:
                act()
            except Exception as fault:
                faults.append(fault)
            finally:
                connection.close()

        threads = [threading.Thread(target=do, args=[act]) for act in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return faults

    def test_none_of_a_burst_is_lost_or_doubled(self, run):
        pupils = ParticipantFactory.create_batch(30, room=run.room)
        faults = self.crowd([lambda p=p, r=r: say(run, p, str(r)) for p in pupils for r in (0, 1)])
        assert faults == []
        assert sorted(Answer.objects.values_list("participant", flat=True)) == sorted(p.pk for p in pupils)

    def test_at_the_lock_each_is_either_stored_or_refused(self, run):
        pupils = ParticipantFactory.create_batch(20, room=run.room)
        acts = [lambda p=p: say(run, p) for p in pupils]
        acts.insert(10, lambda: sitting.lock(run=run, question=question(run)))
        faults = self.crowd(acts)
        assert all(isinstance(fault, sitting.NotOpen) for fault in faults)
        assert Answer.objects.count() + len(faults) == 20
