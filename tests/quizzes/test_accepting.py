import pytest

from quizzes.accepting import NobodyTyped, accept
from quizzes.activity import RunActivity
from quizzes.report import report_of
from tests.factories import QuestionFactory, RoomFactory, quiz_of, text_question
from tests.quizzes.test_report import sat

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    room = RoomFactory()
    quiz = quiz_of(0, room.owner)
    text_question(quiz=quiz)
    return sat({"Ada": ["Tony"], "Ben": ["Lavrov"], "Cem": ["TONY"]}, quiz=quiz, room=room)


def points(run):
    return [student.points for student in report_of(run).students]


def test_all_who_gave_it_have_it_right_and_the_quiz_stays_as_it_is(run):
    question = run.quiz.questions.get()
    assert points(run) == [0, 0, 0]
    for _ in range(2):
        accept(run=run, question=question, text="Tony")
        assert points(run) == [1, 0, 1]
    question.refresh_from_db()
    assert question.key == {"accepted": ["Antony Blinken", "Blinken", "Tony"]}
    assert run.quiz.original.questions.get().key == {"accepted": ["Antony Blinken", "Blinken"]}


@pytest.mark.parametrize("text", ["", "Nebenzya", "lavrov "])
def test_what_nobody_typed_is_refused(run, text):
    with pytest.raises(NobodyTyped):
        accept(run=run, question=run.quiz.questions.get(), text=text)
    assert points(run) == [0, 0, 0]


def test_only_what_was_typed_is_accepted():
    room = RoomFactory()
    QuestionFactory(quiz=(quiz := quiz_of(0, room.owner)))
    run = sat({"Ada": ["1"]}, quiz=quiz, room=room)
    with pytest.raises(NobodyTyped):
        accept(run=run, question=run.quiz.questions.get(), text="5")


@pytest.mark.parametrize("stage", ["answer", "over"])
def test_phones_that_show_the_answer_fetch_it_anew(run, stage):
    question = run.quiz.questions.get()
    run.stage, run.ended_at = stage, run.ended_at if stage == "over" else None
    run.save()
    before = RunActivity().scene(run.room, run.pk, "phone").stage
    accept(run=run, question=question, text="Tony")
    assert RunActivity().scene(run.room, run.pk, "phone").stage != before
