"""A text as it stands: its clauses, and what amendments and separate votes have done to them."""

import pytest

from tests.assembly.podium import WATER
from tests.factories import NOON, ResolutionFactory, hall_with
from unsim.assembly import amending, meetings, motions, steps
from unsim.assembly.texts import board_words, clauses_now, question_words, text_view
from unsim.rules.clauses import Change, ChangeKind
from unsim.rules.motions import MotionKind
from unsim.rules.profiles import MODEL_UN, as_dict

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    text = ResolutionFactory(summary=WATER)
    meeting = hall_with("ALB FRA", resolution=text, profile=as_dict(MODEL_UN))
    meetings.introduce(meeting, text, ["FRA"], NOON)
    return meeting


def view(meeting):
    return text_view(meeting, steps.floor_of(meeting))


def marked(meeting):
    return [(line.number, line.mark) for line in view(meeting).lines]


def friendly(meeting, kind: ChangeKind, at: int, text: str = ""):
    row = amending.hand_in(meeting=meeting, change=Change(kind, at, text), by="ALB", now=NOON)
    amending.accept(meeting=meeting, name=row.name, now=NOON)


def test_as_it_was_handed_in(meeting):
    assert marked(meeting) == [(None, ""), (None, ""), (1, ""), (2, ""), (3, "")]
    assert [line.name for line in view(meeting).lines] == [
        "preamble 1", "preamble 2", "clause 1", "clause 2", "clause 3"
    ]  # fmt: skip
    assert not view(meeting).changed


def test_a_text_without_numbered_clauses_has_no_lines(meeting):
    meeting.resolution.summary = "Just words.\n\nAnd more."
    assert view(meeting).lines == ()


@pytest.mark.parametrize(
    ("kind", "at", "text", "marks"),
    [
        (ChangeKind.DELETE, 4, "", [(None, ""), (None, ""), (1, ""), (None, "deleted"), (2, "")]),
        (ChangeKind.DELETE, 1, "", [(None, "deleted"), (None, ""), (1, ""), (2, ""), (3, "")]),
        (ChangeKind.REVISE, 4, "Asks for mugs;", [(None, ""), (None, ""), (1, ""), (2, "revised"), (3, "")]),
        (ChangeKind.ADD, 4, "1. More;", [(None, ""), (None, ""), (1, ""), (2, ""), (3, "added"), (4, "")]),
        (ChangeKind.ADD, 0, "Aware,", [(None, "added"), (None, ""), (None, ""), (1, ""), (2, ""), (3, "")]),
    ],
)
def test_what_was_taken_in_is_marked(meeting, kind, at, text, marks):
    friendly(meeting, kind, at, text)
    assert marked(meeting) == marks


def test_a_change_to_a_clause_that_is_gone_changes_nothing(meeting):
    friendly(meeting, ChangeKind.DELETE, 4)
    friendly(meeting, ChangeKind.REVISE, 4, "Asks for mugs;")
    assert [line.mark for line in view(meeting).lines] == ["", "", "", "deleted", ""]
    assert [clause.key for clause in clauses_now(meeting, steps.floor_of(meeting))] == [1, 2, 3, 5]


def test_amendments_that_wait(meeting):
    amending.hand_in(meeting=meeting, change=Change(ChangeKind.DELETE, 4), by="ALB", now=NOON)
    amending.hand_in(meeting=meeting, change=Change(ChangeKind.REVISE, 4, "Mugs;"), by="FRA", now=NOON)
    one, two = view(meeting).pending
    assert (one.words, one.mover, one.rivals) == ("deletes clause 2", "Albania", ("A2",))
    assert (two.words, two.text, two.rivals) == ("revises clause 2", "Mugs;", ())
    assert marked(meeting) == [(None, ""), (None, ""), (1, ""), (2, ""), (3, "")]


def test_parts_that_are_voted_on_separately(meeting):
    meeting.profile = {}
    del meeting.rules
    meeting.save()
    parts = [["3", True], ["4,5", True]]
    motions.move(meeting=meeting, kind=MotionKind.DIVISION, by="ALB", now=NOON, parts=parts, rest_operative=False)
    motions.preside(meeting=meeting, step="grant", number=1, now=NOON)
    floor = steps.floor_of(meeting)
    assert [line.mark for line in view(meeting).lines] == ["", "", "separate", "separate", "separate"]
    assert question_words(meeting, floor) == "Separate vote: clause 1"
    steps.take(meeting, "begin_voting", NOON)
    assert [line.now for line in view(meeting).lines] == [False, False, True, False, False]
    for outcome in ("rejected", "adopted"):
        steps.take(meeting, "settle", NOON, outcome=outcome)
    assert marked(meeting) == [(None, ""), (None, ""), (None, "rejected"), (1, "kept"), (2, "kept")]
    assert question_words(meeting, steps.floor_of(meeting)) == ""


def test_on_the_board(meeting):
    amending.hand_in(meeting=meeting, change=Change(ChangeKind.ADD, 5, "1. More;"), by="ALB", now=NOON)
    assert board_words(meeting, "amendment", "A1") == "Amendment A1 adds after clause 3"
    assert board_words(meeting, "part", "1,4") == "Separate vote: preamble 1 + clause 2"
    assert board_words(meeting, "whole", "") == ""
    assert board_words(meeting, "amendment", "A9") == ""
