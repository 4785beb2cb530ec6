"""The pages of a room: the phone, the screen, the desk, and the live part of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unsim import live
from unsim.refusals import Refusal
from unsim.rooms import hosting, joining, now
from unsim.rooms.activities import Audience, activity
from unsim.rooms.guards import owner_required, participant_required, refuse, screen_required
from unsim.rooms.identity import remember_screen
from unsim.rooms.links import join_url, qr_svg
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_desk, desk_page, phone_page, screen_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def rooms(request: HttpRequest) -> HttpResponse:
    """The teacher's rooms, and a field to open another."""
    user = cast(User, request.user)
    refusal = None
    if request.method == "POST":
        try:
            room = hosting.open_room(owner=user, name=request.POST.get("name", ""), now=timezone.now())
            return redirect("desk", code=room.code)
        except Refusal as refused:
            refusal = refused
    context = {"rooms": Room.objects.of(user).open_first(), "refusal": refusal}
    return render(request, "rooms/rooms.html", context, status=refusal.status if refusal else 200)


@require_safe
@participant_required
def phone(request: HttpRequest, room: Room, participant: Participant) -> HttpResponse:
    joining.see(participant=participant, now=timezone.now())
    return phone_page(request, room, participant)


@require_safe
@owner_required
def desk(request: HttpRequest, room: Room) -> HttpResponse:
    return desk_page(request, room)


@require_safe
@screen_required
def screen(request: HttpRequest, room: Room) -> HttpResponse:
    return screen_page(request, room)


@require_safe
def screen_link(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The link that turns any browser into the room's projector: it may look, and nothing else."""
    room = get_object_or_404(Room, code=code.upper())
    if not constant_time_compare(key, room.screen_key):
        return refuse(request, 403, str(hosting.WrongScreenLink.message))
    response = redirect("screen", code=room.code)
    remember_screen(request, response, room)
    return response


@require_safe
@participant_required
def phone_live(request: HttpRequest, room: Room, participant: Participant, way: str) -> HttpResponseBase:
    joining.see(participant=participant, now=timezone.now())
    return _live(request, room, "phone", way, joining.stream_name(participant))


@require_safe
@screen_required
def screen_live(request: HttpRequest, room: Room, way: str) -> HttpResponseBase:
    return _live(request, room, "screen", way)


@require_safe
@owner_required
def desk_live(request: HttpRequest, room: Room, way: str) -> HttpResponseBase:
    return _live(request, room, "desk", way)


def _live(request: HttpRequest, room: Room, audience: Audience, way: str, who: str = "") -> HttpResponseBase:
    if way == "stream":
        return live.hold(request, "room", now.key(room, audience), who)
    return live.part(request, "room", now.key(room, audience))


@require_POST
@owner_required
def put_on(request: HttpRequest, room: Room) -> HttpResponse:
    """Moves the pointer to one of the room's activities, or to the lobby."""
    kind, pk = request.POST.get("kind", ""), request.POST.get("pk", "")
    if kind and not _is_of(room, kind, pk):
        raise Http404
    try:
        hosting.put_on(room=room, kind=kind, pk=int(pk) if kind else None, now=timezone.now())
    except Refusal as refusal:
        return answer_desk(request, room, refusal=refusal)
    return answer_desk(request, room)


def _is_of(room: Room, kind: str, pk: str) -> bool:
    try:
        return any(str(entry.pk) == pk for entry in activity(kind).entries(room))
    except KeyError:
        return False


@require_safe
@owner_required
def people(request: HttpRequest, room: Room) -> HttpResponse:
    return _people_page(request, room)


@require_POST
@owner_required
def lock(request: HttpRequest, room: Room) -> HttpResponse:
    return _act_on_people(request, room, lambda: hosting.set_lock(room=room, locked=request.POST.get("locked") == "1"))


@require_POST
@owner_required
def rename(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    participant = get_object_or_404(room.participants.here(), pk=pk)
    return _act_on_people(
        request, room, lambda: hosting.rename(participant=participant, name=request.POST.get("name", ""))
    )


@require_POST
@owner_required
def remove(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    participant = get_object_or_404(room.participants, pk=pk)
    return _act_on_people(request, room, lambda: hosting.remove(participant=participant, now=timezone.now()))


@require_POST
@owner_required
def close(request: HttpRequest, room: Room) -> HttpResponse:
    hosting.close_room(room=room, now=timezone.now())
    return redirect("rooms")


def _act_on_people(request: HttpRequest, room: Room, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return _people_page(request, room, refusal)
    return redirect("people", code=room.code)


def _people_page(request: HttpRequest, room: Room, refusal: Refusal | None = None) -> HttpResponse:
    url = join_url(request, room)
    context = {
        "room": room,
        "people": room.participants.here(),
        "refusal": refusal,
        "join_url": url,
        "qr": qr_svg(url),
        "screen_url": request.build_absolute_uri(reverse("screen_link", args=[room.code, room.screen_key])),
    }
    return render(request, "rooms/people.html", context, status=refusal.status if refusal else 200)
