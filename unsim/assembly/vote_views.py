"""Addresses of a recorded vote, and of the declaration of any vote."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from unsim.assembly import proceedings
from unsim.assembly.answers import at_desk, ballot_in
from unsim.assembly.cards import card_of, own_vote, seat_of
from unsim.assembly.casting import cast_vote
from unsim.assembly.dais import dais_required, refuse_secret
from unsim.assembly.forms import choice_in
from unsim.assembly.models import Ballot
from unsim.refusals import Refusal
from unsim.rooms.guards import participant_required
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_phone
from unsim.rules.choices import Choice


@require_POST
@participant_required
def cast(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`choice` of the delegation for which the participant sits; `delegation` is the one the form was made for.

    For htmx the answer is the buttons alone, which is cheap: a class casts all its votes within seconds.
    """
    code = request.POST.get("delegation", "")
    try:
        choice = choice_in(request.POST)
        cast_vote(room=room, ballot=pk, participant=participant, code=code, choice=choice, now=timezone.now())
    except Refusal as refusal:
        response = answer_phone(request, room, participant, refusal=refusal)
        response["HX-Retarget"] = "#mine"
        return response
    if request.headers.get("HX-Request") != "true":
        return answer_phone(request, room, participant)
    return HttpResponse(_pressed(get_language(), choice))


@cache
def _pressed(language: str | None, choice: Choice) -> str:
    """The buttons with one of them pressed: the same for everybody, so they are drawn once."""
    return render_to_string("assembly/choices.html#choices", {"vote": choice})


@require_safe
@participant_required
def delegation_vote(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """How the own delegation's open vote stands: the line that two who share a seat look at."""
    ballot = ballot_in(room, pk)
    meeting = ballot.motion.meeting
    seat = seat_of(meeting, participant)
    vote = own_vote(ballot, seat.delegation_id) if seat and seat.delegation else ""
    context = {"room": room, "meeting": meeting, "ballot": ballot, "card": card_of(meeting, seat), "vote": vote}
    return render(request, "assembly/shared.html", context)


@require_POST
@dais_required()
def lock(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return _recorded(request, room, ballot, proceedings.lock)


@require_POST
@dais_required()
def reopen(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return _recorded(request, room, ballot, proceedings.reopen)


@require_POST
@dais_required()
def void(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return _recorded(request, room, ballot, proceedings.void)


def _recorded(request: HttpRequest, room: Room, ballot: Ballot, act: Callable[..., object]) -> HttpResponse:
    def do() -> None:
        refuse_secret(request, ballot)
        act(ballot=ballot, now=timezone.now())

    return at_desk(request, room, do)


@require_POST
@dais_required()
def declare(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = ballot_in(room, pk)
    return at_desk(request, room, lambda: proceedings.declare(ballot=ballot, now=timezone.now()))
