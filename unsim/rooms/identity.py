"""Who a browser is in a room: a signed cookie for a student, the session for the teacher, a link for the projector."""

from __future__ import annotations

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from unsim.rooms.models import Participant, Room

SALT = "unsim.rooms.participant"
SCREEN_SALT = "unsim.rooms.screen"
TERM = 14 * 24 * 3600  # seconds a browser is known


def participant_of(request: HttpRequest, room: Room) -> Participant | None:
    """The participant whose cookie this browser holds, unless removed or moved to another device since."""
    try:
        pk, generation = signing.loads(request.COOKIES.get(_name(room), ""), salt=SALT, max_age=TERM)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return _here(room, pk, generation)


# Written out: every request of a phone asks this, and Django takes five times longer to make it than to ask it.
HERE = "SELECT * FROM rooms_participant WHERE id = %s AND generation = %s AND room_id = %s AND removed_at IS NULL"


def _here(room: Room, pk: int, generation: int) -> Participant | None:
    for participant in Participant.objects.raw(HERE, [pk, generation, room.pk]):
        participant.room = room
        return participant
    return None


def remember_participant(request: HttpRequest, response: HttpResponse, participant: Participant) -> None:
    """At every address: the door must know who is in already."""
    value = signing.dumps([participant.pk, participant.generation], salt=SALT)
    _set(request, response, "/", _name(participant.room), value)


def shows_screen(request: HttpRequest, room: Room) -> bool:
    """Whether this browser may show the projector page: its teacher, or a bearer of the screen cookie."""
    if request.user.is_authenticated and request.user.pk == room.owner_id:
        return True
    try:
        key = signing.loads(request.COOKIES.get(_screen_name(room), ""), salt=SCREEN_SALT, max_age=TERM)
    except signing.BadSignature:
        return False
    return constant_time_compare(str(key), room.screen_key)


def remember_screen(request: HttpRequest, response: HttpResponse, room: Room) -> None:
    path = reverse("phone", args=[room.code])
    _set(request, response, path, _screen_name(room), signing.dumps(room.screen_key, salt=SCREEN_SALT))


def _set(request: HttpRequest, response: HttpResponse, path: str, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=TERM, path=path, httponly=True, samesite="Lax", secure=request.is_secure())


def _name(room: Room) -> str:
    return f"unsim_{room.code}"


def _screen_name(room: Room) -> str:
    return f"unsim_screen_{room.code}"
