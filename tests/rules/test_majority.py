from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.strategies import any_majorities, majorities, numbers, tallies
from unsim.rules.majority import (
    MAJORITY_OF_MEMBERS,
    TWO_THIRDS_OF_MEMBERS,
    Basis,
    Majority,
    Threshold,
    carries,
    majority_named,
    needed,
    reached,
    share_of,
    votes_needed,
)
from unsim.rules.tally import Tally


@pytest.mark.parametrize(
    ("majority", "present_and_voting", "votes"),
    [
        (Majority.TWO_THIRDS, 148, 99),
        (Majority.TWO_THIRDS, 101, 68),
        (Majority.TWO_THIRDS, 3, 2),
        (Majority.TWO_THIRDS, 1, 1),
        (Majority.TWO_THIRDS, 0, 1),
        (Majority.SIMPLE, 101, 51),
        (Majority.SIMPLE, 100, 51),
        (Majority.SIMPLE, 1, 1),
        (Majority.SIMPLE, 0, 1),
    ],
)
def test_needed(majority, present_and_voting, votes):
    assert needed(majority, present_and_voting) == votes


@pytest.mark.parametrize(
    ("majority", "yes", "no", "carried"),
    [
        (Majority.TWO_THIRDS, 2, 1, True),
        (Majority.TWO_THIRDS, 66, 34, False),
        (Majority.TWO_THIRDS, 67, 33, True),
        (Majority.TWO_THIRDS, 0, 0, False),
        (Majority.TWO_THIRDS, 1, 0, True),
        (Majority.SIMPLE, 5, 5, False),
        (Majority.SIMPLE, 6, 5, True),
        (Majority.SIMPLE, 0, 0, False),
        (Majority.SIMPLE, 1, 0, True),
    ],
)
def test_carries(majority, yes, no, carried):
    assert carries(majority, yes, no) is carried


@given(numbers, numbers)
def test_two_thirds_in_whole_numbers_is_two_thirds_in_fractions(yes, no):
    share = Fraction(yes, yes + no) if yes + no else Fraction(0)
    assert carries(Majority.TWO_THIRDS, yes, no) is (share >= Fraction(2, 3))


@given(majorities, numbers, numbers)
def test_carried_is_the_number_needed_reached(majority, yes, no):
    assert carries(majority, yes, no) is (yes >= needed(majority, yes + no))


@pytest.mark.parametrize(
    ("majority", "tally", "least"),
    [
        (Threshold(3, 5), Tally(60, 40, 7), 60),
        (Threshold(3, 5), Tally(60, 41, 7), 61),
        (Threshold(3, 5, more=True), Tally(60, 40, 7), 61),
        (Threshold(3, 4), Tally(0, 0, 0), 1),
        (Threshold(1, 1), Tally(9, 1, 5), 10),
        (MAJORITY_OF_MEMBERS, Tally(96, 1, 0, 96), 97),
        (TWO_THIRDS_OF_MEMBERS, Tally(128, 1, 0, 64), 129),
        (Threshold(1, 2, more=True, of=Basis.VOTED), Tally(94, 14, 73, 12), 91),
        (Threshold(2, 3, of=Basis.VOTED), Tally(94, 14, 73, 12), 121),
    ],
)
def test_other_shares(majority, tally, least):
    assert votes_needed(majority, tally) == least
    assert reached(majority, tally) is (tally.yes >= least)


@pytest.mark.parametrize("share", [(1, 3), (49, 100), (3, 2), (0, 1), (1, 0), (-2, -3), (2, -3)])
def test_no_share_below_a_half_or_above_the_whole(share):
    with pytest.raises(ValueError, match="no share"):
        Threshold(*share)


def test_a_share_that_an_equal_vote_would_reach_or_that_none_can():
    with pytest.raises(ValueError, match="an equal vote would carry; write >1/2"):
        Threshold(1, 2)
    with pytest.raises(ValueError, match="never be reached"):
        Threshold(1, 1, more=True)


@pytest.mark.parametrize(
    ("text", "majority"),
    [
        ("simple", Majority.SIMPLE),
        ("two_thirds", Majority.TWO_THIRDS),
        (">1/2", Majority.SIMPLE),
        ("2/3", Majority.TWO_THIRDS),
        ("4/6", Majority.TWO_THIRDS),
        ("3/5", Threshold(3, 5)),
        (">1/2 members", MAJORITY_OF_MEMBERS),
        ("2/3 members", TWO_THIRDS_OF_MEMBERS),
        ("2/3 voted", Threshold(2, 3, of=Basis.VOTED)),
        ("1/1", Threshold(1, 1)),
    ],
)
def test_majorities_as_they_are_written(text, majority):
    assert majority_named(text) == majority


@pytest.mark.parametrize(
    "text", ["", "most", "1/2", "1/3", "2 / 3", "-2/3", "2/3 people", "2/0", ">1/1", "0.66", "2/3\n"]
)
def test_what_is_no_majority(text):
    with pytest.raises(ValueError, match=r"majority|share|vote|reached"):
        majority_named(text)


@given(any_majorities)
def test_a_majority_is_read_as_it_was_written(majority):
    read = majority_named(str(majority))
    assert share_of(read).share == share_of(majority).share
    assert (share_of(read).more, share_of(read).of) == (share_of(majority).more, share_of(majority).of)


@given(any_majorities, tallies)
def test_a_share_in_whole_numbers_is_that_share_in_fractions(majority, tally):
    share = share_of(majority)
    counted = share.counted(tally)
    over = tally.yes > share.share * counted if share.more else tally.yes >= share.share * counted
    assert reached(majority, tally) is (over and tally.yes > 0)


@given(any_majorities, tallies, st.integers(1, 5))
def test_one_who_changes_to_yes_never_undoes_it(majority, tally, changed):
    if reached(majority, tally) and tally.no >= changed:
        assert reached(majority, Tally(tally.yes + changed, tally.no - changed, tally.abstain, tally.absent))


@given(any_majorities, tallies)
def test_never_both_a_text_and_its_opposite(majority, tally):
    opposite = Tally(tally.no, tally.yes, tally.abstain, tally.absent)
    assert not (reached(majority, tally) and reached(majority, opposite))
