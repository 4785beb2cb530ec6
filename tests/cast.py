"""The cast of the permission tests: everybody who may stand before a page of one room."""

from dataclasses import dataclass, fields

from django.core import signing
from django.test import Client

from tests.factories import ParticipantFactory, RoomFactory, TeacherFactory
from unsim.rooms import identity
from unsim.rooms.models import Participant, Room

# What a browser sends when it opens a page.
LOOKING = {"accept": "text/html,application/xhtml+xml"}
HTMX = {"hx-request": "true", "accept": "*/*"}


@dataclass(frozen=True)
class Cast:
    """One room, its people, and a client of each person. `other_delegate` is in another room of another teacher."""

    room: Room
    other_room: Room
    participant: Participant
    other_participant: Participant
    teacher: Client
    other_teacher: Client
    delegate: Client
    other_delegate: Client
    projector: Client
    stranger: Client

    def clients(self) -> dict[str, Client]:
        return {f.name: getattr(self, f.name) for f in fields(self) if isinstance(getattr(self, f.name), Client)}


def make_cast() -> Cast:
    room, other_room = RoomFactory(), RoomFactory()
    one, other = ParticipantFactory(room=room), ParticipantFactory(room=other_room)
    return Cast(
        room=room,
        other_room=other_room,
        participant=one,
        other_participant=other,
        teacher=signed_in(room.owner),
        other_teacher=signed_in(TeacherFactory()),
        delegate=phone_of(one),
        other_delegate=phone_of(other),
        projector=projector_of(room),
        stranger=Client(headers=LOOKING),
    )


def signed_in(teacher) -> Client:
    client = Client(headers=LOOKING)
    client.force_login(teacher)
    return client


def phone_of(participant: Participant) -> Client:
    """A browser that holds the participant's cookie, as it was set when they joined."""
    client = Client(headers=LOOKING)
    value = signing.dumps([participant.pk, participant.generation], salt=identity.SALT)
    client.cookies[f"unsim_{participant.room.code}"] = value
    return client


def projector_of(room: Room) -> Client:
    client = Client(headers=LOOKING)
    client.get(f"/rooms/{room.code}/screen/{room.screen_key}/")
    return client
