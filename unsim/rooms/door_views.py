"""The way in: the code field, the name, the rejoin code."""

from __future__ import annotations

import secrets
import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from unsim.refusals import Refusal
from unsim.rooms import joining, limits
from unsim.rooms.identity import participant_of, remember_participant
from unsim.rooms.links import is_local, qr_svg
from unsim.rooms.models import Participant, Room
from unsim.rooms.names import LONGEST_NAME, clean_code


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """One field: the code on the screen."""
    if request.method != "POST":
        return render(request, "rooms/home.html")
    typed = request.POST.get("code", "")
    try:
        room = _find(request, typed)
    except Refusal as refusal:
        context = {"refusal": refusal, "typed": typed[:20]}
        return render(request, "rooms/home.html", context, status=refusal.status)
    return redirect("join", code=room.code)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Where the QR code leads: a name, and in. Who is in already is led on, unless somebody else is to come in here."""
    try:
        room = _find(request, code)
    except Refusal as refusal:
        context = {"refusal": refusal, "typed": clean_code(code)[:20]}
        return render(request, "rooms/home.html", context, status=refusal.status)
    if participant_of(request, room) and not _is_another(request):
        return redirect("phone", code=room.code)
    if request.method != "POST":
        return _name_page(request, room)
    return _join(request, room)


def _is_another(request: HttpRequest) -> bool:
    """Whether somebody else than who is known here wants to come in on this device."""
    return "other" in (request.POST if request.method == "POST" else request.GET)


def _join(request: HttpRequest, room: Room) -> HttpResponse:
    try:
        limits.take(request, limits.JOINS, "join")
        participant = joining.join(
            room=room,
            name=request.POST.get("name", ""),
            ticket=request.POST.get("ticket", "")[:32],
            now=timezone.now(),
        )
    except Refusal as refusal:
        return _name_page(request, room, refusal)
    return _inside(request, room, participant)


@require_http_methods(["GET", "HEAD", "POST"])
def rejoin(request: HttpRequest) -> HttpResponse:
    """Back in on another device, with the code that the phone showed."""
    if request.method != "POST":
        return render(request, "rooms/rejoin.html", {"code": request.GET.get("code", "")[:6]})
    try:
        room = _find(request, request.POST.get("code", ""))
        participant = _rejoined(request, room)
    except Refusal as refusal:
        context = {"refusal": refusal, "code": request.POST.get("code", "")[:20]}
        return render(request, "rooms/rejoin.html", context, status=refusal.status)
    return _inside(request, room, participant)


def _rejoined(request: HttpRequest, room: Room) -> Participant:
    limits.check(request, limits.WRONG_CODES, "rejoin")
    try:
        return joining.rejoin(room=room, code=request.POST.get("rejoin", ""), now=timezone.now())
    except joining.NoSuchRejoinCode:
        limits.take(request, limits.WRONG_CODES, "rejoin")
        raise


def _find(request: HttpRequest, typed: str) -> Room:
    """Only wrong codes are counted: a class that scans the same right one at once is never shut out."""
    limits.check(request, limits.WRONG_CODES, "code")
    try:
        return joining.find_room(typed)
    except joining.NoSuchCode:
        limits.take(request, limits.WRONG_CODES, "code")
        raise


def _inside(request: HttpRequest, room: Room, participant: Participant) -> HttpResponse:
    response = redirect("phone", code=room.code)
    remember_participant(request, response, participant)
    return response


def _name_page(request: HttpRequest, room: Room, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "room": room,
        "refusal": refusal,
        "name": request.POST.get("name", "")[:LONGEST_NAME],
        "ticket": request.POST.get("ticket") or secrets.token_hex(16),
        "longest": LONGEST_NAME,
        "before": participant_of(request, room),
    }
    return render(request, "rooms/join.html", context, status=refusal.status if refusal else 200)


@require_safe
def clock(request: HttpRequest) -> HttpResponse:
    """The server's time in milliseconds, for the timers on every device. Public: it says nothing else."""
    return HttpResponse(str(time.time_ns() // 1_000_000), content_type="text/plain")


@require_safe
def reach(request: HttpRequest) -> HttpResponse:
    """Can your phone reach this? Whoever reads it has reached it; the code on it is for the phone to try."""
    url = request.build_absolute_uri()
    return render(request, "rooms/reach.html", {"url": url, "qr": qr_svg(url), "local": is_local(request)})
