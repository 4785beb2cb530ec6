"""The dais: what the teacher handed over of the podium, and who may therefore do what."""

from __future__ import annotations

import enum
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase

from unsim.assembly.models import DaisRole
from unsim.rooms.guards import RoutedView, owner_required
from unsim.rooms.identity import participant_of
from unsim.rooms.models import Participant, Room


class Role(enum.StrEnum):
    """PRESIDENT: the whole podium. SECRETARY: attendance and the speakers' list. TELLER: counting votes."""

    PRESIDENT = "president"
    SECRETARY = "secretary"
    TELLER = "teller"


def role_of(room: Room, participant: Participant | None) -> Role | None:
    """In the meeting that is on in the room now."""
    if participant is None or room.now_kind != "meeting" or room.now_id is None:
        return None
    held = DaisRole.objects.filter(meeting=room.now_id, participant=participant).values_list("role", flat=True)
    return next((Role(role) for role in held), None)


def dais_required(*roles: Role) -> Callable[[Callable[..., HttpResponseBase]], RoutedView]:
    """For the room's teacher, the President, and whoever else on the dais holds one of these roles."""

    def decorator(view: Callable[..., HttpResponseBase]) -> RoutedView:
        for_owner = owner_required(view)

        @wraps(view)
        def guarded(request: HttpRequest, code: str, *args: object, **kwargs: object) -> HttpResponseBase:
            room = Room.objects.filter(code=code.upper(), closed_at=None).first()
            owner = room is None or request.user.pk == room.owner_id
            if room and not owner and role_of(room, participant_of(request, room)) in (Role.PRESIDENT, *roles):
                return view(request, room, *args, **kwargs)
            return for_owner(request, code, *args, **kwargs)

        return guarded

    return decorator
