"""Who sits where, who is present, who waits for a seat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from unsim import members
from unsim.assembly.council import is_council
from unsim.assembly.counting import quorum_of
from unsim.assembly.empty_seats import played_in
from unsim.assembly.models import SEATS_OF_A_DELEGATION, Meeting, Seat
from unsim.assembly.rolls import attendance_of
from unsim.rooms.models import Participant
from unsim.rules.attendance import Attendance, Quorum


@dataclass(frozen=True)
class Place:
    """A delegation and the names of those who sit for it. `promised`: not to abstain. `observer`: without a vote.

    `played`: nobody sits there, and the simulation is present for it.
    """

    code: str
    label: str
    present: bool
    people: tuple[str, ...]
    promised: bool = False
    observer: bool = False
    played: bool = False

    @property
    def attendance(self) -> Attendance:
        return attendance_of(self.present, self.promised)

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
    """`places` are in English alphabetical order, observers last. `waiting` have no seat and do not observe.

    `observers`: people without a delegation. `quorum`: of the members alone.
    """

    places: tuple[Place, ...]
    waiting: tuple[str, ...]
    observers: tuple[str, ...]
    wishes: tuple[Wish, ...]
    quorum: Quorum
    # The Council knows no quorum beyond its nine votes.
    council: bool = False

    @property
    def can_open(self) -> bool:
        return self.quorum.present > 0 if self.council else self.quorum.can_open

    @property
    def played(self) -> int:
        return sum(place.played for place in self.places)

    @property
    def marked(self) -> str:
        """Another word whenever somebody is marked present, or as promising to vote, or no more."""
        return f"{sum(place.present for place in self.places)}-{sum(place.promised for place in self.places)}"

    @property
    def seated(self) -> int:
        return sum(len(place.people) for place in self.places)

    @property
    def unmarked(self) -> int:
        """Delegations that somebody sits for, and that are not marked present."""
        return sum(bool(place.people) and not place.present for place in self.places)

    @property
    def empty(self) -> int:
        """Members that nobody sits for."""
        return sum(not place.people and not place.observer for place in self.places)


def hall_of(meeting: Meeting) -> Hall:
    """As many queries whatever the number of people."""
    seats = list(meeting.seats.select_related("participant", "delegation__member").order_by("participant__name_key"))
    people = _people((seat.delegation.member_id, seat.participant.name) for seat in seats if seat.delegation)
    delegations = meeting.delegations.order_by("member__seat_order")
    rows = delegations.values_list("member_id", "member__grid_label", "present", "promised", "observer")
    played = frozenset(played_in(meeting))
    places = tuple(
        Place(code, label, present or code in played, people.get(code, ()), promised, observer, code in played)
        for code, label, present, promised, observer in rows
    )
    return Hall(
        places=places,
        waiting=tuple(person.name for person in newcomers_of(meeting)),
        observers=tuple(seat.participant.name for seat in seats if seat.delegation is None),
        wishes=tuple(_wish(seat) for seat in seats if seat.wants_swap),
        quorum=quorum_of(meeting),
        council=is_council(meeting),
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
