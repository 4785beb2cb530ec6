"""Acts of a vote by roll call: answering, for the delegation that is called, and taking the last answer back.

A delegation answers on its phone; for one without a device the chair or a teller does, and the vote is marked so.
When nobody is left to be called the vote is locked.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import proceedings
from unsim.assembly.cards import seat_of
from unsim.assembly.casting import AnotherSeat, NoSeat, VoteIsLocked, VoteIsOver
from unsim.assembly.counting import played_at
from unsim.assembly.floor import lock_ballot, note
from unsim.assembly.models import Ballot, Delegation, Member
from unsim.assembly.rolls import cast_of, roll_of, stored
from unsim.assembly.simulation import called_on, write_votes
from unsim.assembly.steps import NotInOrderNow
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import tell
from unsim.rules.refusals import RuledOut
from unsim.rules.roll_call_vote import Answer, RollCallVote


class NoRollCall(Refusal):
    message = _("This is not a vote by roll call. The page shows what is on now.")


@transaction.atomic
def answer(*, ballot: Ballot, participant: Participant, code: str, answer: Answer, now: datetime) -> None:
    """`code` is the delegation that the form was made for."""
    seat = seat_of(ballot.motion.meeting, participant)
    if seat is None or seat.delegation is None or seat.delegation.member_id not in ballot.electorate:
        raise NoSeat
    if seat.delegation.member_id != code:
        raise AnotherSeat
    _answer(lock_ballot(ballot), code, answer, now, by="delegation")


@transaction.atomic
def answer_for(*, ballot: Ballot, code: str, answer: Answer, now: datetime) -> None:
    """The chair or a teller, for a delegation that answers by voice or not at all."""
    _answer(lock_ballot(ballot), code, answer, now, by="chair")


@transaction.atomic
def pass_over_absent(*, ballot: Ballot, now: datetime) -> None:
    """Calls on, without an answer, up to the next delegation that is marked present."""
    ballot = lock_ballot(ballot)
    roll = _open_roll(ballot)
    present = set(ballot.motion.meeting.delegations.filter(present=True).values_list("member_id", flat=True))
    while roll.next_up and roll.next_up not in present:
        roll = roll.answer(roll.next_up, Answer.SILENT)
    _keep(ballot, roll, now)


@transaction.atomic
def undo(*, ballot: Ballot, now: datetime) -> None:
    """Takes the last answer back, also the one that locked the vote, with those of played seats that followed it."""
    ballot = lock_ballot(ballot)
    if ballot.stage == "locked":
        proceedings.reopen(ballot=ballot, now=now)
        ballot = lock_ballot(ballot)
    before, played = _open_roll(ballot), played_at(ballot)
    try:
        roll = before.undo()
        while before.given[len(roll.given)][0] in played:
            roll = roll.undo()
    except RuledOut as why:
        raise NotInOrderNow(why) from why
    taken = [member for member, _answer in before.given[len(roll.given) :]]
    ballot.votes.filter(delegation__member__in=taken).delete()
    note(ballot.motion.meeting, now, "answer_undone", ballot=ballot.pk)
    _keep(ballot, roll, now)


def _answer(ballot: Ballot, code: str, answer: Answer, now: datetime, *, by: str) -> None:
    try:
        roll = _open_roll(ballot).answer(code, answer)
    except RuledOut as why:
        raise NotInOrderNow(_named(why)) from why
    delegation = Delegation.objects.get(meeting=ballot.motion.meeting, member=code)
    cast = cast_of(roll).get(code)
    if cast is not None:
        ballot.votes.update_or_create(delegation=delegation, defaults={"choice": cast.value, "by": by})
    if answer is not Answer.SILENT and not delegation.present:
        Delegation.objects.filter(pk=delegation.pk).update(present=True)
    _keep(ballot, roll, now)


def _open_roll(ballot: Ballot) -> RollCallVote:
    roll = roll_of(ballot)
    if roll is None:
        raise NoRollCall
    if ballot.stage != "open":
        raise VoteIsLocked if ballot.stage == "locked" else VoteIsOver
    return roll


def _keep(ballot: Ballot, roll: RollCallVote, now: datetime) -> None:
    """Seats that are played and called next answer at once."""
    roll, cast = called_on(ballot, roll)
    write_votes(ballot, cast)
    ballot.roll = stored(roll)
    ballot.save(update_fields=["roll"])
    tell(ballot.motion.meeting.room)
    if roll.complete:
        proceedings.lock(ballot=ballot, now=now)


def _named(why: RuledOut) -> RuledOut:
    """With the name of the member instead of its code."""
    code = why.values.get("name")
    names = Member.everyone.filter(pk=code).values_list("common_name", flat=True)
    return RuledOut(why.reason, why.rule, **{**why.values, "name": names.first() or code})
