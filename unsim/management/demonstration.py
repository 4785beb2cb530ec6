"""The demonstration: a room in progress with simulated students, so that a newcomer sees both votes move at once."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from unsim.assembly import attendance, casting, meetings, proceedings, seating, secret_ballot, secret_box
from unsim.assembly.models import Ballot, Meeting, RealVote, Resolution
from unsim.assembly.sealed import new_noise
from unsim.refusals import Refusal
from unsim.rooms import hosting
from unsim.rooms.models import Participant, Room
from unsim.rooms.names import REJOIN_LENGTH, name_key, new_code
from unsim.rules.choices import CASTABLE, Choice
from unsim.rules.majority import Majority

logger = logging.getLogger(__name__)

SYMBOL = "A/RES/ES-11/4"
ROUNDS = 12  # then the last debrief stays on
OWNER = "demonstration"
NAMES = [
    *("Amina", "Ben", "Chloé", "Daniyar", "Elif", "Felipe", "Grace", "Hana", "Ibrahim", "Jonas"),
    *("Kofi", "Lina", "Max", "Noor", "Olga", "Priya", "Quentin", "Rosa", "Sam", "Tom"),
]


@dataclass(frozen=True)
class Seated:
    """A simulated student, the member they sit for, and how that member really voted."""

    participant: Participant
    code: str
    real: Choice


def open_demonstration() -> dict[str, str]:
    """Opens the room and lets its simulated students vote, in a thread. Gives titles and paths to look at."""
    room = open_room()
    threading.Thread(target=_run_in_a_thread, args=(room,), daemon=True, name="demonstration").start()
    return {
        _("Projector"): reverse("screen_link", args=[room.code, room.screen_key]),
        _("Join it"): reverse("join", args=[room.code]),
    }


@transaction.atomic
def open_room() -> Room:
    """A demonstration of the first teacher, if there is one; what an earlier start left open is closed."""
    now = timezone.now()
    owner = User.objects.filter(is_superuser=True).first() or _nobody()
    for old in Room.objects.open().filter(demonstration=True):
        hosting.close_room(room=old, now=now)
    room = hosting.open_room(owner=owner, name=_("Demonstration"), now=now, demonstration=True)
    Participant.objects.bulk_create(
        Participant(
            room=room,
            name=name,
            name_key=name_key(name),
            rejoin_code=new_code(REJOIN_LENGTH),
            simulated=True,
            joined_at=now,
        )
        for name in NAMES
    )
    return room


def _nobody() -> User:
    """An account in whose name nobody can sign in."""
    return User.objects.filter(username=OWNER).first() or User.objects.create_user(username=OWNER)


def run(room: Room, rounds: int = ROUNDS, pause: Callable[[float], None] = time.sleep) -> None:
    """Round after round on the same text, until the room is closed."""
    try:
        for number in range(rounds):
            perform(room, Random(number), pause)  # noqa: S311 -- a play, not a secret
    except Refusal as refusal:
        logger.info("the demonstration ended: %s", refusal)


def _run_in_a_thread(room: Room) -> None:
    """A thread has a connection of its own, which nobody else would close."""
    try:
        run(room)
    finally:
        connection.close()


def perform(room: Room, lot: Random, pause: Callable[[float], None]) -> None:
    """A meeting with an open and a secret vote on the same text, in about a minute."""
    meeting = seat_everybody(room, lot)
    pause(4)
    vote_openly(meeting, lot, pause)
    pause(6)
    vote_secretly(meeting, lot, pause)
    pause(4)
    meetings.close_meeting(meeting=meeting, now=timezone.now())
    pause(12)


def seat_everybody(room: Room, lot: Random) -> Meeting:
    now = timezone.now()
    resolution = Resolution.objects.get(symbol=SYMBOL, room=None)
    meeting = meetings.start_meeting(room=room, resolution=resolution, now=now)
    seating.deal_by_lot(meeting=meeting, size=len(NAMES), lot=lot, now=now)
    attendance.mark_all(meeting=meeting, seated_only=False, now=now)
    meetings.open_meeting(meeting=meeting, now=now)
    meeting.refresh_from_db()
    return meeting


def seated(meeting: Meeting, lot: Random) -> list[Seated]:
    """The simulated students in the order in which they will vote. A human who sits somewhere votes for themselves."""
    real = dict(RealVote.objects.filter(resolution=meeting.resolution).values_list("member_id", "choice"))
    seats = meeting.seats.filter(participant__simulated=True).exclude(delegation=None)
    found = [
        Seated(seat.participant, seat.delegation.member_id, Choice(real[seat.delegation.member_id]))
        for seat in seats.select_related("participant", "delegation")
        if seat.delegation
    ]
    lot.shuffle(found)
    return found


def vote_openly(meeting: Meeting, lot: Random, pause: Callable[[float], None]) -> None:
    """Each as their country really did; a few press another button first."""
    ballot = proceedings.put_to_recorded_vote(
        meeting=meeting, majority=Majority.TWO_THIRDS, hidden=False, now=timezone.now()
    )
    voters = [voter for voter in seated(meeting, lot) if voter.real != Choice.ABSENT]
    first_thoughts = [(voter, lot.choice(CASTABLE)) for voter in voters[:3]]
    for voter, choice in [*first_thoughts, *((voter, voter.real) for voter in voters)]:
        pause(lot.uniform(0.2, 1.1))
        room, person = meeting.room, voter.participant
        casting.cast_vote(
            room=room, ballot=ballot.pk, participant=person, code=voter.code, choice=choice, now=timezone.now()
        )
    pause(3)
    proceedings.lock(ballot=ballot, now=timezone.now())
    pause(3)
    proceedings.declare(ballot=ballot, now=timezone.now())


def vote_secretly(meeting: Meeting, lot: Random, pause: Callable[[float], None]) -> None:
    """When nobody sees it, some vote otherwise. Whose papers these are, the box does not tell."""
    ballot, key = secret_ballot.open_secret_ballot(meeting=meeting, majority=Majority.TWO_THIRDS, now=timezone.now())
    for voter in seated(meeting, lot):
        pause(lot.uniform(0.2, 0.9))
        choice = voter.real if voter.real in CASTABLE and lot.random() < 0.7 else lot.choice(CASTABLE)
        secret_ballot.cast_paper(ballot=ballot, participant=voter.participant, choice=choice, noise=new_noise())
    pause(2)
    _open_the_box(ballot, key)
    pause(3)
    proceedings.declare(ballot=ballot, now=timezone.now())


def _open_the_box(ballot: Ballot, key: bytes) -> None:
    secret_box.close_box(ballot=ballot, opening_key=key, now=timezone.now(), anyway=True)
    secret_box.open_box(ballot=ballot, opening_key=key, now=timezone.now(), anyway=True)
