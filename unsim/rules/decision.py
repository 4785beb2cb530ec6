"""What a tally decides, in the Assembly (rules 67, 83, 85, 86, 95) and in the Council (Charter, Article 27)."""

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from unsim.rules.attendance import quorum
from unsim.rules.majority import AnyMajority, Majority, reached, votes_needed
from unsim.rules.tally import Tally

COUNCIL = 15
COUNCIL_VOTES = 9
PERMANENT = 5


class Body(enum.StrEnum):
    ASSEMBLY = "assembly"
    COUNCIL = "council"


class Outcome(enum.StrEnum):
    ADOPTED = "adopted"
    REJECTED = "rejected"
    EQUALLY_DIVIDED = "equally_divided"


class Rule(enum.StrEnum):
    """The rule of procedure, or the paragraph of the Charter, that the outcome rests on."""

    APPEAL = "rule 71"
    RECONSIDERATION = "rule 81"
    IMPORTANT_QUESTION = "rule 83"
    IMPORTANT_PART = "rule 84"
    SIMPLE_MAJORITY = "rule 85"
    EQUALLY_DIVIDED = "rule 95"
    PROCEDURAL = "Article 27(2)"
    SUBSTANTIVE = "Article 27(3)"
    OWN = "the rules of this meeting"


@dataclass(frozen=True)
class Decision:
    """`needed`: votes in favour that carry. `majority` is None in the Council, whose number is fixed.

    `vetoes`: permanent members against, where that bars adoption (never on a procedural matter).
    """

    outcome: Outcome
    tally: Tally
    majority: AnyMajority | None
    needed: int
    rule: Rule
    vetoes: int = 0


_RULES: Mapping[AnyMajority, Rule] = {
    Majority.SIMPLE: Rule.SIMPLE_MAJORITY,
    Majority.TWO_THIRDS: Rule.IMPORTANT_QUESTION,
}


class NoQuorum(Exception):
    """Too few members present to take a decision (rule 67)."""

    def __init__(self, members: int, present: int, to_decide: int) -> None:
        super().__init__(f"{present} of {members} members are present; a decision takes {to_decide} (rule 67)")
        self.members = members
        self.present = present
        self.to_decide = to_decide


def decide(tally: Tally, majority: AnyMajority, *, present: int | None = None) -> Decision:
    """The Assembly's decision. Without `present`, exactly those who voted are present.

    Raises NoQuorum, and ValueError when `present` is fewer than voted or more than the members.
    """
    _check_quorum(tally, tally.voted if present is None else present)
    outcome = _outcome(tally, majority)
    return Decision(outcome, tally, majority, votes_needed(majority, tally), _rule(outcome, majority))


def after_second_vote(decision: Decision) -> Decision:
    """A proposal that is equally divided a second time is rejected (rule 95)."""
    return replace(decision, outcome=Outcome.REJECTED) if decision.outcome is Outcome.EQUALLY_DIVIDED else decision


def _check_quorum(tally: Tally, present: int) -> None:
    if present < tally.voted:
        raise ValueError(f"{present} present, but {tally.voted} voted")
    attendance = quorum(tally.members, present)
    if not attendance.can_decide:
        raise NoQuorum(attendance.members, attendance.present, attendance.to_decide)


def _outcome(tally: Tally, majority: AnyMajority) -> Outcome:
    if reached(majority, tally):
        return Outcome.ADOPTED
    if majority is Majority.SIMPLE and tally.yes == tally.no > 0:
        return Outcome.EQUALLY_DIVIDED
    return Outcome.REJECTED


def _rule(outcome: Outcome, majority: AnyMajority) -> Rule:
    if outcome is Outcome.EQUALLY_DIVIDED:
        return Rule.EQUALLY_DIVIDED
    return _RULES.get(majority, Rule.OWN)


def decide_council(tally: Tally, *, vetoes: Collection[str] | int, procedural: bool) -> Decision:
    """The Council's decision: nine votes and, but for procedure, no permanent member against.

    `vetoes`: the permanent members that voted no, or how many. One that abstains or stays away vetoes nothing.
    ValueError on more than 15 members, or more vetoes than votes against or permanent members.
    """
    against = vetoes if isinstance(vetoes, int) else len(set(vetoes))
    _check_council(tally, against)
    barred = 0 if procedural else against
    adopted = tally.yes >= COUNCIL_VOTES and not barred
    outcome = Outcome.ADOPTED if adopted else Outcome.REJECTED
    rule = Rule.PROCEDURAL if procedural else Rule.SUBSTANTIVE
    return Decision(outcome, tally, None, COUNCIL_VOTES, rule, barred)


def _check_council(tally: Tally, against: int) -> None:
    if tally.members > COUNCIL:
        raise ValueError(f"{tally.members} votes in a Council of {COUNCIL}")
    if not 0 <= against <= min(tally.no, PERMANENT):
        raise ValueError(f"{against} permanent members against, of {tally.no} votes against")
