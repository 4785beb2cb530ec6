"""Addresses around the vote: what to argue for, the same votes under other majorities, and what is printed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from unsim.assembly import supposing
from unsim.assembly.answers import back_from, meeting_in, on_phone
from unsim.assembly.arguing import argue
from unsim.assembly.dais import dais_required
from unsim.assembly.printing import sheets_of
from unsim.assembly.records import record_in
from unsim.rooms.guards import inside_required, participant_required
from unsim.rooms.models import Participant, Room

PAPERS = ("cards", "placards", "attendance")


@require_POST
@participant_required
def argues(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`words`: the delegation's line."""
    meeting, words = meeting_in(room, pk), request.POST.get("words", "")
    return on_phone(request, room, participant, lambda: argue(meeting=meeting, participant=participant, words=words))


@require_safe
@inside_required
def what_if(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """A declared vote under other majorities; `yes`, `no`, `abstain` and `absent` try other numbers."""
    record = record_in(room, pk)
    form = supposing.form_for(record, request.GET.dict())
    if form is None:
        raise Http404
    lines = supposing.lines_for(record, form.tally) if form.is_valid() else []
    context = {"room": room, "record": record, "content": record.content, "form": form, "lines": lines}
    template = "assembly/what_if.html" + ("#supposed" if request.headers.get("HX-Request") == "true" else "")
    return render(request, template, context, status=200 if form.is_valid() else 422)


@require_safe
@dais_required()
def papers(request: HttpRequest, room: Room, pk: int, kind: str) -> HttpResponse:
    """Cards, placards or the attendance sheet of a meeting, to print."""
    meeting = meeting_in(room, pk)
    if kind not in PAPERS:
        raise Http404
    context = {"room": room, "meeting": meeting, "sheets": sheets_of(meeting), "back": back_from(request, room)}
    return render(request, f"assembly/print_{kind}.html", context)
