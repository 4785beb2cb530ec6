"""Explanations of vote (rule 88): delegations ask, the President calls them one by one, each has ten minutes.

Who asked and who was called stands in the log, and everything here follows from it: a list of its own before each vote
on a text and after it. Who answered a roll call "with rights" is on the list after it without asking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly import steps
from unsim.assembly.cards import seat_of
from unsim.assembly.casting import AnotherSeat, NoSeat
from unsim.assembly.floor import lock_meeting, note
from unsim.assembly.models import Ballot, LogEntry, Meeting, Member
from unsim.assembly.rolls import roll_of
from unsim.assembly.steps import NotInOrderNow
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import tell
from unsim.rules.explanations import EXPLANATION_SECONDS, Moment, why_not_explain
from unsim.rules.floor_state import Floor
from unsim.rules.procedure import Method

ASKED, WITHDRAWN, CALLED, ENDED = "explain_asked", "explain_left", "explain_called", "explain_ended"
WORDS = (ASKED, WITHDRAWN, CALLED, ENDED)


class NotNow(Refusal):
    message = _("Votes are explained in a session, before a vote or after it, not while it is taken.")


class NotListed(Refusal):
    message = _("This delegation has not asked to explain its vote, or has done so.")


@dataclass(frozen=True)
class Occasion:
    """Before the vote, or after it; `ballot`: the last one on a text, 0 before the first."""

    moment: Moment
    ballot: int
    method: Method

    @property
    def key(self) -> str:
        return f"{self.moment}.{self.ballot}"


@dataclass(frozen=True)
class Speaking:
    name: str
    ends: datetime


@dataclass(frozen=True)
class Explanations:
    """`waiting`: code -> name, in the order in which they asked. `heard`: codes, who had the floor."""

    waiting: dict[str, str]
    heard: frozenset[str]
    speaking: Speaking | None


def occasion_of(meeting: Meeting, floor: Floor) -> Occasion | None:
    """None outside the session, and while a vote is being taken."""
    ballots = Ballot.objects.of(meeting).standing()
    if meeting.stage != "in_session" or ballots.filter(stage__in=("open", "locked", "counted")).exists():
        return None
    last = ballots.exclude(motion__of="motion").last()
    if last and steps.shows_result(meeting) and ballots.last() == last:
        return Occasion(Moment.AFTER, last.pk, Method(last.motion.method))
    return Occasion(Moment.BEFORE, last.pk if last else 0, floor.method or Method.RECORDED)


def explanations_of(meeting: Meeting, occasion: Occasion) -> Explanations:
    waiting, heard = _with_rights(occasion), set()
    speaking: Speaking | None = None
    for entry in LogEntry.objects.filter(meeting=meeting, what__in=WORDS, data__on=occasion.key):
        code, name = entry.data["by"], entry.data["name"]
        if entry.what == ASKED:
            waiting[code] = name
        else:
            waiting.pop(code, None)
        if entry.what == CALLED:
            heard.add(code)
            speaking = Speaking(name, entry.at + timedelta(seconds=EXPLANATION_SECONDS))
        if entry.what == ENDED:
            speaking = None
    return Explanations(waiting, frozenset(heard), speaking)


def _with_rights(occasion: Occasion) -> dict[str, str]:
    if occasion.moment is not Moment.AFTER or occasion.method is not Method.ROLL_CALL:
        return {}
    roll = roll_of(Ballot.objects.get(pk=occasion.ballot))
    asked = roll.asked_for_rights if roll else ()
    names = dict(Member.everyone.filter(pk__in=asked).values_list("pk", "grid_label"))
    return {code: names[code] for code in asked}


def may_ask(meeting: Meeting, floor: Floor, occasion: Occasion, code: str) -> bool:
    return _why_not(meeting, floor, occasion, code) is None


def _why_not(meeting: Meeting, floor: Floor, occasion: Occasion, code: str) -> NotInOrderNow | None:
    name = steps.draft_name(meeting.resolution)
    sponsors = next((draft.sponsors for draft in floor.drafts if draft.name == name), ())
    why = why_not_explain(meeting.rules, code, sponsors, occasion.method, occasion.moment)
    return NotInOrderNow(why) if why else None


@transaction.atomic
def ask(*, meeting: Meeting, participant: Participant, code: str, on: bool, now: datetime) -> None:
    """Asks for the floor, or no longer does. `code` is the member the form was made for."""
    meeting = lock_meeting(meeting)
    seat = seat_of(meeting, participant)
    if seat is None or seat.delegation is None or seat.delegation.observer:
        raise NoSeat
    if seat.delegation.member_id != code:
        raise AnotherSeat
    occasion = _occasion(meeting)
    refused = _why_not(meeting, steps.floor_of(meeting), occasion, code)
    if on and refused:
        raise refused
    if on != (code in explanations_of(meeting, occasion).waiting):
        _note(meeting, ASKED if on else WITHDRAWN, occasion, code, seat.delegation.member.grid_label, now)


@transaction.atomic
def call(*, meeting: Meeting, code: str, now: datetime) -> None:
    """Gives the floor to a delegation on the list; whoever has it ends."""
    meeting = lock_meeting(meeting)
    occasion = _occasion(meeting)
    waiting = explanations_of(meeting, occasion).waiting
    if code not in waiting:
        raise NotListed
    _note(meeting, CALLED, occasion, code, waiting[code], now)


@transaction.atomic
def end(*, meeting: Meeting, now: datetime) -> None:
    """Nobody has the floor any more."""
    meeting = lock_meeting(meeting)
    occasion = _occasion(meeting)
    speaking = explanations_of(meeting, occasion).speaking
    if speaking:
        _note(meeting, ENDED, occasion, "", speaking.name, now)


def _occasion(meeting: Meeting) -> Occasion:
    found = occasion_of(meeting, steps.floor_of(meeting))
    if found is None:
        raise NotNow
    return found


def _note(meeting: Meeting, what: str, occasion: Occasion, code: str, name: str, now: datetime) -> None:
    note(meeting, now, what, on=occasion.key, by=code, name=name)
    tell(meeting.room)
