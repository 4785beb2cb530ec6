"""A hall ready for a secret ballot: a room, a meeting in session, delegations, and who sits for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count as counting

from django.test import Client
from django.urls import reverse

from tests.cast import phone_of, signed_in
from tests.factories import NOON, ParticipantFactory, RoomFactory
from unsim.assembly.models import Ballot, Delegation, Meeting, Member, Resolution, Seat
from unsim.assembly.sealed import new_noise
from unsim.assembly.secret_ballot import cast_paper, open_secret_ballot
from unsim.assembly.secret_box import close_box, open_box
from unsim.rooms.models import Participant, Room
from unsim.rules.choices import Choice
from unsim.rules.majority import Majority

_number = counting()


@dataclass(frozen=True)
class Hall:
    """`people`: member code -> the participants who sit for it."""

    room: Room
    meeting: Meeting
    people: dict[str, list[Participant]]

    @property
    def codes(self) -> list[str]:
        return sorted(self.people)

    def voter(self, code: str) -> Participant:
        return self.people[code][0]


def iso3(number: int) -> str:
    """X00, X01 ...: codes that no member has."""
    return f"X{number:02d}" if number < 100 else f"Y{number - 100:02d}"


def member(number: int) -> Member:
    found, _made = Member.objects.get_or_create(
        iso3=iso3(number),
        defaults={
            "seat_order": 1000 + number,
            "un_name": f"Land {number:03d}",
            "common_name": f"Land {number:03d}",
            "grid_label": f"Land {number:03d}",
            "regional_group": "Test Group",
            "admitted": 1945,
        },
    )
    return found


def make_hall(
    voters: int = 5, *, simulated: int = 0, room: Room | None = None, resolution: Resolution | None = None
) -> Hall:
    """`voters` delegations with a student each, all present, and further ones with a simulated participant."""
    room = room or RoomFactory()
    resolution = resolution or Resolution.objects.create(title="On the habits of tests", slug=f"test-{next(_number)}")
    meeting = Meeting.objects.create(room=room, resolution=resolution, stage="in_session", started_at=NOON)
    room.now_kind, room.now_id = "meeting", meeting.pk
    room.save()
    people = {}
    for number in range(voters + simulated):
        seated = seat(meeting, number, simulated=number >= voters)
        people[iso3(number)] = [seated]
    return Hall(room, meeting, people)


def seat(meeting: Meeting, number: int, *, simulated: bool = False) -> Participant:
    """Somebody more in the delegation of that number, which is dealt if it was not."""
    delegation, _made = Delegation.objects.get_or_create(meeting=meeting, member=member(number), present=True)
    participant = ParticipantFactory(room=meeting.room, simulated=simulated)
    Seat.objects.create(meeting=meeting, delegation=delegation, participant=participant)
    return participant


def put(hall: Hall, **how):
    """(ballot, opening key) of a simple majority."""
    return open_secret_ballot(meeting=hall.meeting, majority=Majority.SIMPLE, now=NOON, **how)


def cast(ballot, participant: Participant, choice: Choice, noise: bytes | None = None) -> str:
    return cast_paper(ballot=ballot, participant=participant, choice=choice, noise=noise or new_noise())


def cast_all(hall: Hall, ballot, choices: list[Choice]) -> list[str]:
    """The first delegations cast these papers; their inclusion codes."""
    return [cast(ballot, hall.voter(code), choice) for code, choice in zip(hall.codes, choices, strict=False)]


def count(ballot, key: bytes, **how) -> None:
    close_box(ballot=ballot, opening_key=key, now=NOON, **how)
    open_box(ballot=ballot, opening_key=key, now=NOON, **how)
    ballot.refresh_from_db()


# ---- by hand, through the pages


def address(name, hall, pk):
    return reverse(name, args=[hall.room.code, pk])


def teacher_of(hall) -> Client:
    return signed_in(hall.room.owner)


def phone(hall, code="X00") -> Client:
    return phone_of(hall.voter(code))


def page_of(hall):
    return reverse("phone", args=[hall.room.code])


def desk_of(hall):
    return reverse("desk", args=[hall.room.code])


def noise_on(response) -> str:
    return re.search(r'name="noise" value="([0-9a-f]{32})"', response.content.decode())[1]


def key_cookie(response, ballot):
    return response.cookies[f"unsim_opening_key_{ballot.pk}"]


def keys_in(response):
    return [name for name in response.cookies if "opening_key" in name]


def put_by_hand(hall, **fields):
    """(teacher, ballot, answer) of the form on the desk."""
    teacher = teacher_of(hall)
    url = address("secret_put", hall, hall.meeting.pk)
    answer = teacher.post(url, {"majority": "simple", **fields})
    return teacher, Ballot.objects.last(), answer
