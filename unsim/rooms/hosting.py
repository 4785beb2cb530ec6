"""What the teacher does with a room."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from unsim import live
from unsim.refusals import Refusal
from unsim.rooms import now as now_on
from unsim.rooms.activities import activities
from unsim.rooms.joining import NameTaken, stream_name
from unsim.rooms.models import Participant, Room
from unsim.rooms.names import clean_name, name_key, new_code

TRIES = 20  # for a code that no room has; at a million rooms the first try fails once in 150


class RoomIsClosed(Refusal):
    message = _("This room is closed: nothing in it changes any more. Open a new room.")


class WrongScreenLink(Refusal):
    status = 403
    message = _("This projector link is not right (any more). Open the projector page from the desk.")


class NoRoomName(Refusal):
    status = 422
    message = _("Give the room a name of 1 to 80 characters, for example the name of the class.")


def open_room(*, owner: User, name: str, now: datetime, demonstration: bool = False) -> Room:
    name = " ".join(name.split())
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise NoRoomName
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return Room.objects.create(
                    owner=owner,
                    name=name,
                    code=new_code(),
                    screen_key=secrets.token_urlsafe(16),
                    demonstration=demonstration,
                    created_at=now,
                )
        except IntegrityError:
            continue
    raise RuntimeError("no free room code was found")


@transaction.atomic
def put_on(*, room: Room, kind: str, pk: int | None, now: datetime) -> None:
    """Moves the pointer. An empty kind is the lobby."""
    locked = _open(room)
    locked.now_kind, locked.now_id = kind, pk
    locked.save(update_fields=["now_kind", "now_id"])
    room.now_kind, room.now_id = kind, pk
    now_on.end_deputies(room)
    now_on.tell(room)


@transaction.atomic
def set_lock(*, room: Room, locked: bool) -> None:
    """Whether newcomers are let in. Who is in already may always come back."""
    fresh = _open(room)
    fresh.locked = room.locked = locked
    fresh.save(update_fields=["locked"])
    now_on.tell(room)


@transaction.atomic
def close_room(*, room: Room, now: datetime) -> None:
    """Closing twice keeps the first time."""
    fresh = Room.objects.select_for_update().get(pk=room.pk)
    if fresh.closed_at is None:
        fresh.closed_at = room.closed_at = now
        fresh.save(update_fields=["closed_at"])
        now_on.end_deputies(room)
        now_on.tell(room)


@transaction.atomic
def rename(*, participant: Participant, name: str) -> None:
    name = clean_name(name)
    room = _open(participant.room)
    key = name_key(name)
    if room.participants.here().filter(name_key=key).exclude(pk=participant.pk).exists():
        raise NameTaken(_("Somebody in this room has that name already. Choose another."))
    participant.name, participant.name_key = name, key
    participant.save(update_fields=["name", "name_key"])
    now_on.tell(room)


@transaction.atomic
def remove(*, participant: Participant, now: datetime) -> None:
    """The participant's seat is freed and their page ends at once; what they cast or answered stays."""
    room = _open(participant.room)
    if participant.removed_at is None:
        participant.removed_at = now
        participant.save(update_fields=["removed_at"])
        for kind in activities():
            kind.left(participant)
    live.end(stream_name(participant))
    now_on.end_deputies(room)
    now_on.tell(room)


def _open(room: Room) -> Room:
    fresh = Room.objects.select_for_update().get(pk=room.pk)
    if fresh.closed_at:
        raise RoomIsClosed
    return fresh
