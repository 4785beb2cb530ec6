from datetime import timedelta

import pytest

from quizzes import collecting
from quizzes.authoring import LARGEST, QuizFull
from quizzes.models import Quiz
from tests.factories import NOON, QuizFactory, TeacherFactory, match_question, quiz_of, tagged

pytestmark = pytest.mark.django_db


def test_copies_come_in_with_all_that_belongs_to_them():
    source = quiz_of(2)
    extra = tagged(match_question(quiz=source), "votes")
    target = quiz_of(1, source.owner)
    assert collecting.put_in(quiz=target, questions=list(source.questions.all())) == 3
    copies = list(target.questions.asked())[1:]
    assert [copy.stem for copy in copies] == [question.stem for question in source.questions.all()]
    assert copies[0].facts.get() == source.questions.all()[0].facts.get()
    assert (copies[2].matches, copies[2].options.count()) == (extra.matches, 3)
    assert [tag.name for tag in copies[2].tags.all()] == ["votes"]
    assert all(copy.edited for copy in copies)
    assert copies[0].article in target.articles.all()
    assert source.questions.count() == 3


def test_what_is_asked_already_is_left_out():
    source = quiz_of(2)
    target = QuizFactory(owner=source.owner)
    questions = list(source.questions.all())
    assert [collecting.put_in(quiz=target, questions=questions) for _ in range(2)] == [2, 0]
    assert target.questions.count() == 2


def test_nothing_marked_is_refused():
    with pytest.raises(collecting.NothingMarked):
        collecting.put_in(quiz=quiz_of(0), questions=[])


def test_more_than_fits_is_refused_and_nothing_comes_in():
    source = quiz_of(2)
    target = quiz_of(LARGEST - 1, source.owner)
    with pytest.raises(QuizFull):
        collecting.put_in(quiz=target, questions=list(source.questions.all()))
    assert target.questions.count() == LARGEST - 1


def test_a_new_quiz_of_them_is_one_at_a_double_click():
    source = quiz_of(2)
    questions = list(source.questions.all())
    made = [
        collecting.collect(owner=source.owner, title="Best of", questions=questions, now=NOON + timedelta(seconds=wait))
        for wait in (0, 1, 60)
    ]
    assert made[0] == made[1] != made[2]
    assert (made[0].title, made[0].questions.count()) == ("Best of", 2)


def test_a_new_quiz_of_nothing_is_none():
    with pytest.raises(collecting.NothingMarked):
        collecting.collect(owner=TeacherFactory(), title="Best of", questions=[], now=NOON)
    assert not Quiz.objects.exists()
