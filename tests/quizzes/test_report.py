"""The report's numbers against tables worked out by hand."""

import pytest

from quizzes import sitting
from quizzes.report import report_of
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

pytestmark = pytest.mark.django_db

# Who chose what (option 1 is right; None: no answer), so that the marks are 111, 110, 100, 000.
FOUR = {"Ada": ["1", "1", "1"], "Ben": ["1", "1", "0"], "Cem": ["1", "2", None], "Dora": ["0", None, None]}


def sat(table, *, quiz=None, room=None, paced="teacher", over=True):
    """A run in which these people gave these answers, question by question."""
    room = room or RoomFactory()
    quiz = quiz or quiz_of(len(next(iter(table.values()))), room.owner)
    run = sitting.start(room=room, quiz=quiz, paced=paced, now=NOON)
    people = {person.name: person for person in room.participants.all()}
    people |= {name: ParticipantFactory(room=room, name=name) for name in table if name not in people}
    for place, question in enumerate(run.quiz.questions.all()):
        for name, row in table.items():
            if row[place] is not None:
                sitting.answer(
                    run=run, question=question, participant=people[name], response=row[place].split(), now=NOON
                )
        if paced == "teacher" and (over or place + 1 < run.quiz.questions.count()):
            sitting.show(run=run, question=question)
            sitting.go_on(run=run, question=question, now=NOON)
    run.refresh_from_db()
    return run


def crowd(rows):
    return {f"S{n:02}": list(row) for n, row in enumerate(rows)}


class TestFour:
    @pytest.fixture
    def report(self):
        return report_of(sat(FOUR))

    def test_facilities_are_the_shares_right(self, report):
        assert [row.facility for row in report.questions] == [75, 50, 25]

    def test_mean_and_deviation(self, report):
        assert (report.figures.attempts, report.figures.mean, report.percent) == (4, 1.5, 50)
        assert report.figures.deviation == pytest.approx((5 / 3) ** 0.5)

    def test_each_student_has_points_and_answers_in_order_of_names(self, report):
        assert [(s.name, s.points, s.percent) for s in report.students] == [
            ("Ada", 3, 100),
            ("Ben", 2, 67),
            ("Cem", 1, 33),
            ("Dora", 0, 0),
        ]
        assert [(cell.response, cell.mark) for cell in report.students[2].cells] == [("5", 1), ("24", 0), ("", None)]

    def test_options_are_counted_among_all_who_sat(self, report):
        second = report.questions[1]
        assert [(o.letter, o.text, o.count, o.share, o.right) for o in second.options] == [
            ("A", "3", 0, 0, False),
            ("B", "5", 2, 50, True),
            ("C", "24", 1, 25, False),
            ("D", "35", 0, 0, False),
        ]
        # The two who had it right had 2 and 1 points on the other two questions, the one who chose C had 1.
        assert [o.rest for o in second.options] == [None, 1.5, 1.0, None]
        assert second.guess == 25

    def test_under_ten_attempts_says_nothing_of_discrimination(self, report):
        assert all(row.figures.discrimination is None and row.remarks == () for row in report.questions)
        assert report.reliability is None
        assert "10" in report.trust


class TestMany:
    def test_two_questions_that_agree_separate_fully(self):
        report = report_of(sat(crowd([["1", "1"]] * 5 + [["0", "2"]] * 5)))
        assert [row.figures.discrimination for row in report.questions] == [pytest.approx(100)] * 2
        assert [[r.text for r in row.remarks] for row in report.questions] == [
            ["separates well", "C, D are hardly ever chosen"],
            ["separates well", "A, D are hardly ever chosen"],
        ]
        assert report.reliability == pytest.approx(1)
        assert "rough" in report.trust

    def test_a_question_against_the_others_is_flagged(self):
        report = report_of(sat(crowd([["1", "0"]] * 5 + [["0", "1"]] * 5)))
        assert [row.figures.discrimination for row in report.questions] == [pytest.approx(-100)] * 2
        assert all(row.flagged for row in report.questions)
        assert "is the key right?" in report.questions[0].remarks[0].text

    def test_a_distractor_that_the_strong_choose_is_named(self):
        rows = [["0", "1", "1"]] * 4 + [["1", "0", "0"]] * 8
        remarks = report_of(sat(crowd(rows))).questions[0].remarks
        assert "look at option A: the strong chose it" in [remark.text for remark in remarks if remark.look]

    def test_where_all_did_equally_well_nothing_is_defined(self):
        report = report_of(sat(crowd([["1", "1"]] * 10)))
        assert [row.figures.discrimination for row in report.questions] == [None, None]
        assert report.reliability is None
        assert "equally" in report.reliability_word
        assert [row.remarks[0].text for row in report.questions] == ["easy for this class"] * 2

    def test_thirty_attempts_are_not_called_rough(self):
        report = report_of(sat(crowd([["1", "1"]] * 15 + [["0", "2"]] * 15)))
        assert "rough" not in report.trust


class TestKinds:
    def test_several_right_options_are_counted_each_and_give_parts(self):
        room = RoomFactory()
        QuestionFactory(quiz=(quiz := quiz_of(0, room.owner)), kind="multiple_choice", key=[0, 2])
        run = sat({"Ada": ["0 2"], "Ben": ["0"], "Cem": ["1"]}, quiz=quiz, room=room)
        row = report_of(run).questions[0]
        assert [option.count for option in row.options] == [2, 1, 1, 0]
        assert row.facility == 50
        assert row.right == "3 · 24"

    def test_a_number_has_no_options(self):
        room = RoomFactory()
        number_question(quiz=(quiz := quiz_of(0, room.owner)))
        run = sat({"Ada": ["143"], "Ben": ["1,000"]}, quiz=quiz, room=room)
        report = report_of(run)
        assert (report.questions[0].options, report.questions[0].guess) == ((), None)
        assert [s.cells[0].response for s in report.students] == ["143", "1000"]
        assert [(bar.text, bar.count, bar.width) for bar in report.questions[0].bars] == [
            ("143", 1, 50),
            ("1000", 1, 50),
        ]

    def test_lines_are_counted_each_and_give_parts(self):
        room = RoomFactory()
        quiz = quiz_of(0, room.owner)
        order_question(quiz=quiz)
        match_question(quiz=quiz)
        run = sat({"Ada": ["1 2 0", "0 1 2"], "Ben": ["2 1 0", "0 1 1"]}, quiz=quiz, room=room)
        order, match = report_of(run).questions
        assert (order.options, order.guess, order.facility) == ((), None, 67)
        assert [(bar.letter, bar.count) for bar in order.bars] == [("C", 2), ("A", 1), ("B", 1)]
        assert [(bar.letter, bar.count) for bar in match.bars] == [("A1", 2), ("B2", 2), ("C3", 1)]
        assert match.facility == 83
        assert report_of(run).students[1].cells[1].response == "Albania: In favour · Belarus: Against · China: Against"

    def test_a_typed_text_stands_with_who_else_typed_it(self):
        room = RoomFactory()
        text_question(quiz=(quiz := quiz_of(0, room.owner)))
        report = report_of(sat({"Ada": ["Blinken"], "Ben": ["Lavrov"], "Cem": ["LAVROV"]}, quiz=quiz, room=room))
        assert [(bar.text, bar.count, bar.right) for bar in report.questions[0].bars] == [
            ("Antony Blinken", 0, True),
            ("Lavrov", 2, False),
            ("Blinken", 1, True),
        ]


class TestWhoCounts:
    def test_a_removed_participant_does_not(self):
        run = sat(FOUR)
        hosting.remove(participant=run.room.participants.get(name="Dora"), now=NOON)
        report = report_of(run)
        assert report.figures.attempts == 3
        assert report.questions[0].facility == 100

    def test_who_gave_no_answer_is_named_and_not_counted(self):
        run = sat(FOUR)
        ParticipantFactory(room=run.room, name="Emil")
        report = report_of(run)
        assert report.without == ("Emil",)
        assert report.figures.attempts == 4

    def test_questions_that_were_not_put_do_not(self):
        room = RoomFactory()
        run = sitting.start(room=room, quiz=quiz_of(3, room.owner), paced="teacher", now=NOON)
        first = run.quiz.questions.first()
        sitting.answer(run=run, question=first, participant=ParticipantFactory(room=room), response=["1"], now=NOON)
        sitting.end(run=run, now=NOON)
        run.refresh_from_db()
        report = report_of(run)
        assert (report.of, report.percent) == (1, 100)

    def test_at_ones_own_pace_only_those_who_have_finished_until_the_end(self):
        run = sat({"Ada": ["1", "1"], "Ben": ["1", None]}, paced="self")
        report = report_of(run)
        assert ([s.name for s in report.students], report.unfinished) == (["Ada"], 1)
        assert report.without == ()
        sitting.end(run=run, now=NOON)
        run.refresh_from_db()
        report = report_of(run)
        assert ([s.points for s in report.students], report.unfinished) == ([2, 1], 0)

    def test_nobody(self):
        run = sat({"Ada": [None]})
        report = report_of(run)
        assert (report.figures.attempts, report.percent, report.students) == (0, None, ())
        assert report.questions[0].facility is None


class TestComparison:
    def test_of_the_same_people_on_the_same_facts(self):
        """Before: Ada 2 of 2, Ben 0 of 2. After: both 2 of 2. Cem took the first alone, Dora the second."""
        room = RoomFactory()
        quiz = quiz_of(2, room.owner)
        sat({"Ada": ["1", "1"], "Ben": ["0", "0"], "Cem": ["0", "0"]}, quiz=quiz, room=room)
        second = sat({"Ada": ["1", "1"], "Ben": ["1", "1"], "Dora": ["0", "0"]}, quiz=quiz, room=room)
        found = report_of(second).comparison
        assert (found.before, found.after, found.points, found.people) == (50, 100, 50, 2)

    def test_leaves_out_questions_about_other_facts(self):
        room = RoomFactory()
        first, second = quiz_of(2, room.owner), quiz_of(1, room.owner)
        shared = first.questions.first()
        other = QuestionFactory(quiz=second, position=5, article=shared.article)
        other.facts.set(shared.facts.all())
        sat({"Ada": ["0", "1"]}, quiz=first, room=room)
        run = sat({"Ada": ["0", "1"]}, quiz=second, room=room)
        found = report_of(run).comparison
        assert (found.before, found.after) == (0, 100)
        assert (found.questions_before, found.questions_after) == (1, 1)

    def test_a_fall_is_a_fall(self):
        room = RoomFactory()
        quiz = quiz_of(1, room.owner)
        sat({"Ada": ["1"]}, quiz=quiz, room=room)
        found = report_of(sat({"Ada": ["0"]}, quiz=quiz, room=room)).comparison
        assert (found.points, found.size) == (-100, 100)

    def test_needs_shared_facts_shared_people_and_the_same_room(self):
        room = RoomFactory()
        quiz = quiz_of(1, room.owner)
        first = sat({"Ada": ["1"]}, quiz=quiz, room=room)
        assert report_of(first).comparison is None
        assert report_of(sat({"Ada": ["1"]}, room=room)).comparison is None
        assert report_of(sat({"Ben": ["1"]}, quiz=quiz, room=room)).comparison is None
        assert report_of(sat({"Ada": ["1"]}, quiz=quiz, room=RoomFactory(owner=room.owner))).comparison is None
