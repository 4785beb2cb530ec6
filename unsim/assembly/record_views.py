"""Addresses of a record: the page, to print, and the file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unsim.assembly.answers import back_from
from unsim.assembly.dais import dais_required
from unsim.assembly.debrief import tally_in
from unsim.assembly.exports import content_for_json, csv_of
from unsim.assembly.records import named_votes, record_in
from unsim.rooms.models import Room


@require_safe
@dais_required()
def record(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    found = record_in(room, pk)
    context = {"room": room, "record": found, "content": found.content, "tally": tally_in(found)}
    context["back"] = back_from(request, room)
    return render(request, "assembly/record.html", {**context, "votes": named_votes(found)})


@require_safe
@dais_required()
def record_csv(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    found = record_in(room, pk)
    # With a byte order mark: else a spreadsheet garbles names such as Türkiye.
    response = HttpResponse("\ufeff" + csv_of(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="record-{room.code}-{found.pk}.csv"'
    return response


@require_safe
@dais_required()
def record_json(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    found = record_in(room, pk)
    response = JsonResponse(content_for_json(found), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="record-{room.code}-{found.pk}.json"'
    return response
