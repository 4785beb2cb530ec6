import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.attendance import (
    Attendance,
    after_casting,
    castable,
    quorum,
    quorum_of,
    to_decide,
    to_open,
)
from unsim.rules.choices import CASTABLE, Choice

PRESENT, PRESENT_AND_VOTING, ABSENT = Attendance


@pytest.mark.parametrize(
    ("members", "opens", "decides"),
    [(193, 65, 97), (192, 64, 97), (20, 7, 11), (21, 7, 11), (3, 1, 2), (2, 1, 2), (1, 1, 1), (0, 1, 1)],
)
def test_thresholds(members, opens, decides):
    assert (to_open(members), to_decide(members)) == (opens, decides)


@pytest.mark.parametrize(
    ("present", "can_open", "can_decide"),
    [(0, False, False), (64, False, False), (65, True, False), (96, True, False), (97, True, True), (193, True, True)],
)
def test_the_full_assembly(present, can_open, can_decide):
    attendance = quorum(193, present)
    assert (attendance.can_open, attendance.can_decide) == (can_open, can_decide)
    assert (attendance.members, attendance.present) == (193, present)
    assert (attendance.to_open, attendance.to_decide) == (65, 97)


@pytest.mark.parametrize(("members", "present"), [(3, 4), (3, -1), (-1, -1)])
def test_impossible_attendance_is_refused(members, present):
    with pytest.raises(ValueError, match="present"):
        quorum(members, present)


def test_an_empty_hall_neither_opens_nor_decides():
    attendance = quorum(0, 0)
    assert not attendance.can_open
    assert not attendance.can_decide


@given(st.integers(1, 10_000))
def test_the_least_that_is_a_third_and_the_least_that_is_a_majority(members):
    assert 3 * to_open(members) >= members > 3 * (to_open(members) - 1)
    assert 2 * to_decide(members) > members >= 2 * (to_decide(members) - 1)


def test_the_quorum_of_a_roll():
    attendance = quorum_of([PRESENT, ABSENT, PRESENT_AND_VOTING, ABSENT, ABSENT])
    assert (attendance.members, attendance.present) == (5, 2)
    assert attendance.can_open
    assert not attendance.can_decide


@pytest.mark.parametrize(
    ("attendance", "after"), [(PRESENT, PRESENT), (PRESENT_AND_VOTING, PRESENT_AND_VOTING), (ABSENT, PRESENT)]
)
def test_a_vote_cast_shows_that_somebody_is_here(attendance, after):
    assert after_casting(attendance) is after


@pytest.mark.parametrize("attendance", Attendance)
@pytest.mark.parametrize("binding", [True, False])
def test_only_the_promise_and_only_where_it_binds_takes_the_abstention_away(attendance, binding):
    bound = binding and attendance is PRESENT_AND_VOTING
    assert castable(attendance, binding=binding) == ((Choice.YES, Choice.NO) if bound else CASTABLE)
