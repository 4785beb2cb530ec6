"""How the views of the hall do one act and answer: the desk or the phone again, with the refusal if there is one."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from unsim.assembly.dais import is_owner
from unsim.assembly.dais_page import answer_dais
from unsim.assembly.models import Ballot, Meeting
from unsim.refusals import Refusal
from unsim.rooms.hosting import RoomIsClosed
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_phone


def at_desk(request: HttpRequest, room: Room, act: Callable[[], object]) -> HttpResponse:
    """Answers the teacher with the desk, and a student on the dais with the podium."""
    try:
        refuse_in_closed(room)
        act()
    except Refusal as refusal:
        return answer_dais(request, room, refusal=refusal)
    return answer_dais(request, room)


def on_phone(request: HttpRequest, room: Room, participant: Participant, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return answer_phone(request, room, participant, refusal=refusal)
    return answer_phone(request, room, participant)


def back_from(request: HttpRequest, room: Room) -> str:
    """The address of the desk, or of the podium of a student on the dais."""
    return reverse("desk" if is_owner(request, room) else "podium", args=[room.code])


def refuse_in_closed(room: Room) -> None:
    if room.closed_at:
        raise RoomIsClosed


def meeting_in(room: Room, pk: int) -> Meeting:
    return get_object_or_404(room.meetings.select_related("room", "resolution"), pk=pk)


def ballot_in(room: Room, pk: int) -> Ballot:
    ballots = Ballot.objects.select_related("motion__meeting__room", "motion__resolution")
    return get_object_or_404(ballots, pk=pk, motion__meeting__room=room)
