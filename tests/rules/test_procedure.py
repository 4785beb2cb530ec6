import itertools

import pytest

from unsim.rules.procedure import (
    GUARD,
    LEAST_GUARD,
    BallotStage,
    MeetingStage,
    Method,
    NotInOrder,
    move,
    move_meeting,
    next_meeting_stages,
    next_stages,
    papers_suffice,
)

OPEN, LOCKED, COUNTED, DECLARED, VOID = BallotStage
SEATING, IN_SESSION, CLOSED = MeetingStage
RECORDED, SECRET, HANDS, ROLL_CALL, NO_OBJECTION = Method

OPENLY = {(OPEN, LOCKED), (OPEN, VOID), (LOCKED, OPEN), (LOCKED, DECLARED), (LOCKED, VOID)}
IN_ORDER = {(method, *step) for method in (RECORDED, HANDS, ROLL_CALL, NO_OBJECTION) for step in OPENLY} | {
    (SECRET, OPEN, LOCKED),
    (SECRET, OPEN, VOID),
    (SECRET, LOCKED, OPEN),
    (SECRET, LOCKED, COUNTED),
    (SECRET, LOCKED, VOID),
    (SECRET, COUNTED, DECLARED),
    (SECRET, COUNTED, VOID),
}
MEETING_IN_ORDER = {(SEATING, IN_SESSION), (SEATING, CLOSED), (IN_SESSION, SEATING), (IN_SESSION, CLOSED)}


@pytest.mark.parametrize("step", list(itertools.product(Method, BallotStage, BallotStage)), ids=" ".join)
def test_every_step_of_a_ballot(step):
    method, stage, to = step
    assert (to in next_stages(method, stage)) is (step in IN_ORDER)
    if step in IN_ORDER:
        assert move(method, stage, to) is to
    else:
        with pytest.raises(NotInOrder, match=f"{to} cannot follow {stage}") as refused:
            move(method, stage, to)
        assert (refused.value.stage, refused.value.to) == (stage, to)


@pytest.mark.parametrize("step", list(itertools.product(MeetingStage, MeetingStage)), ids=" ".join)
def test_every_step_of_a_meeting(step):
    stage, to = step
    assert (to in next_meeting_stages(stage)) is (step in MEETING_IN_ORDER)
    if step in MEETING_IN_ORDER:
        assert move_meeting(stage, to) is to
    else:
        with pytest.raises(NotInOrder, match=f"{to} cannot follow {stage}"):
            move_meeting(stage, to)


@pytest.mark.parametrize("method", Method)
def test_nothing_follows_a_declaration_or_a_void_ballot(method):
    assert next_stages(method, DECLARED) == next_stages(method, VOID) == frozenset()


@pytest.mark.parametrize(
    ("papers", "guard", "suffice"),
    [(4, GUARD, False), (5, GUARD, True), (3, 3, True), (2, 3, False), (2, 1, False), (3, 0, True), (9, 10, False)],
)
def test_papers_suffice(papers, guard, suffice):
    assert papers_suffice(papers, guard) is suffice


def test_the_usual_guard():
    assert (GUARD, LEAST_GUARD) == (5, 3)
    assert not papers_suffice(GUARD - 1)
    assert papers_suffice(GUARD)
