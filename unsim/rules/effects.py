"""A motion that carries does what it says."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from unsim.rules.division import Division
from unsim.rules.floor_state import Caucus, Draft, DraftStatus, Floor
from unsim.rules.in_order import unfit
from unsim.rules.motion_table import POINTS, RULES
from unsim.rules.motions import METHOD, Effect, MotionKind, Moved, Requirement, Stage
from unsim.rules.procedure import Method
from unsim.rules.profile import Profile

_METHODS: Mapping[MotionKind, Method] = {
    MotionKind.RECORDED_VOTE: Method.RECORDED,
    MotionKind.ROLL_CALL: Method.ROLL_CALL,
    MotionKind.SECRET_BALLOT: Method.SECRET,
}


def carry(profile: Profile, floor: Floor, moved: Moved) -> Floor:
    """What the motion says is done; those that make no sense any more lapse."""
    return lapse(profile, _CARRIED[RULES[moved.kind].effect](floor, moved))


def lose(profile: Profile, floor: Floor, moved: Moved) -> Floor:
    """A lost motion changes nothing, but that a draft on which the Assembly will not vote is not put (rule 91)."""
    if RULES[moved.kind].effect is Effect.PUT_NEXT and floor.draft:
        return lapse(profile, _with_status(floor, floor.draft.name, DraftStatus.NOT_PUT))
    if RULES[moved.kind].effect is Effect.AMEND:
        return _amend(floor, moved, adopted=False)
    return floor


def lapse(profile: Profile, floor: Floor) -> Floor:
    """Motions that make no sense any more are before the meeting no longer."""
    if floor.stage is Stage.SUSPENDED:
        return floor
    return replace(floor, pending=tuple(moved for moved in floor.pending if not _moot(profile, floor, moved)))


def _moot(profile: Profile, floor: Floor, moved: Moved) -> bool:
    if unfit(profile, floor, moved.kind):
        return True
    return Requirement.DRAFT in RULES[moved.kind].requires and not _is_pending(floor, moved.about)


def _is_pending(floor: Floor, name: str) -> bool:
    return any(draft.name == name and draft.status is DraftStatus.PENDING for draft in floor.drafts)


def _with_status(floor: Floor, name: str, status: DraftStatus) -> Floor:
    return _change(floor, name, lambda draft: replace(draft, status=status))


def _change(floor: Floor, name: str, change: Callable[[Draft], Draft]) -> Floor:
    return replace(floor, drafts=tuple(change(draft) if draft.name == name else draft for draft in floor.drafts))


def _nothing(floor: Floor, moved: Moved) -> Floor:
    return floor


def _overrule(floor: Floor, moved: Moved) -> Floor:
    ruling = replace(floor.rulings[-1], upheld=not floor.rulings[-1].upheld, overruled=True)
    # A motion that was wrongly ruled out of order is before the meeting again.
    back = () if ruling.on.kind in POINTS else (ruling.on,)
    return replace(floor, rulings=(*floor.rulings[:-1], ruling), pending=(*floor.pending, *back))


def _suspend(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, stage=Stage.SUSPENDED, resumes=floor.stage)


def _adjourn(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, stage=Stage.ADJOURNED, resumes=floor.stage)


def _no_action(floor: Floor, moved: Moved) -> Floor:
    return _with_status(floor, moved.about, DraftStatus.NOT_ACTED_ON)


def _close_debate(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, stage=Stage.CLOSED)


def _no_competence(floor: Floor, moved: Moved) -> Floor:
    return _with_status(floor, moved.about, DraftStatus.NOT_COMPETENT)


def _limit_speeches(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, speech_seconds=moved.seconds)


def _close_list(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, list_closed=True)


def _divide(floor: Floor, moved: Moved) -> Floor:
    division = Division(moved.parts, moved.rest_operative)
    return _change(floor, moved.about, lambda draft: replace(draft, division=division))


def _reopen(floor: Floor, moved: Moved) -> Floor:
    if moved.about == METHOD:
        return replace(floor, method=None)
    reopened = _change(
        floor, moved.about, lambda draft: replace(draft, status=DraftStatus.PENDING, division=None, ties=0)
    )
    return replace(reopened, stage=Stage.DEBATE)


def _set_method(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, method=_METHODS[moved.kind], secret_asked=False)


def _adopt_amendment(floor: Floor, moved: Moved) -> Floor:
    return _amend(floor, moved, adopted=True)


def _amend(floor: Floor, moved: Moved, *, adopted: bool) -> Floor:
    if floor.draft is None:
        return floor
    amendments = floor.draft.amendments.settle(moved.about, adopted=adopted)
    return _change(floor, floor.draft.name, lambda draft: replace(draft, amendments=amendments))


def _caucus(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, caucus=Caucus(moved.kind, moved.seconds or 0, moved.each))


_CARRIED: Mapping[Effect, Callable[[Floor, Moved], Floor]] = {
    Effect.NONE: _nothing,
    Effect.OVERRULE: _overrule,
    Effect.SUSPEND: _suspend,
    Effect.ADJOURN: _adjourn,
    Effect.NO_ACTION: _no_action,
    Effect.CLOSE_DEBATE: _close_debate,
    Effect.NO_COMPETENCE: _no_competence,
    Effect.LIMIT_SPEECHES: _limit_speeches,
    Effect.CLOSE_LIST: _close_list,
    Effect.DIVIDE: _divide,
    Effect.REOPEN: _reopen,
    Effect.SET_METHOD: _set_method,
    Effect.AMEND: _adopt_amendment,
    # The next draft is before the meeting already.
    Effect.PUT_NEXT: _nothing,
    Effect.CAUCUS: _caucus,
}
