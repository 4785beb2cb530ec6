"""Whatever a class and its President do in whatever order: what was locked is what is declared, and it stays."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.factories import NOON, delegate_of, hall_with
from unsim.assembly import casting, proceedings
from unsim.assembly.board import board_for
from unsim.assembly.counting import votes_of
from unsim.assembly.models import Ballot
from unsim.refusals import Refusal
from unsim.rules.choices import CASTABLE
from unsim.rules.majority import Majority
from unsim.rules.tally import count_by_delegation

CODES = ["ALB", "FRA", "RUS", "UKR"]
ACTS = [proceedings.lock, proceedings.reopen, proceedings.void, proceedings.declare]


class VoteMachine(RuleBasedStateMachine):
    """Beside the database goes a model: the stage of each ballot, its votes, and what was declared of it."""

    @initialize()
    def a_hall(self):
        self.meeting = hall_with(" ".join(CODES))
        self.people = {code: delegate_of(self.meeting, code) for code in CODES}
        self.stages: dict[int, str] = {}
        self.votes: dict[int, dict[str, str]] = {}
        self.declared: dict[int, dict] = {}

    def ballots(self) -> list[Ballot]:
        return list(Ballot.objects.of(self.meeting))

    def some(self, number: int) -> list[Ballot]:
        """One of the ballots, the latest for 0; none before the first was put."""
        ballots = self.ballots()
        return [ballots[-1 - number % len(ballots)]] if ballots else []

    @rule(hidden=st.booleans())
    def put(self, hidden):
        going_on = [pk for pk, stage in self.stages.items() if stage in ("open", "locked")]
        try:
            ballot = proceedings.put_to_recorded_vote(
                meeting=self.meeting, majority=Majority.SIMPLE, hidden=hidden, now=NOON
            )
        except Refusal:
            assert [self.stages[pk] for pk in going_on] == ["locked"]
        else:
            assert going_on in ([], [ballot.pk])
            self.stages[ballot.pk] = "open"
            self.votes.setdefault(ballot.pk, {})

    @rule(number=st.integers(0, 2), code=st.sampled_from(CODES), choice=st.sampled_from(CASTABLE))
    def cast(self, number, code, choice):
        for ballot in self.some(number):
            room, person = self.meeting.room, self.people[code]
            try:
                casting.cast_vote(room=room, ballot=ballot.pk, participant=person, code=code, choice=choice, now=NOON)
            except Refusal:
                assert self.stages[ballot.pk] != "open"
            else:
                assert self.stages[ballot.pk] == "open"
                self.votes[ballot.pk][code] = choice.value

    @rule(number=st.integers(0, 2), act=st.sampled_from(ACTS), clicks=st.integers(1, 2))
    def move(self, number, act, clicks):
        to = {"lock": "locked", "reopen": "open", "void": "void", "declare": "declared"}[act.__name__]
        for ballot in self.some(number) * clicks:
            at = self.stages[ballot.pk]
            try:
                act(ballot=ballot, now=NOON + timedelta(minutes=len(self.declared)))
            except Refusal:
                assert at in ("declared", "void") or (at, to) == ("open", "declared")
            else:
                self.stages[ballot.pk] = to

    @invariant()
    def the_database_is_the_model(self):
        for ballot in self.ballots():
            assert ballot.stage == self.stages[ballot.pk]
            cast = dict(ballot.votes.values_list("delegation__member_id", "choice"))
            assert cast == self.votes[ballot.pk]
            assert board_for(ballot).voted == len(cast)

    @invariant()
    def at_most_one_vote_is_going_on(self):
        assert sum(stage in ("open", "locked") for stage in self.stages.values()) <= 1

    @invariant()
    def what_was_declared_is_what_was_locked_and_stays(self):
        for ballot in self.ballots():
            if self.stages[ballot.pk] != "declared":
                assert not hasattr(ballot, "record")
                continue
            content = ballot.record.content
            tally = count_by_delegation(votes_of(ballot), CODES)
            assert content["tally"] == {
                "yes": tally.yes,
                "no": tally.no,
                "abstain": tally.abstain,
                "absent": tally.absent,
            }
            assert self.declared.setdefault(ballot.pk, content) == content


@pytest.mark.django_db
def test_votes_in_any_order():
    run_state_machine_as_test(
        VoteMachine,
        settings=settings(
            max_examples=15, stateful_step_count=18, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
