from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.strategies import choices
from unsim.resolutions import read_resolutions
from unsim.rules.agreement import Agreement, agreed, by_group, of_members, with_record
from unsim.rules.choices import Choice

YES, NO, ABSTAIN, ABSENT = Choice


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        (YES, YES, True),
        (ABSTAIN, ABSTAIN, True),
        (YES, NO, False),
        (YES, ABSTAIN, False),
        (YES, ABSENT, None),
        (ABSENT, ABSENT, None),
        (YES, None, None),
        (None, None, None),
    ],
)
def test_two_votes(one, other, result):
    assert agreed(one, other) is result
    assert agreed(other, one) is result


def test_over_several_roll_calls():
    roll_calls = [{"A": YES, "B": YES}, {"A": YES, "B": NO}, {"A": ABSENT, "B": NO}, {"A": YES}]
    assert of_members("A", "B", roll_calls) == Agreement(1, 2)
    assert of_members("A", "B", roll_calls).share == Fraction(1, 2)


def test_nothing_in_common_has_no_share():
    assert of_members("A", "C", [{"A": YES}]).share is None


def test_known_from_the_nine_votes_on_ukraine():
    """Counted by hand from the table of the nine roll calls."""
    votes = [text.roll_call.votes for text in read_resolutions() if text.roll_call and text.body == "assembly"]
    assert len(votes) == 9
    assert of_members("FRA", "DEU", votes) == Agreement(9, 9)
    assert of_members("USA", "RUS", votes) == Agreement(1, 9)


def test_a_class_beside_the_record_and_by_group():
    here = {"FRA": YES, "DEU": NO, "IND": ABSTAIN, "NAM": ABSENT}
    real = {"FRA": YES, "DEU": YES, "IND": ABSTAIN, "NAM": ABSTAIN, "USA": YES}
    assert with_record(here, real) == Agreement(2, 3)
    groups = {"FRA": "West", "DEU": "West", "IND": "Asia", "NAM": "Africa"}
    assert by_group(here, real, groups) == {
        "Africa": Agreement(0, 0),
        "Asia": Agreement(1, 1),
        "West": Agreement(1, 2),
    }


def test_a_member_without_a_group():
    with pytest.raises(KeyError):
        by_group({"FRA": YES}, {}, {})


@given(st.lists(st.fixed_dictionaries({"A": choices, "B": choices})))
def test_it_is_mutual_and_never_more_than_all(roll_calls):
    agreement = of_members("A", "B", roll_calls)
    assert agreement == of_members("B", "A", roll_calls)
    assert 0 <= agreement.agreed <= agreement.compared <= len(roll_calls)
    itself = of_members("A", "A", roll_calls)
    assert itself.agreed == itself.compared


@given(st.dictionaries(st.sampled_from("ABCDEF"), choices), st.dictionaries(st.sampled_from("ABCDEF"), choices))
def test_the_groups_add_up_to_the_whole(here, real):
    groups = dict(zip("ABCDEF", "112233", strict=True))
    parts = by_group(here, real, groups).values()
    whole = with_record(here, real)
    assert (sum(part.agreed for part in parts), sum(part.compared for part in parts)) == (whole.agreed, whole.compared)
