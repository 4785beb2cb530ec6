"""How a delegation had meant to vote, noted after the declaration: a footnote, which changes no total (practice)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from unsim.assembly.cards import seat_of
from unsim.assembly.casting import AnotherSeat, NoSeat
from unsim.assembly.counting import votes_of
from unsim.assembly.floor import lock_ballot, note
from unsim.assembly.models import Ballot, Correction, Member
from unsim.assembly.steps import NotInOrderNow
from unsim.rooms.models import Participant
from unsim.rooms.now import tell
from unsim.rules.choices import Choice
from unsim.rules.explanations import Moment, corrected
from unsim.rules.procedure import Method
from unsim.rules.refusals import RuledOut


@transaction.atomic
def correct_own(*, ballot: Ballot, participant: Participant, code: str, intended: Choice, now: datetime) -> None:
    """By the delegation itself. `code` is the member the form was made for."""
    seat = seat_of(ballot.motion.meeting, participant)
    if seat is None or seat.delegation is None:
        raise NoSeat
    if seat.delegation.member_id != code:
        raise AnotherSeat
    correct(ballot=ballot, code=code, intended=intended, now=now)


@transaction.atomic
def correct(*, ballot: Ballot, code: str, intended: Choice, now: datetime) -> None:
    """Noted again it replaces the one before; the vote as it was cast takes it back."""
    ballot = lock_ballot(ballot)
    noted = Correction.objects.filter(record__ballot=ballot, member=code)
    votes = dict.fromkeys(ballot.electorate, Choice.ABSENT) | votes_of(ballot)
    if noted.exists() and votes.get(code) is intended:
        noted.delete()
    else:
        _note(ballot, votes, code, intended, now)
    tell(ballot.motion.meeting.room)


def _note(ballot: Ballot, votes: dict[str, Choice], code: str, intended: Choice, now: datetime) -> None:
    moment = Moment.AFTER if ballot.stage == "declared" else Moment.DURING
    name = Member.objects.filter(pk=code).values_list("common_name", flat=True).first() or code
    try:
        footnote = corrected(votes, code, intended, method=Method(ballot.motion.method), moment=moment)
    except RuledOut as why:
        raise NotInOrderNow(RuledOut(why.reason, why.rule, **{**why.values, "name": name})) from why
    told = {"cast": footnote.cast.value, "intended": footnote.intended.value, "noted_at": now}
    Correction.objects.update_or_create(record=ballot.record, member_id=code, defaults=told)
    note(ballot.motion.meeting, now, "corrected", ballot=ballot.pk, name=name)
