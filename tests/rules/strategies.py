"""Votes and tallies for the laws."""

from hypothesis import strategies as st

from unsim.rules.choices import Choice
from unsim.rules.majority import Basis, Majority, Threshold
from unsim.rules.tally import Tally

numbers = st.integers(min_value=0, max_value=200)
choices = st.sampled_from(list(Choice))
votes = st.lists(choices, max_size=200)
majorities = st.sampled_from(list(Majority))
tallies = st.builds(Tally, yes=numbers, no=numbers, abstain=numbers, absent=numbers)
# Everybody votes, so there is always a quorum (but for the empty hall).
full_tallies = st.builds(Tally, yes=numbers, no=numbers, abstain=numbers).filter(lambda tally: tally.members > 0)

shares = st.builds(Threshold, st.integers(51, 99), st.just(100), st.booleans(), st.sampled_from(list(Basis)))
any_majorities = st.one_of(majorities, shares, st.sampled_from([Threshold(1, 2, True, basis) for basis in Basis]))
