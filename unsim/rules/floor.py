"""The floor: what may be done with motions and points, step by step.

Every step takes the profile and the floor and gives the floor after it; RuledOut says why it cannot be taken. What
carries is applied by `effects`, what may be moved is said by `in_order`, and drafts are voted on in `drafts`.
"""

from collections.abc import Sequence
from dataclasses import replace

from unsim.rules.division import Part
from unsim.rules.effects import carry, lose
from unsim.rules.floor_state import Floor, Ruling
from unsim.rules.in_order import contested, refused, unfit, why_no_business, why_not
from unsim.rules.motions import CONDUCT, MotionKind, Moved, Requirement, Side, Way, put_next
from unsim.rules.profile import Profile
from unsim.rules.refusals import Reason, RuledOut


def opened(profile: Profile) -> Floor:
    """The floor of a meeting that has just been opened."""
    return Floor(speech_seconds=profile.speech_seconds)


def move(
    profile: Profile,
    floor: Floor,
    *,
    kind: MotionKind,
    by: str,
    about: str = "",
    seconds: int | None = None,
    each: int | None = None,
    parts: Sequence[tuple[str, bool]] = (),
    rest_operative: bool = True,
) -> Floor:
    """A motion or a point. `about`: a draft (by itself the one that is put first), an amendment's name, METHOD
    or, of a point of order during a vote, CONDUCT.

    `parts`: of a division, each with a name and whether it is operative. What else stands in `Moved`.
    """
    kind = MotionKind(kind)
    why = why_not(profile, floor, kind)
    if why:
        raise why
    separate = tuple(Part(name, operative) for name, operative in parts)
    moved = Moved(floor.moved + 1, kind, by, about, seconds, each, separate, rest_operative)
    return _placed(profile, replace(floor, moved=moved.number, appealable=False), _particular(profile, floor, moved))


def _placed(profile: Profile, floor: Floor, moved: Moved) -> Floor:
    way = profile.rule_of(moved.kind).way
    if way in (Way.RULING, Way.ANSWER):
        return replace(floor, point=moved)
    if way is Way.SUBMITTED:
        return _submitted(floor, moved)
    return replace(floor, pending=(*floor.pending, moved))


def _submitted(floor: Floor, moved: Moved) -> Floor:
    first = floor.draft
    drafts = tuple(
        replace(draft, amendments=draft.amendments.submit(moved.about, moved.by)) if draft is first else draft
        for draft in floor.drafts
    )
    return replace(floor, drafts=drafts)


def _particular(profile: Profile, floor: Floor, moved: Moved) -> Moved:
    """The motion with all that its kind needs."""
    if floor.voting and moved.kind is MotionKind.POINT_OF_ORDER and moved.about != CONDUCT:
        raise refused(profile, Reason.NOT_ABOUT_CONDUCT)
    if moved.kind is MotionKind.DIVISION and not 0 < len(moved.parts) == len({part.name for part in moved.parts}):
        raise refused(profile, Reason.NO_PARTS)
    if moved.kind in _TIMED and not _has_time(moved):
        raise refused(profile, Reason.NO_TIME)
    if moved.kind is MotionKind.AMENDMENT and not moved.about.strip():
        raise refused(profile, Reason.UNKNOWN, name=moved.about)
    if moved.kind is MotionKind.RECONSIDER and moved.about not in floor.reconsiderable:
        raise refused(profile, Reason.UNKNOWN, name=moved.about)
    return _about_a_draft(profile, floor, moved)


_TIMED = frozenset({MotionKind.TIME_LIMIT, MotionKind.MODERATED_CAUCUS, MotionKind.UNMODERATED_CAUCUS})


def _has_time(moved: Moved) -> bool:
    whole = moved.seconds or 0
    return whole >= 1 and (moved.kind is not MotionKind.MODERATED_CAUCUS or 1 <= (moved.each or 0) <= whole)


def _about_a_draft(profile: Profile, floor: Floor, moved: Moved) -> Moved:
    rule = profile.rule_of(moved.kind)
    if Requirement.DRAFT not in rule.requires or rule.way is Way.SUBMITTED or floor.draft is None:
        return moved
    about = moved.about or floor.draft.name
    if about != floor.draft.name:
        raise refused(profile, Reason.UNKNOWN, name=about)
    return replace(moved, about=about)


def second(profile: Profile, floor: Floor, *, number: int, by: str) -> Floor:
    moved = _pending(profile, floor, number)
    if not profile.rule_of(moved.kind).seconded or moved.seconded_by:
        raise refused(profile, Reason.NO_SECOND_NEEDED)
    if by == moved.by:
        raise refused(profile, Reason.OWN_SECOND)
    return _changed(floor, replace(moved, seconded_by=by))


def drop(profile: Profile, floor: Floor, *, number: int) -> Floor:
    """What nobody seconds falls; that is no ruling."""
    moved = _pending(profile, floor, number)
    if not profile.rule_of(moved.kind).seconded or moved.seconded_by:
        raise refused(profile, Reason.NO_SECOND_NEEDED)
    return _without(floor, number)


def withdraw(profile: Profile, floor: Floor, *, number: int, by: str) -> Floor:
    """By the mover, until voting on it has begun (rule 80)."""
    if any(moved.number == number for moved in floor.put):
        raise refused(profile, Reason.BEING_VOTED)
    if _pending(profile, floor, number).by != by:
        raise refused(profile, Reason.NOT_THE_MOVER)
    return _without(floor, number)


def object_to(profile: Profile, floor: Floor, *, number: int, by: str) -> Floor:
    """An objection leads to a vote; in the Council one by a sponsor of the draft ends a request for a division."""
    moved = _pending(profile, floor, number)
    way = profile.rule_of(moved.kind).way
    if way is Way.REQUEST:
        raise refused(profile, Reason.NO_OBJECTION_POSSIBLE)
    if way is Way.UNLESS_SPONSOR_OBJECTS:
        if floor.draft is None or by not in floor.draft.sponsors:
            raise refused(profile, Reason.ONLY_SPONSORS)
        return _without(floor, number)
    return _changed(floor, replace(moved, objections=tuple(dict.fromkeys((*moved.objections, by)))))


def hear(profile: Profile, floor: Floor, *, by: str, side: Side) -> Floor:
    """A speech for or against the motion that comes next. One for each delegation, and no more than its rule allows."""
    moved = _next(profile, floor)
    side = Side(side)
    rule = profile.rule_of(moved.kind)
    if any(speaker == by for speaker, _ in moved.speakers):
        raise refused(profile, Reason.ALREADY_SPOKE)
    limit = rule.speakers_for if side is Side.FOR else rule.speakers_against
    if limit == 0:
        raise RuledOut(Reason.NO_SPEECHES, rule.rule, side=side)
    mover_too = rule.mover_speaks and by == moved.by and side is Side.FOR
    if limit is not None and not mover_too and _heard(rule.mover_speaks, moved, side) >= limit:
        raise RuledOut(Reason.ENOUGH_SPEAKERS, rule.rule, limit=limit)
    return _changed(floor, replace(moved, speakers=(*moved.speakers, (by, side))))


def _heard(mover_speaks: bool, moved: Moved, side: Side) -> int:
    """How many of those that count have spoken on this side."""
    return sum(spoke is side and not (mover_speaks and speaker == moved.by) for speaker, spoke in moved.speakers)


def rule(profile: Profile, floor: Floor, *, upheld: bool) -> Floor:
    """The President rules on a point of order, or answers another point. A ruling may be appealed against at once; one
    that is made while an appeal is being voted on may not."""
    point = floor.point
    if point is None:
        raise refused(profile, Reason.NO_POINT)
    floor = replace(floor, point=None)
    if profile.rule_of(point.kind).way is Way.ANSWER:
        return floor
    return _ruled(floor, Ruling(point, upheld))


def rule_out(profile: Profile, floor: Floor, *, number: int) -> Floor:
    """The President rules that a motion is out of order; an appeal that carries brings it back."""
    _check_business(profile, floor)
    moved = _pending(profile, floor, number)
    return _ruled(_without(floor, number), Ruling(moved, upheld=False))


def _ruled(floor: Floor, ruling: Ruling) -> Floor:
    return replace(floor, rulings=(*floor.rulings, ruling), appealable=not floor.appealing)


def put(profile: Profile, floor: Floor) -> Floor:
    """The vote is taken on the motion that comes next."""
    moved = _ready(profile, floor)
    if profile.rule_of(moved.kind).way is not Way.VOTE and not needs_vote(floor, moved):
        raise refused(profile, Reason.NO_VOTE_NEEDED)
    return replace(_without(floor, moved.number), put=(*floor.put, moved), appealable=False)


def grant(profile: Profile, floor: Floor) -> Floor:
    """What comes next is done without a vote: on request, or because nobody objects."""
    moved = _ready(profile, floor)
    if needs_vote(floor, moved):
        raise refused(profile, Reason.VOTE_NEEDED)
    return carry(profile, replace(_without(floor, moved.number), appealable=False), moved)


def decide(profile: Profile, floor: Floor, *, carried: bool) -> Floor:
    """The result of the vote on the motion that was put last."""
    if not floor.put:
        raise refused(profile, Reason.NO_VOTE)
    _check_settled(profile, floor)
    moved = floor.put[-1]
    floor = replace(floor, put=floor.put[:-1], appealable=False)
    return carry(profile, floor, moved) if carried else lose(profile, floor, moved)


def resume(profile: Profile, floor: Floor) -> Floor:
    """A suspended meeting goes on, or the next one takes up the item where the last one left it."""
    if floor.resumes is None:
        raise refused(profile, Reason.NOT_SUSPENDED)
    return replace(floor, stage=floor.resumes, resumes=None)


def end_caucus(profile: Profile, floor: Floor) -> Floor:
    if floor.caucus is None:
        raise refused(profile, Reason.NO_CAUCUS)
    return replace(floor, caucus=None)


def ask_secret(profile: Profile, floor: Floor) -> Floor:
    """A secret ballot is asked for without being moved, as by letter in October 2022."""
    why = unfit(profile, floor, MotionKind.SECRET_BALLOT)
    if MotionKind.SECRET_BALLOT not in profile.order:
        raise RuledOut(Reason.NOT_IN_THIS_PROFILE)
    if why:
        raise why
    return replace(floor, secret_asked=True)


def next_motion(profile: Profile, floor: Floor) -> Moved | None:
    """By precedence; an appeal before all."""
    return put_next(profile.order, floor.pending)


def needs_vote(floor: Floor, moved: Moved) -> bool:
    """Whether it cannot be granted without one: an appeal, an objection, or two ways of voting asked for."""
    return moved.kind is MotionKind.APPEAL or bool(moved.objections) or contested(floor, moved)


def _ready(profile: Profile, floor: Floor) -> Moved:
    moved = _next(profile, floor)
    if profile.rule_of(moved.kind).seconded and not moved.seconded_by:
        raise refused(profile, Reason.NOT_SECONDED)
    return moved


def _next(profile: Profile, floor: Floor) -> Moved:
    moved = next_motion(profile, floor)
    if moved is None:
        raise refused(profile, Reason.NO_MOTION)
    if moved.kind is not MotionKind.APPEAL:
        _check_business(profile, floor)
    return moved


def _check_business(profile: Profile, floor: Floor) -> None:
    why = why_no_business(profile, floor)
    if why:
        raise why


def _check_settled(profile: Profile, floor: Floor) -> None:
    """A point of order and an appeal come before the result of any vote (rule 71)."""
    if floor.point:
        raise refused(profile, Reason.RULING_DUE)
    if any(moved.kind is MotionKind.APPEAL for moved in floor.pending):
        raise refused(profile, Reason.APPEAL_DUE)


def _pending(profile: Profile, floor: Floor, number: int) -> Moved:
    found = next((moved for moved in floor.pending if moved.number == number), None)
    if found is None:
        raise refused(profile, Reason.UNKNOWN, name=str(number))
    return found


def _changed(floor: Floor, moved: Moved) -> Floor:
    return replace(floor, pending=tuple(moved if each.number == moved.number else each for each in floor.pending))


def _without(floor: Floor, number: int) -> Floor:
    return replace(floor, pending=tuple(moved for moved in floor.pending if moved.number != number))
