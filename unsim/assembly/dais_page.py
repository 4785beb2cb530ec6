"""The podium page: what a student on the dais has in place of the desk, with the controls that their role permits."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django_htmx.http import HttpResponseClientRedirect

from unsim.assembly.dais import Role, is_owner, role_of
from unsim.refusals import Refusal
from unsim.rooms.activities import activity
from unsim.rooms.identity import participant_of
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import HtmxRequest, answer_desk, live_html


def answer_dais(request: HttpRequest, room: Room, *, refusal: Refusal | None = None) -> HttpResponse:
    """What a view of the meeting answers: the desk to the teacher, the podium to a student on the dais."""
    if is_owner(request, room):
        return answer_desk(request, room, refusal=refusal)
    participant = participant_of(request, room)
    if refusal is None and not _is_htmx(request):
        return redirect("podium", code=room.code)
    return podium_page(request, room, participant, refusal=refusal)


def podium_page(
    request: HttpRequest, room: Room, participant: Participant | None, *, refusal: Refusal | None = None
) -> HttpResponse:
    """For htmx the controls `#mine` alone. Whoever is not on the dais (any more) is led to the phone's page."""
    role, htmx = role_of(room, participant), _is_htmx(request)
    if participant is None or role is None:
        there = redirect("phone", code=room.code)
        return HttpResponseClientRedirect(there.url) if htmx else there
    mine = _mine(request, room, participant, role)
    context = {"room": room, "participant": participant, "role": role.value, "mine": mine, "refusal": refusal}
    if not htmx:
        context["live"] = live_html(room, "desk")
    template = "assembly/dais/page.html#mine" if htmx else "assembly/dais/page.html"
    return render(request, template, context, status=refusal.status if refusal else 200)


def _is_htmx(request: HttpRequest) -> bool:
    return bool(cast(HtmxRequest, request).htmx)


def _mine(request: HttpRequest, room: Room, participant: Participant, role: Role) -> str:
    """The President has the desk's controls; in them `role` is what the teacher's have not."""
    page = activity(room.now_kind).desk(room, room.now_id or 0, request)
    template = page.template if role is Role.PRESIDENT else f"assembly/dais/{role.value}.html"
    context = {"room": room, "participant": participant, **page.context, "role": role.value}
    return render_to_string(template, context, request)
