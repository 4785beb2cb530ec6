"""Addresses of a meeting: a new one, its opening, its debrief, its close, its log."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unsim.assembly import attendance, meetings, putting
from unsim.assembly.answers import at_desk, back_from, meeting_in, refuse_in_closed
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.forms import MeetingForm, NoSuchChoice, on_in
from unsim.assembly.minutes import minutes_of
from unsim.assembly.models import Meeting, Resolution
from unsim.assembly.put_forms import way_in
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required
from unsim.rooms.models import Room
from unsim.rules.majority import Majority


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def new_meeting(request: HttpRequest, room: Room) -> HttpResponse:
    """Choose a text, or type one in; then the meeting is on."""
    texts = _texts(room)
    resolutions = {str(text.pk): text for text in texts}
    form = MeetingForm(resolutions, request.POST if request.method == "POST" else None)
    refusal = None
    if form.is_valid():
        try:
            _start(room, form)
            return redirect("desk", code=room.code)
        except Refusal as refused:
            refusal = refused
    status = refusal.status if refusal else 422 if form.is_bound else 200
    context = {"room": room, "form": form, "texts": texts, "refusal": refusal}
    return render(request, "assembly/new_meeting.html", context, status=status)


def _texts(room: Room) -> QuerySet[Resolution]:
    """The Assembly's texts by date, then those without one: for practice, and the room's own."""
    texts = Resolution.objects.filter(Q(room=None) | Q(room=room), body="assembly")
    return texts.order_by(F("date").asc(nulls_last=True), "pk")


def _start(room: Room, form: MeetingForm) -> None:
    refuse_in_closed(room)
    sent = form.cleaned_data
    text = form.chosen() or meetings.type_text(
        room=room, title=sent["title"], text=sent["words"], majority=Majority(sent["majority"])
    )
    meetings.start_meeting(room=room, resolution=text, now=timezone.now())


@require_POST
@dais_required(Role.SECRETARY)
def mark_attendance(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """One delegation (`present` or `absent`), or `all`: those with a student, or all that were dealt."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _mark(meeting, request))


def _mark(meeting: Meeting, request: HttpRequest) -> None:
    sent = request.POST
    if sent.get("all") in ("seated", "dealt"):
        return attendance.mark_all(meeting=meeting, seated_only=sent["all"] == "seated", now=timezone.now())
    if "present" in sent or "absent" in sent:
        code = sent.get("present") or sent.get("absent") or ""
        return attendance.mark(meeting=meeting, code=code, present="present" in sent)
    raise NoSuchChoice


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
