"""A ballot counted and decided, by the law. Nothing of this is stored before the declaration."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unsim.assembly.council import vetoes_of
from unsim.assembly.empty_seats import played_in
from unsim.assembly.hands import hand_count, with_hands
from unsim.assembly.models import Ballot, Delegation, Meeting
from unsim.rules.attendance import Quorum, quorum
from unsim.rules.choices import Choice
from unsim.rules.decision import Body, Decision, NoQuorum, Outcome, Rule, decide, decide_council
from unsim.rules.explanations import NAMED
from unsim.rules.majority import majority_named
from unsim.rules.motions import MotionKind
from unsim.rules.no_objection import WithoutAVote, without_a_vote
from unsim.rules.procedure import Method
from unsim.rules.question import decide_motion
from unsim.rules.sentences import rule_sentence, sum_sentence
from unsim.rules.tally import Tally, count_by_delegation
from unsim.rules.ties import settled

SIMULATION = "simulation"  # who cast a vote for an empty seat
TOTALS = ("yes", "no", "abstain", "absent")


@dataclass(frozen=True)
class Result:
    """`sum` and `rule` are sentences in the language that is on. Without a tally only the outcome is published."""

    outcome: Outcome
    sum: str
    rule: str
    tally: Tally | None


def result_of(ballot: Ballot) -> Result | None:
    """None while nothing may be counted: a secret ballot whose box is closed; or where an objection calls for a vote.

    NoQuorum (rule 67); RuledOut with more hands than members.
    """
    if ballot.outcome_only and ballot.totals is not None:
        return Result(Outcome(ballot.totals["outcome"]), _("Only the outcome of this ballot is published."), "", None)
    votes = None if is_secret(ballot) else votes_of(ballot)
    tally, present = tally_of(ballot, votes), present_at(ballot, ballot.cast if votes is None else votes)
    if ballot.motion.method == Method.NO_OBJECTION:
        return _unopposed(ballot, votes or {}, present)
    if tally is None:
        return None
    if ballot.motion.method == Method.HANDS:
        present = hand_count(tally, present=present, members=len(ballot.electorate)).present
    return worded(decision_of(ballot, tally, present))


def _unopposed(ballot: Ballot, objectors: Collection[str], present: int) -> Result | None:
    """Adopted without a vote, unless somebody objects."""
    attendance = quorum(len(ballot.electorate), present)
    if without_a_vote(objectors, ballot.electorate, attendance) is WithoutAVote.VOTE:
        return None
    why = _("Nobody objected. That is not a unanimous vote: nobody was asked to be in favour.")
    return Result(Outcome.ADOPTED, _("Adopted without a vote"), why, None)


def played_at(ballot: Ballot) -> frozenset[str]:
    """The codes of the delegations for which the simulation voted, not voting included."""
    if not ballot.motion.meeting.simulation_seed:
        return frozenset()
    played = ballot.votes.filter(by=SIMULATION)
    return frozenset(played.values_list("delegation__member_id", flat=True))


def result_of_students(ballot: Ballot, played: Collection[str]) -> Result | None:
    """The same vote without the delegations that were `played`; None where too few of the others are present."""
    votes = {code: choice for code, choice in votes_of(ballot).items() if code not in played}
    roll = [code for code in ballot.electorate if code not in played]
    if not roll:
        return None
    vetoes = [code for code in vetoes_of(ballot) if code not in played]
    try:
        decision = decision_of(ballot, count_by_delegation(votes, roll), present_at(ballot, votes, roll), vetoes)
    except NoQuorum:
        return None
    return worded(decision)


def worded(decision: Decision) -> Result:
    return Result(decision.outcome, sum_sentence(decision, _, ngettext), rule_sentence(decision, _), decision.tally)


def is_secret(ballot: Ballot) -> bool:
    return ballot.motion.method == "secret"


def is_named(ballot: Ballot) -> bool:
    """Whether it is seen and kept who voted how."""
    return ballot.motion.method in NAMED


def votes_of(ballot: Ballot) -> dict[str, Choice]:
    """The open votes cast so far, by member code. Those of a secret ballot are nowhere."""
    rows = ballot.votes.values_list("delegation__member_id", "choice")
    return {code: Choice(choice) for code, choice in rows}


def tally_of(ballot: Ballot, votes: dict[str, Choice] | None) -> Tally | None:
    """`votes` are those of an open ballot; None for a secret one, which has a tally once its box was opened."""
    if votes is not None:
        return with_hands(ballot, count_by_delegation(votes, ballot.electorate))
    if ballot.totals is None or ballot.outcome_only:
        return None
    return Tally(*(ballot.totals[name] for name in TOTALS))


def present_at(ballot: Ballot, shown: Collection[str], roll: Collection[str] | None = None) -> int:
    """How many of the electorate, or of the `roll`, are present: marked so, played, or `shown` to be there by their
    vote or paper."""
    meeting = ballot.motion.meeting
    marked = Delegation.objects.filter(meeting=meeting, present=True).values_list("member_id", flat=True)
    there = set(marked) | set(played_in(meeting)) | set(shown)
    return len(there & set(ballot.electorate if roll is None else roll))


def decision_of(ballot: Ballot, tally: Tally, present: int, vetoes: Collection[str] | None = None) -> Decision:
    """By the rules of the meeting; NoQuorum if too few were present (rule 67). `vetoes`: all of the ballot's."""
    motion, rules = ballot.motion, ballot.motion.meeting.rules
    if motion.of == "motion":
        return decide_motion(rules, MotionKind(motion.name), tally, present=present)
    if rules.body is Body.COUNCIL:
        against = vetoes_of(ballot) if vetoes is None else vetoes
        return decide_council(tally, vetoes=against, procedural=motion.resolution.procedural)
    decision = decide(tally, majority_named(motion.majority), present=present)
    if decision.rule is Rule.IMPORTANT_QUESTION and motion.of != "whole":
        decision = replace(decision, rule=Rule.IMPORTANT_PART)
    return settled(decision, earlier_ties=int(is_second_round(ballot)), second_vote=rules.second_vote_on_tie)


def is_second_round(ballot: Ballot) -> bool:
    """Whether the vote before it on the same question was equal, by whatever method (rule 95)."""
    motion = ballot.motion
    earlier = (
        Ballot.objects.of(motion.meeting).declared().filter(pk__lt=ballot.pk, motion__resolution=motion.resolution)
    )
    last = earlier.filter(motion__of=motion.of, motion__name=motion.name, motion__settles=motion.settles)
    before = last.select_related("record").last()
    return before is not None and before.record.content["decision"] == "equally_divided"


def quorum_of(meeting: Meeting) -> Quorum:
    """Of the members: observers do not count, and empty seats that are played do. The Council has no quorum."""
    marked = dict(meeting.delegations.filter(observer=False).values_list("member_id", "present"))
    marked |= dict.fromkeys(played_in(meeting), True)
    attendance = quorum(len(marked), sum(marked.values()))
    return attendance if meeting.rules.body is Body.ASSEMBLY else replace(attendance, to_open=0, to_decide=0)
