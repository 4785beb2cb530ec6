"""Addresses at which a delegation moves, raises, seconds, objects and withdraws."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST
from limits import RateLimitItemPerMinute

from unsim.assembly import amending, motions, steps
from unsim.assembly.answers import meeting_in, on_phone
from unsim.assembly.cards import seat_of
from unsim.assembly.casting import AnotherSeat, NoSeat
from unsim.assembly.chairing import offer_of
from unsim.assembly.forms import NoSuchChoice, one_of
from unsim.assembly.models import Meeting
from unsim.assembly.motion_forms import AmendmentForm, MoveForm, form_for
from unsim.assembly.motion_words import clause_names
from unsim.assembly.texts import clauses_now
from unsim.refusals import Refusal
from unsim.rooms import limits
from unsim.rooms.guards import participant_required
from unsim.rooms.models import Participant, Room
from unsim.rules.clauses import wording_of
from unsim.rules.motions import MotionKind

MOVES = RateLimitItemPerMinute(20)  # of one delegation
ANSWERS = {"second": "second", "object": "object_to", "withdraw": "withdraw"}


class TooManyMoves(Refusal):
    message = _("Your delegation has moved and raised a great deal just now. Wait a minute.")


@require_http_methods(["GET", "HEAD", "POST"])
@participant_required
def move(request: HttpRequest, room: Room, participant: Participant, pk: int, kind: str) -> HttpResponse:
    """What needs more than its name has a page of its own, on which nothing that is typed is lost."""
    meeting, moved = meeting_in(room, pk), kind_named(kind)
    form = move_form(meeting, moved, request)
    if request.method == "POST" and not form.fields:
        return on_phone(request, room, participant, lambda: _move(meeting, moved, participant, form, request))
    refusal = None
    if form.is_valid():
        try:
            _move(meeting, moved, participant, form, request)
            return redirect("phone", code=room.code)
        except Refusal as refused:
            refusal = refused
    status = refusal.status if refusal else 422 if form.is_bound else 200
    context = {"room": room, "meeting": meeting, "form": form, "refusal": refusal, "participant": participant}
    context |= {"offer": offer_of(meeting.rules, moved), "seat": seat_of(meeting, participant)}
    return render(request, "assembly/move.html", context, status=status)


def kind_named(word: str) -> MotionKind:
    if word not in {kind.value for kind in MotionKind}:
        raise Http404
    return MotionKind(word)


def move_form(meeting: Meeting, kind: MotionKind, request: HttpRequest) -> MoveForm:
    floor = steps.floor_of(meeting)
    return form_for(kind)(
        request.POST if request.method == "POST" else None,
        clauses=clauses_now(meeting, floor),
        names=clause_names(wording_of(meeting.resolution.summary)),
        open_again=floor.reconsiderable,
    )


def _move(meeting: Meeting, kind: MotionKind, participant: Participant, form: MoveForm, request: HttpRequest) -> None:
    by = own_delegation(meeting, participant, request.POST.get("delegation", ""))
    _keep_pace(meeting, by)
    move_by(meeting, kind, by, form, own=True)


def move_by(meeting: Meeting, kind: MotionKind, by: str, form: MoveForm, *, own: bool) -> None:
    now = timezone.now()
    if isinstance(form, AmendmentForm):
        amending.hand_in(meeting=meeting, change=form.what(), by=by, now=now, own=own)
    elif form.is_valid() or not form.is_bound:
        motions.move(meeting=meeting, kind=kind, by=by, now=now, own=own, **form.particulars())


def _keep_pace(meeting: Meeting, by: str) -> None:
    """Nobody holds up the meeting by moving and withdrawing without end."""
    if not limits.limiter.hit(MOVES, "moves", str(meeting.pk), by):
        raise TooManyMoves


def own_delegation(meeting: Meeting, participant: Participant, made_for: str) -> str:
    """The member for which the participant sits. `made_for`: the one that the form was made for."""
    seat = seat_of(meeting, participant)
    if seat is None or seat.delegation is None:
        raise NoSeat
    if made_for != seat.delegation.member_id:
        raise AnotherSeat
    return seat.delegation.member_id


@require_POST
@participant_required
def answer(request: HttpRequest, room: Room, participant: Participant, pk: int, number: int) -> HttpResponse:
    """`act`: second, object or withdraw."""
    meeting = meeting_in(room, pk)
    return on_phone(request, room, participant, lambda: _answer(request, meeting, participant, number))


def _answer(request: HttpRequest, meeting: Meeting, participant: Participant, number: int) -> None:
    step = one_of(ANSWERS, request.POST.get("act", ""), NoSuchChoice)
    by = own_delegation(meeting, participant, request.POST.get("delegation", ""))
    _keep_pace(meeting, by)
    motions.answer(meeting=meeting, step=step, number=number, by=by, now=timezone.now())


@require_POST
@participant_required
def withdraw_amendment(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    meeting = meeting_in(room, pk)
    return on_phone(request, room, participant, lambda: _withdraw(request, meeting, participant))


def _withdraw(request: HttpRequest, meeting: Meeting, participant: Participant) -> None:
    by = own_delegation(meeting, participant, request.POST.get("delegation", ""))
    name = request.POST.get("name", "")
    amending.withdraw(meeting=meeting, step="withdraw_amendment", name=name, by=by, now=timezone.now())
