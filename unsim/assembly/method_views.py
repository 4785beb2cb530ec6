"""Views of a vote by roll call."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from unsim.assembly import roll_calls
from unsim.assembly.answers import at_desk, ballot_in, on_phone
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.put_forms import answer_in
from unsim.rooms.guards import participant_required
from unsim.rooms.models import Participant, Room


@require_POST
@participant_required
def answer(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`answer` of the delegation that is called; `delegation` is the one the form was made for."""
    ballot, code = ballot_in(room, pk), request.POST.get("delegation", "")

    def act() -> None:
        roll_calls.answer(
            ballot=ballot, participant=participant, code=code, answer=answer_in(request.POST), now=timezone.now()
        )

    return on_phone(request, room, participant, act)


@require_POST
@dais_required(Role.TELLER)
def answer_for(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """The same, for a delegation without a device."""
    ballot, code = ballot_in(room, pk), request.POST.get("delegation", "")
    return at_desk(
        request,
        room,
        lambda: roll_calls.answer_for(ballot=ballot, code=code, answer=answer_in(request.POST), now=timezone.now()),
    )


@require_POST
@dais_required(Role.TELLER)
def undo_answer(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return at_desk(request, room, lambda: roll_calls.undo(ballot=ballot, now=timezone.now()))


@require_POST
@dais_required(Role.TELLER)
def pass_over(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return at_desk(request, room, lambda: roll_calls.pass_over_absent(ballot=ballot, now=timezone.now()))
