"""What the President does with a vote: puts the question, locks, takes back, declares."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.counting import Result, is_secret, quorum_of, result_of
from unsim.assembly.floor import OutOfOrder, current_ballot, lock_ballot, lock_meeting, note, refuse_during_a_vote
from unsim.assembly.meetings import TooFewPresent
from unsim.assembly.models import Ballot, Meeting, Motion, Record
from unsim.assembly.records import content_of
from unsim.assembly.truncating import truncate_log
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules.decision import NoQuorum
from unsim.rules.majority import Majority
from unsim.rules.procedure import BallotStage, MeetingStage, Method, NotInOrder, move


class NotInSession(Refusal):
    message = _("The meeting is not in session. Open it first, then put the question.")


@transaction.atomic
def put_to_recorded_vote(*, meeting: Meeting, majority: Majority, hidden: bool, now: datetime) -> Ballot:
    """Putting the question twice (a double click) gives the ballot that is open already."""
    meeting = lock_meeting(meeting)
    current = current_ballot(meeting)
    if current and current.stage == BallotStage.OPEN and current.motion.method == Method.RECORDED:
        return current
    electorate = sorted(meeting.delegations.values_list("member_id", flat=True))
    return put(
        meeting=meeting, method=Method.RECORDED, majority=majority, electorate=electorate, now=now, hidden=hidden
    )


def put(
    *, meeting: Meeting, method: Method, majority: Majority, electorate: list[str], now: datetime, **columns: Any
) -> Ballot:
    """Opens a round of voting on the meeting's text. Inside a transaction that holds `lock_meeting`.

    `columns` are further columns of the ballot. Refuses without a session, during a vote and without a quorum.
    """
    _check_in_order(meeting)
    motion = _undecided_motion(meeting, method) or Motion.objects.create(
        meeting=meeting, resolution=meeting.resolution, method=method.value, majority=majority.value, put_at=now
    )
    ballot = Ballot.objects.create(motion=motion, electorate=electorate, opened_at=now, **columns)
    Meeting.objects.filter(pk=meeting.pk).update(debrief=False)
    note(meeting, now, "put", ballot=ballot.pk, method=method.value, majority=motion.majority)
    tell(meeting.room)
    return ballot


def _check_in_order(meeting: Meeting) -> None:
    if meeting.stage != MeetingStage.IN_SESSION:
        raise NotInSession
    refuse_during_a_vote(meeting)
    attendance = quorum_of(meeting)
    if not attendance.can_decide:
        raise TooFewPresent(attendance.present, attendance.members, attendance.to_decide)


def _undecided_motion(meeting: Meeting, method: Method) -> Motion | None:
    """The motion that an equal vote left open: the next vote by the same method is its second round (rule 95)."""
    last = current_ballot(meeting)
    if last is None or last.motion.method != method or last.motion.ballots.standing().count() > 1:
        return None
    return last.motion if last.record.content["decision"] == "equally_divided" else None


def lock(*, ballot: Ballot, now: datetime) -> None:
    """No vote is taken after this. For a secret ballot: the box is closed."""
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
    if _move(ballot, BallotStage.VOID, now, "void") and is_secret(ballot):
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
        Record.objects.create(ballot=ballot, declared_at=now, content=content_of(ballot, _result(ballot)))
        _move(ballot, BallotStage.DECLARED, now, "declared")
    return Record.objects.get(ballot=ballot)


def _result(ballot: Ballot) -> Result:
    try:
        result = result_of(ballot)
    except NoQuorum as short:
        raise TooFewPresent(short.present, short.members, short.to_decide) from short
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
