"""What a class without phones needs on paper: a card and a placard for each delegation, and the attendance sheet."""

from __future__ import annotations

from dataclasses import dataclass

from unsim.assembly.cards import Past, Shared, agreement_of, name_of, pasts_of
from unsim.assembly.hall import seats_by_code
from unsim.assembly.models import Delegation, Meeting, Member


@dataclass(frozen=True)
class Sheet:
    """One delegation on paper; `people` sit for it. `past`: in the Assembly; the Council's votes find no room."""

    member: Member
    name: str
    people: tuple[str, ...]
    past: tuple[Past, ...]
    agreement: tuple[Shared, ...]
    argues: str
    observer: bool


def sheets_of(meeting: Meeting) -> list[Sheet]:
    """In English alphabetical order, observers last."""
    people = seats_by_code(meeting)
    delegations = list(meeting.delegations.select_related("member").order_by("observer", "member__seat_order"))
    pasts = pasts_of([delegation.member_id for delegation in delegations], meeting)
    return [_sheet(one, people.get(one.member_id, ()), pasts[one.member_id]) for one in delegations]


def _sheet(delegation: Delegation, people: tuple[str, ...], past: tuple[Past, ...]) -> Sheet:
    member = delegation.member
    return Sheet(
        member=member,
        name=name_of(member.un_name, member.names),
        people=people,
        past=tuple(vote for vote in past if not vote.council),
        agreement=agreement_of(member.pk),
        argues=delegation.argues,
        observer=delegation.observer,
    )
