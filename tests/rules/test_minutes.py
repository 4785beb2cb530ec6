import json

import pytest

from tests.rules.meetings import ADOPTED, DRAFT, VOTING, K, after, carries, moves, step
from unsim.rules.floor import opened
from unsim.rules.floor_state import DraftStatus
from unsim.rules.minutes import STEPS, Step, replay, take
from unsim.rules.procedure import Method
from unsim.rules.profiles import GENERAL_ASSEMBLY as GA
from unsim.rules.refusals import RuledOut

OCTOBER = (
    step("ask_secret"),
    DRAFT,
    moves(K.RECORDED_VOTE, "ALB"),
    step("put"),
    step("decide", carried=True),
    moves(K.POINT_OF_ORDER, "RUS", about=""),
    step("rule", upheld=False),
    moves(K.APPEAL, "RUS"),
    step("put"),
    step("decide", carried=False),
    moves(K.RECONSIDER, "RUS"),
    step("hear", by="FRA", side="against"),
    step("hear", by="USA", side="against"),
    step("put"),
    step("decide", carried=False),
    VOTING,
    ADOPTED,
)


def test_october_2022_from_step_to_step():
    floor = replay(GA, OCTOBER)
    assert (floor.method, floor.drafts[0].status) == (Method.RECORDED, DraftStatus.ADOPTED)
    assert not floor.rulings[0].overruled


def test_a_log_is_plain_text_and_leads_to_the_same_floor():
    stored = json.dumps([[each.name, each.data] for each in OCTOBER])
    assert replay(GA, [Step(name, data) for name, data in json.loads(stored)]) == replay(GA, OCTOBER)


def test_the_last_step_is_taken_back_by_leaving_it_out():
    for length in range(len(OCTOBER)):
        before = replay(GA, OCTOBER[:length])
        assert take(GA, before, OCTOBER[length]) == replay(GA, OCTOBER[: length + 1])


def test_nothing_happened_yet():
    assert replay(GA, []) == opened(GA)


def test_a_step_that_is_not_in_order():
    with pytest.raises(RuledOut):
        replay(GA, [VOTING])


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (Step("declare_war"), KeyError),
        (Step("put", {"number": 1}), TypeError),
        (Step("move", {"kind": "filibuster", "by": "FRA"}), ValueError),
        (Step("hear", {"by": "FRA", "side": "both"}), ValueError),
    ],
)
def test_what_is_no_step(wrong, error):
    with pytest.raises(error):
        take(GA, after(GA, DRAFT, moves(K.CLOSE_DEBATE)), wrong)


def test_the_steps_by_name():
    assert len(STEPS) == 23
    assert {each.name for each in (*OCTOBER, *carries(K.SUSPEND_MEETING))} <= set(STEPS)
