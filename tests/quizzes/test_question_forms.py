import pytest
from django.http import QueryDict

from quizzes.question_forms import form_for
from tests.factories import QuestionFactory, number_question

pytestmark = pytest.mark.django_db


def sent(*options, right=("1",), stem="How many?", explanation="Why.", **more):
    data = QueryDict(mutable=True)
    data.update({"stem": stem, "explanation": explanation, **more})
    data.update({f"option_{place}": text for place, text in enumerate(options)})
    data.setlist("right", list(right))
    return data


def test_starts_with_the_question_as_it_is():
    form = form_for(QuestionFactory())
    assert [(row.field.value(), row.right) for row in form.rows()] == [
        ("3", False),
        ("5", True),
        ("24", False),
        ("35", False),
        ("", False),
        ("", False),
    ]


def test_gives_the_new_wording():
    form = form_for(QuestionFactory(), sent("1", "2", "3"))
    assert form.is_valid()
    wording = form.wording()
    assert (wording.stem, wording.options, wording.key, wording.explanation) == (
        "How many?",
        ("1", "2", "3"),
        [1],
        "Why.",
    )


def test_closes_the_gaps_and_the_key_moves_along():
    form = form_for(QuestionFactory(), sent("", "2", "", "4", right=["3"]))
    assert form.is_valid()
    assert (form.wording().options, form.wording().key) == (("2", "4"), [1])


def test_several_may_be_right_where_the_kind_says_so():
    form = form_for(QuestionFactory(kind="multiple_choice", key=[0, 1]), sent("1", "2", "3", right=["0", "2"]))
    assert form.is_valid()
    assert form.wording().key == [0, 2]


@pytest.mark.parametrize(
    ("data", "field", "says"),
    [
        (sent("1", "2", stem=""), "stem", "required"),
        (sent("1", "2", stem="x" * 301), "stem", "300"),
        (sent("1", "2", explanation="x" * 501), "explanation", "500"),
        (sent("1", "", right=["0"]), "option_1", "at least two"),
        (sent("Yes", "yes"), "option_1", "twice"),
        (sent("1", "x" * 121), "option_1", "120"),
        (sent("1", "2\x00"), "option_1", "characters"),
        (sent("1", "2", right=[]), "right", "Mark the option"),
        (sent("1", "2", right=["3"]), "right", "empty"),
        (sent("1", "2", right=["0", "1"]), "right", "Only one"),
        (sent("1", "2", right=["9"]), "right", "valid choice"),
    ],
)
def test_says_at_the_field_what_is_wrong(data, field, says):
    form = form_for(QuestionFactory(), data)
    assert not form.is_valid()
    assert says in str(form.errors[field])


def test_true_and_false_stay_what_they_are():
    question = QuestionFactory(kind="true_false", key=[0], choices=("True", "False"))
    form = form_for(question, sent("Perhaps", "Never"))
    assert form.is_valid()
    assert (form.wording().options, form.wording().key) == (("True", "False"), [1])


def test_a_number_with_its_tolerance():
    form = form_for(number_question(), sent(right=[], value="140", tolerance="3"))
    assert form.is_valid()
    assert form.wording().key == {"value": 140, "tolerance": 3}


@pytest.mark.parametrize(("value", "tolerance"), [("", "0"), ("x", "0"), ("1", "-1"), ("9" * 20, "0"), ("1", "")])
def test_a_number_that_is_none_is_refused(value, tolerance):
    assert not form_for(number_question(), sent(right=[], value=value, tolerance=tolerance)).is_valid()
