import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.strategies import choices, votes
from unsim.rules.choices import Choice
from unsim.rules.tally import Tally, count, count_by_delegation, least_moved

YES, NO, ABSTAIN, ABSENT = Choice


def test_the_numbers_of_12_october_2022():
    tally = Tally(yes=143, no=5, abstain=35, absent=10)
    assert (tally.present_and_voting, tally.voted, tally.members) == (148, 183, 193)


@pytest.mark.parametrize("numbers", [(-1, 0, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, -1)])
def test_no_number_is_negative(numbers):
    with pytest.raises(ValueError, match="negative"):
        Tally(*numbers)


def test_count():
    assert count([YES, NO, YES, ABSTAIN, ABSENT, YES]) == Tally(3, 1, 1, 1)
    assert count([]) == Tally(0, 0, 0, 0)


@given(votes)
def test_count_conserves_members(cast):
    assert count(cast).members == len(cast)


@given(votes, st.randoms())
def test_order_never_matters(cast, random):
    shuffled = random.sample(cast, len(cast))
    assert count(shuffled) == count(cast)


def test_a_delegation_without_a_vote_is_absent():
    assert count_by_delegation({"FRA": YES, "IND": ABSTAIN}, ["FRA", "IND", "VEN"]) == Tally(1, 0, 1, 1)


def test_a_delegation_counts_once_however_often_the_electorate_names_it():
    assert count_by_delegation({"FRA": YES}, ["FRA", "FRA"]) == Tally(1, 0, 0, 0)


def test_a_vote_from_outside_the_electorate_is_refused():
    with pytest.raises(ValueError, match="PSE"):
        count_by_delegation({"FRA": YES, "PSE": YES}, ["FRA"])


@given(st.dictionaries(st.integers(0, 50), choices), st.sets(st.integers(0, 50)))
def test_every_delegation_is_counted_once(cast, others):
    electorate = others | cast.keys()
    tally = count_by_delegation(cast, electorate)
    assert tally.members == len(electorate)
    assert tally.yes == list(cast.values()).count(YES)


@pytest.mark.parametrize(
    ("open_", "secret", "moved"),
    [
        (Tally(10, 5, 3, 2), Tally(10, 5, 3, 2), 0),
        (Tally(10, 5, 3, 2), Tally(5, 10, 3, 2), 5),
        (Tally(10, 5, 3, 2), Tally(7, 6, 5, 2), 3),
        (Tally(10, 0, 0, 10), Tally(10, 10, 0, 0), 10),
        (Tally(20, 0, 0, 0), Tally(0, 0, 20, 0), 20),
    ],
)
def test_least_moved(open_, secret, moved):
    assert least_moved(open_, secret) == least_moved(secret, open_) == moved


def test_two_electorates_cannot_be_compared():
    with pytest.raises(ValueError, match="electorate"):
        least_moved(Tally(1, 0, 0), Tally(1, 0, 0, 1))


@given(st.lists(st.tuples(choices, choices), max_size=50))
def test_never_more_than_really_moved(pairs):
    before, after = count(pair[0] for pair in pairs), count(pair[1] for pair in pairs)
    assert 0 <= least_moved(before, after) <= sum(first != second for first, second in pairs)
