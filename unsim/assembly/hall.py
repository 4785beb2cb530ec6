"""Who sits where, who is present, who waits for a seat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from unsim import members
from unsim.assembly.models import SEATS_OF_A_DELEGATION, Meeting, Seat
from unsim.rooms.models import Participant
from unsim.rules.attendance import Quorum, quorum


@dataclass(frozen=True)
class Place:
    """A delegation and the names of those who sit for it."""

    code: str
    label: str
    present: bool
    people: tuple[str, ...]

    @property
    def free(self) -> int:
        return SEATS_OF_A_DELEGATION - len(self.people)


@dataclass(frozen=True)
class Wish:
    """Somebody who would like another seat; why, nobody asks."""

    participant: int
    name: str
    label: str

    @property
    def key(self) -> str:
        return str(self.participant)


@dataclass(frozen=True)
class Hall:
    """`places` are in English alphabetical order. `waiting` have no seat and do not observe."""

    places: tuple[Place, ...]
    waiting: tuple[str, ...]
    observers: tuple[str, ...]
    wishes: tuple[Wish, ...]

    @property
    def quorum(self) -> Quorum:
        return quorum(len(self.places), sum(place.present for place in self.places))

    @property
    def seated(self) -> int:
        return sum(len(place.people) for place in self.places)

    @property
    def empty(self) -> int:
        """Delegations that nobody sits for."""
        return sum(not place.people for place in self.places)


def hall_of(meeting: Meeting) -> Hall:
    """Three queries, whatever the number of people."""
    seats = list(meeting.seats.select_related("participant", "delegation__member").order_by("participant__name_key"))
    people = _people((seat.delegation.member_id, seat.participant.name) for seat in seats if seat.delegation)
    delegations = meeting.delegations.order_by("member__seat_order")
    rows = delegations.values_list("member_id", "member__grid_label", "present")
    return Hall(
        places=tuple(Place(code, label, present, people.get(code, ())) for code, label, present in rows),
        waiting=tuple(person.name for person in newcomers_of(meeting)),
        observers=tuple(seat.participant.name for seat in seats if seat.delegation is None),
        wishes=tuple(_wish(seat) for seat in seats if seat.wants_swap),
    )


def _wish(seat: Seat) -> Wish:
    label = seat.delegation.member.grid_label if seat.delegation else ""
    return Wish(seat.participant_id, seat.participant.name, label)


def seats_by_code(meeting: Meeting) -> dict[str, tuple[str, ...]]:
    """The names of those who sit for each member code."""
    seats = meeting.seats.exclude(delegation=None).order_by("participant__name_key")
    return _people(seats.values_list("delegation__member_id", "participant__name"))


def _people(seats: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    people: dict[str, list[str]] = {}
    for code, name in seats:
        people.setdefault(code, []).append(name)
    return {code: tuple(names) for code, names in people.items()}


def newcomers_of(meeting: Meeting) -> list[Participant]:
    """Who is in the room, has no seat and does not observe."""
    return list(meeting.room.participants.here().exclude(seats__meeting=meeting))


def finds(hall: Hall, words: str) -> Hall:
    """Only the delegations in one of whose names the words occur; all of them for no words."""
    sought = members.fold(words)
    return replace(hall, places=tuple(place for place in hall.places if sought in _names(place)))


def _names(place: Place) -> str:
    member = members.by_iso3().get(place.code)
    names = (place.code, place.label, *(member.all_names if member else ()))
    return " | ".join(members.fold(name) for name in names)
