"""The page on which a meeting is started: a text, or the script of October 2022, and the rules it goes by."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.models import User
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from unsim.assembly import meetings, scenarios
from unsim.assembly.answers import refuse_in_closed
from unsim.assembly.forms import MeetingForm
from unsim.assembly.models import Resolution, RuleBook
from unsim.assembly.rule_books import key_of, rules_named
from unsim.assembly.rule_words import NAMES
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required
from unsim.rooms.models import Room
from unsim.rules.decision import Body
from unsim.rules.majority import Majority
from unsim.rules.profile import Profile
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL


class OfTheCouncil(Refusal):
    status = 422
    message = _("These are rules of the Security Council: choose one of its texts, or other rules.")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def new_meeting(request: HttpRequest, room: Room) -> HttpResponse:
    """Choose a text, or type one in; then the meeting is on."""
    texts = _texts(room)
    resolutions = {str(text.pk): text for text in texts}
    form = MeetingForm(resolutions, request.POST if request.method == "POST" else None)
    refusal = None
    if form.is_valid():
        try:
            _start(request, room, form)
            return redirect("desk", code=room.code)
        except Refusal as refused:
            refusal = refused
    status = refusal.status if refusal else 422 if form.is_bound else 200
    context = {"room": room, "form": form, "texts": texts, "refusal": refusal, "rules": _rules(request)}
    return render(request, "assembly/new_meeting.html", context, status=status)


def _texts(room: Room) -> QuerySet[Resolution]:
    """The Assembly's texts by date, those without one (for practice, and the room's own), then the Council's."""
    texts = Resolution.objects.filter(Q(room=None) | Q(room=room))
    body = Case(When(body="council", then=Value(1)), default=Value(0))
    return texts.order_by(body, F("date").asc(nulls_last=True), "pk")


def _rules(request: HttpRequest) -> list[tuple[str, str]]:
    """Key and name of all rules that a teacher can choose; the Council's go with its texts."""
    shipped = [(profile.name, str(NAMES[profile.name])) for profile in (GENERAL_ASSEMBLY, MODEL_UN)]
    own = RuleBook.objects.filter(owner=request.user.pk)
    return [*shipped, *((key_of(book), book.name) for book in own)]


def _start(request: HttpRequest, room: Room, form: MeetingForm) -> None:
    refuse_in_closed(room)
    sent, now = form.cleaned_data, timezone.now()
    if form.scripted:
        scenarios.start_october(room=room, prologue=sent["prologue"], now=now)
        return
    chosen = rules_named(cast(User, request.user), sent["rules"] or GENERAL_ASSEMBLY.name)
    text = form.chosen()
    profile = _fitting(chosen, text)
    text = text or meetings.type_text(
        room=room, title=sent["title"], text=sent["words"], majority=Majority(sent["majority"])
    )
    meetings.start_meeting(room=room, resolution=text, now=now, profile=profile)


def _fitting(chosen: Profile, text: Resolution | None) -> Profile:
    """A text of the Council is dealt with by the Council's rules, whatever was chosen for the Assembly."""
    if text and text.body == Body.COUNCIL:
        return chosen if chosen.body is Body.COUNCIL else SECURITY_COUNCIL
    if chosen.body is Body.COUNCIL:
        raise OfTheCouncil
    return chosen
