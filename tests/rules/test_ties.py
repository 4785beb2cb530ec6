from dataclasses import replace

import pytest
from hypothesis import given

from tests.rules.strategies import full_tallies, majorities
from unsim.rules.decision import Outcome, Rule, decide
from unsim.rules.majority import Majority
from unsim.rules.tally import Tally
from unsim.rules.ties import not_carried, settled

ADOPTED, REJECTED, EQUALLY_DIVIDED = Outcome
TIED = decide(Tally(5, 5, 2), Majority.SIMPLE)


@pytest.mark.parametrize(
    ("earlier", "second_vote", "outcome", "rule"),
    [
        (0, True, EQUALLY_DIVIDED, Rule.EQUALLY_DIVIDED),
        (1, True, REJECTED, Rule.EQUALLY_DIVIDED),
        (0, False, REJECTED, Rule.SIMPLE_MAJORITY),
    ],
)
def test_a_tie(earlier, second_vote, outcome, rule):
    decision = settled(TIED, earlier_ties=earlier, second_vote=second_vote)
    assert decision == replace(TIED, outcome=outcome, rule=rule)


@given(full_tallies, majorities)
def test_only_ties_are_touched(tally, majority):
    decision = decide(tally, majority)
    if decision.outcome is not EQUALLY_DIVIDED:
        assert decision == not_carried(decision)
        assert decision == settled(decision, earlier_ties=1, second_vote=True)
    assert not_carried(decision).outcome is (ADOPTED if decision.outcome is ADOPTED else REJECTED)
