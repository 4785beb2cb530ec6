import csv
import io

import pytest

from quizzes.report import report_of
from quizzes.tables import BOM, questions_csv, students_csv
from tests.factories import QuestionFactory, RoomFactory, order_question, quiz_of
from tests.quizzes.test_report import FOUR, crowd, sat

pytestmark = pytest.mark.django_db


def rows(text):
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM))))


def test_students_with_points_answers_and_marks():
    assert rows(students_csv(report_of(sat(FOUR)))) == [
        ["Name", "Points", "Out of", "Percent", "Answer 1", "Mark 1", "Answer 2", "Mark 2", "Answer 3", "Mark 3"],
        ["Ada", "3", "3", "100", "5", "1", "5", "1", "5", "1"],
        ["Ben", "2", "3", "67", "5", "1", "5", "1", "3", "0"],
        ["Cem", "1", "3", "33", "5", "1", "24", "0", "", ""],
        ["Dora", "0", "3", "0", "3", "0", "", "", "", ""],
    ]


def test_questions_with_figures_and_options():
    header, first, *_others = rows(questions_csv(report_of(sat(FOUR))))
    told = dict(zip(header, first, strict=True))
    assert told["Right answer"] == "5"
    assert (told["Attempts"], told["Facility index %"], told["Random guess %"]) == ("4", "75", "25")
    assert (told["Discrimination index"], told["Remarks"]) == ("", "")
    assert [told[f"Option {n}"] + ":" + told[f"Chosen {n}"] for n in range(1, 5)] == ["3:1", "5:3", "24:0", "35:0"]


def test_questions_answered_line_by_line_have_a_pair_of_columns_for_each_line():
    room = RoomFactory()
    order_question(quiz=(quiz := quiz_of(0, room.owner)))
    header, first = rows(questions_csv(report_of(sat({"Ada": ["1 2 0"], "Ben": ["2 1 0"]}, quiz=quiz, room=room))))
    told = dict(zip(header, first, strict=True))
    assert [told[f"Option {n}"] + ":" + told[f"Chosen {n}"] for n in (1, 2, 3)] == [
        "A draft was vetoed:2",
        "The debate began:1",
        "The Assembly voted:1",
    ]


def test_a_negative_figure_stays_a_number():
    header, first, _second = rows(questions_csv(report_of(sat(crowd([["1", "0"]] * 5 + [["0", "1"]] * 5)))))
    assert dict(zip(header, first, strict=False))["Discrimination index"] == "-100"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
def test_no_text_runs_as_a_formula(begins):
    room = RoomFactory()
    quiz = quiz_of(0, room.owner)
    QuestionFactory(quiz=quiz, stem=f"{begins}1+1", choices=("a", f"{begins}2+2"))
    report = report_of(sat({f"{begins}cmd": ["1"]}, quiz=quiz, room=room))
    cells = [cell for text in (students_csv(report), questions_csv(report)) for row in rows(text) for cell in row]
    assert f"'{begins}cmd" in cells
    assert f"'{begins}1+1" in cells
    assert f"'{begins}2+2" in cells
    assert not [cell for cell in cells if cell.startswith(begins)]


def test_names_with_commas_quotes_and_accents_come_through():
    name = 'Zoë "Z", Ñ'
    assert rows(students_csv(report_of(sat({name: ["1"]}))))[1][0] == name
