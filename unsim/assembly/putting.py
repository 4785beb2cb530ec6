"""How a question is put to the vote: by which method and majority, with what on the board, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from unsim.assembly import rolls, steps
from unsim.assembly.floor import lock_meeting, note
from unsim.assembly.models import Ballot, Meeting, Member
from unsim.assembly.proceedings import already_put, members_of, put
from unsim.rules.decision import Body
from unsim.rules.majority import AnyMajority, Majority
from unsim.rules.procedure import Method


@dataclass(frozen=True)
class Way:
    """`hidden`: the board stays dark until the lock, or shows the votes in the `reveal_last` seconds before the end.

    `seconds`: how long votes are taken; None without a countdown.
    """

    method: Method
    majority: AnyMajority
    hidden: bool = False
    reveal_last: int | None = None
    seconds: int | None = None


@dataclass(frozen=True)
class Usual:
    """What the form that puts a question proposes (assembly/put.html). `majority`: empty in the Council."""

    method: str
    majority: str
    lot: bool


def usual(meeting: Meeting) -> Usual:
    """The method that was decided on the floor, else a recorded vote; the majority of the text under its rules."""
    decided = steps.floor_of(meeting).method
    method = decided.value if decided and decided is not Method.SECRET else Method.RECORDED.value
    return Usual(method, majority_of(meeting), meeting.rules.roll_call_by_lot)


def majority_of(meeting: Meeting) -> str:
    """Of the meeting's text: a share of its own, or what the rules ask for an important question or another."""
    rules, stated = meeting.rules, meeting.resolution.majority
    if rules.body is Body.COUNCIL:
        return ""
    known = {Majority.SIMPLE: rules.majority_for_drafts, Majority.TWO_THIRDS: rules.majority_for_important}
    return str(known[Majority(stated)]) if stated in known else stated


@transaction.atomic
def put_question(*, meeting: Meeting, way: Way, now: datetime) -> Ballot:
    """Puts what comes next on the meeting's text. Twice (a double click) gives the ballot that is open already."""
    meeting = lock_meeting(meeting)
    going_on = already_put(meeting, way.method)
    if going_on:
        return going_on
    electorate = members_of(meeting)
    columns = columns_of(way, meeting, electorate, now)
    ballot = put(meeting=meeting, method=way.method, majority=way.majority, electorate=electorate, now=now, **columns)
    note_lot(ballot, now)
    return ballot


def columns_of(way: Way, meeting: Meeting, electorate: list[str], now: datetime) -> dict[str, Any]:
    """The columns of the ballot that this way of voting fills."""
    if way.method is Method.ROLL_CALL:
        return {"roll": rolls.beginning(meeting, electorate)}
    columns: dict[str, Any] = {"closes_at": now + timedelta(seconds=way.seconds)} if way.seconds else {}
    if way.method is Method.RECORDED:
        columns |= {"hidden": way.hidden, "reveal_last": way.reveal_last}
    return columns


def note_lot(ballot: Ballot, now: datetime) -> None:
    """With whom a roll call begins that is drawn by lot."""
    if ballot.roll and ballot.motion.meeting.rules.roll_call_by_lot:
        name = Member.everyone.get(pk=ballot.roll["order"][0]).common_name
        note(ballot.motion.meeting, now, "drawn", ballot=ballot.pk, name=name)
