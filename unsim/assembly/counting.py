"""A ballot counted and decided, by the law. Nothing of this is stored before the declaration."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unsim.assembly.models import Ballot, Delegation, Meeting
from unsim.rules.attendance import Quorum, quorum
from unsim.rules.choices import Choice
from unsim.rules.decision import Body, Decision, Outcome, Rule, decide, decide_council
from unsim.rules.majority import majority_named
from unsim.rules.motions import MotionKind
from unsim.rules.question import decide_motion
from unsim.rules.sentences import rule_sentence, sum_sentence
from unsim.rules.tally import Tally, count_by_delegation
from unsim.rules.ties import settled

TOTALS = ("yes", "no", "abstain", "absent")


@dataclass(frozen=True)
class Result:
    """`sum` and `rule` are sentences in the language that is on. Without a tally only the outcome is published."""

    outcome: Outcome
    sum: str
    rule: str
    tally: Tally | None


def result_of(ballot: Ballot) -> Result | None:
    """None while nothing may be counted: a secret ballot whose box is closed. NoQuorum (rule 67)."""
    if ballot.outcome_only and ballot.totals is not None:
        return Result(Outcome(ballot.totals["outcome"]), _("Only the outcome of this ballot is published."), "", None)
    votes = None if is_secret(ballot) else votes_of(ballot)
    tally = tally_of(ballot, votes)
    if tally is None:
        return None
    return worded(decision_of(ballot, tally, present_at(ballot, ballot.cast if votes is None else votes)))


def worded(decision: Decision) -> Result:
    return Result(decision.outcome, sum_sentence(decision, _, ngettext), rule_sentence(decision, _), decision.tally)


def is_secret(ballot: Ballot) -> bool:
    return ballot.motion.method == "secret"


def votes_of(ballot: Ballot) -> dict[str, Choice]:
    """The open votes cast so far, by member code. Those of a secret ballot are nowhere."""
    rows = ballot.votes.values_list("delegation__member_id", "choice")
    return {code: Choice(choice) for code, choice in rows}


def tally_of(ballot: Ballot, votes: dict[str, Choice] | None) -> Tally | None:
    """`votes` are those of an open ballot; None for a secret one, which has a tally once its box was opened."""
    if votes is not None:
        return count_by_delegation(votes, ballot.electorate)
    if ballot.totals is None or ballot.outcome_only:
        return None
    return Tally(*(ballot.totals[name] for name in TOTALS))


def present_at(ballot: Ballot, shown: Collection[str]) -> int:
    """How many of the electorate are present: marked so, or `shown` to be there by their vote or paper."""
    marked = Delegation.objects.filter(meeting=ballot.motion.meeting, present=True).values_list("member_id", flat=True)
    return len((set(marked) | set(shown)) & set(ballot.electorate))


def decision_of(ballot: Ballot, tally: Tally, present: int) -> Decision:
    """By the rules of the meeting; NoQuorum if too few were present (rule 67)."""
    motion, rules = ballot.motion, ballot.motion.meeting.rules
    if motion.of == "motion":
        return decide_motion(rules, MotionKind(motion.name), tally, present=present)
    if rules.body is Body.COUNCIL:
        return decide_council(tally, vetoes=vetoes_of(ballot), procedural=motion.resolution.procedural)
    decision = decide(tally, majority_named(motion.majority), present=present)
    if decision.rule is Rule.IMPORTANT_QUESTION and motion.of != "whole":
        decision = replace(decision, rule=Rule.IMPORTANT_PART)
    return settled(decision, earlier_ties=int(is_second_round(ballot)), second_vote=rules.second_vote_on_tie)


def vetoes_of(ballot: Ballot) -> int:
    """How many permanent members of the Council voted against (Charter, Article 27)."""
    return ballot.votes.filter(choice=Choice.NO.value, delegation__member__permanent=True).count()


def is_second_round(ballot: Ballot) -> bool:
    """Whether an equal vote on the same motion came before (rule 95)."""
    return ballot.motion.ballots.standing().filter(pk__lt=ballot.pk).exists()


def quorum_of(meeting: Meeting) -> Quorum:
    """Of the members: observers do not count."""
    present = list(meeting.delegations.filter(observer=False).values_list("present", flat=True))
    return quorum(len(present), sum(present))
