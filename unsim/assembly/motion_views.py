"""Addresses of the President: what is done with motions, points, amendments and drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from unsim.assembly import amending, meetings, motions, steps
from unsim.assembly.answers import at_desk, back_from, meeting_in, refuse_in_closed
from unsim.assembly.chairing import offer_of
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.forms import HERE, MeetingForm, NoSuchChoice, one_of
from unsim.assembly.models import Meeting, Resolution
from unsim.assembly.motion_forms import count_in
from unsim.assembly.moving_views import kind_named, move_by, move_form
from unsim.assembly.proceedings import voters_on_procedure
from unsim.assembly.put_forms import way_in
from unsim.assembly.putting import columns_of, note_lot
from unsim.assembly.texts import draft_of
from unsim.refusals import Refusal
from unsim.rooms.models import Room
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method

# What a button of the podium does -> the step, and what is sent with it.
STEPS: dict[str, tuple[str, dict[str, Any]]] = {
    "well_taken": ("rule", {"upheld": True}),
    "not_well_taken": ("rule", {"upheld": False}),
    "answered": ("rule", {"upheld": True}),
    "grant": ("grant", {}),
    "rule_out": ("rule_out", {}),
    "drop": ("drop", {}),
    "for": ("hear", {"side": "for"}),
    "against": ("hear", {"side": "against"}),
    "resume": ("resume", {}),
    "end_caucus": ("end_caucus", {}),
    "ask_secret": ("ask_secret", {}),
    "open_debate": ("open_debate", {}),
}
FOR_A_DELEGATION = {"second": "second", "object": "object_to", "withdraw": "withdraw"}


class NoCount(Refusal):
    status = 422
    message = _("Enter the hands that were counted as whole numbers.")


@require_POST
@dais_required()
def preside(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`act`, and where it concerns one motion its `number`; `by` is the delegation that speaks, seconds or objects."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _preside(meeting, request.POST))


def _preside(meeting: Meeting, sent: QueryDict) -> None:
    act, number, now = sent.get("act", ""), _number(sent, "number"), timezone.now()
    if act == "go_on":
        return motions.go_on(meeting=meeting, now=now)
    if act in FOR_A_DELEGATION:
        step, by = FOR_A_DELEGATION[act], sent.get("by", "")
        return motions.answer(meeting=meeting, step=step, number=number or 0, by=by, now=now)
    step, data = one_of(STEPS, act, NoSuchChoice)
    speaker = {"by": sent.get("by", "")} if step == "hear" else {}
    motions.preside(meeting=meeting, step=step, now=now, number=number, **data, **speaker)
    return None


def _number(sent: QueryDict, name: str) -> int | None:
    text = sent.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


@require_POST
@dais_required()
def put(request: HttpRequest, room: Room, pk: int, number: int) -> HttpResponse:
    """The motion of this number to the vote."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _put(meeting, number, request.POST))


def _put(meeting: Meeting, number: int, sent: QueryDict) -> None:
    data = sent.copy()
    data["majority"] = Majority.SIMPLE.value  # a motion's majority is that of its rule
    way, now = way_in(data), timezone.now()
    if way.method not in (Method.RECORDED, Method.HANDS, Method.ROLL_CALL):
        raise NoSuchChoice
    columns = columns_of(way, meeting, voters_on_procedure(meeting), now)
    note_lot(motions.put(meeting=meeting, number=number, now=now, method=way.method, **columns), now)


@require_POST
@dais_required(Role.TELLER)
def count_appeal(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """The hands raised on an appeal while a vote is going on: `yes`, `no`, `abstain`."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _count(meeting, request.POST))


def _count(meeting: Meeting, sent: QueryDict) -> None:
    yes, no, abstain = (count_in(sent, name) for name in ("yes", "no", "abstain"))
    if yes is None or no is None or abstain is None:
        raise NoCount
    motions.count_appeal(meeting=meeting, yes=yes, no=no, abstain=abstain, now=timezone.now())


@require_POST
@dais_required()
def take_back(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    meeting, entry = meeting_in(room, pk), _number(request.POST, "entry") or 0
    return at_desk(request, room, lambda: motions.take_back(meeting=meeting, entry=entry, now=timezone.now()))


@require_http_methods(["GET", "HEAD", "POST"])
@dais_required()
def enter(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """A motion of a delegation (`by`) without a device: what it needs, then it is moved."""
    meeting = meeting_in(room, pk)
    asked = request.POST or request.GET
    kind, by = kind_named(asked.get("kind", "")), asked.get("by", "")
    form, refusal = move_form(meeting, kind, request), None
    if form.is_valid():
        refusal = _tried(room, lambda: move_by(meeting, kind, by, form, own=False))
        if refusal is None:
            return redirect(back_from(request, room))
    status = refusal.status if refusal else 422 if form.is_bound else 200
    context = {"room": room, "meeting": meeting, "form": form, "refusal": refusal, "back": back_from(request, room)}
    context |= {"offer": offer_of(meeting.rules, kind), "by": by, "delegations": delegations_of(meeting)}
    return render(request, "assembly/enter.html", context, status=status)


def _tried(room: Room, act: Callable[[], object]) -> Refusal | None:
    try:
        refuse_in_closed(room)
        act()
    except Refusal as refusal:
        return refusal
    return None


def delegations_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Those that may move: (code, label)."""
    members = meeting.delegations.filter(observer=False).order_by("member__seat_order")
    return list(members.values_list("member_id", "member__grid_label"))


@require_POST
@dais_required()
def amendments(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`act`: rank (place-NAME, excludes-NAME), accept or withdraw (name), withdraw_draft (name, by)."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _amendments(meeting, request.POST))


def _amendments(meeting: Meeting, sent: QueryDict) -> None:
    act, name, now = sent.get("act", ""), sent.get("name", ""), timezone.now()
    if act == "rank":
        return _rank(meeting, sent)
    if act == "accept":
        return amending.accept(meeting=meeting, name=name, now=now)
    step = one_of({"withdraw": "withdraw_amendment", "withdraw_draft": "withdraw_draft"}, act, NoSuchChoice)
    return amending.withdraw(meeting=meeting, step=step, name=name, by=sent.get("by", ""), now=now)


def _rank(meeting: Meeting, sent: QueryDict) -> None:
    draft = draft_of(meeting, steps.floor_of(meeting))
    names = [each.name for each in draft.amendments.pending] if draft else []
    places = {name: _number(sent, f"place-{name}") or len(names) for name in names}
    excluded = {name: [other for other in sent.getlist(f"excludes-{name}") if other in names] for name in names}
    ranked = sorted(names, key=lambda name: places[name])
    amending.rank(meeting=meeting, names=ranked, excluded=excluded, now=timezone.now())


@require_http_methods(["GET", "HEAD", "POST"])
@dais_required()
def drafts(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """Another text before the meeting: one of those that are there, or one typed in; `by` is who sponsors it."""
    meeting = meeting_in(room, pk)
    texts = _others(meeting)
    form = MeetingForm({str(text.pk): text for text in texts}, request.POST if request.method == "POST" else None)
    refusal = None
    if form.is_valid():
        refusal = _tried(room, lambda: _introduce(meeting, form, request.POST.get("by", "")))
        if refusal is None:
            return redirect(back_from(request, room))
    status = refusal.status if refusal else 422 if form.is_bound else 200
    context = {"room": room, "meeting": meeting, "form": form, "texts": texts, "refusal": refusal}
    context |= {"delegations": delegations_of(meeting), "back": back_from(request, room)}
    return render(request, "assembly/new_draft.html", context, status=status)


def _others(meeting: Meeting) -> QuerySet[Resolution]:
    """The texts of the same body that are not before the meeting yet."""
    there = Resolution.objects.filter(Q(room=None) | Q(room=meeting.room), body=meeting.resolution.body)
    before = [meeting.resolution_id, *steps.texts_of(meeting).values()]
    return there.exclude(pk__in=before).order_by(F("date").asc(nulls_last=True), "pk")


def _introduce(meeting: Meeting, form: MeetingForm, by: str) -> None:
    sent, chosen = form.cleaned_data, form.chosen()
    if chosen is None and sent["text"] != HERE:
        raise NoSuchChoice
    text: Resolution = chosen or meetings.type_text(
        room=meeting.room, title=sent["title"], text=sent["words"], majority=Majority(sent["majority"])
    )
    known = steps.sponsors_of(text)
    more = [by] if by and by not in known and meeting.delegations.filter(member=by).exists() else []
    amending.introduce(meeting=meeting, text=text, sponsors=[*known, *more], now=timezone.now())
