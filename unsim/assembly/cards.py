"""The country card: who one sits for, with whom, and how that member voted before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import get_language

from unsim.assembly.models import Ballot, Meeting, Member, RealVote, Seat
from unsim.rooms.models import Participant


@dataclass(frozen=True)
class Past:
    """A real vote on an earlier text."""

    symbol: str
    title: str
    on: date | None
    council: bool
    choice: str


@dataclass(frozen=True)
class Buttons:
    """The form of an open vote, around its three buttons."""

    ballot: int
    hidden: bool
    title: str
    symbol: str
    code: str
    name: str


@dataclass(frozen=True)
class Card:
    code: str
    name: str
    group: str
    group_note: str
    admitted: int
    permanent: bool
    partners: tuple[str, ...]
    past: tuple[Past, ...]
    wants_swap: bool


def seat_of(meeting: Meeting, participant: Participant) -> Seat | None:
    seats = meeting.seats.filter(participant=participant)
    return seats.select_related("delegation__member").first()


def card_of(meeting: Meeting, seat: Seat | None) -> Card | None:
    """None for an observer, and for somebody without a seat."""
    if seat is None or seat.delegation is None:
        return None
    member = seat.delegation.member
    return Card(
        code=member.iso3,
        name=name_of(member.un_name, member.names),
        group=member.regional_group,
        group_note=member.group_note,
        admitted=member.admitted,
        permanent=member.permanent,
        partners=_partners(seat),
        past=_past(member, meeting.resolution.date),
        wants_swap=seat.wants_swap,
    )


def name_of(un_name: str, names: Mapping[str, str]) -> str:
    """A member in the reader's language, as the United Nations writes it; else in English."""
    language = (get_language() or "en").split("-")[0]
    return names.get(language) or un_name


def _partners(seat: Seat) -> tuple[str, ...]:
    others = Seat.objects.filter(delegation=seat.delegation).exclude(pk=seat.pk)
    return tuple(others.values_list("participant__name", flat=True).order_by("participant__name_key"))


def _past(member: Member, before: date | None) -> tuple[Past, ...]:
    """Of the seeded texts only those dated before the one under vote: how a member voted on it is for the debrief."""
    dated = Q(resolution__date__lt=before) if before else Q()
    votes = RealVote.objects.filter(dated, member=member).order_by("resolution__date")
    columns = ("resolution__symbol", "resolution__title", "resolution__date", "resolution__body", "choice")
    return tuple(
        Past(symbol, title, on, body == "council", choice)
        for symbol, title, on, body, choice in votes.values_list(*columns)
    )


def buttons_of(ballot: Ballot, card: Card) -> Buttons:
    text = ballot.motion.resolution
    return Buttons(ballot.pk, ballot.hidden, text.title, text.symbol, card.code, card.name)


def own_vote(ballot: Ballot, delegation: int | None) -> str:
    """The open vote of a delegation so far; empty without one."""
    return str(ballot.votes.filter(delegation=delegation).values_list("choice", flat=True).first() or "")
