"""A delegation's open vote. The last tap counts until the President locks the vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import Ballot, Delegation, Seat, Vote
from unsim.refusals import Refusal
from unsim.rooms.models import Participant, Room
from unsim.rooms.now import tell
from unsim.rules.choices import Choice


class VoteIsLocked(Refusal):
    message = _("This vote is locked: your vote came too late. The one you cast before counts, if you cast one.")


class VoteIsOver(Refusal):
    message = _("That vote is over. This page shows what is on now.")


class NoSuchVote(Refusal):
    status = 404
    message = _("There is no such vote in this room. This page shows what is on now.")


class NotOpenlyCast(Refusal):
    message = _("This is a secret ballot. Use the paper on this page.")


class NoSeat(Refusal):
    status = 403
    message = _("You do not sit for a delegation in this vote. Ask your teacher for a seat.")


class AnotherSeat(Refusal):
    message = _("You sit for another delegation now. Look at the country on this page, then vote again.")


@dataclass(frozen=True)
class Taken:
    """A vote that was taken, with what the answer shows of it. `names`: of the member, by language code."""

    hidden: bool
    title: str
    symbol: str
    code: str
    un_name: str
    names: Mapping[str, str]
    choice: Choice


@dataclass(frozen=True)
class _Seat:
    """One row: where the participant sits in the meeting of a ballot, and what is voted on there."""

    delegation: int | None
    present: bool
    code: str
    un_name: str
    names: Mapping[str, str]
    method: str
    title: str
    symbol: str


SEAT = (
    "delegation",
    "delegation__present",
    "delegation__member",
    "delegation__member__un_name",
    "delegation__member__names",
    "meeting__motions__method",
    "meeting__motions__resolution__title",
    "meeting__motions__resolution__symbol",
)


@transaction.atomic
def cast_vote(*, room: Room, ballot: int, participant: Participant, code: str, choice: Choice) -> Taken:
    """One upsert. `code` is the member the form was made for: a stale page must not vote for another country.

    A whole class does this within seconds: it reads two rows, without making models of them.
    """
    held = Ballot.objects.select_for_update(no_key=True).filter(pk=ballot)
    stage, hidden, electorate = held.values_list("stage", "hidden", "electorate").first() or ("", False, [])
    seat = _seat(room, ballot, participant)
    _check_open(stage, seat)
    if seat.delegation is None or seat.code not in electorate:
        raise NoSeat
    if seat.code != code:
        raise AnotherSeat
    _write(ballot, seat.delegation, choice, present=seat.present)
    tell(room)
    return Taken(hidden, seat.title, seat.symbol, seat.code, seat.un_name, seat.names, choice)


def _seat(room: Room, ballot: int, participant: Participant) -> _Seat:
    seats = Seat.objects.filter(participant=participant, meeting__room=room, meeting__motions__ballots=ballot)
    row = seats.values_list(*SEAT).first()
    if row is not None:
        return _Seat(*row)
    raise NoSeat if Ballot.objects.filter(pk=ballot, motion__meeting__room=room).exists() else NoSuchVote


def _check_open(stage: str, seat: _Seat) -> None:
    if seat.method != "recorded":
        raise NotOpenlyCast
    if stage == "locked":
        raise VoteIsLocked
    if stage != "open":
        raise VoteIsOver


def _write(ballot: int, delegation: int, choice: Choice, *, present: bool) -> None:
    Vote.objects.bulk_create(
        [Vote(ballot_id=ballot, delegation_id=delegation, choice=choice.value)],
        update_conflicts=True,
        unique_fields=["ballot", "delegation"],
        update_fields=["choice"],
    )
    if not present:
        Delegation.objects.filter(pk=delegation).update(present=True)
