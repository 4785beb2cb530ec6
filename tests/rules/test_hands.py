import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.hands import show_of_hands, together
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.tally import Tally


@pytest.mark.parametrize(
    ("present", "counted_present", "surplus"), [(20, 20, 0), (15, 15, 0), (14, 15, 1), (0, 15, 15)]
)
def test_more_hands_than_present_is_a_warning(present, counted_present, surplus):
    count = show_of_hands(yes=8, no=5, abstain=2, present=present, members=20)
    assert count == (Tally(8, 5, 2, 5), counted_present, surplus)


def test_more_hands_than_members_is_no_count():
    with pytest.raises(RuledOut) as refused:
        show_of_hands(yes=18, no=2, abstain=1, present=20, members=20)
    assert (refused.value.reason, refused.value.values) == (Reason.TOO_MANY_HANDS, {"hands": 21, "members": 20})


def test_no_hands_below_none():
    with pytest.raises(ValueError, match="negative"):
        show_of_hands(yes=-1, no=2, abstain=0, present=20, members=20)


def test_hands_in_the_hall_and_on_devices():
    count = together(Tally(3, 1, 0), Tally(4, 2, 1), present=9, members=20)
    assert count == (Tally(7, 3, 1, 9), 11, 2)


@given(*[st.integers(0, 40)] * 5)
def test_the_tally_is_over_all_members_and_never_more_vote_than_are_present(yes, no, abstain, present, more):
    members = max(yes + no + abstain, present) + more
    count = show_of_hands(yes=yes, no=no, abstain=abstain, present=present, members=members)
    assert count.tally.members == members
    assert count.tally.voted <= count.present <= members
    assert (count.surplus > 0) is (count.tally.voted > present)
