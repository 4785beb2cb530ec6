"""What may be moved now, and why something else may not."""

from collections.abc import Callable, Mapping
from typing import Any

from unsim.rules.floor_state import DraftStatus, Floor
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import METHODS, MotionKind, Moved, Requirement, Stage, rank
from unsim.rules.profile import Profile
from unsim.rules.refusals import Reason, RuledOut


def in_order(profile: Profile, floor: Floor) -> list[MotionKind]:
    """What a delegation may move or raise now, in order of precedence."""
    kinds = [kind for kind in profile.order if why_not(profile, floor, kind) is None]
    return sorted(kinds, key=lambda kind: rank(profile.order, kind))


def why_not(profile: Profile, floor: Floor, kind: MotionKind) -> RuledOut | None:
    """The reason why this kind cannot be moved now; None if it can."""
    if kind not in profile.order:
        return RuledOut(Reason.NOT_IN_THIS_PROFILE, "")
    return _why_nothing(profile, floor, kind) or unfit(profile, floor, kind) or _why_not_again(profile, floor, kind)


def _why_nothing(profile: Profile, floor: Floor, kind: MotionKind) -> RuledOut | None:
    if floor.point:
        return refused(profile, Reason.RULING_DUE)
    if any(moved.kind is MotionKind.APPEAL for moved in floor.pending):
        return refused(profile, Reason.APPEAL_DUE)
    if floor.voting and kind not in (MotionKind.POINT_OF_ORDER, MotionKind.APPEAL):
        return refused(profile, Reason.VOTING_BEGUN)
    if floor.caucus and kind not in POINTS and kind is not MotionKind.APPEAL:
        return refused(profile, Reason.IN_CAUCUS)
    return None


def unfit(profile: Profile, floor: Floor, kind: MotionKind) -> RuledOut | None:
    """Whether the stage of the meeting, or what it lacks, leaves no place for such a motion."""
    rule = profile.rule_of(kind)
    if floor.stage in (Stage.SUSPENDED, Stage.ADJOURNED):
        return refused(profile, Reason.NO_MEETING)
    if floor.stage not in rule.stages:
        return RuledOut(Reason.NOT_AT_THIS_STAGE, rule.rule)
    lacking = next((requirement for requirement in rule.requires if not _MET[requirement](floor)), None)
    return refused(profile, _LACKING[lacking]) if lacking else None


def _why_not_again(profile: Profile, floor: Floor, kind: MotionKind) -> RuledOut | None:
    if any(moved.kind is kind for moved in floor.pending):
        return refused(profile, Reason.ALREADY_MOVED)
    return None


def why_no_business(profile: Profile, floor: Floor) -> RuledOut | None:
    """Why the President cannot go on to other business: something has to be settled at once."""
    if floor.stage in (Stage.SUSPENDED, Stage.ADJOURNED):
        return refused(profile, Reason.NO_MEETING)
    return _why_nothing(profile, floor, MotionKind.SUSPEND_MEETING)


def contested(floor: Floor, moved: Moved) -> bool:
    """Whether a request for a vote by name meets one for a secret ballot: then the Assembly decides, as on 10 October
    2022."""
    asked = floor.secret_asked or any(each.kind is MotionKind.SECRET_BALLOT for each in floor.pending)
    return asked and moved.kind in METHODS and moved.kind is not MotionKind.SECRET_BALLOT


def refused(profile: Profile, reason: Reason, **values: Any) -> RuledOut:
    """With the number of the rule in this body."""
    book = RuledOut(reason, **values)
    return RuledOut(reason, profile.cited(book.rule), **values)


def _has_rival(floor: Floor) -> bool:
    voted = (DraftStatus.ADOPTED, DraftStatus.REJECTED)
    return floor.draft is not None and any(draft.status in voted for draft in floor.drafts)


_MET: Mapping[Requirement, Callable[[Floor], bool]] = {
    Requirement.RULING: lambda floor: floor.appealable,
    Requirement.DRAFT: lambda floor: floor.draft is not None,
    Requirement.UNDIVIDED: lambda floor: floor.draft is None or floor.draft.division is None,
    Requirement.DECISION: lambda floor: bool(floor.reconsiderable),
    Requirement.OPEN_METHOD: lambda floor: floor.method is None,
    Requirement.OPEN_LIST: lambda floor: not floor.list_closed,
    Requirement.RIVAL: _has_rival,
}
_LACKING: Mapping[Requirement, Reason] = {
    Requirement.RULING: Reason.NOTHING_TO_APPEAL,
    Requirement.DRAFT: Reason.NO_DRAFT,
    Requirement.UNDIVIDED: Reason.DIVIDED,
    Requirement.DECISION: Reason.NOTHING_DECIDED,
    Requirement.OPEN_METHOD: Reason.METHOD_DECIDED,
    Requirement.OPEN_LIST: Reason.LIST_CLOSED,
    Requirement.RIVAL: Reason.NO_RIVAL,
}
