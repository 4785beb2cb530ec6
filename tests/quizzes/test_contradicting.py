import pytest

from quizzes.contradicting import contradiction_in_words
from quizzes.drafts import draft_of
from tests.factories import FactFactory, number_question

pytestmark = pytest.mark.django_db
SAID = "The article says 143; the key says 140."


@pytest.fixture
def question():
    question = number_question(stem="How many members voted in favour?", edited=True)
    question.facts.add(FactFactory(article=question.article))
    return question


def keyed(question, value):
    question.key = {"value": value, "tolerance": 0}
    question.save()
    return question


def test_an_edited_key_that_contradicts_its_fact_is_said(question):
    assert contradiction_in_words(keyed(question, 140)) == SAID
    assert contradiction_in_words(keyed(question, 143)) == ""


def test_it_stands_in_the_draft(question):
    keyed(question, 140)
    assert [asked.contradiction for asked in draft_of(question.quiz).asked] == [SAID]


def test_nothing_is_said_of_what_was_not_edited_or_rests_on_no_fact(question):
    keyed(question, 140)
    question.edited = False
    assert contradiction_in_words(question) == ""
    assert contradiction_in_words(number_question(edited=True)) == ""
