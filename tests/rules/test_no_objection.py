import pytest

from unsim.rules.attendance import quorum
from unsim.rules.decision import NoQuorum
from unsim.rules.no_objection import WithoutAVote, without_a_vote
from unsim.rules.refusals import Reason, RuledOut

VOTERS = ("FRA", "IND", "NAM")


@pytest.mark.parametrize(
    ("objections", "result"),
    [((), WithoutAVote.ADOPTED), (("IND",), WithoutAVote.VOTE), (("IND", "NAM"), WithoutAVote.VOTE)],
)
def test_one_objection_leads_to_a_vote(objections, result):
    assert without_a_vote(objections, VOTERS, quorum(3, 2)) is result


def test_an_observer_cannot_stop_it():
    with pytest.raises(RuledOut) as refused:
        without_a_vote(("VAT",), VOTERS, quorum(3, 3))
    assert (refused.value.reason, refused.value.values) == (Reason.NOT_A_VOTER, {"name": "VAT"})


def test_without_a_quorum_silence_adopts_nothing():
    with pytest.raises(NoQuorum):
        without_a_vote((), VOTERS, quorum(3, 1))
