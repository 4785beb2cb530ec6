import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.motion_table import ASSEMBLY_ORDER, COUNCIL_ORDER, MODEL_UN_ORDER, POINTS, RULES
from unsim.rules.motions import (
    METHODS,
    Effect,
    MotionKind,
    Moved,
    Stage,
    Way,
    by_precedence,
    precedes,
    put_next,
    rank,
)

K = MotionKind

# The table of the rules: kind, rule, speakers for and against, whether the mover speaks too, what decides it.
BY_THE_BOOK = [
    (K.POINT_OF_ORDER, "rule 71", 0, 0, False, Way.RULING, None),
    (K.APPEAL, "rule 71", 0, 0, False, Way.VOTE, "simple"),
    (K.SUSPEND_MEETING, "rule 76", 0, 0, False, Way.VOTE, "simple"),
    (K.ADJOURN_MEETING, "rule 76", 0, 0, False, Way.VOTE, "simple"),
    (K.ADJOURN_DEBATE, "rule 74", 2, 2, True, Way.VOTE, "simple"),
    (K.CLOSE_DEBATE, "rule 75", 0, 2, False, Way.VOTE, "simple"),
    (K.COMPETENCE, "rule 79", None, None, False, Way.VOTE, "simple"),
    (K.TIME_LIMIT, "rule 72", 2, 2, False, Way.VOTE, "simple"),
    (K.CLOSE_LIST, "rule 73", 0, 0, False, Way.UNLESS_OBJECTED, "simple"),
    (K.DIVISION, "rule 89", 2, 2, False, Way.UNLESS_OBJECTED, "simple"),
    (K.RECONSIDER, "rule 81", 0, 2, False, Way.VOTE, "two_thirds"),
    (K.RECORDED_VOTE, "rule 87", 0, 0, False, Way.REQUEST, "simple"),
    (K.ROLL_CALL, "rule 87", 0, 0, False, Way.REQUEST, "simple"),
    (K.SECRET_BALLOT, "no rule (rule 88 mentions it)", None, None, False, Way.VOTE, "simple"),
    (K.AMENDMENT, "rule 90", None, None, False, Way.SUBMITTED, None),
    (K.VOTE_ON_NEXT, "rule 91", None, None, False, Way.VOTE, "simple"),
]


@pytest.mark.parametrize("line", BY_THE_BOOK, ids=lambda line: line[0])
def test_the_table_of_the_assembly(line):
    kind, *expected, majority = line
    rule = RULES[kind]
    assert [rule.rule, rule.speakers_for, rule.speakers_against, rule.mover_speaks, rule.way] == expected
    assert (rule.majority and str(rule.majority)) == majority


def test_the_assembly_has_exactly_these_and_in_this_order():
    assert tuple(line[0] for line in BY_THE_BOOK) == ASSEMBLY_ORDER


def test_rule_77():
    """Suspend, adjourn, adjourn the debate, close it: after points and appeals, before all else."""
    four = (K.SUSPEND_MEETING, K.ADJOURN_MEETING, K.ADJOURN_DEBATE, K.CLOSE_DEBATE)
    for order in (ASSEMBLY_ORDER, MODEL_UN_ORDER):
        rest = [kind for kind in order if kind not in POINTS and kind is not K.APPEAL]
        assert tuple(rest[:4]) == four


def test_the_council_has_no_closure_of_debate_and_no_reconsideration():
    assert not {K.CLOSE_DEBATE, K.RECONSIDER, K.SECRET_BALLOT} & set(COUNCIL_ORDER)
    assert COUNCIL_ORDER[2:6] == (K.SUSPEND_MEETING, K.ADJOURN_MEETING, K.ADJOURN_DEBATE, K.AMENDMENT)


@pytest.mark.parametrize("kind", K)
def test_every_kind_has_its_line(kind):
    rule = RULES[kind]
    assert rule.stages
    assert rule.debatable is ((rule.speakers_for, rule.speakers_against) != (0, 0))
    assert (rule.effect is Effect.NONE) is (kind in POINTS)


def test_what_may_interrupt_a_speaker():
    assert {kind for kind in K if RULES[kind].interrupts} == {K.POINT_OF_ORDER, K.PERSONAL_PRIVILEGE}


def test_during_the_voting_only_a_point_of_order_and_the_appeal_that_may_follow():
    assert {kind for kind in K if Stage.VOTING in RULES[kind].stages} == {K.POINT_OF_ORDER, K.APPEAL}


def test_what_cannot_be_moved_once_the_debate_is_closed():
    only_in_debate = {kind for kind in K if RULES[kind].stages == {Stage.DEBATE}}
    assert only_in_debate == {
        K.POINT_OF_INFORMATION,
        K.CLOSE_DEBATE,
        K.TIME_LIMIT,
        K.CLOSE_LIST,
        K.AMENDMENT,
        K.UNMODERATED_CAUCUS,
        K.MODERATED_CAUCUS,
    }


def moved(number: int, kind: MotionKind) -> Moved:
    return Moved(number, kind, "FRA")


def test_albania_moved_first_and_so_the_assembly_voted_on_its_motion():
    albania, russia = moved(1, K.RECORDED_VOTE), moved(2, K.SECRET_BALLOT)
    assert put_next(ASSEMBLY_ORDER, [russia, albania]) == albania
    assert put_next(ASSEMBLY_ORDER, [moved(1, K.SECRET_BALLOT), moved(2, K.RECORDED_VOTE)]).kind is K.SECRET_BALLOT


def test_the_last_to_move_the_suspension_is_still_put_first():
    stack = [moved(1, K.CLOSE_DEBATE), moved(2, K.ADJOURN_DEBATE), moved(3, K.SUSPEND_MEETING)]
    assert [each.number for each in by_precedence(ASSEMBLY_ORDER, stack)] == [3, 2, 1]


def test_nothing_was_moved():
    assert put_next(ASSEMBLY_ORDER, []) is None


def test_a_kind_that_the_order_has_not():
    with pytest.raises(ValueError, match="tuple"):
        rank(COUNCIL_ORDER, K.CLOSE_DEBATE)


orders = st.sampled_from([ASSEMBLY_ORDER, MODEL_UN_ORDER]) | st.permutations(list(K)).map(tuple)


@st.composite
def stacks(draw):
    order = draw(orders)
    kinds = draw(st.lists(st.sampled_from(order), max_size=8))
    return order, [moved(number, kind) for number, kind in enumerate(kinds, start=1)]


@given(stacks())
def test_precedence_is_a_total_order(drawn):
    order, stack = drawn
    for one in stack:
        assert not precedes(order, one, one)
        for other in stack:
            if one is not other:
                assert precedes(order, one, other) is not precedes(order, other, one)
            for third in stack:
                if precedes(order, one, other) and precedes(order, other, third):
                    assert precedes(order, one, third)


@given(stacks(), st.randoms())
def test_what_is_put_next_precedes_all_others_however_the_stack_lies(drawn, lot):
    order, stack = drawn
    shuffled = lot.sample(stack, len(stack))
    ranked = by_precedence(order, shuffled)
    assert ranked == by_precedence(order, stack)
    assert put_next(order, shuffled) == (ranked[0] if ranked else None)
    assert all(precedes(order, ranked[0], other) for other in ranked[1:])


@given(stacks())
def test_equals_are_put_in_the_order_moved(drawn):
    order, stack = drawn
    methods = [each.number for each in by_precedence(order, stack) if each.kind in METHODS]
    assert methods == sorted(methods)
