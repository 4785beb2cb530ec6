"""Adoption without a vote: "Is there any objection?"

An objection is kept as a vote against, since it is one against adopting without a vote; one leads to a vote.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import proceedings, putting
from unsim.assembly.cards import seat_of
from unsim.assembly.casting import AnotherSeat, NoSeat, NotCastLikeThat, VoteIsLocked, VoteIsOver
from unsim.assembly.floor import lock_ballot
from unsim.assembly.models import Ballot, Record
from unsim.assembly.putting import Way
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import tell
from unsim.rules.choices import Choice
from unsim.rules.procedure import Method


class ThereIsAnObjection(Refusal):
    message = _("A delegation objects: put the text to a vote.")


@transaction.atomic
def object_to(*, ballot: Ballot, participant: Participant, code: str, on: bool) -> None:
    """Objects, or takes the objection back. `code` is the member the form was made for."""
    ballot = _open(ballot)
    seat = seat_of(ballot.motion.meeting, participant)
    if seat is None or seat.delegation is None or seat.delegation.member_id not in ballot.electorate:
        raise NoSeat
    if seat.delegation.member_id != code:
        raise AnotherSeat
    if on:
        ballot.votes.update_or_create(delegation=seat.delegation, defaults={"choice": Choice.NO.value})
    else:
        ballot.votes.filter(delegation=seat.delegation).delete()
    tell(ballot.motion.meeting.room)


@transaction.atomic
def adopt(*, ballot: Ballot, now: datetime) -> Record:
    """Nobody objects: the President declares the text adopted. Refuses without a quorum; doing it twice is once."""
    ballot = lock_ballot(ballot)
    if ballot.stage != "declared":
        if _open(ballot).votes.exists():
            raise ThereIsAnObjection
        proceedings.lock(ballot=ballot, now=now)
    return proceedings.declare(ballot=ballot, now=now)


@transaction.atomic
def put_to_a_vote(*, ballot: Ballot, way: Way, now: datetime) -> Ballot:
    """Ends the question whether somebody objects, and puts the text in this way instead."""
    if way.method is not Method.NO_OBJECTION:
        proceedings.end_with_objection(ballot=_open(ballot), now=now)
    return putting.put_question(meeting=ballot.motion.meeting, way=way, now=now)


def _open(ballot: Ballot) -> Ballot:
    ballot = lock_ballot(ballot)
    if ballot.motion.method != Method.NO_OBJECTION:
        raise NotCastLikeThat
    if ballot.stage != "open":
        raise VoteIsLocked if ballot.stage == "locked" else VoteIsOver
    return ballot
