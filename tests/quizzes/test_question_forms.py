import pytest
from django.http import QueryDict

from quizzes.items.formats.entry import Entry, fit
from quizzes.models import ITEM_KINDS
from quizzes.question_forms import form_for, new_form
from tests.factories import (
    QuestionFactory,
    match_question,
    number_question,
    order_question,
    tagged,
    text_question,
)

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


def lined(lines=(), matches=(), stem="Which one?", **more):
    data = QueryDict(mutable=True)
    data.update({"stem": stem, "explanation": "", **more})
    data.update({f"line_{place}": text for place, text in enumerate(lines)})
    data.update({f"match_{place}": text for place, text in enumerate(matches)})
    return data


def resent(form):
    """What a browser sends of a form as it was shown."""
    data = QueryDict(mutable=True)
    for field in form:
        if field.name == "right":
            data.setlist("right", field.value())
        else:
            data[field.name] = "" if field.value() is None else str(field.value())
    return data


@pytest.mark.parametrize(
    "make", [QuestionFactory, number_question, order_question, match_question, text_question], ids=lambda m: m.__name__
)
def test_what_is_saved_unchanged_is_the_same_question(make):
    question = tagged(make(), "veto", "crimea")
    form = form_for(question, resent(form_for(question)))
    assert form.is_valid(), form.errors
    wording = form.wording()
    assert (wording.stem, wording.explanation) == (question.stem, question.explanation)
    assert wording.tags == ("crimea", "veto")
    told = question.as_item()
    if question.kind == "order":
        assert [wording.options[line] for line in wording.key] == [told.options[line] for line in told.key]
    elif question.kind == "match":
        assert [wording.matches[match] for match in wording.key] == [told.matches[match] for match in told.key]
    else:
        assert (wording.options, wording.key) == (told.options, told.key)


def test_an_order_is_written_as_it_is_right_and_shown_mixed():
    form = new_form("order", lined(["Veto", "", "Debate", "Vote"]))
    assert form.is_valid()
    wording = form.wording()
    assert (wording.options, wording.key) == (("Debate", "Veto", "Vote"), [1, 0, 2])


def test_a_match_with_a_choice_that_fits_none():
    form = new_form("match", lined(["Oslo", "Rome", "Bergen"], ["Norway", "Italy", "Norway"], more="Chad\n\nPeru"))
    assert form.is_valid()
    wording = form.wording()
    assert (wording.options, wording.key) == (("Oslo", "Rome", "Bergen"), [2, 1, 2])
    assert wording.matches == ("Chad", "Italy", "Norway", "Peru")


def test_a_short_text_with_its_accepted_answers():
    form = new_form("short_text", lined(accepted="Russia\r\n\r\n Russian  Federation \nRussia"))
    assert form.is_valid()
    assert form.wording().key == {"accepted": ["Russia", "Russian Federation"]}


def test_tags_are_small_letters_each_once():
    form = new_form("short_text", lined(accepted="x", tags="Veto,  crimea , VETO,"))
    assert form.is_valid()
    assert form.wording().tags == ("crimea", "veto")


@pytest.mark.parametrize(
    ("kind", "data", "field", "says"),
    [
        ("order", lined(["a", "b"]), "line_2", "at least three"),
        ("order", lined(["a", "b", "A"]), "__all__", "twice"),
        ("order", lined(["a", "b", "x" * 251]), "line_2", "250"),
        ("match", lined(["a"], ["x"], more="y"), "line_1", "at least two"),
        ("match", lined(["a", "b"], ["x", ""]), "match_1", "belongs to this line"),
        ("match", lined(["a", ""], ["x", "y"]), "line_1", "Write the line"),
        ("match", lined(["a", "A"], ["x", "y"]), "__all__", "twice"),
        ("match", lined(["a", "b"], ["x", "x"]), "match_1", "same answer"),
        ("match", lined(["a", "b"], ["x", "X"]), "__all__", "two ways"),
        ("match", lined(["a", "b"], ["x", "y"], more="\n".join("cdefghijk")), "more", "at most 10"),
        ("match", lined(["a", "b"], ["x", "y"], more="z" * 251), "more", "too long"),
        ("short_text", lined(accepted=" \n "), "accepted", "required"),
        ("short_text", lined(accepted="?!"), "accepted", "letters or digits"),
        ("short_text", lined(accepted="x" * 101), "accepted", "At most"),
        ("short_text", lined(accepted="\n".join("abcdefghijk")), "accepted", "At most"),
        ("short_text", lined(accepted="x", tags=",".join("abcdefghijk")), "tags", "At most 10"),
        ("short_text", lined(accepted="x", tags="y" * 41), "tags", "40"),
    ],
)
def test_lines_and_texts_say_at_the_field_what_is_wrong(kind, data, field, says):
    form = new_form(kind, data)
    assert not form.is_valid()
    assert says in str(form.errors[field])


@pytest.mark.parametrize("kind", [kind for kind, _name in ITEM_KINDS])
def test_a_new_question_begins_empty(kind):
    assert new_form(kind)["stem"].value() == ""
    assert not new_form(kind, QueryDict()).is_valid()


def test_what_is_written_by_hand_fits_the_formats():
    for form in (new_form("order", lined(["c", "b", "a"])), new_form("match", lined(["a", "b"], ["x", "y"]))):
        assert form.is_valid()
        told = form.wording()
        entry = Entry(form.kind, told.stem, told.options, told.key, matches=told.matches)
        assert fit(entry) == entry


def test_a_multiple_choice_with_every_option_right_asks_nothing():
    question = QuestionFactory(kind="multiple_choice", key=[1, 2])
    form = form_for(question, sent("1", "2", "3", right=("0", "1", "2")))
    assert not form.is_valid()
    assert "nothing to find out" in str(form.errors["right"])


def test_what_is_pasted_is_not_cut_by_the_browser():
    form = form_for(QuestionFactory(), sent("1", "2", stem="How many? " * 40))
    assert "maxlength" not in str(form["stem"])
    assert "at most 300" in str(form.errors["stem"])
