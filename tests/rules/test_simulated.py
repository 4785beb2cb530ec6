import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.choices import Choice
from unsim.rules.simulated import drawn, from_record, lot_of

YES, NO, ABSTAIN, ABSENT = Choice


def test_as_the_member_voted_and_who_is_not_named_did_not():
    real = {"FRA": YES, "IND": ABSTAIN}
    assert [from_record(real, member) for member in ("FRA", "IND", "NAM")] == [YES, ABSTAIN, ABSENT]


def test_four_outcomes_in_proportion():
    lot = random.Random(7)
    weights = {YES: 60, NO: 20, ABSTAIN: 15, ABSENT: 5}
    times = Counter(drawn(weights, lot) for _ in range(4000))
    assert all(abs(times[choice] - 40 * weights[choice]) < 150 for choice in Choice)


@given(st.sampled_from(list(Choice)), st.integers())
def test_what_was_always_done_is_done_again(choice, seed):
    assert drawn({choice: 12}, random.Random(seed)) is choice


@given(st.dictionaries(st.sampled_from(list(Choice)), st.integers(0, 9)).filter(lambda each: any(each.values())))
def test_what_was_never_done_is_never_drawn(weights):
    assert weights[drawn(weights, random.Random(1))] > 0


@pytest.mark.parametrize("weights", [{}, {YES: 0}, {YES: 3, NO: -1}])
def test_nothing_to_draw_from(weights):
    with pytest.raises(ValueError, match="nothing can be drawn"):
        drawn(weights, random.Random(1))


def test_a_member_s_lot_is_its_own_and_repeatable():
    weights = {YES: 1, NO: 1, ABSTAIN: 1, ABSENT: 1}
    votes = [drawn(weights, lot_of("room 7", str(member))) for member in range(40)]
    assert votes == [drawn(weights, lot_of("room 7", str(member))) for member in range(40)]
    assert votes != [drawn(weights, lot_of("room 8", str(member))) for member in range(40)]
    assert len(set(votes)) == 4
