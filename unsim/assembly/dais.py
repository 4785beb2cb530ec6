"""The dais: what the teacher handed over of the podium, and who may therefore do what."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import Ballot, DaisRole, Meeting, Record
from unsim.refusals import Refusal
from unsim.rooms.guards import RoutedView, owner_required
from unsim.rooms.identity import participant_of
from unsim.rooms.models import Participant, Room
from unsim.rules.procedure import Method


class Role(enum.StrEnum):
    """PRESIDENT: the whole podium. SECRETARY: attendance and the speakers' list. TELLER: counting votes."""

    PRESIDENT = "president"
    SECRETARY = "secretary"
    TELLER = "teller"


class LeftToTheTeacher(Refusal):
    """The key to the box stays in a browser that votes on nothing, and so do its warnings and what undoes it."""

    status = 403
    message = _("A secret ballot is put, opened and taken back by your teacher alone. Ask them to do it at the desk.")


@dataclass(frozen=True)
class OnDais:
    participant: int
    name: str
    role: Role

    @property
    def key(self) -> str:
        return str(self.participant)


def dais_of(meeting: Meeting) -> tuple[OnDais, ...]:
    """Who is on the dais, the President first."""
    held = meeting.dais.filter(participant__removed_at=None).order_by("participant__name_key")
    rows = held.values_list("participant_id", "participant__name", "role")
    found = [OnDais(pk, name, Role(role)) for pk, name, role in rows]
    return tuple(sorted(found, key=lambda each: tuple(Role).index(each.role)))


def role_of(room: Room, participant: Participant | None) -> Role | None:
    """In the meeting that is on in the room now; None in a closed room."""
    if participant is None or room.closed_at or room.now_kind != "meeting" or room.now_id is None:
        return None
    held = DaisRole.objects.filter(meeting=room.now_id, participant=participant).values_list("role", flat=True)
    return next((Role(role) for role in held), None)


def is_owner(request: HttpRequest, room: Room) -> bool:
    return request.user.is_authenticated and request.user.pk == room.owner_id


def dais_required(*roles: Role) -> Callable[[Callable[..., HttpResponseBase]], RoutedView]:
    """For the room's teacher, the President, and whoever else on the dais holds one of these roles.

    A student's role holds in the meeting that is on, and nowhere else: see `_WITHIN` for the addresses it covers.
    """

    def decorator(view: Callable[..., HttpResponseBase]) -> RoutedView:
        for_owner = owner_required(view)

        @wraps(view)
        def guarded(request: HttpRequest, code: str, *args: object, **kwargs: object) -> HttpResponseBase:
            room = Room.objects.filter(code=code.upper()).first()
            if room and not is_owner(request, room) and _may(request, room, (Role.PRESIDENT, *roles)):
                return view(request, room, *args, **kwargs)
            return for_owner(request, code, *args, **kwargs)

        return guarded

    return decorator


def _may(request: HttpRequest, room: Room, roles: tuple[Role, ...]) -> bool:
    return role_of(room, participant_of(request, room)) in roles and _is_of(room.now_id or 0, request.path_info)


# The second word of an address in a room -> what the number after it names, in the meeting that is on.
_WITHIN: Mapping[str, Callable[[int], QuerySet[Any]]] = {
    "meetings": lambda meeting: Meeting.objects.filter(pk=meeting),
    "ballots": lambda meeting: Ballot.objects.filter(motion__meeting=meeting),
    "secret": lambda meeting: Ballot.objects.filter(motion__meeting=meeting),
    "records": lambda meeting: Record.objects.filter(ballot__motion__meeting=meeting),
}


def _is_of(meeting: int, path: str) -> bool:
    _rooms, _code, kind, number = path.strip("/").split("/")[:4]
    return kind in _WITHIN and _WITHIN[kind](meeting).filter(pk=number).exists()


def refuse_secret(request: HttpRequest, ballot: Ballot) -> None:
    """Of a secret ballot a student on the dais declares the result, and does nothing else."""
    if ballot.motion.method == Method.SECRET and not is_owner(request, ballot.motion.meeting.room):
        raise LeftToTheTeacher
