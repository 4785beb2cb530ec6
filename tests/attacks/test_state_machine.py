"""Whatever is done in whatever order: the totals are the envelopes are the roll."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.factories import NOON
from tests.hall import iso3, make_hall, put
from unsim.assembly.models import Ballot, Envelope
from unsim.assembly.proceedings import lock, reopen, void
from unsim.assembly.sealed import inclusion_code
from unsim.assembly.secret_ballot import cast_paper, put_again
from unsim.assembly.secret_box import close_box, open_box
from unsim.refusals import Refusal
from unsim.rules.choices import CASTABLE, Choice
from unsim.rules.tally import count

VOTERS = 7
members = st.integers(min_value=0, max_value=VOTERS - 1).map(iso3)
choices = st.sampled_from(CASTABLE)
noises = st.binary(min_size=16, max_size=16)


class SecretBallot(RuleBasedStateMachine):
    """The model: who cast what, and in which stage the box is. The acts see only what a stale page knows."""

    @initialize()
    def begin(self):
        Envelope.objects.all().delete()
        self.hall = make_hall(VOTERS)
        self.stale, self.key = put(self.hall)
        self.papers: dict[str, tuple[bytes, Choice]] = {}
        self.stage, self.looked_into = "open", False

    def now(self):
        return Ballot.objects.get(pk=self.stale.pk)

    def cast_as(self, member, choice, noise):
        voter = self.hall.voter(member)
        return cast_paper(ballot=self.stale, participant=voter, choice=choice, noise=noise)

    @rule(member=members, choice=choices, noise=noises)
    def cast(self, member, choice, noise):
        spent = [paper[0] for paper in self.papers.values()]
        if self.stage == "open" and member not in self.papers and noise not in spent:
            assert self.cast_as(member, choice, noise) == inclusion_code(noise)
            self.papers[member] = (noise, choice)
        elif member in self.papers and noise in spent and self.stage != "void":
            # A retry. Whose paper it was nobody can check: it bears no delegation. Nothing changes by it.
            assert self.cast_as(member, choice, noise) == inclusion_code(noise)
        else:
            with pytest.raises(Refusal):
                self.cast_as(member, choice, noise)

    @precondition(lambda self: self.papers and self.stage != "void")
    @rule(data=st.data(), choice=choices)
    def retry(self, data, choice):
        """The same form again, whatever is ticked on it now, at any stage."""
        member = data.draw(st.sampled_from(sorted(self.papers)))
        noise, _first = self.papers[member]
        assert self.cast_as(member, choice, noise) == inclusion_code(noise)

    @rule(member=members, other=members, one=noises, two=noises)
    def cast_at_once(self, member, other, one, two):
        """Two phones, each with a page that was loaded before the other cast."""
        self.cast(member, Choice.YES, one)
        self.cast(other, Choice.NO, two)

    @rule(outcome_only=st.booleans(), anyway=st.booleans())
    def close(self, outcome_only, anyway):
        try:
            close_box(ballot=self.stale, opening_key=self.key, now=NOON, outcome_only=outcome_only, anyway=anyway)
        except Refusal:
            return
        if self.stage in ("open", "locked"):
            self.stage, self.looked_into = "locked", True

    @rule(anyway=st.booleans())
    def close_at_once(self, anyway):
        self.close(outcome_only=False, anyway=anyway)
        self.close(outcome_only=False, anyway=anyway)

    @rule(outcome_only=st.booleans(), anyway=st.booleans())
    def open(self, outcome_only, anyway):
        try:
            open_box(ballot=self.stale, opening_key=self.key, now=NOON, outcome_only=outcome_only, anyway=anyway)
        except Refusal:
            return
        assert self.stage == "locked"
        assert self.looked_into
        self.stage = "counted"

    @rule(key=st.binary(max_size=40))
    def open_with_another_key(self, key):
        before = self.now().stage
        for act in (close_box, open_box):
            with suppress(Refusal):
                act(ballot=self.stale, opening_key=key, now=NOON)
        assert self.now().stage == before

    @rule()
    def lock_and_reopen(self):
        """What can be taken back: a lock, as long as the box was not closed to be opened."""
        if self.stage == "open":
            lock(ballot=self.stale, now=NOON)
            reopen(ballot=self.stale, now=NOON)
        elif self.looked_into:
            with pytest.raises(Refusal):
                reopen(ballot=self.stale, now=NOON)

    @precondition(lambda self: self.stage != "void")
    @rule()
    def take_back(self):
        void(ballot=self.stale, now=NOON)
        self.stage = "void"

    @precondition(lambda self: self.stage == "void")
    @rule()
    def again(self):
        self.stale, self.key = put_again(ballot=self.stale, now=NOON)
        self.papers, self.stage, self.looked_into = {}, "open", False

    @invariant()
    def the_stage_is_as_expected(self):
        if hasattr(self, "stage"):
            assert self.now().stage == self.stage

    @invariant()
    def envelopes_are_the_roll(self):
        if not hasattr(self, "stage"):
            return
        ballot = self.now()
        codes = sorted(inclusion_code(noise) for noise, _choice in self.papers.values())
        in_the_box = sorted(Envelope.objects.filter(ballot=ballot).values_list("code", flat=True))
        assert in_the_box == (codes if self.stage in ("open", "locked") else [])
        if self.stage != "void":
            assert ballot.cast == sorted(self.papers)

    @invariant()
    def totals_are_the_papers(self):
        if not hasattr(self, "stage") or self.stage != "counted":
            return
        ballot = self.now()
        assert ballot.codes == sorted(inclusion_code(noise) for noise, _choice in self.papers.values())
        assert (ballot.public_key, ballot.wrapped_key) == (None, None)
        assert ballot.totals["invalid"] == 0
        if not ballot.outcome_only:
            counted = count(choice for _noise, choice in self.papers.values())
            found = {name: ballot.totals[name] for name in ("yes", "no", "abstain", "absent")}
            assert found == {
                "yes": counted.yes,
                "no": counted.no,
                "abstain": counted.abstain,
                "absent": VOTERS - counted.voted,
            }


@pytest.mark.django_db
def test_totals_are_envelopes_are_the_roll():
    rules = settings(max_examples=30, stateful_step_count=25, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(SecretBallot, settings=settings(rules, deadline=None))
