"""What a vote decides under a profile: on a draft, an amendment, a part, or a motion."""

from dataclasses import replace

from unsim.rules.decision import Body, Decision, Rule, decide, decide_council
from unsim.rules.floor_state import QuestionOf
from unsim.rules.majority import AnyMajority, Majority
from unsim.rules.motions import MotionKind
from unsim.rules.profile import Profile
from unsim.rules.tally import Tally
from unsim.rules.ties import not_carried, settled


def majority_for(profile: Profile, *, important: bool) -> AnyMajority:
    """Of a draft, and by rule 84 of the amendments to it and of its parts."""
    return profile.majority_for_important if important else profile.majority_for_drafts


def decide_question(
    profile: Profile,
    tally: Tally,
    *,
    present: int,
    of: QuestionOf = QuestionOf.WHOLE,
    important: bool = False,
    earlier_ties: int = 0,
    vetoes: int = 0,
    procedural: bool = False,
) -> Decision:
    """`vetoes`: permanent members against, in the Council; there `procedural` says that they bar nothing.

    NoQuorum in the Assembly (rule 67); the Council knows no quorum beyond its nine votes.
    """
    if profile.body is Body.COUNCIL:
        return decide_council(tally, vetoes=vetoes, procedural=procedural)
    decision = decide(tally, majority_for(profile, important=important), present=present)
    if decision.rule is Rule.IMPORTANT_QUESTION and of is not QuestionOf.WHOLE:
        decision = replace(decision, rule=Rule.IMPORTANT_PART)
    return settled(decision, earlier_ties=earlier_ties, second_vote=profile.second_vote_on_tie)


def decide_motion(profile: Profile, kind: MotionKind, tally: Tally, *, present: int) -> Decision:
    """ValueError for what is not voted on: a point. NoQuorum as above. An equal vote does not carry a motion."""
    if profile.body is Body.COUNCIL:
        return decide_council(tally, vetoes=0, procedural=True)
    majority = profile.rule_of(kind).majority
    if majority is None:
        raise ValueError(f"{kind} is not put to the vote")
    decision = not_carried(decide(tally, majority, present=present))
    return replace(decision, rule=_OF_MOTIONS.get((kind, majority), _otherwise(decision)))


def _otherwise(decision: Decision) -> Rule:
    # Two thirds to close a debate is a rule of the conference: the matter is not an important question.
    return Rule.OWN if decision.rule is Rule.IMPORTANT_QUESTION else decision.rule


_OF_MOTIONS: dict[tuple[MotionKind, AnyMajority], Rule] = {
    (MotionKind.APPEAL, Majority.SIMPLE): Rule.APPEAL,
    (MotionKind.RECONSIDER, Majority.TWO_THIRDS): Rule.RECONSIDERATION,
}
