import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.members import all_members
from unsim.rules.attendance import Attendance
from unsim.rules.choices import Choice
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, edited
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.roll_call_vote import Answer, RollCallVote, begin, draw
from unsim.rules.tally import count_by_delegation

YES, NO, ABSTAIN, PASS, YES_WITH_RIGHTS, NO_WITH_RIGHTS, SILENT = Answer
MEMBERS = ("FRA", "IND", "NAM", "UKR")
BOUND = {"IND": Attendance.PRESENT_AND_VOTING}
ABSTAINING = edited(MODEL_UN, second_round_may_abstain=True)


def answered(roll_call: RollCallVote, *answers: Answer) -> RollCallVote:
    for answer in answers:
        roll_call = roll_call.answer(roll_call.next_up, answer)
    return roll_call


def refused(reason: Reason):
    return pytest.raises(RuledOut, match=f"^{reason}")


def test_the_assembly_begins_with_the_member_drawn_and_goes_round():
    roll_call = begin(GENERAL_ASSEMBLY, MEMBERS, {}, drawn="NAM")
    assert roll_call.order == ("NAM", "UKR", "FRA", "IND")
    roll_call = answered(roll_call, YES, NO, ABSTAIN, SILENT)
    assert roll_call.complete
    assert roll_call.votes == {
        "NAM": Choice.YES,
        "UKR": Choice.NO,
        "FRA": Choice.ABSTAIN,
        "IND": Choice.ABSENT,
    }


def test_model_un_begins_with_a():
    assert begin(MODEL_UN, MEMBERS, {}).order == MEMBERS


@pytest.mark.parametrize(
    ("profile", "drawn"), [(GENERAL_ASSEMBLY, ""), (GENERAL_ASSEMBLY, "USA"), (MODEL_UN, "NAM"), (MODEL_UN, "USA")]
)
def test_the_lot_is_drawn_where_there_is_one(profile, drawn):
    with pytest.raises(ValueError, match="cannot begin"):
        begin(profile, MEMBERS, {}, drawn=drawn)


def test_the_lot_draws_a_member_and_the_same_one_from_the_same_seed():
    assert draw(MEMBERS, random.Random(3)) == draw(MEMBERS, random.Random(3))
    assert {draw(MEMBERS, random.Random(seed)) for seed in range(50)} == set(MEMBERS)
    with pytest.raises(ValueError, match="nobody"):
        draw((), random.Random(3))


def test_in_the_assembly_nobody_passes_or_has_rights():
    roll_call = begin(GENERAL_ASSEMBLY, MEMBERS, BOUND, drawn="FRA")
    assert roll_call.call().answers == (YES, NO, ABSTAIN, SILENT)
    with refused(Reason.NO_PASSING):
        answered(roll_call, PASS)
    with refused(Reason.NO_RIGHTS):
        answered(roll_call, YES_WITH_RIGHTS)
    assert ABSTAIN in answered(roll_call, YES).call().answers


def test_present_and_voting_may_pass_but_not_abstain():
    roll_call = answered(begin(MODEL_UN, MEMBERS, BOUND), YES)
    assert roll_call.call().member == "IND"
    assert set(roll_call.call().answers) == set(Answer) - {ABSTAIN}
    with refused(Reason.PROMISED_TO_VOTE):
        answered(roll_call, ABSTAIN)


def test_those_that_passed_are_called_again_in_the_same_order():
    roll_call = answered(begin(MODEL_UN, MEMBERS, {}), PASS, YES, PASS)
    assert (roll_call.round, roll_call.next_up) == (1, "UKR")
    roll_call = answered(roll_call, NO)
    assert (roll_call.round, roll_call.next_up, roll_call.complete) == (2, "FRA", False)
    assert "FRA" not in roll_call.votes
    roll_call = answered(roll_call, NO, YES)
    assert roll_call.complete
    assert roll_call.votes == {"IND": Choice.YES, "UKR": Choice.NO, "FRA": Choice.NO, "NAM": Choice.YES}


def test_in_the_second_round_the_answer_is_yes_or_no():
    roll_call = answered(begin(MODEL_UN, MEMBERS, {}), PASS, YES, YES, YES)
    assert roll_call.call().answers == (YES, NO, SILENT)
    with refused(Reason.NO_ABSTAINING_NOW):
        answered(roll_call, ABSTAIN)
    with refused(Reason.PASSED_ALREADY):
        answered(roll_call, PASS)
    with refused(Reason.NO_RIGHTS):
        answered(roll_call, NO_WITH_RIGHTS)


def test_a_profile_may_let_them_abstain_in_the_second_round_but_not_those_who_promised():
    roll_call = answered(begin(ABSTAINING, MEMBERS, BOUND), PASS, PASS, YES, YES)
    assert ABSTAIN in roll_call.call().answers
    with refused(Reason.PROMISED_TO_VOTE):
        answered(roll_call, ABSTAIN, ABSTAIN)


def test_a_vote_with_rights_is_a_vote():
    roll_call = answered(begin(MODEL_UN, MEMBERS, {}), YES_WITH_RIGHTS, NO, NO_WITH_RIGHTS, YES)
    assert roll_call.votes["FRA"] is Choice.YES
    assert roll_call.votes["NAM"] is Choice.NO
    assert roll_call.asked_for_rights == ("FRA", "NAM")


def test_only_who_is_called_answers():
    roll_call = begin(MODEL_UN, MEMBERS, {})
    with refused(Reason.NOT_CALLED):
        roll_call.answer("IND", YES)
    with refused(Reason.NOT_CALLED):
        answered(roll_call, YES, YES, YES, YES).answer("FRA", NO)


def test_an_answer_is_taken_back_and_its_delegation_called_again():
    roll_call = answered(begin(MODEL_UN, MEMBERS, {}), PASS, YES, YES, YES)
    assert answered(roll_call, NO).undo() == roll_call
    before = roll_call.undo()
    assert (before.round, before.next_up) == (1, "UKR")
    with refused(Reason.NOTHING_TO_UNDO):
        begin(MODEL_UN, MEMBERS, {}).undo()


def test_nobody_to_call():
    roll_call = RollCallVote(())
    assert (roll_call.call(), roll_call.complete, roll_call.votes) == (None, True, {})


profiles = st.sampled_from([GENERAL_ASSEMBLY, MODEL_UN, ABSTAINING])
rolls = st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(list(Attendance)))


@given(profiles, rolls, st.sampled_from(MEMBERS), st.data())
def test_a_roll_call_always_ends_and_everybody_is_recorded_once(profile, roll, drawn, data):
    roll_call = begin(profile, MEMBERS, roll, drawn=drawn if profile.roll_call_by_lot else "")
    called = []
    while not roll_call.complete:
        call = roll_call.call()
        called.append((call.round, call.member))
        assert len(called) <= 2 * len(MEMBERS)
        answer = data.draw(st.sampled_from(call.answers))
        after = roll_call.answer(call.member, answer)
        assert after.undo() == roll_call
        roll_call = after
    assert [member for round_, member in called if round_ == 1] == list(roll_call.order)
    assert len(set(called)) == len(called)
    assert set(roll_call.votes) == set(MEMBERS)
    assert count_by_delegation(roll_call.votes, MEMBERS).members == len(MEMBERS)
    bound = [member for member, status in roll.items() if status is Attendance.PRESENT_AND_VOTING]
    if profile.present_and_voting_binds:
        assert all(roll_call.votes[member] is not Choice.ABSTAIN for member in bound)


@given(profiles, st.lists(st.sampled_from(list(Answer)), max_size=12))
def test_an_answer_is_taken_exactly_if_the_call_offers_it(profile, answers):
    roll_call = begin(profile, MEMBERS, BOUND, drawn="FRA" if profile.roll_call_by_lot else "")
    for answer in answers:
        call = roll_call.call()
        if call is None:
            return
        if answer in call.answers:
            roll_call = roll_call.answer(call.member, answer)
        else:
            with pytest.raises(RuledOut):
                roll_call.answer(call.member, answer)


def test_all_193_from_the_one_drawn():
    codes = [member.iso3 for member in all_members()]
    roll_call = begin(GENERAL_ASSEMBLY, codes, {}, drawn="ZWE")
    assert roll_call.order[:3] == ("ZWE", "AFG", "ALB")
    while roll_call.next_up:
        roll_call = answered(roll_call, YES)
    assert len(roll_call.votes) == 193
