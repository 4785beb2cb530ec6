"""The projector's pages of a quiz as a browser draws them: all of it is in view."""

import pytest
from django.conf import settings

from quizzes import authoring, seeding, sitting
from quizzes.models import Article
from tests.cast import signed_in
from tests.factories import NOON, ParticipantFactory, RoomFactory, quiz_of
from tests.looks import PROJECTORS, cut, look
from unsim.rooms.models import Room

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("browser")]


def screen(tab, room: Room, size: dict[str, int]) -> None:
    room.refresh_from_db()
    look(tab, signed_in(room.owner), f"/rooms/{room.code}/screen/", size)


def started(room: Room, quiz):
    run = sitting.start(room=room, quiz=quiz, paced="teacher", now=NOON)
    for number in range(3):
        ParticipantFactory(room=room, name=f"Student {number}")
    return run


def whole(tab) -> list[str]:
    return cut(tab.locator("#live"))


@pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: size["height"])
def test_questions_and_answers_of_the_seeds(tab, size):
    seeding.load(settings.SEEDS_DIR / "articles")
    room = RoomFactory()
    articles = list(Article.objects.seeds())
    quiz = authoring.write_quiz(owner=room.owner, title="A quiz", articles=articles, size=16, seed=3, now=NOON)
    run = started(room, quiz)
    for question in run.quiz.questions.all():
        screen(tab, room, size)
        assert whole(tab) == [], question.stem
        sitting.lock(run=run, question=question)
        sitting.show(run=run, question=question)
        screen(tab, room, size)
        assert whole(tab) == [], question.stem
        run.refresh_from_db()
        sitting.go_on(run=run, question=question, now=NOON)
    screen(tab, room, size)
    assert whole(tab) == []


@pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: size["height"])
@pytest.mark.parametrize("questions", [8, 10, 20, 40])
def test_results(tab, size, questions):
    room = RoomFactory()
    quiz = quiz_of(questions, room.owner)
    for question in quiz.questions.all():
        beginning = "How many members voted against when the Assembly voted, on "
        question.stem = f"{beginning}{question.position} March 2022, on a text about the {'long ' * 12}war?"
        question.save()
    run = started(room, quiz)
    person = room.participants.first()
    for question in run.quiz.questions.all():
        sitting.answer(run=run, question=question, participant=person, response=["1"], now=NOON)
        sitting.lock(run=run, question=question)
        sitting.show(run=run, question=question)
        sitting.go_on(run=run, question=question, now=NOON)
        run.refresh_from_db()
    screen(tab, room, size)
    assert tab.locator(".by-question > li").count() == questions
    assert whole(tab) == []


@pytest.mark.parametrize("size", PROJECTORS, ids=lambda size: size["height"])
def test_much_more_than_usual_is_written_smaller(tab, size):
    room = RoomFactory()
    quiz = quiz_of(1, room.owner)
    question = quiz.questions.get()
    question.stem, question.explanation = "How many voted against it, as it is told? " * 7, "So it is told. " * 60
    question.save()
    run = started(room, quiz)
    sitting.show(run=run, question=run.quiz.questions.get())
    screen(tab, room, size)
    assert whole(tab) == []
