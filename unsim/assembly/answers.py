"""How the views of the hall do one act and answer: the desk or the phone again, with the refusal if there is one."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from unsim.assembly.models import Ballot, Meeting
from unsim.refusals import Refusal
from unsim.rooms.hosting import RoomIsClosed
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_desk, answer_phone


def at_desk(request: HttpRequest, room: Room, act: Callable[[], object]) -> HttpResponse:
    try:
        refuse_in_closed(room)
        act()
    except Refusal as refusal:
        return answer_desk(request, room, refusal=refusal)
    return answer_desk(request, room)


def on_phone(request: HttpRequest, room: Room, participant: Participant, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return answer_phone(request, room, participant, refusal=refusal)
    return answer_phone(request, room, participant)


def refuse_in_closed(room: Room) -> None:
    if room.closed_at:
        raise RoomIsClosed


def meeting_in(room: Room, pk: int) -> Meeting:
    return get_object_or_404(room.meetings.select_related("room", "resolution"), pk=pk)


def ballot_in(room: Room, pk: int) -> Ballot:
    ballots = Ballot.objects.select_related("motion__meeting__room", "motion__resolution")
    return get_object_or_404(ballots, pk=pk, motion__meeting__room=room)
