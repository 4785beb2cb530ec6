"""Addresses of the attendance: marks by one tap, and the roll that is called from the first delegation to the last."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from unsim.assembly import attendance
from unsim.assembly.answers import at_desk, back_from, meeting_in, refuse_in_closed
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.forms import NoSuchChoice, one_of
from unsim.assembly.hall import Hall, hall_of
from unsim.assembly.models import Meeting
from unsim.refusals import Refusal
from unsim.rooms.models import Room
from unsim.rules.attendance import Attendance

BACK = "back"
OVER = "over"  # in place of a code: everybody was called


@require_POST
@dais_required(Role.SECRETARY)
def mark_attendance(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """One delegation (`present`, `present_and_voting` or `absent`), or `all`: those with a student, or all dealt."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _mark(meeting, request))


def _mark(meeting: Meeting, request: HttpRequest) -> None:
    sent = request.POST
    if sent.get("all") in ("seated", "dealt"):
        return attendance.mark_all(meeting=meeting, seated_only=sent["all"] == "seated", now=timezone.now())
    for answer in Attendance:
        if answer.value in sent:
            code = sent[answer.value]
            return attendance.mark(meeting=meeting, code=code, attendance=answer, now=timezone.now())
    raise NoSuchChoice


@require_http_methods(["GET", "HEAD", "POST"])
@dais_required(Role.SECRETARY)
def roll(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """A page of its own. `at` is the delegation that is called; an answer leads to the next one, `back` to the last."""
    meeting = meeting_in(room, pk)
    if request.method != "POST":
        return _page(request, meeting, request.GET.get("at", ""))
    at = request.POST.get("at", "")
    try:
        refuse_in_closed(room)
        following = _answered(meeting, at, request.POST.get("answer", ""))
    except Refusal as refusal:
        return _page(request, meeting, at, refusal)
    if request.headers.get("HX-Request") == "true":
        return _page(request, meeting, following)
    return redirect(f"{reverse('attendance_roll', args=[room.code, pk])}?at={following}")


def _answered(meeting: Meeting, at: str, word: str) -> str:
    """Who is called after this answer."""
    codes = [place.code for place in hall_of(meeting).places]
    place = one_of({code: nth for nth, code in enumerate([*codes, OVER])}, at, NoSuchChoice)
    if word == BACK:
        return [*codes, OVER][max(0, place - 1)]
    answer = one_of({each.value: each for each in Attendance}, word, NoSuchChoice)
    attendance.mark(meeting=meeting, code=at, attendance=answer, now=timezone.now())
    if place + 1 == len(codes):
        attendance.end_roll(meeting=meeting, now=timezone.now())
    return [*codes, OVER][place + 1]


def _page(request: HttpRequest, meeting: Meeting, at: str, refusal: Refusal | None = None) -> HttpResponse:
    """An unknown `at` is the first delegation."""
    hall = hall_of(meeting)
    context = {"room": meeting.room, "meeting": meeting, "hall": hall, "refusal": refusal, **_called(hall, at)}
    context["back"] = back_from(request, meeting.room)
    alone = request.headers.get("HX-Request") == "true"
    template = "assembly/roll.html#roll" if alone else "assembly/roll.html"
    return render(request, template, context, status=refusal.status if refusal else 200)


def _called(hall: Hall, at: str) -> dict[str, object]:
    nth = next((nth for nth, place in enumerate(hall.places) if place.code == at), 0)
    over = at == OVER or not hall.places
    following = hall.places[nth + 1].label if nth + 1 < len(hall.places) and not over else ""
    return {"place": None if over else hall.places[nth], "nth": nth + 1, "following": following}
