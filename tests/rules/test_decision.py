from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rules.strategies import any_majorities, full_tallies, numbers
from unsim.rules.decision import Decision, NoQuorum, Outcome, Rule, after_second_vote, decide, decide_council
from unsim.rules.majority import MAJORITY_OF_MEMBERS, Basis, Majority, Threshold, share_of
from unsim.rules.tally import Tally

ADOPTED, REJECTED, EQUALLY_DIVIDED = Outcome
SIMPLE, TWO_THIRDS = Majority


@pytest.mark.parametrize(
    ("tally", "majority", "outcome", "needed", "rule"),
    [
        (Tally(143, 5, 35, 10), TWO_THIRDS, ADOPTED, 99, Rule.IMPORTANT_QUESTION),
        (Tally(61, 40, 7), TWO_THIRDS, REJECTED, 68, Rule.IMPORTANT_QUESTION),
        (Tally(61, 40, 7), SIMPLE, ADOPTED, 51, Rule.SIMPLE_MAJORITY),
        (Tally(40, 61, 7), SIMPLE, REJECTED, 51, Rule.SIMPLE_MAJORITY),
        (Tally(2, 1, 0), TWO_THIRDS, ADOPTED, 2, Rule.IMPORTANT_QUESTION),
        (Tally(5, 5, 0), SIMPLE, EQUALLY_DIVIDED, 6, Rule.EQUALLY_DIVIDED),
        (Tally(5, 5, 0), TWO_THIRDS, REJECTED, 7, Rule.IMPORTANT_QUESTION),
        (Tally(0, 0, 9), SIMPLE, REJECTED, 1, Rule.SIMPLE_MAJORITY),
        (Tally(0, 0, 9), TWO_THIRDS, REJECTED, 1, Rule.IMPORTANT_QUESTION),
        (Tally(1, 0, 9), SIMPLE, ADOPTED, 1, Rule.SIMPLE_MAJORITY),
    ],
)
def test_the_assembly(tally, majority, outcome, needed, rule):
    assert decide(tally, majority) == Decision(outcome, tally, majority, needed, rule)


@pytest.mark.parametrize(
    ("tally", "majority", "outcome", "needed"),
    [
        (Tally(60, 40, 7), Threshold(3, 5), ADOPTED, 60),
        (Tally(59, 41, 7), Threshold(3, 5), REJECTED, 60),
        (Tally(96, 1, 96), MAJORITY_OF_MEMBERS, REJECTED, 97),
        (Tally(97, 96, 0), MAJORITY_OF_MEMBERS, ADOPTED, 97),
        (Tally(5, 5, 0), MAJORITY_OF_MEMBERS, REJECTED, 6),
        (Tally(10, 0, 10), Threshold(1, 2, more=True, of=Basis.VOTED), REJECTED, 11),
    ],
)
def test_majorities_of_a_meeting_s_own(tally, majority, outcome, needed):
    assert decide(tally, majority) == Decision(outcome, tally, majority, needed, Rule.OWN)


def test_the_motion_for_a_recorded_vote_of_10_october_2022_carries():
    assert decide(Tally(107, 13, 39, 34), SIMPLE).outcome is ADOPTED


def test_the_motion_to_reconsider_of_10_october_2022_fails():
    assert decide(Tally(16, 104, 34, 39), TWO_THIRDS).outcome is REJECTED


def test_a_second_equal_vote_rejects_by_the_same_rule():
    first = decide(Tally(5, 5, 0), SIMPLE)
    assert after_second_vote(first) == replace(first, outcome=REJECTED)
    adopted = decide(Tally(6, 5, 0), SIMPLE)
    assert after_second_vote(adopted) == adopted


def test_no_quorum_no_decision():
    with pytest.raises(NoQuorum, match="96 of 193 members are present; a decision takes 97") as refused:
        decide(Tally(90, 6, 0, 97), SIMPLE)
    assert (refused.value.members, refused.value.present, refused.value.to_decide) == (193, 96, 97)


def test_those_present_who_do_not_vote_count_to_the_quorum():
    assert decide(Tally(90, 6, 0, 97), SIMPLE, present=97).outcome is ADOPTED


def test_nobody_at_all_is_no_quorum():
    with pytest.raises(NoQuorum):
        decide(Tally(0, 0, 0), SIMPLE)


@pytest.mark.parametrize("present", [9, 21, -1])
def test_impossible_attendance_is_refused(present):
    with pytest.raises(ValueError, match="present"):
        decide(Tally(6, 4, 0, 10), SIMPLE, present=present)


@given(full_tallies, any_majorities, numbers)
def test_abstentions_never_change_the_outcome_among_those_present_and_voting(tally, majority, more):
    assume(share_of(majority).of is Basis.VOTING)
    assert decide(replace(tally, abstain=tally.abstain + more), majority).outcome is decide(tally, majority).outcome


@given(full_tallies, any_majorities)
def test_one_more_in_favour_never_undoes_an_adoption(tally, majority):
    assume(decide(tally, majority).outcome is ADOPTED)
    assert decide(replace(tally, yes=tally.yes + 1), majority).outcome is ADOPTED


@given(full_tallies, any_majorities)
def test_one_more_against_never_makes_an_adoption(tally, majority):
    assume(decide(tally, majority).outcome is not ADOPTED)
    assert decide(replace(tally, no=tally.no + 1), majority).outcome is not ADOPTED


@given(full_tallies)
def test_two_thirds_is_never_easier_than_simple(tally):
    if decide(tally, TWO_THIRDS).outcome is ADOPTED:
        assert decide(tally, SIMPLE).outcome is ADOPTED


@pytest.mark.parametrize(
    ("tally", "vetoes", "procedural", "outcome", "barred"),
    [
        (Tally(11, 1, 3), ["RUS"], False, REJECTED, 1),
        (Tally(11, 1, 3), ["RUS"], True, ADOPTED, 0),
        (Tally(10, 1, 4), 1, False, REJECTED, 1),
        (Tally(11, 1, 3), 0, False, ADOPTED, 0),
        (Tally(9, 6, 0), 0, False, ADOPTED, 0),
        (Tally(8, 0, 7), 0, False, REJECTED, 0),
        (Tally(8, 2, 5), 2, True, REJECTED, 0),
        (Tally(9, 0, 1, 5), (), False, ADOPTED, 0),
        (Tally(0, 0, 15), 0, False, REJECTED, 0),
    ],
)
def test_the_council(tally, vetoes, procedural, outcome, barred):
    rule = Rule.PROCEDURAL if procedural else Rule.SUBSTANTIVE
    expected = Decision(outcome, tally, None, 9, rule, barred)
    assert decide_council(tally, vetoes=vetoes, procedural=procedural) == expected


def test_the_council_knows_no_tie():
    assert decide_council(Tally(7, 7, 1), vetoes=0, procedural=True).outcome is REJECTED


def test_a_permanent_member_named_twice_vetoes_once():
    assert decide_council(Tally(10, 1, 4), vetoes=["RUS", "RUS"], procedural=False).vetoes == 1


@pytest.mark.parametrize(
    ("tally", "vetoes"), [(Tally(16, 0, 0), 0), (Tally(15, 0, 0), 1), (Tally(5, 6, 0), 6), (Tally(5, 6, 0), -1)]
)
def test_impossible_votes_of_the_council_are_refused(tally, vetoes):
    with pytest.raises(ValueError, match=r"Council|permanent"):
        decide_council(tally, vetoes=vetoes, procedural=False)


@given(st.integers(0, 15), st.integers(0, 15))
def test_without_a_veto_nine_votes_decide(yes, no):
    assume(yes + no <= 15)
    tally = Tally(yes, no, 15 - yes - no)
    outcome = decide_council(tally, vetoes=0, procedural=False).outcome
    assert outcome is (ADOPTED if yes >= 9 else REJECTED)
    assert outcome is decide_council(tally, vetoes=min(no, 5), procedural=True).outcome
