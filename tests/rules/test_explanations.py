import pytest

from unsim.rules.choices import Choice
from unsim.rules.explanations import Correction, Moment, corrected, why_not_explain
from unsim.rules.procedure import Method
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL, edited
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.tally import count

BEFORE, DURING, AFTER = Moment
COSPONSORS_TOO = edited(GENERAL_ASSEMBLY, cosponsors_explain=True)
SPONSORS = ("UKR", "ALB")


@pytest.mark.parametrize(
    ("profile", "delegation", "method", "moment", "reason"),
    [
        (GENERAL_ASSEMBLY, "IND", Method.RECORDED, BEFORE, None),
        (GENERAL_ASSEMBLY, "IND", Method.RECORDED, AFTER, None),
        (GENERAL_ASSEMBLY, "IND", Method.HANDS, AFTER, None),
        (GENERAL_ASSEMBLY, "IND", Method.RECORDED, DURING, Reason.NOT_NOW),
        (GENERAL_ASSEMBLY, "IND", Method.SECRET, BEFORE, Reason.SECRET),
        (GENERAL_ASSEMBLY, "IND", Method.SECRET, AFTER, Reason.SECRET),
        (GENERAL_ASSEMBLY, "UKR", Method.RECORDED, BEFORE, Reason.OWN_TEXT),
        (GENERAL_ASSEMBLY, "ALB", Method.RECORDED, AFTER, Reason.OWN_TEXT),
        (COSPONSORS_TOO, "UKR", Method.RECORDED, BEFORE, Reason.OWN_TEXT),
        (COSPONSORS_TOO, "ALB", Method.RECORDED, BEFORE, None),
        (SECURITY_COUNCIL, "IND", Method.RECORDED, BEFORE, None),
        (MODEL_UN, "IND", Method.RECORDED, AFTER, Reason.NO_EXPLANATIONS),
    ],
)
def test_who_may_explain_its_vote(profile, delegation, method, moment, reason):
    why = why_not_explain(profile, delegation, SPONSORS, method, moment)
    assert (why and why.reason) == reason


def test_without_sponsors_everybody_may():
    assert why_not_explain(GENERAL_ASSEMBLY, "UKR", (), Method.RECORDED, BEFORE) is None


VOTES = {"FRA": Choice.YES, "IND": Choice.ABSTAIN, "VEN": Choice.ABSENT}


def test_a_correction_is_noted_and_the_tally_stays():
    before = count(VOTES.values())
    correction = corrected(VOTES, "VEN", Choice.NO, method=Method.RECORDED, moment=AFTER)
    assert correction == Correction("VEN", cast=Choice.ABSENT, intended=Choice.NO)
    assert count(VOTES.values()) == before


@pytest.mark.parametrize(
    ("delegation", "intended", "method", "moment", "reason"),
    [
        ("FRA", Choice.YES, Method.RECORDED, AFTER, Reason.SAME_VOTE),
        ("FRA", Choice.NO, Method.RECORDED, DURING, Reason.VOTE_NOT_OVER),
        ("FRA", Choice.NO, Method.SECRET, AFTER, Reason.NO_NAMES),
        ("FRA", Choice.NO, Method.HANDS, AFTER, Reason.NO_NAMES),
        ("NAM", Choice.NO, Method.ROLL_CALL, AFTER, Reason.NOT_A_VOTER),
    ],
)
def test_a_correction_that_cannot_be_noted(delegation, intended, method, moment, reason):
    with pytest.raises(RuledOut) as refused:
        corrected(VOTES, delegation, intended, method=method, moment=moment)
    assert refused.value.reason is reason
