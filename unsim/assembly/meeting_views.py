"""Addresses of a meeting: its opening, its debrief, its close, its log."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unsim.assembly import meetings, putting
from unsim.assembly.answers import at_desk, back_from, meeting_in
from unsim.assembly.dais import dais_required
from unsim.assembly.forms import on_in
from unsim.assembly.minutes import minutes_of
from unsim.assembly.put_forms import way_in
from unsim.rooms.models import Room


@require_POST
@dais_required()
def open_meeting(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: meetings.open_meeting(meeting=meeting, now=timezone.now()))


@require_POST
@dais_required()
def back_to_seating(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: meetings.back_to_seating(meeting=meeting, now=timezone.now()))


@require_POST
@dais_required()
def debrief(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(
        request, room, lambda: meetings.show_debrief(meeting=meeting, on=on_in(request.POST), now=timezone.now())
    )


@require_POST
@dais_required()
def close_meeting(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: meetings.close_meeting(meeting=meeting, now=timezone.now()))


@require_POST
@dais_required()
def put_question(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """Any vote but a secret ballot on what comes next on the text."""
    meeting = meeting_in(room, pk)
    return at_desk(
        request, room, lambda: putting.put_question(meeting=meeting, way=way_in(request.POST), now=timezone.now())
    )


@require_safe
@dais_required()
def meeting_log(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    context = {"room": room, "meeting": meeting, "minutes": minutes_of(meeting), "back": back_from(request, room)}
    return render(request, "assembly/log.html", context)
