"""What delegations and the President do with motions and points; the law says whether it is in order.

An appeal that is raised while a ballot is open is decided by a show of hands, whose numbers the President enters: it
has to be settled at once (rule 71), and a second ballot on the same phones would hide the one that is going on. That
ballot stays as it is, open or locked; its result can be declared as soon as the appeal is decided. The numbers stand
in the log.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import proceedings, steps
from unsim.assembly.counting import quorum_of
from unsim.assembly.floor import OutOfOrder, current_ballot, lock_meeting, note
from unsim.assembly.meetings import TooFewPresent
from unsim.assembly.models import Ballot, LogEntry, Meeting
from unsim.assembly.motion_words import clause_names, words_of
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules.clauses import wording_of
from unsim.rules.decision import NoQuorum, Outcome
from unsim.rules.floor import next_motion
from unsim.rules.floor_state import Floor
from unsim.rules.hands import show_of_hands
from unsim.rules.in_order import refused
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import CONDUCT, MotionKind
from unsim.rules.procedure import MeetingStage, Method
from unsim.rules.question import decide_motion
from unsim.rules.refusals import Reason, RuledOut


class NotADelegation(Refusal):
    status = 422
    message = _("Choose a delegation of this meeting that is a member; observers move nothing.")


class OneAtATime(Refusal):
    message = _("Your delegation has moved something that is still to be dealt with. Withdraw it first, or wait.")


class AnotherIsNext(Refusal):
    message = _("Something else comes first now. Look at this page again: it shows what is next.")


@transaction.atomic
def move(*, meeting: Meeting, kind: MotionKind, by: str, now: datetime, own: bool = False, **particulars: Any) -> Floor:
    """A motion or point of a delegation. `own`: it comes from a phone, where each delegation has one motion at a time;
    a point or an appeal is never held back by that. While a vote is going on a point is about its conduct (rule 88).
    """
    meeting = lock_session(meeting)
    _check_mover(meeting, by)
    floor = steps.floor_of(meeting)
    if own and kind not in (*POINTS, MotionKind.APPEAL) and any(moved.by == by for moved in floor.pending):
        raise OneAtATime
    if floor.voting or _vote_is_on(meeting):
        _check_interrupts(meeting, kind)
        particulars["about"] = CONDUCT if kind is MotionKind.POINT_OF_ORDER else particulars.get("about", "")
    return done(meeting, "move", now, kind=kind.value, by=by, **particulars)


def _check_interrupts(meeting: Meeting, kind: MotionKind) -> None:
    """Also in a vote of which the floor knows nothing: another one on a text that was decided, as an experiment."""
    if kind not in (MotionKind.POINT_OF_ORDER, MotionKind.APPEAL):
        raise steps.NotInOrderNow(refused(meeting.rules, Reason.VOTING_BEGUN))


def _vote_is_on(meeting: Meeting) -> bool:
    current = current_ballot(meeting)
    return bool(current and current.undecided)


def lock_session(meeting: Meeting) -> Meeting:
    """The row of a meeting that is in session."""
    meeting = lock_meeting(meeting)
    if meeting.stage != MeetingStage.IN_SESSION:
        raise proceedings.NotInSession
    return meeting


def _check_mover(meeting: Meeting, by: str) -> None:
    if not meeting.delegations.filter(member=by, observer=False).exists():
        raise NotADelegation


def done(meeting: Meeting, step: str, now: datetime, /, **data: Any) -> Floor:
    floor = steps.take(meeting, step, now, **data)
    tell(meeting.room)
    return floor


@transaction.atomic
def answer(*, meeting: Meeting, step: str, number: int, by: str, now: datetime) -> None:
    """A delegation seconds, objects to or withdraws (`second`, `object_to`, `withdraw`) what is pending."""
    meeting = lock_session(meeting)
    _check_mover(meeting, by)
    pending = {moved.number: moved for moved in steps.floor_of(meeting).pending}
    if step == "object_to" and number in pending and by in pending[number].objections:
        return
    done(meeting, step, now, number=number, by=by)


@transaction.atomic
def preside(*, meeting: Meeting, step: str, now: datetime, number: int | None = None, **data: Any) -> Floor:
    """A step of the President's. `number`: the point or motion that the page showed as the next; AnotherIsNext."""
    meeting = lock_session(meeting)
    floor = steps.floor_of(meeting)
    if "by" in data:
        _check_mover(meeting, data["by"])
    _check_number(meeting, floor, step, number)
    named = {"number": number} if step in ("rule_out", "drop") else {}
    return done(meeting, step, now, **named, **data)


def _check_number(meeting: Meeting, floor: Floor, step: str, number: int | None) -> None:
    if step in ("rule", "grant", "hear", "put"):
        shown = floor.point if step == "rule" else next_motion(meeting.rules, floor)
        if shown and shown.number != number:
            raise AnotherIsNext


@transaction.atomic
def put(*, meeting: Meeting, number: int, now: datetime, **how: Any) -> Ballot:
    """Opens the vote on the motion that comes next. Putting it twice (a double click) gives the ballot that is open."""
    meeting = lock_session(meeting)
    floor, current = steps.floor_of(meeting), current_ballot(meeting)
    if current and current.undecided and current.motion.of == "motion" and [m.number for m in floor.put] == [number]:
        return current
    _check_number(meeting, floor, "put", number)
    moved = next_motion(meeting.rules, floor)
    if moved is None:
        raise steps.NotInOrderNow(refused(meeting.rules, Reason.NO_MOTION))
    mover = meeting.delegations.filter(member=moved.by).values_list("member__grid_label", flat=True).first()
    return proceedings.put_motion(
        **{
            "meeting": meeting,
            "method": Method.RECORDED,
            "electorate": proceedings.voters_on_procedure(meeting),
            **how,
        },
        words=words_of(moved, mover or moved.by, clause_names(wording_of(meeting.resolution.summary))),
        now=now,
    )


@transaction.atomic
def count_appeal(*, meeting: Meeting, yes: int, no: int, abstain: int, now: datetime) -> Floor:
    """The hands raised on an appeal while a ballot is going on; see above."""
    meeting = lock_session(meeting)
    moved = next_motion(meeting.rules, steps.floor_of(meeting))
    if moved is None or moved.kind is not MotionKind.APPEAL or not _vote_is_on(meeting):
        raise OutOfOrder
    outcome = _decided_by_hands(meeting, yes, no, abstain)
    steps.take(meeting, "put", now)
    note(meeting, now, "appeal_counted", yes=yes, no=no, abstain=abstain)
    return done(meeting, "decide", now, carried=outcome is Outcome.ADOPTED)


def _decided_by_hands(meeting: Meeting, yes: int, no: int, abstain: int) -> Outcome:
    present, members = quorum_of(meeting).present, len(proceedings.voters_on_procedure(meeting))
    try:
        counted = show_of_hands(yes=yes, no=no, abstain=abstain, present=present, members=members)
        return decide_motion(meeting.rules, MotionKind.APPEAL, counted.tally, present=counted.present).outcome
    except RuledOut as why:
        raise steps.NotInOrderNow(why) from why
    except NoQuorum as short:
        raise TooFewPresent(short.present, short.members, short.to_decide) from short


@transaction.atomic
def go_on(*, meeting: Meeting, now: datetime) -> None:
    """Leaves the result that was declared: the room looks at what comes next."""
    meeting = lock_session(meeting)
    if steps.shows_result(meeting):
        note(meeting, now, "gone_on")
        tell(meeting.room)


@transaction.atomic
def take_back(*, meeting: Meeting, entry: int, now: datetime) -> LogEntry:
    """The last step, which the page showed as `entry`. During a vote only what was done since it was put."""
    meeting = lock_session(meeting)
    last = steps.last_step(meeting)
    if last is None:
        raise steps.NothingToTakeBack
    if last.pk != entry:
        raise AnotherIsNext
    taken = steps.take_back_last(meeting, now)
    tell(meeting.room)
    return taken
