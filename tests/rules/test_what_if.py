import pytest
from hypothesis import given

from tests.rules.strategies import full_tallies
from unsim.rules.decision import NoQuorum, Outcome, decide_council
from unsim.rules.majority import Majority, Threshold
from unsim.rules.tally import Tally
from unsim.rules.what_if import ALTERNATIVES, what_if, without_veto

ADOPTED, REJECTED, EQUALLY_DIVIDED = Outcome


def outcomes(tally: Tally, declared: Outcome) -> dict[str, tuple[Outcome, bool]]:
    supposed = what_if(tally, declared, present=tally.members)
    return {str(each.decision.majority): (each.decision.outcome, each.differs) for each in supposed}


def test_reparations_of_14_november_2022_if_abstentions_had_counted():
    assert outcomes(Tally(94, 14, 73, 12), ADOPTED) == {
        "simple": (ADOPTED, False),
        "two_thirds": (ADOPTED, False),
        ">1/2 voted": (ADOPTED, False),
        "2/3 voted": (REJECTED, True),
        ">1/2 members": (REJECTED, True),
        "2/3 members": (REJECTED, True),
    }


def test_an_equal_vote_is_no_tie_where_something_else_decides():
    assert outcomes(Tally(5, 5, 0), EQUALLY_DIVIDED)["two_thirds"] == (REJECTED, True)


def test_a_majority_of_one_s_own_choosing():
    (supposed,) = what_if(Tally(61, 40, 7), ADOPTED, present=108, alternatives=(Threshold(3, 4),))
    assert (supposed.decision.needed, supposed.decision.outcome, supposed.differs) == (76, REJECTED, True)


def test_without_a_quorum_nothing_is_supposed_either():
    with pytest.raises(NoQuorum):
        what_if(Tally(5, 0, 0, 10), ADOPTED, present=5)


def test_the_draft_of_30_september_2022_without_the_veto():
    tally = Tally(10, 1, 4)
    supposed = without_veto(tally, decide_council(tally, vetoes=1, procedural=False).outcome)
    assert (supposed.decision.outcome, supposed.differs) == (ADOPTED, True)


@given(full_tallies)
def test_each_alternative_once_and_the_harder_never_easier(tally):
    found = {each.decision.majority: each.decision.outcome for each in what_if(tally, ADOPTED, present=tally.members)}
    assert tuple(found) == ALTERNATIVES
    simple, two_thirds, simple_voted, two_thirds_voted, simple_all, two_thirds_all = found.values()
    for easier, harder in (
        (simple, two_thirds),
        (simple, simple_voted),
        (two_thirds, two_thirds_voted),
        (simple_voted, simple_all),
        (two_thirds_voted, two_thirds_all),
    ):
        assert not (harder is ADOPTED and easier is not ADOPTED)
    assert found[Majority.SIMPLE] is simple
