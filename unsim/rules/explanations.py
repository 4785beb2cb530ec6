"""Around a vote (rule 88): who may explain it and when, and what is noted afterwards."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unsim.rules.choices import Choice
from unsim.rules.in_order import refused
from unsim.rules.procedure import Method
from unsim.rules.profile import Profile
from unsim.rules.refusals import Reason, RuledOut

# Ten minutes, from the seat (rule 88).
EXPLANATION_SECONDS = 600
NAMED = frozenset({Method.RECORDED, Method.ROLL_CALL})


class Moment(enum.StrEnum):
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


def why_not_explain(
    profile: Profile, delegation: str, sponsors: Sequence[str], method: Method, moment: Moment
) -> RuledOut | None:
    """Why this delegation may not explain its vote; None if it may. `sponsors`: the proposer first.

    That the proposer may not is a rule; that the co-sponsors may not either is custom, and a switch of the profile.
    """
    if not profile.explanations:
        return RuledOut(Reason.NO_EXPLANATIONS)
    if method is Method.SECRET:
        return refused(profile, Reason.SECRET)
    if moment is Moment.DURING:
        return refused(profile, Reason.NOT_NOW)
    barred = sponsors[:1] if profile.cosponsors_explain else sponsors
    return refused(profile, Reason.OWN_TEXT) if delegation in barred else None


@dataclass(frozen=True)
class Correction:
    """A delegation says after a vote how it had meant to vote. A footnote: the totals never change (practice)."""

    delegation: str
    cast: Choice
    intended: Choice


def corrected(
    votes: Mapping[str, Choice], delegation: str, intended: Choice, *, method: Method, moment: Moment
) -> Correction:
    """RuledOut for a vote without names, before it is over, for who had no vote, and for the vote that was cast."""
    if method not in NAMED:
        raise RuledOut(Reason.NO_NAMES)
    if moment is not Moment.AFTER:
        raise RuledOut(Reason.VOTE_NOT_OVER)
    if delegation not in votes:
        raise RuledOut(Reason.NOT_A_VOTER, name=delegation)
    if votes[delegation] is intended:
        raise RuledOut(Reason.SAME_VOTE)
    return Correction(delegation, votes[delegation], intended)
