"""What the pages show of the speakers' list. Pure: a time that runs is told by when it ends."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from unsim.assembly.models import Meeting
from unsim.assembly.speaking import (
    Speaking,
    is_closed,
    is_moderated,
    limit_decided,
    seconds_of_speech,
    speaking_of,
)
from unsim.rooms.activities import Audience
from unsim.rules.floor_state import Floor
from unsim.rules.motions import Stage
from unsim.rules.profile import Yield
from unsim.rules.speakers import SpeechKind
from unsim.rules.timer import Timer

SHOWN = 5  # of those who wait, on a screen and a phone


@dataclass(frozen=True)
class Clock:
    """A time that runs (`ends`), or one that stands still (`left`, as minutes and seconds)."""

    ends: datetime | None
    left: str


@dataclass(frozen=True)
class Named:
    code: str
    label: str
    observer: bool


@dataclass(frozen=True)
class Speaker:
    """`clock`: None without a limit."""

    who: Named
    kind: SpeechKind
    clock: Clock | None
    questions: bool


@dataclass(frozen=True)
class CaucusClock:
    """`each`: seconds of a speech in a moderated caucus."""

    moderated: bool
    each: int | None
    clock: Clock


@dataclass(frozen=True)
class Speakers:
    """`waiting` and `replies` are whole and in order; `limit`: seconds of the next speech. `asking`: for a reply."""

    speaker: Speaker | None
    waiting: tuple[Named, ...]
    replies: tuple[Named, ...]
    asking: tuple[Named, ...]
    closed: bool
    closed_by_motion: bool
    limit: int | None
    limit_decided: bool
    caucus: CaucusClock | None
    renewals: int

    @property
    def next(self) -> tuple[Named, ...]:
        return self.waiting[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.waiting) - len(self.next)

    @property
    def empty(self) -> bool:
        return not (self.speaker or self.waiting or self.replies or self.caucus)

    @property
    def turn(self) -> str:
        """Whose turn it is to speak."""
        return self.speaker.who.code if self.speaker else ""

    @property
    def called(self) -> bool:
        """Somebody speaks in a moderated caucus, or waits to: the caucus does not end yet."""
        return self.caucus is not None and self.caucus.moderated and bool(self.speaker or self.waiting)

    @property
    def private(self) -> bool:
        """An unmoderated caucus: nobody is called."""
        return self.caucus is not None and not self.caucus.moderated

    def print(self, audience: Audience) -> str:
        """Changes when what the forms of phones, or of the desk, offer has changed; not whenever somebody asks."""
        offered: tuple[Any, ...] = (self.closed, self.renewals, bool(self.caucus))
        if audience == "desk":
            offered += (self.speaker, bool(self.waiting), bool(self.replies), self.asking, self.limit, self.caucus)
        return f"{zlib.crc32(repr(offered).encode()):x}"


NONE = Speakers(
    None, (), (), (), closed=False, closed_by_motion=False, limit=None, limit_decided=False, caucus=None, renewals=0
)


def speakers_of(meeting: Meeting, floor: Floor) -> Speakers:
    """One query if anybody is on a list, none else."""
    speaking = speaking_of(meeting)
    names = _names(meeting, speaking, floor)
    heard, speech = speaking.heard(floor), speaking.heard(floor).speaking
    timed = speech.timer if speech else None
    clock = clock_of(timed) if timed else None
    speaker = Speaker(names(speech.delegation), speech.kind, clock, speech.open_to_questions) if speech else None
    return Speakers(
        speaker=speaker,
        waiting=tuple(names(code) for code in heard.waiting),
        replies=tuple(names(code) for code in heard.replies),
        asking=tuple(names(code) for code in speaking.asking),
        closed=is_closed(floor, speaking),
        closed_by_motion=floor.list_closed or floor.stage is not Stage.DEBATE,
        limit=seconds_of_speech(meeting, floor, speaking),
        limit_decided=limit_decided(meeting, floor),
        caucus=_caucus(floor, speaking),
        renewals=speaking.renewals,
    )


def _names(meeting: Meeting, speaking: Speaking, floor: Floor) -> Any:
    heard = speaking.heard(floor)
    speech = (heard.speaking.delegation,) if heard.speaking else ()
    known = _named(meeting, {*heard.waiting, *heard.replies, *speaking.asking, *speech})
    return lambda code: known.get(code) or Named(code, code, observer=False)


def _named(meeting: Meeting, codes: Iterable[str]) -> dict[str, Named]:
    sought = set(codes)
    if not sought:
        return {}
    rows = meeting.delegations.filter(member__in=sought)
    return {row[0]: Named(*row) for row in rows.values_list("member_id", "member__grid_label", "observer")}


def _caucus(floor: Floor, speaking: Speaking) -> CaucusClock | None:
    if floor.caucus is None or speaking.caucus is None:
        return None
    return CaucusClock(is_moderated(floor), floor.caucus.each, clock_of(speaking.caucus.timer))


def clock_of(timed: Timer) -> Clock:
    ends = timed.ends_at()
    return Clock(ends, "" if ends else minutes_of(timed.allotted - timed.spent))


def minutes_of(left: timedelta) -> str:
    seconds = max(0, -(-left // timedelta(seconds=1)))
    return f"{seconds // 60}:{seconds % 60:02d}"


def speakers_cell(shown: Speakers, audience: Audience) -> SafeString:
    return mark_safe(render_to_string("assembly/speakers.html", {"shown": shown, "audience": audience}).strip())


@dataclass(frozen=True)
class Own:
    """What a delegation may do on the list. `others`: to whom it may yield."""

    code: str
    asked: bool
    speaks: bool
    asks_reply: bool
    may_reply: bool
    yields: tuple[Yield, ...]
    others: tuple[Named, ...]


def own_of(meeting: Meeting, floor: Floor, code: str) -> Own:
    rules, speaking = meeting.rules, speaking_of(meeting)
    heard = speaking.heard(floor)
    speech = heard.speaking if heard.speaking and heard.speaking.delegation == code else None
    may_yield = speech and speech.kind is SpeechKind.SPEECH and speech.timer and not speech.open_to_questions
    yields = rules.yields if may_yield else ()
    others = yielding_to(meeting, code) if Yield.DELEGATE in yields else ()
    had = speaking.speakers.replied.count(code)
    return Own(
        code=code,
        asked=code in heard.waiting,
        speaks=speech is not None,
        asks_reply=code in speaking.asking,
        may_reply=floor.caucus is None and had < len(rules.reply_seconds),
        yields=yields,
        others=others,
    )


def yielding_to(meeting: Meeting, code: str) -> tuple[Named, ...]:
    rows = meeting.delegations.exclude(member=code).filter(present=True).order_by("member__seat_order")
    return tuple(Named(*row) for row in rows.values_list("member_id", "member__grid_label", "observer"))
