"""Addresses of the seating: the teacher deals and seats, students choose, observe or ask for another seat."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unsim.assembly import seating
from unsim.assembly.answers import at_desk, meeting_in, on_phone, refuse_in_closed
from unsim.assembly.cards import card_of, seat_of
from unsim.assembly.forms import NoSuchChoice, on_in, seats_in, size_in
from unsim.assembly.hall import finds, hall_of, newcomers_of
from unsim.assembly.models import Meeting, Member
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required, participant_required
from unsim.rooms.models import Participant, Room

LOT = SystemRandom()


@require_POST
@owner_required
def deal(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`how`: by lot, by the students' choice, or by hand (on a page of its own, to which the desk leads)."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _deal(meeting, request))


def _deal(meeting: Meeting, request: HttpRequest) -> None:
    how, now = request.POST.get("how"), timezone.now()
    size = size_in(request.POST, len(newcomers_of(meeting)), Member.objects.count())
    if how == "lot":
        return seating.deal_by_lot(meeting=meeting, size=size, lot=LOT, now=now)
    if how not in ("choice", "hand"):
        raise NoSuchChoice
    seating.deal_open(meeting=meeting, size=size, lot=LOT, now=now)
    return seating.let_choose(meeting=meeting, on=how == "choice", now=now)


@require_POST
@owner_required
def let_choose(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(
        request, room, lambda: seating.let_choose(meeting=meeting, on=on_in(request.POST), now=timezone.now())
    )


@require_POST
@owner_required
def seat_newcomers(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: seating.seat_newcomers(meeting=meeting, lot=LOT, now=timezone.now()))


@require_POST
@owner_required
def give_another(request: HttpRequest, room: Room, pk: int, person: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    participant = get_object_or_404(room.participants.here(), pk=person)
    return at_desk(request, room, lambda: seating.give_another(meeting=meeting, participant=participant, lot=LOT))


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def by_hand(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """Everybody with a list to choose from, on one form."""
    meeting = meeting_in(room, pk)
    if request.method != "POST":
        return _seating_page(request, meeting)
    people = {person.pk: person for person in room.participants.here()}
    return _at_seating(
        request,
        meeting,
        lambda: seating.assign(meeting=meeting, seats=seats_in(request.POST, people), now=timezone.now()),
    )


@require_POST
@owner_required
def add_delegation(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    code = request.POST.get("code", "")
    return _at_seating(request, meeting, lambda: seating.add_delegation(meeting=meeting, code=code))


@require_POST
@owner_required
def remove_delegation(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    code = request.POST.get("code", "")
    return _at_seating(request, meeting, lambda: seating.remove_delegation(meeting=meeting, code=code))


def _at_seating(request: HttpRequest, meeting: Meeting, act: Callable[[], None]) -> HttpResponse:
    try:
        refuse_in_closed(meeting.room)
        act()
    except Refusal as refusal:
        return _seating_page(request, meeting, refusal)
    return redirect("seating", code=meeting.room.code, pk=meeting.pk)


def _seating_page(request: HttpRequest, meeting: Meeting, refusal: Refusal | None = None) -> HttpResponse:
    seats = {seat.participant_id: seat for seat in meeting.seats.select_related("delegation")}
    people = [(person, seats.get(person.pk)) for person in meeting.room.participants.here()]
    hall = hall_of(meeting)
    others = seating.candidates(meeting).exclude(pk__in=[place.code for place in hall.places])
    context = {"room": meeting.room, "meeting": meeting, "hall": hall, "people": people, "others": others}
    return render(
        request, "assembly/seating.html", {**context, "refusal": refusal}, status=refusal.status if refusal else 200
    )


@require_safe
@participant_required
def find_seat(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """The delegations with a free seat whose name has these letters in it; for htmx the list alone."""
    meeting = meeting_in(room, pk)
    hall = finds(hall_of(meeting), request.GET.get("find", ""))
    card = card_of(meeting, seat_of(meeting, participant))
    context = {"room": room, "meeting": meeting, "participant": participant, "hall": hall, "card": card}
    alone = request.headers.get("HX-Request") == "true"
    return render(request, "assembly/free_seats.html" if alone else "assembly/find_seat.html", context)


@require_POST
@participant_required
def take_seat(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    code = request.POST.get("code", "")
    return on_phone(
        request, room, participant, lambda: seating.take_seat(meeting=meeting, participant=participant, code=code)
    )


@require_POST
@participant_required
def observe(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return on_phone(request, room, participant, lambda: seating.observe(meeting=meeting, participant=participant))


@require_POST
@participant_required
def ask_for_another(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return on_phone(
        request, room, participant, lambda: seating.ask_for_another(meeting=meeting, participant=participant)
    )
