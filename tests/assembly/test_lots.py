from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.assembly.lots import ALWAYS, places, sample
from unsim.members import all_members

GROUPS = {member.iso3: member.regional_group for member in all_members()}
sizes = st.integers(1, 193)
seeds = st.integers(0, 2**32)


@given(sizes, seeds)
def test_a_sample_has_its_size_and_whom_the_story_needs(size, seed):
    drawn = sample(GROUPS, size, Random(seed))
    assert len(drawn) == len(set(drawn)) == size
    assert drawn[: len(ALWAYS)] == list(ALWAYS[:size])


@given(st.integers(20, 193), seeds)
def test_a_sample_mirrors_the_regional_groups(size, seed):
    drawn = Counter(GROUPS[code] for code in sample(GROUPS, size, Random(seed)))
    whole = Counter(GROUPS.values())
    # The seven of the story weigh two groups up; the others follow their share.
    for group, number in whole.items():
        assert abs(drawn[group] - number * size / len(GROUPS)) <= 4, group


def test_the_lot_decides():
    assert sample(GROUPS, 30, Random(1)) != sample(GROUPS, 30, Random(2))
    assert sample(GROUPS, 30, Random(1)) == sample(GROUPS, 30, Random(1))


@pytest.mark.parametrize("size", [0, -1, 194])
def test_no_such_sample(size):
    with pytest.raises(ValueError, match="of 193"):
        sample(GROUPS, size, Random(1))


@given(st.integers(0, 12), st.dictionaries(st.sampled_from("ABCDEF"), st.integers(1, 2)), seeds)
def test_everybody_gets_a_seat_as_long_as_there_is_one(people, free, seed):
    seats = places(free, sorted(free), range(people), Random(seed))
    assert len(seats) == min(people, sum(free.values()))
    taken = Counter(seats.values())
    assert all(taken[code] <= free[code] for code in taken)


def test_nobody_shares_before_everybody_else_sits_alone():
    seats = places({"A": 2, "B": 2, "C": 1}, "ABC", ["x", "y"], Random(3))
    assert sorted(seats.values()) == ["A", "B"]
    seats = places({"A": 1, "B": 2}, "AB", ["x"], Random(3))
    assert list(seats.values()) == ["B"], "A is half full, B is empty"
