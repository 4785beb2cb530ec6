"""What the President does with a vote: puts the question, locks, takes back, declares."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import steps
from unsim.assembly.counting import Result, is_secret, quorum_of, result_of
from unsim.assembly.floor import OutOfOrder, current_ballot, lock_ballot, lock_meeting, note, refuse_during_a_vote
from unsim.assembly.meetings import TooFewPresent
from unsim.assembly.models import Ballot, Meeting, Motion, Record
from unsim.assembly.records import content_of
from unsim.assembly.rolls import roll_of
from unsim.assembly.simulation import vote_for_empty_seats
from unsim.assembly.texts import board_words
from unsim.assembly.truncating import truncate_log
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules.decision import Body, NoQuorum, Outcome
from unsim.rules.electorate import electorate as voters
from unsim.rules.floor import next_motion
from unsim.rules.floor_state import Floor, QuestionOf
from unsim.rules.in_order import refused, why_no_business
from unsim.rules.majority import AnyMajority
from unsim.rules.motions import Moved, Stage
from unsim.rules.procedure import BallotStage, MeetingStage, Method, NotInOrder, move
from unsim.rules.refusals import Reason, RuledOut


class StillCalling(Refusal):
    message = _("The roll call is not complete. Call the delegations that are left, or take the vote back.")


class NotInSession(Refusal):
    message = _("The meeting is not in session. Open it first, then put the question.")


class MethodIsDecided(Refusal):
    message = _(
        "The meeting has decided how to vote on this text. Put it in that way; a motion to reconsider opens the "
        "question again (rule 81)."
    )


@transaction.atomic
def put_to_recorded_vote(*, meeting: Meeting, majority: AnyMajority, hidden: bool, now: datetime) -> Ballot:
    """Putting the question twice (a double click) gives the ballot that is open already."""
    meeting = lock_meeting(meeting)
    return already_put(meeting, Method.RECORDED) or put(
        meeting=meeting,
        method=Method.RECORDED,
        majority=majority,
        electorate=members_of(meeting),
        now=now,
        hidden=hidden,
    )


def already_put(meeting: Meeting, method: Method) -> Ballot | None:
    """The open ballot on a text by this method."""
    current = current_ballot(meeting)
    going_on = current and current.stage == BallotStage.OPEN and current.motion.of != "motion"
    return current if going_on and current and current.motion.method == method else None


def members_of(meeting: Meeting) -> list[str]:
    """Sorted codes of the delegations that may vote on a text."""
    return sorted(meeting.delegations.filter(observer=False).values_list("member_id", flat=True))


def voters_on_procedure(meeting: Meeting) -> list[str]:
    """Sorted codes of the delegations that may vote on a motion: observers too, where the rules have it so."""
    observers = meeting.delegations.filter(observer=True).values_list("member_id", flat=True)
    return sorted(voters(meeting.rules, members_of(meeting), list(observers), procedural=True))


def put(
    *, meeting: Meeting, method: Method, majority: AnyMajority, electorate: list[str], now: datetime, **columns: Any
) -> Ballot:
    """Opens a round of voting on what comes next on the meeting's text: an amendment, a part, or the whole.

    Inside a transaction that holds `lock_meeting`. `columns` are further columns of the ballot. Refuses without a
    session, during a vote, without a quorum, and while a motion has to be dealt with first.
    """
    check_in_order(meeting)
    _check_floor(meeting)
    motion = _question(meeting, method, majority, now)
    if motion.settles and steps.floor_of(meeting).method not in (None, method):
        raise MethodIsDecided
    ballot = open_ballot(motion=motion, electorate=electorate, now=now, **columns)
    if motion.settles and steps.floor_of(meeting).stage is not Stage.VOTING:
        steps.take(meeting, "begin_voting", now, ballot=ballot)
    return ballot


@transaction.atomic
def put_motion(
    *, meeting: Meeting, method: Method, electorate: list[str], words: str, now: datetime, **columns: Any
) -> Ballot:
    """Opens the vote on the motion that comes next by precedence. `words`: as the board shows it."""
    meeting = lock_meeting(meeting)
    check_in_order(meeting)
    moved = next_motion(meeting.rules, steps.floor_of(meeting))
    motion = Motion.objects.create(
        meeting=meeting,
        resolution=meeting.resolution,
        method=method.value,
        majority=_majority_of(meeting, moved),
        put_at=now,
        of="motion",
        name=moved.kind.value if moved else "",
        words=words,
    )
    ballot = open_ballot(motion=motion, electorate=electorate, now=now, **columns)
    steps.take(meeting, "put", now, ballot=ballot)
    return ballot


def _majority_of(meeting: Meeting, moved: Moved | None) -> str:
    majority = meeting.rules.rule_of(moved.kind).majority if moved else None
    return "" if majority is None else str(majority)


def open_ballot(*, motion: Motion, electorate: list[str], now: datetime, **columns: Any) -> Ballot:
    ballot = Ballot.objects.create(motion=motion, electorate=electorate, opened_at=now, **columns)
    Meeting.objects.filter(pk=motion.meeting_id).update(debrief=False)
    note(motion.meeting, now, "put", ballot=ballot.pk, method=motion.method, majority=motion.majority, **_named(motion))
    vote_for_empty_seats(ballot, now)
    tell(motion.meeting.room)
    return ballot


def _named(motion: Motion) -> dict[str, str]:
    return {"of": motion.of, "words": motion.words} if motion.words else {"of": motion.of}


def check_in_order(meeting: Meeting) -> None:
    if meeting.stage != MeetingStage.IN_SESSION:
        raise NotInSession
    refuse_during_a_vote(meeting)
    attendance = quorum_of(meeting)
    if not attendance.can_decide and meeting.rules.body is Body.ASSEMBLY:
        raise TooFewPresent(attendance.present, attendance.members, attendance.to_decide)


def _check_floor(meeting: Meeting) -> None:
    """A point and an appeal come before any vote (rule 71), and what was moved before a vote on the text."""
    rules, floor = meeting.rules, steps.floor_of(meeting)
    if floor.stage is Stage.VOTING:
        due = Reason.RULING_DUE if floor.point else Reason.APPEAL_DUE if floor.appealing else None
        why = refused(rules, due) if due else None
    else:
        why = why_no_business(rules, floor) or (refused(rules, Reason.MOTIONS_FIRST) if floor.pending else None)
    if why:
        raise steps.NotInOrderNow(why)


def _question(meeting: Meeting, method: Method, majority: AnyMajority, now: datetime) -> Motion:
    """What comes next on the meeting's text; after an equal vote the same again by the same method (rule 95)."""
    asked = _asked(meeting)
    return _undecided_motion(meeting, method, asked) or Motion.objects.create(
        meeting=meeting,
        resolution=meeting.resolution,
        method=method.value,
        majority="" if meeting.rules.body is Body.COUNCIL else str(majority),
        put_at=now,
        words=board_words(meeting, asked["of"], asked["name"]),
        **asked,
    )


def _asked(meeting: Meeting) -> dict[str, Any]:
    """The question as columns of a motion. On a text that was decided it is an experiment, which settles nothing."""
    draft = steps.floor_of(meeting).draft
    if draft is None or draft.name != steps.draft_name(meeting.resolution):
        return {"of": "whole", "name": "", "settles": False}
    question = replace(Floor(), stage=Stage.VOTING, drafts=(draft,)).question
    if question is None or question.of is QuestionOf.WHOLE:
        return {"of": "whole", "name": "", "settles": True}
    return {"of": question.of.value, "name": question.name, "settles": True}


def _undecided_motion(meeting: Meeting, method: Method, asked: dict[str, Any]) -> Motion | None:
    """The motion that an equal vote left open: the next vote by the same method is its second round."""
    last = Ballot.objects.of(meeting).standing().exclude(motion__of="motion").last()
    if last is None or last.motion.method != method or last.motion.ballots.standing().count() > 1:
        return None
    same = last.motion.resolution_id == meeting.resolution_id and last.motion.of == asked["of"]
    if not same or last.motion.name != asked["name"]:
        return None
    return last.motion if last.record.content["decision"] == "equally_divided" else None


@transaction.atomic
def lock(*, ballot: Ballot, now: datetime) -> None:
    """No vote is taken after this. For a secret ballot: the box is closed; a roll call has to be complete."""
    roll = roll_of(lock_ballot(ballot))
    if roll and not roll.complete:
        raise StillCalling
    _move(ballot, BallotStage.LOCKED, now, "locked")


@transaction.atomic
def reopen(*, ballot: Ballot, now: datetime) -> None:
    """Takes a lock back. A box that was closed to be opened has no public key any more and stays closed."""
    if is_secret(ballot) and lock_ballot(ballot).public_key is None:
        raise OutOfOrder
    _move(ballot, BallotStage.OPEN, now, "reopened")


@transaction.atomic
def void(*, ballot: Ballot, now: datetime) -> None:
    """Takes a whole vote back. Papers that were not opened are destroyed, with the key and the list of who cast one."""
    if _move(ballot, BallotStage.VOID, now, "void"):
        _forget(ballot, now)


@transaction.atomic
def end_with_objection(*, ballot: Ballot, now: datetime) -> None:
    """The text is not adopted without a vote: it can be put to one."""
    if _move(ballot, BallotStage.VOID, now, "objected"):
        _forget(ballot, now)


def _forget(ballot: Ballot, now: datetime) -> None:
    steps.take_back(ballot.motion.meeting, now, ballot=ballot)
    if is_secret(ballot):
        Ballot.objects.filter(pk=ballot.pk).update(public_key=None, wrapped_key=None)
        Ballot.objects.filter(pk=ballot.pk, totals__isnull=True).update(cast=[])
        ballot.envelopes.all().delete()
        transaction.on_commit(truncate_log)


@transaction.atomic
def declare(*, ballot: Ballot, now: datetime) -> Record:
    """Writes the Record, once; declaring again gives the same one. Refuses without a quorum (rule 67)."""
    ballot = lock_ballot(ballot)
    if ballot.stage != BallotStage.DECLARED:
        _check_next(ballot, BallotStage.DECLARED)
        result = _result(ballot)
        Record.objects.create(ballot=ballot, declared_at=now, content=content_of(ballot, result))
        _settle(ballot, result, now)
        _move(ballot, BallotStage.DECLARED, now, "declared")
    return Record.objects.get(ballot=ballot)


def _settle(ballot: Ballot, result: Result, now: datetime) -> None:
    """The result on the floor: a motion that carries does what it says."""
    meeting = ballot.motion.meeting
    if ballot.motion.of == "motion":
        steps.take(meeting, "decide", now, ballot=ballot, carried=result.outcome is Outcome.ADOPTED)
    elif ballot.motion.settles:
        steps.take(meeting, "settle", now, ballot=ballot, outcome=result.outcome.value)


def _result(ballot: Ballot) -> Result:
    try:
        result = result_of(ballot)
    except NoQuorum as short:
        raise TooFewPresent(short.present, short.members, short.to_decide) from short
    except RuledOut as why:
        raise steps.NotInOrderNow(why) from why
    if result is None:
        raise OutOfOrder
    return result


@transaction.atomic
def _move(ballot: Ballot, to: BallotStage, now: datetime, what: str) -> bool:
    """False if it stands there already: a second click changes nothing."""
    ballot = lock_ballot(ballot)
    if ballot.stage == to:
        return False
    _check_next(ballot, to)
    ballot.stage = to.value
    ballot.save(update_fields=["stage"])
    note(ballot.motion.meeting, now, what, ballot=ballot.pk)
    tell(ballot.motion.meeting.room)
    return True


def _check_next(ballot: Ballot, to: BallotStage) -> None:
    try:
        move(Method(ballot.motion.method), BallotStage(ballot.stage), to)
    except NotInOrder as refused:
        raise OutOfOrder from refused
