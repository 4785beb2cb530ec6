"""The speakers' list at work: delegations ask for the floor, the President and the secretary give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import steps
from unsim.assembly.casting import AnotherSeat
from unsim.assembly.floor import lock_meeting, note, refuse_during_a_vote
from unsim.assembly.models import Meeting
from unsim.assembly.seating import NotDealt
from unsim.assembly.speaking import (
    Speaking,
    is_closed,
    is_moderated,
    keep,
    limit_decided,
    seconds_of_speech,
    speaking_of,
)
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import tell
from unsim.rules.floor_state import Floor
from unsim.rules.in_order import refused
from unsim.rules.motions import Stage
from unsim.rules.profile import Profile, Yield
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.speakers import SpeakersList

LONGEST_SPEECH = 3600  # seconds


class NoSpeakers(Refusal):
    message = _("Speeches are made while the meeting is in session. This page shows what is on.")


class NoSeatToSpeakFrom(Refusal):
    status = 403
    message = _("You do not sit for a delegation. Ask your teacher for a seat.")


class InPrivate(Refusal):
    message = _("In an unmoderated caucus there is no speakers' list: talk with each other until the time is over.")


class LimitDecided(Refusal):
    message = _("The meeting has decided how long a speech may be (rule 72). Another motion can change it.")


class NotYourSpeech(Refusal):
    message = _("Another delegation has the floor now.")


@dataclass(frozen=True)
class Chamber:
    """All that a change of the list goes by."""

    meeting: Meeting
    floor: Floor
    speaking: Speaking

    @property
    def rules(self) -> Profile:
        return self.meeting.rules

    @property
    def heard(self) -> SpeakersList:
        return self.speaking.heard(self.floor)


Change = Callable[[Chamber], Speaking]


def ask(*, meeting: Meeting, code: str) -> None:
    """One entry of a delegation at a time."""

    def change(chamber: Chamber) -> Speaking:
        _check_open(chamber)
        _check_dealt(chamber.meeting, code)
        return _on_list(chamber, chamber.heard.ask(code, closed=is_closed(chamber.floor, chamber.speaking)))

    _do(meeting, change)


def leave(*, meeting: Meeting, code: str) -> None:
    _do(meeting, lambda chamber: _on_list(chamber, chamber.heard.leave(code)))


def ask_reply(*, meeting: Meeting, code: str) -> None:
    """For a right of reply, which the President may grant. Asking twice changes nothing."""

    def change(chamber: Chamber) -> Speaking:
        _check_open(chamber)
        _check_dealt(chamber.meeting, code)
        if chamber.floor.caucus:
            raise refused(chamber.rules, Reason.IN_CAUCUS)
        speaking = chamber.speaking
        speaking.speakers.grant_reply(chamber.rules, code)  # refuses whoever has had them all
        return replace(speaking, asking=tuple(dict.fromkeys((*speaking.asking, code))))

    _do(meeting, change)


def yield_to(*, meeting: Meeting, code: str, to: Yield, delegate: str, now: datetime) -> None:
    """`code`: who has the floor, lest the next speaker's time is given away."""

    def change(chamber: Chamber) -> Speaking:
        if delegate:
            _check_dealt(chamber.meeting, delegate)
        if chamber.heard.speaking and chamber.heard.speaking.delegation != code:
            raise NotYourSpeech
        return _on_list(chamber, chamber.heard.yield_to(chamber.rules, to, now=now, delegate=delegate))

    _do(meeting, change)


def call_next(*, meeting: Meeting, now: datetime) -> None:
    def change(chamber: Chamber) -> Speaking:
        _check_open(chamber)
        seconds = seconds_of_speech(chamber.meeting, chamber.floor, chamber.speaking)
        called = chamber.heard.call_next(chamber.rules, seconds=seconds, now=now)
        if called.speaking:
            note(chamber.meeting, now, "spoke", name=_name_of(chamber.meeting, called.speaking.delegation))
        return _on_list(chamber, called)

    _do(meeting, change)


def pause(*, meeting: Meeting, now: datetime) -> None:
    _do(meeting, lambda chamber: _on_list(chamber, chamber.heard.pause(now)))


def go_on(*, meeting: Meeting, now: datetime) -> None:
    _do(meeting, lambda chamber: _on_list(chamber, chamber.heard.go_on(now)))


def finish(*, meeting: Meeting) -> None:
    _do(meeting, lambda chamber: _on_list(chamber, chamber.heard.finish()))


def clear(*, meeting: Meeting, now: datetime) -> None:
    """Nobody waits any more."""

    def change(chamber: Chamber) -> Speaking:
        note(chamber.meeting, now, "list_cleared")
        return _renewed(_on_list(chamber, chamber.heard.clear()))

    _do(meeting, change)


def close_list(*, meeting: Meeting, closed: bool, now: datetime) -> None:
    """By the President, with the meeting's consent (rule 73). One that a motion closed stays closed."""

    def change(chamber: Chamber) -> Speaking:
        if chamber.floor.list_closed:
            raise refused(chamber.rules, Reason.LIST_CLOSED)
        if chamber.speaking.closed == closed:
            return chamber.speaking
        if closed:
            note(chamber.meeting, now, "list_closed")
        else:
            note(chamber.meeting, now, "list_opened")
        return _renewed(replace(chamber.speaking, closed=closed))

    _do(meeting, change)


def set_limit(*, meeting: Meeting, seconds: int | None, now: datetime) -> None:
    """Of every speech from the next one on. None: as the rules of the meeting have it."""

    def change(chamber: Chamber) -> Speaking:
        if limit_decided(chamber.meeting, chamber.floor):
            raise LimitDecided
        if chamber.speaking.limit == seconds:
            return chamber.speaking
        if seconds is None:
            note(chamber.meeting, now, "limit_lifted")
        else:
            note(chamber.meeting, now, "limit_set", seconds=seconds)
        return replace(chamber.speaking, limit=seconds)

    _do(meeting, change)


def grant_reply(*, meeting: Meeting, code: str, now: datetime) -> None:
    def change(chamber: Chamber) -> Speaking:
        _check_dealt(chamber.meeting, code)
        granted = chamber.speaking.speakers.grant_reply(chamber.rules, code)
        note(chamber.meeting, now, "reply_granted", name=_name_of(chamber.meeting, code))
        return _not_asking(replace(chamber.speaking, speakers=granted), code)

    _do(meeting, change)


def refuse_reply(*, meeting: Meeting, code: str) -> None:
    _do(meeting, lambda chamber: _not_asking(chamber.speaking, code))


def run_caucus(*, meeting: Meeting, on: bool, now: datetime) -> None:
    """Stops the time of the caucus, or lets it go on."""

    def change(chamber: Chamber) -> Speaking:
        caucus = chamber.speaking.caucus
        if caucus is None or chamber.floor.caucus is None:
            raise refused(chamber.rules, Reason.NO_CAUCUS)
        timed = caucus.timer.start(now) if on else caucus.timer.pause(now)
        return replace(chamber.speaking, caucus=replace(caucus, timer=timed))

    _do(meeting, change)


def code_of(meeting: Meeting, participant: Participant, code: str) -> str:
    """For whom the participant speaks; `code` is the delegation for which their form was made."""
    seat = meeting.seats.filter(participant=participant).select_related("delegation").first()
    if seat is None or seat.delegation is None:
        raise NoSeatToSpeakFrom
    if seat.delegation.member_id != code:
        raise AnotherSeat
    return code


@transaction.atomic
def _do(meeting: Meeting, change: Change) -> None:
    meeting = lock_meeting(meeting)
    if meeting.stage != "in_session":
        raise NoSpeakers
    chamber = Chamber(meeting, steps.floor_of(meeting), speaking_of(meeting))
    try:
        keep(meeting, change(chamber))
    except RuledOut as why:
        raise steps.NotInOrderNow(why) from why
    tell(meeting.room)


def _on_list(chamber: Chamber, speakers: SpeakersList) -> Speaking:
    return chamber.speaking.with_heard(chamber.floor, speakers)


def _renewed(speaking: Speaking) -> Speaking:
    return replace(speaking, renewals=speaking.renewals + 1)


def _not_asking(speaking: Speaking, code: str) -> Speaking:
    return _renewed(replace(speaking, asking=tuple(other for other in speaking.asking if other != code)))


def _check_open(chamber: Chamber) -> None:
    refuse_during_a_vote(chamber.meeting)
    if chamber.floor.stage in (Stage.SUSPENDED, Stage.ADJOURNED):
        raise refused(chamber.rules, Reason.NO_MEETING)
    if chamber.floor.caucus and not is_moderated(chamber.floor):
        raise InPrivate


def _check_dealt(meeting: Meeting, code: str) -> None:
    if not meeting.delegations.filter(member=code).exists():
        raise NotDealt


def _name_of(meeting: Meeting, code: str) -> str:
    names = meeting.delegations.filter(member=code).values_list("member__common_name", flat=True)
    return names.first() or code
