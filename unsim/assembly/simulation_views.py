"""The address at which the empty seats are played, or left empty again."""

from __future__ import annotations

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from unsim.assembly import simulation
from unsim.assembly.answers import at_desk, meeting_in
from unsim.assembly.dais import dais_required
from unsim.assembly.empty_seats import HOW
from unsim.assembly.forms import NoSuchChoice
from unsim.assembly.models import Meeting
from unsim.rooms.models import Room


@require_POST
@dais_required()
def play_seats(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`how`: "off", "record", or an issue."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _play(meeting, request.POST.get("how", "")))


def _play(meeting: Meeting, how: str) -> None:
    now = timezone.now()
    if how == "off":
        return simulation.leave_seats_empty(meeting=meeting, now=now)
    if how not in HOW:
        raise NoSuchChoice
    return simulation.play_empty_seats(meeting=meeting, how=how, seed=token_hex(4), now=now)
