"""Addresses of the dais: the teacher hands it over and takes it back, a student has the podium."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unsim import live
from unsim.assembly import handing_over
from unsim.assembly.answers import at_desk, meeting_in
from unsim.assembly.dais import is_owner, role_of
from unsim.assembly.dais_page import podium_page
from unsim.assembly.forms import person_in, role_in
from unsim.rooms import now
from unsim.rooms.guards import owner_required, participant_required, refuse
from unsim.rooms.models import Participant, Room


@require_safe
def podium(request: HttpRequest, code: str) -> HttpResponseBase:
    """The teacher's podium is the desk."""
    if is_owner(request, get_object_or_404(Room, code=code.upper())):
        return redirect("desk", code=code)
    return _podium(request, code)


@participant_required
def _podium(request: HttpRequest, room: Room, participant: Participant) -> HttpResponse:
    return podium_page(request, room, participant)


@require_safe
@participant_required
def podium_live(request: HttpRequest, room: Room, participant: Participant, way: str) -> HttpResponseBase:
    """What the desk sees. Ended by `end_deputies` whenever somebody may no longer look."""
    if role_of(room, participant) is None:
        return refuse(request, 403, str(handing_over.NotOnDais.message))
    if way == "stream":
        return live.hold(request, "room", now.key(room, "desk"), now.deputies(room))
    return live.part(request, "room", now.key(room, "desk"))


@require_POST
@owner_required
def hand_over(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(
        request,
        room,
        lambda: handing_over.hand_over(
            meeting=meeting,
            participant=person_in(request.POST, room),
            role=role_in(request.POST),
            now=timezone.now(),
        ),
    )


@require_POST
@owner_required
def take_back_role(request: HttpRequest, room: Room, pk: int, person: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    participant = get_object_or_404(room.participants, pk=person)
    return at_desk(
        request,
        room,
        lambda: handing_over.take_back_role(meeting=meeting, participant=participant, now=timezone.now()),
    )
