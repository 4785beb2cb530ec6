"""Equal votes (rule 95; not in elections): a second vote within 48 hours, and rejected if that is equal too.

A motion of procedure is not put again: it is about this meeting, and a second vote at a later one would come too late.
That is how meetings are run, not what a rule says. An appeal that is tied fails: only a majority overrules (rule 71).
"""

from dataclasses import replace

from unsim.rules.decision import Decision, Outcome, Rule, after_second_vote


def settled(decision: Decision, *, earlier_ties: int, second_vote: bool) -> Decision:
    """The decision on a proposal. `second_vote`: the profile puts a tied proposal once more."""
    if not second_vote:
        return not_carried(decision)
    return after_second_vote(decision) if earlier_ties else decision


def not_carried(decision: Decision) -> Decision:
    """A tie that is final at once: there was no majority."""
    if decision.outcome is not Outcome.EQUALLY_DIVIDED:
        return decision
    return replace(decision, outcome=Outcome.REJECTED, rule=Rule.SIMPLE_MAJORITY)
