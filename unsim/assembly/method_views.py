"""Views of a roll call, of a show of hands, of adoption without a vote, of what is entered, and of the countdown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unsim.assembly import countdowns, entering, objections, roll_calls
from unsim.assembly.answers import at_desk, ballot_in, on_phone
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.forms import choice_or_none_in, on_in
from unsim.assembly.put_forms import answer_in, hands_in, longer_in, way_in
from unsim.rooms.guards import inside_required, participant_required
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


@require_POST
@dais_required(Role.TELLER)
def enter_vote(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`choice` of the `delegation`, which has no device; `absent` takes back what was entered."""
    ballot, code = ballot_in(room, pk), request.POST.get("delegation", "")
    return at_desk(
        request,
        room,
        lambda: entering.enter_vote(ballot=ballot, code=code, choice=choice_or_none_in(request.POST)),
    )


@require_POST
@dais_required(Role.TELLER)
def enter_hands(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`yes`, `no` and `abstain`: the hands counted in the hall."""
    ballot = ballot_in(room, pk)
    return at_desk(
        request,
        room,
        lambda: entering.enter_hands(ballot=ballot, counted=hands_in(request.POST), now=timezone.now()),
    )


@require_POST
@participant_required
def object_to(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`on`: whether the `delegation` objects to adopting the text without a vote."""
    ballot, code = ballot_in(room, pk), request.POST.get("delegation", "")

    def act() -> None:
        objections.object_to(ballot=ballot, participant=participant, code=code, on=on_in(request.POST))

    return on_phone(request, room, participant, act)


@require_POST
@dais_required()
def adopt(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return at_desk(request, room, lambda: objections.adopt(ballot=ballot, now=timezone.now()))


@require_POST
@dais_required()
def put_instead(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """To a vote, since somebody objects."""
    ballot = ballot_in(room, pk)
    return at_desk(
        request,
        room,
        lambda: objections.put_to_a_vote(ballot=ballot, way=way_in(request.POST), now=timezone.now()),
    )


@require_POST
@dais_required()
def extend(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return at_desk(
        request,
        room,
        lambda: countdowns.extend(ballot=ballot, seconds=longer_in(request.POST), now=timezone.now()),
    )


@require_safe
@inside_required
def due(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """Asked by the pages at the instant at which the board is to come on. It changes only what is due anyway."""
    countdowns.come_due(ballot=ballot_in(room, pk), now=timezone.now())
    return HttpResponse(status=204)
