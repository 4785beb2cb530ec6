"""A roll call, whatever is done in whatever order: the board, the votes and the record always say what was answered."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.factories import NOON, delegate_of, hall_with
from unsim.assembly import proceedings, putting, roll_calls
from unsim.assembly.board import board_for
from unsim.assembly.counting import votes_of
from unsim.assembly.models import Ballot
from unsim.assembly.rolls import cast_of, roll_of
from unsim.refusals import Refusal
from unsim.rules.choices import Choice
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, as_dict
from unsim.rules.roll_call_vote import Answer

CODES = ["ALB", "FRA", "UKR"]
ACTS = [proceedings.lock, proceedings.reopen, proceedings.void, proceedings.declare]
ACTS += [roll_calls.undo, roll_calls.pass_over_absent]


class RollMachine(RuleBasedStateMachine):
    @initialize(profile=st.sampled_from([GENERAL_ASSEMBLY, MODEL_UN]), promised=st.sets(st.sampled_from(CODES)))
    def a_roll_call(self, profile, promised):
        meeting = hall_with(" ".join(CODES), profile=as_dict(profile))
        meeting.delegations.filter(member__in=promised).update(promised=True)
        self.people = {code: delegate_of(meeting, code) for code in CODES}
        way = putting.Way(Method.ROLL_CALL, Majority.SIMPLE)
        self.ballot = putting.put_question(meeting=meeting, way=way, now=NOON)

    def fresh(self) -> Ballot:
        return Ballot.objects.get(pk=self.ballot.pk)

    @rule(code=st.sampled_from(CODES), answer=st.sampled_from(list(Answer)))
    def somebody_answers(self, code, answer):
        before = self.fresh()
        try:
            roll_calls.answer(ballot=self.ballot, participant=self.people[code], code=code, answer=answer, now=NOON)
        except Refusal:
            assert self.fresh().roll == before.roll
        else:
            assert before.stage == "open"
            assert self.fresh().roll["given"] == [*before.roll["given"], [code, answer.value]]

    @rule(answer=st.sampled_from(list(Answer)))
    def whoever_is_called_answers(self, answer):
        code = roll_of(self.fresh()).next_up
        if code:
            self.somebody_answers(code, answer)

    @rule(act=st.sampled_from(ACTS))
    def the_president_acts(self, act):
        before = self.fresh()
        try:
            act(ballot=self.ballot, now=NOON)
        except Refusal:
            after = self.fresh()
            assert (after.stage, after.roll) == (before.stage, before.roll)

    @invariant()
    def what_was_answered_is_what_is_counted(self):
        ballot = self.fresh()
        roll = roll_of(ballot)
        assert votes_of(ballot) == cast_of(roll)
        assert board_for(ballot).voted == len(roll.votes) - (
            0 if ballot.stage == "open" else list(roll.votes.values()).count(Choice.ABSENT)
        )
        assert ballot.stage in ("open", "void") or roll.complete
        if ballot.stage == "declared":
            assert ballot.record.content["votes"] == {code: choice.value for code, choice in roll.votes.items()}


@pytest.mark.django_db
def test_a_roll_call_in_any_order():
    run_state_machine_as_test(
        RollMachine,
        settings=settings(
            max_examples=15, stateful_step_count=18, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
