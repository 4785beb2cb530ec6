"""The country card: who one sits for, with whom, and how that member voted before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import get_language

from unsim.alignment import PARTNERS, alignments
from unsim.assembly.models import Ballot, Meeting, RealVote, Seat
from unsim.assembly.texts import means_of
from unsim.members import by_iso3
from unsim.rooms.models import Participant
from unsim.rules.procedure import Method


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
    """The form of an open vote, around its three buttons. `means`: what a vote in favour is, of a motion. `hands`: in a
    show of hands. `bound`: it may not abstain."""

    ballot: int
    hidden: bool
    title: str
    symbol: str
    means: str
    code: str
    name: str
    hands: bool
    bound: bool


@dataclass(frozen=True)
class Shared:
    """How often a member voted as this partner, or as the majority, did: per cent of the roll calls of 2010 to 2019."""

    partner: str
    name: str
    percent: int


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
    agreement: tuple[Shared, ...]
    argues: str
    wants_swap: bool
    observer: bool = False


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
        past=pasts_of([member.iso3], meeting)[member.iso3],
        agreement=agreement_of(member.iso3),
        argues=seat.delegation.argues,
        wants_swap=seat.wants_swap,
        observer=seat.delegation.observer,
    )


def name_of(un_name: str, names: Mapping[str, str]) -> str:
    """A member in the reader's language, as the United Nations writes it; else in English."""
    language = (get_language() or "en").split("-")[0]
    return names.get(language) or un_name


def _partners(seat: Seat) -> tuple[str, ...]:
    others = Seat.objects.filter(delegation=seat.delegation).exclude(pk=seat.pk)
    return tuple(others.values_list("participant__name", flat=True).order_by("participant__name_key"))


def pasts_of(codes: Collection[str], meeting: Meeting) -> dict[str, tuple[Past, ...]]:
    """The real votes of these members on the seeded texts, in one query. Until the class has decided, only on those
    dated before the one under vote: how a member voted on it is for the debrief."""
    before = None if _has_decided(meeting) else meeting.resolution.date
    dated = Q(resolution__date__lt=before) if before else Q()
    votes = RealVote.objects.filter(dated, member__in=codes).order_by("resolution__date")
    columns = ("resolution__symbol", "resolution__title", "resolution__date", "resolution__body", "choice")
    pasts: dict[str, tuple[Past, ...]] = dict.fromkeys(codes, ())
    for code, symbol, title, on, body, choice in votes.values_list("member_id", *columns):
        pasts[code] += (Past(symbol, title, on, body == "council", choice),)
    return pasts


def _has_decided(meeting: Meeting) -> bool:
    return Ballot.objects.declared().filter(motion__meeting=meeting, motion__of="whole").exists()


def agreement_of(code: str) -> tuple[Shared, ...]:
    """With some large members and with the majority; empty for who was no member then, or an observer."""
    held = alignments().get((code, "all"))
    if held is None:
        return ()
    others = [partner for partner in PARTNERS if partner != code]
    return tuple(Shared(partner, _name_of(partner), round(100 * held.agreement[partner])) for partner in others)


def _name_of(partner: str) -> str:
    """Empty for the majority, which is no member."""
    state = by_iso3().get(partner)
    return name_of(state.un_name, state.names) if state else ""


def buttons_of(ballot: Ballot, card: Card) -> Buttons:
    text = ballot.motion.resolution
    title = ballot.motion.words or text.title
    hands = ballot.motion.method == Method.HANDS
    means = means_of(ballot.motion) if ballot.motion.of == "motion" else ""
    bound = _is_bound(ballot, card)
    return Buttons(ballot.pk, ballot.hidden, title, text.symbol, means, card.code, card.name, hands, bound)


def _is_bound(ballot: Ballot, card: Card) -> bool:
    """Whether it is "present and voting" under rules that hold it to that."""
    meeting = ballot.motion.meeting
    promised = meeting.delegations.filter(member=card.code, present=True, promised=True)
    return meeting.rules.present_and_voting_binds and promised.exists()


def own_vote(ballot: Ballot, delegation: int | None) -> str:
    """The open vote of a delegation so far; empty without one."""
    return str(ballot.votes.filter(delegation=delegation).values_list("choice", flat=True).first() or "")
