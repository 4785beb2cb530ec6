import pytest

from quizzes import showing, sitting
from tests.factories import (
    NOON,
    ArticleFactory,
    FactFactory,
    ParticipantFactory,
    QuestionFactory,
    RoomFactory,
    number_question,
    quiz_of,
)

pytestmark = pytest.mark.django_db


def started(question, responses=()):
    room = RoomFactory(owner=question.quiz.owner)
    run = sitting.start(room=room, quiz=question.quiz, paced="teacher", now=NOON)
    asked = run.quiz.questions.get()
    for response in responses:
        sitting.answer(
            run=run, question=asked, participant=ParticipantFactory(room=room), response=[response], now=NOON
        )
    return run, asked


class TestSource:
    def test_sets_the_fact_apart_in_its_sentence(self):
        (source,) = showing.sources_of(QuestionFactory())
        parts = source.sentence
        assert (parts.before, parts.fact) == ("It adopted the text by 143 votes to ", "5")
        assert parts.after == ", with 35 abstentions."

    def test_takes_the_sentence_that_holds_the_place_where_it_stands_twice(self):
        article = ArticleFactory(text="It was 5. It was 5.")
        (source,) = showing.sources_of(QuestionFactory(article=article, start=17, end=18, sentence="It was 5."))
        assert source.sentence.fact == "5"

    @pytest.mark.parametrize(("start", "end"), [(0, 3), (70, 90), (500, 510)])
    def test_marks_nothing_rather_than_the_wrong_words(self, start, end):
        (source,) = showing.sources_of(QuestionFactory(start=start, end=end))
        assert (source.sentence.before, source.sentence.fact) == (QuestionFactory().sentence, "")

    def test_shows_the_sentences_of_other_articles_too(self):
        question = QuestionFactory()
        here, there = FactFactory(article=question.article), FactFactory()
        question.facts.set([here, there])
        first, second = showing.sources_of(question)
        assert (first.article, second.article) == (question.article, there.article)
        assert second.sentence.fact == "143 votes to 5, with 35 abstentions"


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
        assert len(bars) == showing.BARS
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
        assert showing.right_text(asked) == "143 (5 either way)"


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
