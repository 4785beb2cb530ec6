"""Views of what goes on around a vote: explanations before and after it, corrections after it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from unsim.assembly import corrections, explaining
from unsim.assembly.answers import at_desk, ballot_in, meeting_in, on_phone
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.forms import choice_or_none_in, on_in
from unsim.rooms.guards import participant_required
from unsim.rooms.models import Participant, Room


@require_POST
@participant_required
def correct_own(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`choice`: how the `delegation` had meant to vote."""
    ballot, code = ballot_in(room, pk), request.POST.get("delegation", "")

    def act() -> None:
        intended = choice_or_none_in(request.POST)
        corrections.correct_own(
            ballot=ballot, participant=participant, code=code, intended=intended, now=timezone.now()
        )

    return on_phone(request, room, participant, act)


@require_POST
@dais_required(Role.SECRETARY, Role.TELLER)
def correct(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """The same, for any delegation."""
    ballot, code = ballot_in(room, pk), request.POST.get("delegation", "")
    return at_desk(
        request,
        room,
        lambda: corrections.correct(
            ballot=ballot, code=code, intended=choice_or_none_in(request.POST), now=timezone.now()
        ),
    )


@require_POST
@participant_required
def explain(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`on`: whether the `delegation` asks to explain its vote."""
    meeting, code = meeting_in(room, pk), request.POST.get("delegation", "")

    def act() -> None:
        on = on_in(request.POST)
        explaining.ask(meeting=meeting, participant=participant, code=code, on=on, now=timezone.now())

    return on_phone(request, room, participant, act)


@require_POST
@dais_required(Role.SECRETARY)
def explanations(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`call`: the delegation that is given the floor; or `end`: nobody has it any more."""
    meeting, code = meeting_in(room, pk), request.POST.get("call", "")

    def act() -> None:
        if request.POST.get("end"):
            explaining.end(meeting=meeting, now=timezone.now())
        else:
            explaining.call(meeting=meeting, code=code, now=timezone.now())

    return at_desk(request, room, act)
