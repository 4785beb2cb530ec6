"""Addresses of the speakers' list: what a delegation does on its phone, and what the dais does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from unsim.assembly import speakers
from unsim.assembly.answers import at_desk, meeting_in, on_phone
from unsim.assembly.dais import Role, dais_required
from unsim.assembly.forms import NoSuchChoice, one_of
from unsim.assembly.models import Meeting
from unsim.refusals import Refusal
from unsim.rooms.guards import participant_required
from unsim.rooms.models import Participant, Room
from unsim.rules.profile import Yield


class NoTimeLimit(Refusal):
    status = 422
    message = _("Say how many seconds a speech may take: from 10 to 3600. Leave it empty for the usual time.")


Act = Callable[[Meeting, QueryDict, datetime], object]


@require_POST
@participant_required
def own(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    """`do`: ask, leave, reply or yield, for the `delegation` that the form was made for."""
    meeting = meeting_in(room, pk)
    return on_phone(request, room, participant, lambda: _own(meeting, participant, request.POST))


def _own(meeting: Meeting, participant: Participant, sent: QueryDict) -> None:
    act = one_of(_OWN, sent.get("do", ""), NoSuchChoice)
    act(meeting, speakers.code_of(meeting, participant, sent.get("delegation", "")), sent)


def _yield(meeting: Meeting, code: str, sent: QueryDict) -> None:
    """`to`: the chair, questions, or the code of a delegation."""
    to = sent.get("to", "")
    if not to:
        raise NoSuchChoice
    way = Yield(to) if to in (Yield.CHAIR, Yield.QUESTIONS) else Yield.DELEGATE
    delegate = to if way is Yield.DELEGATE else ""
    speakers.yield_to(meeting=meeting, code=code, to=way, delegate=delegate, now=timezone.now())


_OWN: Mapping[str, Callable[[Meeting, str, QueryDict], None]] = {
    "ask": lambda meeting, code, _sent: speakers.ask(meeting=meeting, code=code),
    "leave": lambda meeting, code, _sent: speakers.leave(meeting=meeting, code=code),
    "reply": lambda meeting, code, _sent: speakers.ask_reply(meeting=meeting, code=code),
    "yield": _yield,
}


@require_POST
@dais_required(Role.SECRETARY)
def direct(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    """`do`, and what it needs: `code` of a delegation, `seconds`, `to`."""
    meeting = meeting_in(room, pk)
    return at_desk(request, room, lambda: _direct(meeting, request.POST))


def _direct(meeting: Meeting, sent: QueryDict) -> None:
    one_of(DIRECTED, sent.get("do", ""), NoSuchChoice)(meeting, sent, timezone.now())


def _limit(sent: QueryDict) -> int | None:
    typed = sent.get("seconds", "").strip()
    if not typed:
        return None
    seconds = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else 0
    if not 10 <= seconds <= speakers.LONGEST_SPEECH:
        raise NoTimeLimit
    return seconds


DIRECTED: Mapping[str, Act] = {
    "next": lambda meeting, _sent, now: speakers.call_next(meeting=meeting, now=now),
    "pause": lambda meeting, _sent, now: speakers.pause(meeting=meeting, now=now),
    "go_on": lambda meeting, _sent, now: speakers.go_on(meeting=meeting, now=now),
    "finish": lambda meeting, _sent, _now: speakers.finish(meeting=meeting),
    "add": lambda meeting, sent, _now: speakers.ask(meeting=meeting, code=sent.get("code", "")),
    "strike": lambda meeting, sent, _now: speakers.leave(meeting=meeting, code=sent.get("code", "")),
    "clear": lambda meeting, _sent, now: speakers.clear(meeting=meeting, now=now),
    "close": lambda meeting, _sent, now: speakers.close_list(meeting=meeting, closed=True, now=now),
    "open": lambda meeting, _sent, now: speakers.close_list(meeting=meeting, closed=False, now=now),
    "limit": lambda meeting, sent, now: speakers.set_limit(meeting=meeting, seconds=_limit(sent), now=now),
    "reply": lambda meeting, sent, now: speakers.grant_reply(meeting=meeting, code=sent.get("code", ""), now=now),
    "no_reply": lambda meeting, sent, _now: speakers.refuse_reply(meeting=meeting, code=sent.get("code", "")),
    "yield": lambda meeting, sent, _now: _yield(meeting, sent.get("code", ""), sent),
    "caucus_pause": lambda meeting, _sent, now: speakers.run_caucus(meeting=meeting, on=False, now=now),
    "caucus_go_on": lambda meeting, _sent, now: speakers.run_caucus(meeting=meeting, on=True, now=now),
}
