"""A roll call: who is called, what the board shows of it, and that its order decides nothing."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories import NOON, ballot_in, delegate_of, hall_with
from unsim.assembly import proceedings, putting, roll_calls, rolls, scenes
from unsim.assembly.board import board_for
from unsim.assembly.casting import AnotherSeat, NoSeat, VoteIsLocked, VoteIsOver
from unsim.assembly.models import Ballot
from unsim.assembly.steps import NotInOrderNow
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method
from unsim.rules.profiles import MODEL_UN, as_dict
from unsim.rules.roll_call_vote import Answer

pytestmark = pytest.mark.django_db
FOUR = "ALB FRA RUS UKR"
MODEL = as_dict(MODEL_UN)
BY_ROLL_CALL = putting.Way(Method.ROLL_CALL, Majority.SIMPLE)


def called(meeting) -> Ballot:
    """A roll call of the meeting, put by the President."""
    return putting.put_question(meeting=meeting, way=BY_ROLL_CALL, now=NOON)


def fresh(ballot) -> Ballot:
    return Ballot.objects.get(pk=ballot.pk)


def say(ballot, *answers: str) -> None:
    """Whoever is called answers so."""
    for answer in answers:
        code = rolls.roll_of(fresh(ballot)).next_up
        roll_calls.answer_for(ballot=ballot, code=code, answer=Answer(answer), now=NOON)


def lights(ballot) -> dict[str, str]:
    return {light.code: light.vote for light in board_for(fresh(ballot)).lights}


def in_turn(ballot) -> str | None:
    return rolls.roll_of(fresh(ballot)).next_up


def test_it_begins_with_a_member_drawn_by_lot_and_the_log_says_with_whom():
    meeting = hall_with(FOUR)
    order = rolls.beginning(meeting, FOUR.split(), Random(3))["order"]
    assert order in [FOUR.split()[at:] + FOUR.split()[:at] for at in range(4)]
    ballot = called(meeting)
    first = meeting.delegations.get(member=ballot.roll["order"][0])
    assert meeting.log.get(what="drawn").data["name"] == first.member.common_name


def test_in_model_un_it_begins_at_a_and_who_promised_is_bound():
    meeting = hall_with(FOUR, profile=MODEL)
    meeting.delegations.filter(member="FRA").update(promised=True)
    ballot = called(meeting)
    assert (ballot.roll["order"], ballot.roll["bound"]) == (FOUR.split(), ["FRA"])
    assert not meeting.log.filter(what="drawn").exists()


def test_a_double_click_draws_once():
    meeting = hall_with(FOUR)
    assert called(meeting).roll == called(meeting).roll
    assert meeting.log.filter(what="drawn").count() == 1


def test_the_lights_come_on_as_the_answers_come():
    ballot = called(hall_with(FOUR, profile=MODEL))
    say(ballot, "yes", "pass", "silent")
    assert lights(ballot) == {"ALB": "yes", "FRA": "pass", "RUS": "absent", "UKR": "blank"}
    board = board_for(fresh(ballot))
    assert (board.voted, board.totals.yes, board.call.code, board.call.following) == (2, 1, "UKR", "")
    assert [light.code for light in board.lights if light.called] == ["UKR"]


def test_who_passed_is_called_again_and_then_the_vote_locks_by_itself():
    ballot = called(hall_with(FOUR, profile=MODEL))
    say(ballot, "yes", "pass", "no", "no_with_rights")
    assert (in_turn(ballot), fresh(ballot).stage) == ("FRA", "open")
    with pytest.raises(NotInOrderNow, match="pass once"):
        say(ballot, "pass")
    with pytest.raises(NotInOrderNow, match="yes or no"):
        say(ballot, "abstain")
    say(ballot, "yes")
    assert (in_turn(ballot), fresh(ballot).stage, board_for(fresh(ballot)).call) == (None, "locked", None)
    content = proceedings.declare(ballot=fresh(ballot), now=NOON).content
    assert (content["method"], content["decision"]) == ("roll_call", "rejected")
    assert content["votes"] == {"ALB": "yes", "FRA": "yes", "RUS": "no", "UKR": "no"}


def test_who_is_present_and_voting_may_not_abstain():
    meeting = hall_with(FOUR, profile=MODEL)
    meeting.delegations.filter(member="ALB").update(promised=True)
    ballot = called(meeting)
    with pytest.raises(NotInOrderNow, match="may not abstain"):
        say(ballot, "abstain")
    assert (in_turn(ballot), fresh(ballot).votes.count()) == ("ALB", 0)


def test_nobody_passes_in_the_assembly():
    with pytest.raises(NotInOrderNow, match="rule 87"):
        say(called(hall_with(FOUR)), "pass")


def test_only_the_one_that_is_called_answers_and_only_for_itself():
    meeting = hall_with(FOUR, profile=MODEL)
    ballot, albania, france = called(meeting), delegate_of(meeting, "ALB"), delegate_of(meeting, "FRA")

    def answers(person, code):
        roll_calls.answer(ballot=ballot, participant=person, code=code, answer=Answer.YES, now=NOON)

    with pytest.raises(NotInOrderNow, match="France is not the delegation that is called"):
        answers(france, "FRA")
    with pytest.raises(AnotherSeat):
        answers(france, "ALB")
    with pytest.raises(NoSeat):
        answers(delegate_of(hall_with("ALB"), "ALB"), "ALB")
    answers(albania, "ALB")
    with pytest.raises(NotInOrderNow, match="Albania is not"):
        answers(albania, "ALB")
    assert ballot.votes.get().by == "delegation"


def test_the_last_answer_is_taken_back_even_the_one_that_locked():
    ballot = called(hall_with("ALB FRA", profile=MODEL))
    say(ballot, "yes", "no")
    assert fresh(ballot).stage == "locked"
    roll_calls.undo(ballot=ballot, now=NOON)
    assert (fresh(ballot).stage, in_turn(ballot), lights(ballot)) == ("open", "FRA", {"ALB": "yes", "FRA": "blank"})
    roll_calls.undo(ballot=ballot, now=NOON)
    with pytest.raises(NotInOrderNow, match="no answer yet"):
        roll_calls.undo(ballot=ballot, now=NOON)
    assert (in_turn(ballot), ballot.votes.count()) == ("ALB", 0)


def test_who_answers_is_present_and_who_is_silent_is_not():
    meeting = hall_with(FOUR, profile=MODEL)
    ballot = called(meeting)
    meeting.delegations.update(present=False)
    say(ballot, "silent", "pass", "yes")
    assert sorted(meeting.delegations.filter(present=True).values_list("member_id", flat=True)) == ["FRA", "RUS"]


def test_the_absent_are_passed_over():
    meeting = hall_with(FOUR, profile=MODEL)
    ballot = called(meeting)
    meeting.delegations.exclude(member="RUS").update(present=False)
    roll_calls.pass_over_absent(ballot=ballot, now=NOON)
    assert (in_turn(ballot), lights(ballot)["ALB"]) == ("RUS", "absent")
    say(ballot, "yes")
    roll_calls.pass_over_absent(ballot=ballot, now=NOON)
    assert fresh(ballot).stage == "locked"


def test_it_is_not_locked_while_somebody_is_left_to_be_called():
    ballot = called(hall_with(FOUR))
    with pytest.raises(proceedings.StillCalling):
        proceedings.lock(ballot=ballot, now=NOON)
    assert fresh(ballot).stage == "open"


@pytest.mark.parametrize(("at", "refusal"), [("locked", VoteIsLocked), ("declared", VoteIsOver), ("void", VoteIsOver)])
def test_nobody_answers_after_it(at, refusal):
    ballot = called(hall_with(FOUR))
    Ballot.objects.filter(pk=ballot.pk).update(stage=at)
    with pytest.raises(refusal):
        say(ballot, "yes")


def test_another_method_has_no_roll():
    ballot = ballot_in(hall_with(FOUR))
    with pytest.raises(roll_calls.NoRollCall):
        roll_calls.undo(ballot=ballot, now=NOON)


def test_a_phone_is_asked_when_its_turn_comes_and_the_others_are_not():
    meeting = hall_with(FOUR, profile=MODEL)
    ballot = called(meeting)

    def at(audience):
        scene = scenes.scene_for(scenes.stand_of(meeting.room, meeting.pk), audience)
        return scene.stage, scene.turn

    (stage, turn), (desk, _turn) = at("phone"), at("desk")
    assert turn == "ALB"
    say(ballot, "pass")
    assert at("phone") == (stage, "FRA")
    assert at("desk")[0] != desk
    say(ballot, "yes", "yes", "yes")
    assert at("phone")[0] != stage, "in the second round the answers are others"


class TestOrder(TestCase):
    @settings(max_examples=20)
    @given(st.permutations(FOUR.split()), st.lists(st.sampled_from(["yes", "no", "abstain", "silent"]), min_size=4))
    def test_never_decides(self, order, answers):
        """Whoever is called first: the same answers give the same totals."""
        said = dict(zip(FOUR.split(), answers, strict=False))
        totals = set()
        for calling in (FOUR.split(), order):
            ballot = called(hall_with(FOUR, profile=MODEL))
            Ballot.objects.filter(pk=ballot.pk).update(roll={**ballot.roll, "order": list(calling)})
            for code in calling:
                roll_calls.answer_for(ballot=ballot, code=code, answer=Answer(said[code]), now=NOON)
            totals.add(board_for(fresh(ballot)).totals)
        assert len(totals) == 1
