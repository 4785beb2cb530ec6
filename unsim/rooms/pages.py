"""The pages of a room, and the answers of its activities' views: the personal part, a redirect or a refusal."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django_htmx.middleware import HtmxDetails

from unsim import live
from unsim.refusals import Refusal
from unsim.rooms import now
from unsim.rooms.activities import Audience, Page, Start, activities, activity
from unsim.rooms.links import is_local, join_url, qr_svg
from unsim.rooms.models import Participant, Room


class HtmxRequest(HttpRequest):
    """A request that went through django-htmx's middleware, as all do."""

    htmx: HtmxDetails


def phone_page(
    request: HttpRequest, room: Room, participant: Participant, *, refusal: Refusal | None = None
) -> HttpResponse:
    """The phone's page; for htmx its personal part `#mine` alone. A refusal stands on top and gives the status."""
    mine = _phone_part(request, room, participant)
    return _page(request, "rooms/phone.html", room, "phone", mine, refusal, participant=participant)


def desk_page(request: HttpRequest, room: Room, *, refusal: Refusal | None = None) -> HttpResponse:
    """The teacher's page; for htmx its controls `#mine` alone."""
    mine = _desk_part(request, room)
    plan = [entry for kind in activities() for entry in kind.entries(room)]
    return _page(
        request,
        "rooms/desk.html",
        room,
        "desk",
        mine,
        refusal,
        plan=plan,
        starts=_starts(room),
        local=is_local(request),
    )


def screen_page(request: HttpRequest, room: Room) -> HttpResponse:
    """The projector's page: nothing to press, the way in beside the live part."""
    url = join_url(request, room)
    context = {
        "room": room,
        "audience": "screen",
        "live": live_html(room, "screen"),
        "qr": qr_svg(url),
        "url": url,
        "host": request.get_host(),
    }
    return render(request, "rooms/screen.html", context)


def answer_phone(
    request: HttpRequest, room: Room, participant: Participant, *, refusal: Refusal | None = None
) -> HttpResponse:
    """What a view of an activity answers to a student's POST: the part for htmx, else a redirect or the full page."""
    if refusal is None and not _is_htmx(request):
        return redirect("phone", code=room.code)
    return phone_page(request, room, participant, refusal=refusal)


def answer_desk(request: HttpRequest, room: Room, *, refusal: Refusal | None = None) -> HttpResponse:
    """The same for the teacher."""
    if refusal is None and not _is_htmx(request):
        return redirect("desk", code=room.code)
    return desk_page(request, room, refusal=refusal)


def _page(
    request: HttpRequest,
    template: str,
    room: Room,
    audience: Audience,
    mine: str,
    refusal: Refusal | None,
    **more: object,
) -> HttpResponse:
    context: dict[str, object] = {"room": room, "mine": mine, "refusal": refusal, "audience": audience, **more}
    if _is_htmx(request):
        template += "#mine"
    else:
        context["live"] = live_html(room, audience)
    return render(request, template, context, status=refusal.status if refusal else 200)


def live_html(room: Room, audience: Audience) -> str:
    return live.render("room", now.key(room, audience), get_language() or "en").html


def _phone_part(request: HttpRequest, room: Room, participant: Participant) -> str:
    if room.now_kind and room.now_id:
        page = activity(room.now_kind).phone(room, room.now_id, request, participant)
    else:
        page = Page("rooms/phone_lobby.html")
    return render_to_string(page.template, {"room": room, "participant": participant, **page.context}, request)


def _desk_part(request: HttpRequest, room: Room) -> str:
    if room.now_kind and room.now_id:
        page = activity(room.now_kind).desk(room, room.now_id, request)
    else:
        page = Page("rooms/desk_lobby.html", {"starts": _starts(room), "people": room.participants.here().exists()})
    return render_to_string(page.template, {"room": room, **page.context}, request)


def _starts(room: Room) -> list[Start]:
    return [start for kind in activities() for start in kind.starts(room)]


def _is_htmx(request: HttpRequest) -> bool:
    return bool(cast(HtmxRequest, request).htmx)
