"""What the same votes would have decided under other majorities. No such decision was taken."""

from dataclasses import dataclass

from unsim.rules.decision import Decision, Outcome, decide, decide_council
from unsim.rules.majority import MAJORITY_OF_MEMBERS, TWO_THIRDS_OF_MEMBERS, AnyMajority, Basis, Majority, Threshold
from unsim.rules.tally import Tally

ALTERNATIVES: tuple[AnyMajority, ...] = (
    Majority.SIMPLE,
    Majority.TWO_THIRDS,
    # "What if abstentions had counted?": then abstaining weighs as much as voting against.
    Threshold(1, 2, more=True, of=Basis.VOTED),
    Threshold(2, 3, of=Basis.VOTED),
    MAJORITY_OF_MEMBERS,
    TWO_THIRDS_OF_MEMBERS,
)


@dataclass(frozen=True)
class Supposed:
    """`differs`: the outcome is not the one that was declared."""

    decision: Decision
    differs: bool


def what_if(
    tally: Tally, declared: Outcome, *, present: int, alternatives: tuple[AnyMajority, ...] = ALTERNATIVES
) -> tuple[Supposed, ...]:
    """The tally under each of the alternatives. NoQuorum as the vote itself."""
    decisions = (decide(tally, majority, present=present) for majority in alternatives)
    return tuple(Supposed(decision, decision.outcome is not declared) for decision in decisions)


def without_veto(tally: Tally, declared: Outcome) -> Supposed:
    """The Council's vote if the matter had been one of procedure (Charter, Article 27(2))."""
    decision = decide_council(tally, vetoes=0, procedural=True)
    return Supposed(decision, decision.outcome is not declared)
