from dataclasses import replace

import pytest

from quizzes import showing, sitting
from quizzes.bars import BARS
from quizzes.responses import response_text, right_text
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

pytestmark = pytest.mark.django_db


def started(question, responses=()):
    room = RoomFactory(owner=question.quiz.owner)
    run = sitting.start(room=room, quiz=question.quiz, paced="teacher", now=NOON)
    asked = run.quiz.questions.get()
    for response in responses:
        given = [response] if isinstance(response, str) else response
        sitting.answer(run=run, question=asked, participant=ParticipantFactory(room=room), response=given, now=NOON)
    return run, asked


class TestNumbers:
    def test_bars_are_the_right_value_and_the_most_frequent_others_ascending(self):
        given = ["143"] * 3 + ["141"] * 2 + ["5"] + ["1000"] * 4
        run, question = started(number_question(), given)
        bars = showing.explained(run, question).bars
        assert [(bar.text, bar.count, bar.right) for bar in bars] == [
            ("5", 1, False),
            ("141", 2, False),
            ("143", 3, True),
            ("1000", 4, False),
        ]

    def test_the_right_value_stands_there_though_nobody_gave_it(self):
        run, question = started(number_question(), ["1", "2", "3", "4", "5", "6", "7", "8"])
        bars = showing.explained(run, question).bars
        assert len(bars) == BARS
        assert [bar.text for bar in bars if bar.right] == ["143"]

    def test_ones_own_value_stands_there_however_rare(self):
        run, question = started(number_question(), [str(n % 7) for n in range(21)] + ["999"])
        mine = run.answers.last()
        assert [bar.text for bar in showing.explained(run, question, mine).bars if bar.mine] == ["999"]

    def test_what_lies_within_the_tolerance_is_right(self):
        question = number_question()
        question.key = {"value": 143, "tolerance": 5}
        question.save()
        run, asked = started(question, ["140", "150"])
        assert [(bar.text, bar.right) for bar in showing.explained(run, asked).bars] == [
            ("140", True),
            ("143", True),
            ("150", False),
        ]
        assert right_text(asked) == "143 (5 either way)"

    def test_the_key_is_one_value_whatever_else_counts_as_right(self):
        question = number_question()
        question.key = {"value": 143, "tolerance": 5}
        question.save()
        run, asked = started(question, ["140", "150"])
        assert [bar.text for bar in showing.explained(run, asked).bars if bar.key] == ["143"]


class TestLines:
    def test_an_order_is_shown_as_it_is_right_with_how_many_had_each_line_in_its_place(self):
        run, question = started(order_question(), [["1", "2", "0"], ["1", "0", "2"]])
        told = showing.explained(run, question, run.answers.last())
        assert [(bar.letter, bar.text, bar.count, bar.mine, bar.said) for bar in told.bars] == [
            ("C", "A draft was vetoed", 1, False, "you: 3"),
            ("A", "The debate began", 2, True, ""),
            ("B", "The Assembly voted", 1, False, "you: 1"),
        ]
        assert (told.headline, told.correct, told.mark) == ("C A B", 1, 0)
        assert told.right == "A draft was vetoed → The debate began → The Assembly voted"
        assert response_text(question, [1, 0, 2]) == "The Assembly voted → The debate began → A draft was vetoed"

    def test_a_match_is_shown_in_pairs(self):
        run, question = started(match_question(), [["0", "1", "2"], ["0", "0", "2"]])
        told = showing.explained(run, question, run.answers.last())
        assert [(bar.letter, bar.text, bar.count, bar.mine, bar.said) for bar in told.bars] == [
            ("A1", "Albania: In favour", 2, True, ""),
            ("B2", "Belarus: Against", 1, False, "you: In favour"),
            ("C3", "China: Abstained", 2, True, ""),
        ]
        assert told.headline == "A1 B2 C3"
        assert right_text(question) == "Albania: In favour · Belarus: Against · China: Abstained"

    @pytest.mark.parametrize("make", [order_question, match_question])
    def test_nobodys_answer_and_none_of_ones_own(self, make):
        run, question = started(make())
        assert [(bar.count, bar.mine, bar.said) for bar in showing.explained(run, question).bars] == [
            (0, False, "")
        ] * 3

    def test_the_phone_has_a_slot_for_each_line_and_keeps_what_was_given(self):
        run, question = started(match_question(), [["0", "0", "2"]])
        asked = showing.asked(question, run.answers.get())
        assert asked.slots == asked.matched_with == ("In favour", "Against", "Abstained")
        assert [(choice.slot, choice.said) for choice in asked.choices] == [
            (0, "In favour"),
            (0, "In favour"),
            (2, "Abstained"),
        ]
        assert asked.chosen == ()
        kept = showing.asked(question, run.answers.get(), refused=["1", "", "77"])
        assert [choice.slot for choice in kept.choices] == [1, None, None]

    def test_what_was_refused_may_be_anything(self):
        _run, question = started(order_question())
        for refused in ([], ["٣"], ["x"] * 9, ["-1", "1e9", " 2"]):
            assert [choice.slot for choice in showing.asked(question, refused=refused).choices] == [None] * 3


class TestTexts:
    def test_spellings_of_one_answer_are_one_and_the_right_one_stands_first(self):
        run, question = started(text_question(), ["Lavrov", "lavrov", "Blinken", "Antony Blinken"])
        told = showing.explained(run, question, run.answers.first())
        assert [(bar.text, bar.count, bar.right, bar.mine) for bar in told.bars] == [
            ("Antony Blinken", 1, True, False),
            ("Lavrov", 2, False, True),
            ("Blinken", 1, True, False),
        ]
        assert (told.headline, told.right) == ("Antony Blinken", "Antony Blinken")

    def test_the_most_frequent_ones_only(self):
        run, question = started(text_question(), [f"Person {'abcdefghij'[n]}" for n in range(10)])
        assert len(showing.explained(run, question, run.answers.last()).bars) <= BARS + 1

    def test_what_was_typed_stands_in_its_field(self):
        run, question = started(text_question(), ["Lavrov"])
        assert showing.asked(question, run.answers.get()).typed == "Lavrov"
        assert showing.asked(question, run.answers.get(), refused=["?"]).typed == "?"


def test_widths_are_percents_of_those_who_answered():
    run, question = started(QuestionFactory(), ["1", "1", "0"])
    told = showing.explained(run, question)
    assert [bar.width for bar in told.bars] == [33, 67, 0, 0]
    assert (told.answered, told.correct, told.right) == (3, 2, "5")


def test_the_type_shrinks_with_the_length_of_what_is_shown():
    run, question = started(QuestionFactory())
    assert (showing.asked(question).fit, showing.explained(run, question).fit) == ("", "")
    question.stem = "x" * 300
    assert showing.asked(question).fit == "dense"
    question.stem, question.explanation = "x" * 900, "x" * 900
    assert (showing.asked(question).fit, showing.explained(run, question).fit) == ("densest", "densest")


def test_a_long_right_answer_is_named_by_its_letter():
    run, question = started(QuestionFactory(choices=("no", "y" * 60)))
    assert showing.explained(run, question).headline == "B"


def test_at_ones_own_pace_finished_is_who_has_answered_all():
    room = RoomFactory()
    run = sitting.start(room=room, quiz=quiz_of(2, room.owner), paced="self", now=NOON)
    done, half = ParticipantFactory(room=room, name="Ada"), ParticipantFactory(room=room, name="Ben")
    for question, people in zip(run.quiz.questions.all(), [(done, half), (done,)], strict=True):
        for person in people:
            sitting.answer(run=run, question=question, participant=person, response=["1"], now=NOON)
    assert showing.progress(run) == showing.Progress(1, 2, ("Ben",))


def test_the_projector_shows_the_first_two_of_several_sentences():
    run, question = started(QuestionFactory())
    told = showing.explained(run, question)
    assert (told.projected, told.elsewhere) == (told.sources, 0)
    told = replace(told, sources=told.sources * 4)
    assert (len(told.projected), told.elsewhere) == (2, 2)
