"""The address of the guided script: a step is taken, or left out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from unsim.assembly import scenarios
from unsim.assembly.answers import at_desk, meeting_in
from unsim.assembly.dais import dais_required
from unsim.assembly.models import Meeting
from unsim.rooms.models import Room


@require_POST
@dais_required()
def script_step(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`take` or `skip`, with the slug of the step that the page showed."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _step(meeting, request))


def _step(meeting: Meeting, request: HttpRequest) -> None:
    now, skipped = timezone.now(), request.POST.get("skip")
    if skipped:
        return scenarios.skip_step(meeting=meeting, slug=skipped, now=now)
    return scenarios.take_step(meeting=meeting, slug=request.POST.get("take", ""), now=now)
