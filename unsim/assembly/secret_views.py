"""The addresses of the secret ballot. A choice is in the body of one POST, and nowhere else."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from unsim.assembly import proceedings, secret_ballot, secret_box
from unsim.assembly.answers import at_desk, ballot_in, meeting_in, refuse_in_closed
from unsim.assembly.models import Ballot
from unsim.assembly.put_forms import majority_in
from unsim.assembly.sealed import MARKS, noise_of
from unsim.assembly.secret_roll import guard
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required, participant_required
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_desk, answer_phone, phone_page
from unsim.rules.choices import Choice
from unsim.rules.procedure import LEAST_GUARD, BallotStage, Method

KEY_TERM = 12 * 3600  # seconds


class BlankPaper(Refusal):
    status = 422
    message = _("Nothing was chosen, so no paper went into the box. Choose one of the three and send it.")


@require_safe
def secrecy(request: HttpRequest) -> HttpResponse:
    """Is my vote secret? For everybody, without a room."""
    context = {"overheard": not request.is_secure(), "guard": guard(), "least": LEAST_GUARD}
    return render(request, "assembly/secrecy.html", context)


@require_POST
@participant_required
@sensitive_variables()
def cast(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """No redirect: the answer alone shows the inclusion code, and sending the form again is answered alike."""
    ballot = _ballot(room, pk)
    try:
        choice, noise = _paper(request)
        secret_ballot.cast_paper(ballot=ballot, participant=participant, choice=choice, noise=noise)
    except Refusal as refusal:
        return answer_phone(request, room, participant, refusal=refusal)
    return phone_page(request, room, participant)


@require_POST
@owner_required
def put(request: HttpRequest, room: Room, meeting: int) -> HttpResponse:
    """The only answer that bears the opening key."""
    found = meeting_in(room, meeting)
    try:
        refuse_in_closed(room)
        ballot, opening_key = secret_ballot.open_secret_ballot(
            meeting=found,
            majority=majority_in(request.POST),
            now=timezone.now(),
            outcome_only=request.POST.get("publish") == "outcome",
            anyway=request.POST.get("anyway") == "1",
        )
    except Refusal as refusal:
        return answer_desk(request, room, refusal=refusal)
    return _hand_over(request, answer_desk(request, room), ballot, opening_key)


@require_POST
@owner_required
def again(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = _ballot(room, pk)
    try:
        refuse_in_closed(room)
        fresh, opening_key = secret_ballot.put_again(ballot=ballot, now=timezone.now())
    except Refusal as refusal:
        return answer_desk(request, room, refusal=refusal)
    response = _hand_over(request, answer_desk(request, room), fresh, opening_key)
    return _take_back(request, response, ballot)


@require_POST
@owner_required
def void(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    ballot = _ballot(room, pk)
    response = at_desk(request, room, lambda: proceedings.void(ballot=ballot, now=timezone.now()))
    ballot.refresh_from_db()
    return _take_back(request, response, ballot) if ballot.stage == BallotStage.VOID else response


@require_POST
@owner_required
def box(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """Closes the box and opens it. The only address to which a browser sends the opening key."""
    ballot = _ballot(room, pk)
    publish = request.POST.get("publish", "")
    try:
        refuse_in_closed(room)
        _close_and_open(ballot, _opening_key(request, ballot), publish == "outcome", publish == "anyway")
    except Refusal as refusal:
        return answer_desk(request, room, refusal=refusal)
    return _take_back(request, answer_desk(request, room), ballot)


@sensitive_variables()
def _close_and_open(ballot: Ballot, opening_key: bytes, outcome_only: bool, anyway: bool) -> None:
    """Two transactions: what is closed stays closed, even if the box is then refused or the power fails."""
    for act in (secret_box.close_box, secret_box.open_box):
        act(ballot=ballot, opening_key=opening_key, now=timezone.now(), outcome_only=outcome_only, anyway=anyway)


def _ballot(room: Room, pk: int) -> Ballot:
    ballot = ballot_in(room, pk)
    if ballot.motion.method != Method.SECRET:
        raise Http404
    return ballot


@sensitive_variables()
def _paper(request: HttpRequest) -> tuple[Choice, bytes]:
    try:
        return MARKS[request.POST.get("paper", "")], noise_of(request.POST.get("noise", ""))
    except (KeyError, ValueError):
        raise BlankPaper from None


@sensitive_variables()
def _opening_key(request: HttpRequest, ballot: Ballot) -> bytes:
    try:
        return bytes.fromhex(request.COOKIES.get(_key_name(ballot), ""))
    except ValueError:
        return b""


@sensitive_variables()
def _hand_over(request: HttpRequest, response: HttpResponse, ballot: Ballot, opening_key: bytes) -> HttpResponse:
    """The key leaves the server here, for the one browser of the President that put the ballot."""
    return _set_key(request, response, ballot, opening_key.hex(), KEY_TERM)


def _take_back(request: HttpRequest, response: HttpResponse, ballot: Ballot) -> HttpResponse:
    return _set_key(request, response, ballot, "", 0)


@sensitive_variables()
def _set_key(request: HttpRequest, response: HttpResponse, ballot: Ballot, key: str, term: int) -> HttpResponse:
    path = reverse("secret_box", args=[ballot.motion.meeting.room.code, ballot.pk])
    secure = request.is_secure()
    response.set_cookie(
        _key_name(ballot), key, max_age=term, path=path, secure=secure, httponly=True, samesite="Strict"
    )
    return response


def _key_name(ballot: Ballot) -> str:
    """One name per ballot: an answer that takes one key back may hand over the next."""
    return f"unsim_opening_key_{ballot.pk}"
