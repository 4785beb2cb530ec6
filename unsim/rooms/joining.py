"""How a student comes into a room, and comes back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim import live
from unsim.refusals import Refusal
from unsim.rooms import now as now_on
from unsim.rooms.models import Participant, Room
from unsim.rooms.names import REJOIN_LENGTH, clean_code, clean_name, name_key, new_code

CAPACITY = 250  # participants: 193 delegations and their chairs


class RoomClosed(Refusal):
    status = 410
    message = _("This room is closed. Ask your teacher for a new code.")


class RoomLocked(Refusal):
    status = 403
    message = _("The teacher has locked this room. Ask for it to be unlocked, or use your rejoin code.")


class RoomFull(Refusal):
    status = 409
    message = _("This room is full. Ask your teacher to open another one.")


class NameTaken(Refusal):
    status = 409
    message = _("Somebody in this room has that name. Add a letter to yours, or use your rejoin code if it was you.")


class NoSuchCode(Refusal):
    status = 404
    message = _("No room has this code. Look at the screen and type the six characters again.")


class NoSuchRejoinCode(Refusal):
    status = 404
    message = _("This rejoin code does not belong to this room. Type both codes again, or ask your teacher.")


def find_room(typed: str) -> Room:
    """The open room with this code. NoSuchCode, RoomClosed."""
    room = Room.objects.filter(code=clean_code(typed)).first()
    if room is None:
        raise NoSuchCode
    if room.closed_at:
        raise RoomClosed
    return room


@transaction.atomic
def join(*, room: Room, name: str, ticket: str, now: datetime) -> Participant:
    """A new participant; the same form (`ticket`) sent again gives the same one."""
    name = clean_name(name)
    room = Room.objects.select_for_update().get(pk=room.pk)
    before = room.participants.here().filter(name_key=name_key(name)).first()
    if before is not None and ticket and before.ticket == ticket:
        return before
    _check_door(room, taken=before is not None)
    participant = Participant.objects.create(
        room=room,
        name=name,
        name_key=name_key(name),
        rejoin_code=new_code(REJOIN_LENGTH),
        ticket=ticket,
        joined_at=now,
        seen_at=now,
    )
    now_on.tell(room)
    return participant


def _check_door(room: Room, *, taken: bool) -> None:
    if room.closed_at:
        raise RoomClosed
    if room.locked:
        raise RoomLocked
    if taken:
        raise NameTaken
    if room.participants.here().count() >= CAPACITY:
        raise RoomFull


@transaction.atomic
def rejoin(*, room: Room, code: str, now: datetime) -> Participant:
    """The identity moves to the browser that asks; the one that had it before is signed out and its stream ends."""
    found = room.participants.here().select_for_update().filter(rejoin_code=clean_code(code)).first()
    if found is None:
        raise NoSuchRejoinCode
    found.generation += 1
    found.seen_at = now
    found.save(update_fields=["generation", "seen_at"])
    live.end(stream_name(found))
    now_on.end_deputies(found.room)
    return found


def see(*, participant: Participant, now: datetime) -> None:
    """Notes that the participant's device is there; at most once a minute, since every page comes by here."""
    if participant.seen_at is None or (now - participant.seen_at).total_seconds() >= 60:
        Participant.objects.filter(pk=participant.pk).update(seen_at=now)


def stream_name(participant: Participant) -> str:
    """The name under which the live hub holds this person's streams."""
    return f"participant.{participant.pk}"
