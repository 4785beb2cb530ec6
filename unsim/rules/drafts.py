"""Drafts on the floor: handed in, amended, divided, and voted on question by question (rules 78 to 91)."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from unsim.rules.amendments import Amendments
from unsim.rules.decision import Outcome
from unsim.rules.effects import lapse
from unsim.rules.floor_state import Draft, DraftStatus, Floor, Question, QuestionOf
from unsim.rules.in_order import refused, why_no_business
from unsim.rules.motions import Stage
from unsim.rules.profile import Profile
from unsim.rules.refusals import Reason, RuledOut


def introduce(
    profile: Profile, floor: Floor, *, name: str, sponsors: Collection[str], important: bool = False
) -> Floor:
    """A draft, while the debate is open; rival drafts are voted on in the order in which they came (rule 91)."""
    _check_business(profile, floor)
    if floor.stage is not Stage.DEBATE:
        raise refused(profile, Reason.NOT_AT_THIS_STAGE)
    if any(draft.name == name for draft in floor.drafts):
        raise refused(profile, Reason.SAME_NAME, name=name)
    return replace(floor, drafts=(*floor.drafts, Draft(name, tuple(sponsors), important)), appealable=False)


def withdraw_draft(profile: Profile, floor: Floor, *, name: str, by: str) -> Floor:
    """By a sponsor, until voting has begun, and unless the draft has been amended (rule 80)."""
    draft = _draft(profile, floor, name)
    if floor.stage is Stage.VOTING:
        raise refused(profile, Reason.BEING_VOTED)
    if by not in draft.sponsors:
        raise refused(profile, Reason.NOT_THE_MOVER)
    if draft.amended:
        raise refused(profile, Reason.AMENDED)
    _check_business(profile, floor)
    return lapse(profile, _changed(floor, replace(draft, status=DraftStatus.WITHDRAWN)))


def rank_amendments(profile: Profile, floor: Floor, *, names: Sequence[str]) -> Floor:
    """The President's order, furthest removed in substance first (rule 90)."""
    return _amendments(profile, floor, lambda draft: draft.amendments.rank(names))


def exclude_amendments(profile: Profile, floor: Floor, *, name: str, others: Collection[str]) -> Floor:
    """The President's judgement that adopting one implies rejecting these others (rule 90)."""
    return _amendments(profile, floor, lambda draft: draft.amendments.exclude(name, others))


def accept_amendment(profile: Profile, floor: Floor, *, name: str, consenting: Collection[str]) -> Floor:
    """A friendly amendment, which all sponsors take into their text (Model UN)."""
    if not profile.friendly_amendments:
        raise RuledOut(Reason.NOT_IN_THIS_PROFILE)
    return _amendments(profile, floor, lambda draft: draft.amendments.accept(name, consenting, draft.sponsors))


def withdraw_amendment(profile: Profile, floor: Floor, *, name: str, by: str) -> Floor:
    return _amendments(profile, floor, lambda draft: draft.amendments.withdraw(name, by))


def begin_voting(profile: Profile, floor: Floor) -> Floor:
    """The President announces it: from now on only its conduct may be questioned (rule 88)."""
    _check_business(profile, floor)
    if floor.pending:
        raise refused(profile, Reason.MOTIONS_FIRST)
    if floor.draft is None:
        raise refused(profile, Reason.NO_DRAFT)
    if not floor.draft.amendments.in_order:
        raise refused(profile, Reason.NOT_RANKED)
    return replace(floor, stage=Stage.VOTING, appealable=False)


def settle(profile: Profile, floor: Floor, *, outcome: Outcome) -> Floor:
    """The result of the vote on the question that is being put. A first tie is voted on again later (rule 95)."""
    question = floor.question
    if question is None:
        raise refused(profile, Reason.NO_VOTE)
    if floor.point or floor.appealing:
        raise refused(profile, Reason.RULING_DUE if floor.point else Reason.APPEAL_DUE)
    floor = replace(floor, appealable=False)
    if _again(profile, question.draft, Outcome(outcome)):
        tied = replace(question.draft, ties=question.draft.ties + 1)
        return replace(_changed(floor, tied), stage=Stage.CLOSED)
    return _settled(floor, question, adopted=Outcome(outcome) is Outcome.ADOPTED)


def _again(profile: Profile, draft: Draft, outcome: Outcome) -> bool:
    return outcome is Outcome.EQUALLY_DIVIDED and profile.second_vote_on_tie and draft.ties == 0


def _settled(floor: Floor, question: Question, *, adopted: bool) -> Floor:
    draft = _after(question, adopted=adopted)
    over = draft.status is not DraftStatus.PENDING
    return replace(_changed(floor, draft), stage=Stage.CLOSED if over else Stage.VOTING)


def _after(question: Question, *, adopted: bool) -> Draft:
    draft = replace(question.draft, ties=0)
    if question.of is QuestionOf.AMENDMENT:
        return replace(draft, amendments=draft.amendments.settle(question.name, adopted=adopted))
    if question.of is QuestionOf.PART and draft.division:
        division = draft.division.settle(adopted=adopted)
        status = DraftStatus.REJECTED if division.whole_rejected else draft.status
        return replace(draft, division=division, status=status)
    return replace(draft, status=DraftStatus.ADOPTED if adopted else DraftStatus.REJECTED)


def open_debate(profile: Profile, floor: Floor) -> Floor:
    """The debate on the next item: with a new choice of how to vote, an open list and the usual time to speak."""
    _check_business(profile, floor)
    if floor.pending:
        raise refused(profile, Reason.MOTIONS_FIRST)
    if floor.draft is not None:
        raise refused(profile, Reason.DRAFT_FIRST)
    return replace(
        floor,
        stage=Stage.DEBATE,
        method=None,
        secret_asked=False,
        speech_seconds=profile.speech_seconds,
        list_closed=False,
        appealable=False,
    )


def _amendments(profile: Profile, floor: Floor, change: Callable[[Draft], Amendments]) -> Floor:
    """What is done with amendments before the voting on their draft begins."""
    _check_business(profile, floor)
    if floor.draft is None:
        raise refused(profile, Reason.NO_DRAFT)
    try:
        return _changed(floor, replace(floor.draft, amendments=change(floor.draft)))
    except RuledOut as why:
        raise refused(profile, why.reason, **why.values) from why


def _check_business(profile: Profile, floor: Floor) -> None:
    why = why_no_business(profile, floor)
    if why:
        raise why


def _draft(profile: Profile, floor: Floor, name: str) -> Draft:
    pending = (draft for draft in floor.drafts if draft.status is DraftStatus.PENDING)
    found = next((draft for draft in pending if draft.name == name), None)
    if found is None:
        raise refused(profile, Reason.UNKNOWN, name=name)
    return found


def _changed(floor: Floor, draft: Draft) -> Floor:
    return replace(floor, drafts=tuple(draft if each.name == draft.name else each for each in floor.drafts))
