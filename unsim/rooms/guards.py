"""Who may open a page of a room. Each guard finds the room and hands it, and the person, to the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from unsim.rooms.hosting import RoomIsClosed
from unsim.rooms.identity import participant_of, shows_screen
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_phone

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Room, P], HttpResponseBase]
PhoneView = Callable[Concatenate[HttpRequest, Room, Participant, P], HttpResponseBase]
# What a guard gives back takes the code of the room from the address: (request, code, ...).
RoutedView = Callable[..., HttpResponseBase]


def participant_required(view: PhoneView[P]) -> RoutedView:
    """For the participants of an open room. Strangers are led to the door: a page with GET, 403 else."""

    @wraps(view)
    def guarded(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        room = get_object_or_404(Room, code=code.upper())
        participant = participant_of(request, room)
        if participant is None:
            return _to_the_door(request, room)
        if room.closed_at and request.method not in ("GET", "HEAD"):
            return answer_phone(request, room, participant, refusal=RoomIsClosed())
        return view(request, room, participant, *args, **kwargs)

    return guarded


def owner_required(view: View[P]) -> RoutedView:
    """For the teacher who opened the room. Another teacher gets 403, somebody not signed in the sign-in page."""

    @wraps(view)
    def guarded(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _to_sign_in(request, code)
        room = get_object_or_404(Room, code=code.upper())
        if room.owner_id != request.user.pk:
            return refuse(request, 403, _("This room belongs to another teacher. Open one of your own."))
        return view(request, room, *args, **kwargs)

    return guarded


def screen_required(view: View[P]) -> RoutedView:
    """For the projector: the room's teacher, or a browser that came by the screen link from the desk."""

    @wraps(view)
    def guarded(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        room = get_object_or_404(Room, code=code.upper())
        if not shows_screen(request, room):
            return refuse(request, 403, _("Open the projector page from the desk, or use the link it shows there."))
        return view(request, room, *args, **kwargs)

    return guarded


def inside_required(view: View[P]) -> RoutedView:
    """For everybody in the room: its teacher, its participants and the projector. Strangers are led to the door."""

    @wraps(view)
    def guarded(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        room = get_object_or_404(Room, code=code.upper())
        if participant_of(request, room) is None and not shows_screen(request, room):
            return _to_the_door(request, room)
        return view(request, room, *args, **kwargs)

    return guarded


def refuse(request: HttpRequest, status: int, message: str) -> HttpResponse:
    return render(request, "refusal.html", {"message": message}, status=status)


def _to_sign_in(request: HttpRequest, code: str) -> HttpResponse:
    """And then back: to the page that was asked for, or to the desk when something was posted."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("desk", args=[code])
    to = redirect_to_login(back)
    # htmx would follow a redirect and put the sign-in page into the middle of the desk.
    return HttpResponseClientRedirect(to.url) if request.headers.get("HX-Request") else to


def _to_the_door(request: HttpRequest, room: Room) -> HttpResponse:
    # Only somebody who is looking at the page is led on: a stream or a poll must not be answered with another page.
    looking = "text/html" in request.headers.get("Accept", "") and not request.headers.get("HX-Request")
    if request.method in ("GET", "HEAD") and looking:
        return redirect("join", code=room.code)
    return refuse(request, 403, _("You are not in this room (any more). Join again with the code on the screen."))
