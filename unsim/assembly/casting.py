"""A delegation's open vote, or its hand. The last tap counts until the President locks the vote.

It also counts over a vote that the chair entered for the delegation (see `entering`), and takes that mark off.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import Ballot, Delegation, Meeting, Vote
from unsim.assembly.rolls import attendance_of
from unsim.assembly.steps import NotInOrderNow
from unsim.refusals import Refusal
from unsim.rooms.models import Participant, Room
from unsim.rooms.now import tell
from unsim.rules.attendance import castable
from unsim.rules.choices import Choice
from unsim.rules.refusals import Reason, RuledOut

BY_TAP = ("recorded", "hands")


class VoteIsLocked(Refusal):
    message = _("This vote is locked: your vote came too late. The one you cast before counts, if you cast one.")


class TimeIsUp(Refusal):
    message = _("The time to vote is over: your vote came too late. The one you cast before counts, if you cast one.")


class VoteIsOver(Refusal):
    message = _("That vote is over. This page shows what is on now.")


class NoSuchVote(Refusal):
    status = 404
    message = _("There is no such vote in this room. This page shows what is on now.")


class NotCastLikeThat(Refusal):
    message = _("This vote is taken in another way. Use what is on this page.")


class NoSeat(Refusal):
    status = 403
    message = _("You do not sit for a delegation in this vote. Ask your teacher for a seat.")


class AnotherSeat(Refusal):
    message = _("You sit for another delegation now. Look at the country on this page, then vote again.")


class _Seat(NamedTuple):
    """Where the participant sits in the meeting of a ballot, and how one votes there. electorate: as JSON.

    `over`: whether the countdown has ended.
    """

    delegation: int | None
    present: bool
    promised: bool
    code: str
    method: str
    stage: str
    electorate: str
    over: bool


# Written out: Django takes twenty times longer to make this statement than the database to answer it, and a whole class
# asks it within seconds.
SEAT = """
    SELECT seat.delegation_id, delegation.present, delegation.promised, delegation.member_id,
           motion.method, ballot.stage, ballot.electorate, COALESCE(ballot.closes_at < %s, FALSE)
    FROM assembly_seat seat
    JOIN assembly_meeting meeting ON meeting.id = seat.meeting_id
    JOIN assembly_motion motion ON motion.meeting_id = meeting.id
    JOIN assembly_ballot ballot ON ballot.motion_id = motion.id
    LEFT JOIN assembly_delegation delegation ON delegation.id = seat.delegation_id
    WHERE seat.participant_id = %s AND meeting.room_id = %s AND ballot.id = %s
"""


@transaction.atomic
def cast_vote(*, room: Room, ballot: int, participant: Participant, code: str, choice: Choice, now: datetime) -> None:
    """One upsert. `code` is the member the form was made for: a stale page must not vote for another country.

    A whole class does this within seconds: it reads one row, without making models of it.
    """
    _hold(ballot)
    seat = _seat(room, ballot, participant, now)
    _check_open(seat)
    if seat.delegation is None or seat.code not in json.loads(seat.electorate):
        raise NoSeat
    if seat.code != code:
        raise AnotherSeat
    if seat.promised and choice is Choice.ABSTAIN:
        check_promise(ballot, present=seat.present)
    _write(ballot, seat.delegation, choice, present=seat.present)
    tell(room)


def _hold(ballot: int) -> None:
    """Keeps the ballot open while the vote is written. SQLite lets one transaction write at a time anyway."""
    if connection.features.has_select_for_update:
        Ballot.objects.select_for_update(no_key=True).filter(pk=ballot).values_list("pk").first()


def check_promise(ballot: int, *, present: bool) -> None:
    """Of a delegation that is "present and voting", which wants to abstain."""
    rules = Meeting.objects.get(motions__ballots=ballot).rules
    if Choice.ABSTAIN not in castable(attendance_of(present, True), binding=rules.present_and_voting_binds):
        raise NotInOrderNow(RuledOut(Reason.PROMISED_TO_VOTE))


def _seat(room: Room, ballot: int, participant: Participant, now: datetime) -> _Seat:
    with connection.cursor() as cursor:
        at = connection.ops.adapt_datetimefield_value(now)
        cursor.execute(SEAT, [at, participant.pk, room.pk, ballot])
        row = cursor.fetchone()
    if row is not None:
        return _Seat(*row)
    raise NoSeat if Ballot.objects.filter(pk=ballot, motion__meeting__room=room).exists() else NoSuchVote


def _check_open(seat: _Seat) -> None:
    if seat.method not in BY_TAP:
        raise NotCastLikeThat
    if seat.stage == "locked":
        raise VoteIsLocked
    if seat.stage != "open":
        raise VoteIsOver
    if seat.over:
        raise TimeIsUp


def _write(ballot: int, delegation: int, choice: Choice, *, present: bool) -> None:
    Vote.objects.bulk_create(
        [Vote(ballot_id=ballot, delegation_id=delegation, choice=choice.value)],
        update_conflicts=True,
        unique_fields=["ballot", "delegation"],
        update_fields=["choice", "by"],
    )
    if not present:
        Delegation.objects.filter(pk=delegation).update(present=True)
