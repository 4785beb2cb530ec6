import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.amendments import Amendments, AmendmentStatus
from unsim.rules.refusals import Reason, RuledOut

PENDING, ADOPTED, ACCEPTED, REJECTED, NOT_PUT, WITHDRAWN = AmendmentStatus


@pytest.fixture
def three() -> Amendments:
    return Amendments().submit("A", "FRA").submit("B", "IND").submit("C", "NAM")


def statuses(amendments: Amendments) -> dict[str, AmendmentStatus]:
    return {each.name: each.status for each in amendments.all}


def refused(reason: Reason):
    return pytest.raises(RuledOut, match=f"^{reason}")


def test_several_need_the_president_s_order(three):
    assert not three.in_order
    ranked = three.rank(["C", "A", "B"])
    assert ranked.in_order
    assert [each.name for each in ranked.pending] == ["C", "A", "B"]
    assert ranked.next.name == "C"


def test_one_alone_needs_none():
    assert Amendments().in_order
    assert Amendments().submit("A", "FRA").in_order


def test_one_that_comes_later_makes_a_new_order_necessary(three):
    assert not three.rank(["C", "A", "B"]).submit("D", "FRA").in_order


@pytest.mark.parametrize("names", [[], ["A", "B"], ["A", "B", "C", "D"], ["A", "B", "B"], ["A", "B", "C", "C"]])
def test_the_order_names_each_once(three, names):
    with refused(Reason.BAD_RANKING):
        three.rank(names)


def test_adopting_one_may_exclude_others(three):
    ranked = three.exclude("A", ["C"]).rank(["A", "B", "C"])
    assert statuses(ranked.settle("A", adopted=True)) == {"A": ADOPTED, "B": PENDING, "C": NOT_PUT}


def test_rejecting_one_excludes_nothing(three):
    ranked = three.exclude("A", ["C"]).rank(["A", "B", "C"])
    assert statuses(ranked.settle("A", adopted=False)) == {"A": REJECTED, "B": PENDING, "C": PENDING}


def test_what_was_decided_before_is_not_excluded(three):
    ranked = three.exclude("B", ["A"]).rank(["A", "B", "C"])
    assert statuses(ranked.settle("A", adopted=True).settle("B", adopted=True))["A"] is ADOPTED


def test_an_amendment_does_not_exclude_itself(three):
    assert three.exclude("A", ["A", "B"]).all[0].excludes == {"B"}


def test_a_friendly_amendment_needs_every_sponsor(three):
    with refused(Reason.NOT_FRIENDLY):
        three.accept("A", ["UKR"], ["UKR", "ALB"])
    with refused(Reason.NOT_FRIENDLY):
        three.accept("A", ["UKR"], [])
    accepted = three.exclude("A", ["B"]).accept("A", ["UKR", "ALB", "FRA"], ["UKR", "ALB"])
    assert statuses(accepted) == {"A": ACCEPTED, "B": NOT_PUT, "C": PENDING}
    assert [each.name for each in accepted.in_the_text] == ["A"]


def test_who_proposed_it_may_withdraw_it(three):
    with refused(Reason.NOT_THE_MOVER):
        three.withdraw("A", "IND")
    assert statuses(three.withdraw("A", "FRA"))["A"] is WITHDRAWN


def test_a_name_is_given_once(three):
    with refused(Reason.SAME_NAME):
        three.submit("A", "IND")


@pytest.mark.parametrize(
    "step",
    [
        lambda amendments: amendments.settle("D", adopted=True),
        lambda amendments: amendments.settle("D", adopted=False),
        lambda amendments: amendments.withdraw("D", "FRA"),
        lambda amendments: amendments.accept("D", ["UKR"], ["UKR"]),
        lambda amendments: amendments.exclude("D", ["A"]),
        lambda amendments: amendments.exclude("A", ["D"]),
        lambda amendments: amendments.withdraw("A", "FRA").settle("A", adopted=True),
    ],
)
def test_what_is_not_before_the_meeting(three, step):
    with refused(Reason.UNKNOWN):
        step(three)


@given(st.permutations("ABCDE"), st.data())
def test_each_is_decided_once_and_in_the_president_s_order(order, data):
    amendments = Amendments()
    for name in "ABCDE":
        amendments = amendments.submit(name, "FRA")
    for name in "ABCDE":
        amendments = amendments.exclude(name, data.draw(st.sets(st.sampled_from("ABCDE"))))
    amendments = amendments.rank(order)
    put = []
    while amendments.next:
        put.append(amendments.next.name)
        amendments = amendments.settle(amendments.next.name, adopted=data.draw(st.booleans()))
    assert put == [name for name in order if name in put]
    assert all(statuses(amendments)[name] is NOT_PUT for name in set("ABCDE") - set(put))
    excluded = set().union(*(each.excludes for each in amendments.in_the_text))
    assert {name for name, status in statuses(amendments).items() if status is NOT_PUT} <= excluded
