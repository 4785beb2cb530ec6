from dataclasses import replace

import pytest
from hypothesis import given

from tests.rules.strategies import full_tallies
from unsim.rules.decision import NoQuorum, Outcome, Rule
from unsim.rules.floor_state import QuestionOf
from unsim.rules.majority import Majority, Threshold
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import MotionKind
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL, edited
from unsim.rules.question import decide_motion, decide_question
from unsim.rules.tally import Tally

ADOPTED, REJECTED, EQUALLY_DIVIDED = Outcome
AMENDMENT, PART, WHOLE = QuestionOf
K = MotionKind


def on_motion(profile, kind, tally):
    decision = decide_motion(profile, kind, tally, present=tally.members)
    return decision.outcome, decision.rule


@pytest.mark.parametrize(
    ("profile", "kind", "tally", "outcome", "rule"),
    [
        (GENERAL_ASSEMBLY, K.RECORDED_VOTE, Tally(107, 13, 39, 34), ADOPTED, Rule.SIMPLE_MAJORITY),
        (GENERAL_ASSEMBLY, K.RECONSIDER, Tally(16, 104, 34, 39), REJECTED, Rule.RECONSIDERATION),
        (GENERAL_ASSEMBLY, K.RECONSIDER, Tally(104, 52, 34, 3), ADOPTED, Rule.RECONSIDERATION),
        (GENERAL_ASSEMBLY, K.RECONSIDER, Tally(104, 53, 33, 3), REJECTED, Rule.RECONSIDERATION),
        (GENERAL_ASSEMBLY, K.APPEAL, Tally(50, 50, 93), REJECTED, Rule.APPEAL),
        (GENERAL_ASSEMBLY, K.APPEAL, Tally(51, 50, 92), ADOPTED, Rule.APPEAL),
        (GENERAL_ASSEMBLY, K.CLOSE_DEBATE, Tally(60, 50, 83), ADOPTED, Rule.SIMPLE_MAJORITY),
        (GENERAL_ASSEMBLY, K.SUSPEND_MEETING, Tally(50, 50, 93), REJECTED, Rule.SIMPLE_MAJORITY),
        (MODEL_UN, K.CLOSE_DEBATE, Tally(60, 50, 0), REJECTED, Rule.OWN),
        (MODEL_UN, K.CLOSE_DEBATE, Tally(60, 30, 0), ADOPTED, Rule.OWN),
        (MODEL_UN, K.APPEAL, Tally(60, 50, 0), REJECTED, Rule.OWN),
        (SECURITY_COUNCIL, K.SUSPEND_MEETING, Tally(9, 6, 0), ADOPTED, Rule.PROCEDURAL),
        (SECURITY_COUNCIL, K.SUSPEND_MEETING, Tally(8, 0, 7), REJECTED, Rule.PROCEDURAL),
        (SECURITY_COUNCIL, K.APPEAL, Tally(8, 5, 2), REJECTED, Rule.PROCEDURAL),
    ],
)
def test_motions(profile, kind, tally, outcome, rule):
    assert on_motion(profile, kind, tally) == (outcome, rule)


@given(full_tallies)
def test_a_tied_appeal_fails_and_no_motion_is_put_again(tally):
    tied = replace(tally, no=tally.yes)
    for kind in GENERAL_ASSEMBLY.order:
        if GENERAL_ASSEMBLY.rule_of(kind).majority and tied.members:
            assert decide_motion(GENERAL_ASSEMBLY, kind, tied, present=tied.members).outcome is REJECTED


@pytest.mark.parametrize("kind", sorted(POINTS))
def test_a_point_is_not_voted_on(kind):
    with pytest.raises(ValueError, match="not put to the vote"):
        decide_motion(MODEL_UN, kind, Tally(5, 1, 0), present=6)


def test_a_motion_needs_a_quorum():
    with pytest.raises(NoQuorum):
        decide_motion(GENERAL_ASSEMBLY, K.SUSPEND_MEETING, Tally(9, 0, 0, 10), present=9)


@pytest.mark.parametrize(
    ("profile", "important", "of", "tally", "outcome", "rule"),
    [
        (GENERAL_ASSEMBLY, True, WHOLE, Tally(143, 5, 35, 10), ADOPTED, Rule.IMPORTANT_QUESTION),
        (GENERAL_ASSEMBLY, True, WHOLE, Tally(61, 40, 7), REJECTED, Rule.IMPORTANT_QUESTION),
        (GENERAL_ASSEMBLY, True, AMENDMENT, Tally(61, 40, 7), REJECTED, Rule.IMPORTANT_PART),
        (GENERAL_ASSEMBLY, True, PART, Tally(80, 40, 7), ADOPTED, Rule.IMPORTANT_PART),
        (GENERAL_ASSEMBLY, False, WHOLE, Tally(61, 40, 7), ADOPTED, Rule.SIMPLE_MAJORITY),
        (GENERAL_ASSEMBLY, False, AMENDMENT, Tally(61, 40, 7), ADOPTED, Rule.SIMPLE_MAJORITY),
        (GENERAL_ASSEMBLY, False, WHOLE, Tally(5, 5, 0), EQUALLY_DIVIDED, Rule.EQUALLY_DIVIDED),
        (GENERAL_ASSEMBLY, False, AMENDMENT, Tally(5, 5, 0), EQUALLY_DIVIDED, Rule.EQUALLY_DIVIDED),
        (MODEL_UN, True, WHOLE, Tally(61, 40, 7), ADOPTED, Rule.SIMPLE_MAJORITY),
        (MODEL_UN, False, WHOLE, Tally(5, 5, 0), REJECTED, Rule.SIMPLE_MAJORITY),
        (edited(MODEL_UN, majority_for_drafts="3/5"), False, WHOLE, Tally(59, 41, 0), REJECTED, Rule.OWN),
    ],
)
def test_drafts_their_amendments_and_parts(profile, important, of, tally, outcome, rule):
    decision = decide_question(profile, tally, present=tally.members, of=of, important=important)
    assert (decision.outcome, decision.rule) == (outcome, rule)


def test_a_second_tie_rejects():
    tally = Tally(5, 5, 0)
    assert decide_question(GENERAL_ASSEMBLY, tally, present=10, earlier_ties=1).outcome is REJECTED


def test_a_majority_of_the_members_is_one_of_all_that_have_a_seat():
    profile = edited(MODEL_UN, majority_for_drafts=">1/2 members")
    assert decide_question(profile, Tally(96, 0, 0, 97), present=193).outcome is REJECTED
    assert decide_question(profile, Tally(97, 96, 0), present=193).needed == 97


@pytest.mark.parametrize(
    ("tally", "vetoes", "procedural", "outcome"),
    [
        (Tally(11, 1, 3), 1, False, REJECTED),
        (Tally(11, 1, 3), 1, True, ADOPTED),
        (Tally(10, 1, 4), 1, False, REJECTED),
        (Tally(7, 7, 1), 0, False, REJECTED),
    ],
)
def test_the_council(tally, vetoes, procedural, outcome):
    decision = decide_question(SECURITY_COUNCIL, tally, present=15, vetoes=vetoes, procedural=procedural)
    assert decision.outcome is outcome


def test_the_custom_share_is_the_one_used():
    profile = edited(MODEL_UN, majority_to_close_debate="3/4")
    decision = decide_motion(profile, K.CLOSE_DEBATE, Tally(74, 26, 0), present=100)
    assert (decision.majority, decision.needed, decision.outcome) == (Threshold(3, 4), 75, REJECTED)
    assert GENERAL_ASSEMBLY.majority_to_close_debate is Majority.SIMPLE
