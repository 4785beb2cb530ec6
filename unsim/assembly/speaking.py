"""Who speaks and who waits to, as `Meeting.speakers` keeps it: plain JSON, and the law's values back from it.

{"speakers": list, "limit": seconds or None, "closed", "asking": [code], "renewals", "caucus": {"timer", "speakers"} or
None}; a list is {"waiting", "speaking", "replies", "replied"}, a timer {"allotted", "spent": seconds, "started_at"}.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from unsim.assembly.models import Meeting
from unsim.rules.floor_state import Caucus, Floor
from unsim.rules.motions import MotionKind, Stage
from unsim.rules.speakers import SpeakersList, Speech, SpeechKind
from unsim.rules.timer import Timer, timer

NOBODY = SpeakersList()


@dataclass(frozen=True)
class CaucusTime:
    """Of the caucus that the floor has: the time of the whole, and the speakers of a moderated one."""

    timer: Timer
    speakers: SpeakersList = NOBODY


@dataclass(frozen=True)
class Speaking:
    """`limit`: seconds of a speech, as the President set it. `closed`: by the President. `asking`: for a reply.

    `renewals`: counts up when what phones may do was changed for them.
    """

    speakers: SpeakersList = NOBODY
    limit: int | None = None
    closed: bool = False
    asking: tuple[str, ...] = ()
    renewals: int = 0
    caucus: CaucusTime | None = None

    def heard(self, floor: Floor) -> SpeakersList:
        """The list that is spoken from now: the caucus has its own."""
        return self.caucus.speakers if self.caucus and floor.caucus else self.speakers

    def with_heard(self, floor: Floor, speakers: SpeakersList) -> Speaking:
        if self.caucus and floor.caucus:
            return replace(self, caucus=replace(self.caucus, speakers=speakers))
        return replace(self, speakers=speakers)


def speaking_of(meeting: Meeting) -> Speaking:
    return read(meeting.speakers)


def begin_caucus(meeting: Meeting, caucus: Caucus, now: datetime) -> None:
    """Its time runs from now; who had the floor has it no longer. Inside a transaction that holds the meeting."""
    speaking = speaking_of(meeting)
    speakers = replace(speaking.speakers, speaking=None)
    keep(meeting, replace(speaking, speakers=speakers, caucus=CaucusTime(timer(caucus.seconds).start(now))))


def keep(meeting: Meeting, speaking: Speaking) -> None:
    meeting.speakers = written(speaking)
    meeting.save(update_fields=["speakers"])


def is_closed(floor: Floor, speaking: Speaking) -> bool:
    """By a motion (rule 73), by the President, or with the debate. A caucus has an open list of its own."""
    if floor.caucus:
        return False
    return speaking.closed or floor.list_closed or floor.stage is not Stage.DEBATE


def is_moderated(floor: Floor) -> bool:
    return floor.caucus is not None and floor.caucus.kind is MotionKind.MODERATED_CAUCUS


def limit_decided(meeting: Meeting, floor: Floor) -> bool:
    """Whether the meeting has limited its speeches by a motion (rule 72); then the President does not."""
    return floor.speech_seconds != meeting.rules.speech_seconds


def seconds_of_speech(meeting: Meeting, floor: Floor, speaking: Speaking) -> int | None:
    """None without a limit."""
    if floor.caucus:
        return floor.caucus.each
    if limit_decided(meeting, floor) or speaking.limit is None:
        return floor.speech_seconds
    return speaking.limit


# ---- JSON


def written(speaking: Speaking) -> dict[str, Any]:
    caucus = speaking.caucus
    return {
        "speakers": _list_written(speaking.speakers),
        "limit": speaking.limit,
        "closed": speaking.closed,
        "asking": list(speaking.asking),
        "renewals": speaking.renewals,
        "caucus": caucus and {"timer": _timer_written(caucus.timer), "speakers": _list_written(caucus.speakers)},
    }


def read(kept: Mapping[str, Any]) -> Speaking:
    """The inverse of `written`; nothing is a list on which nobody is."""
    if not kept:
        return Speaking()
    caucus = kept["caucus"]
    return Speaking(
        speakers=_list_read(kept["speakers"]),
        limit=kept["limit"],
        closed=kept["closed"],
        asking=tuple(kept["asking"]),
        renewals=kept["renewals"],
        caucus=caucus and CaucusTime(_timer_read(caucus["timer"]), _list_read(caucus["speakers"])),
    )


def _list_written(speakers: SpeakersList) -> dict[str, Any]:
    speech = speakers.speaking
    return {
        "waiting": list(speakers.waiting),
        "speaking": speech and _speech_written(speech),
        "replies": list(speakers.replies),
        "replied": list(speakers.replied),
    }


def _list_read(kept: Mapping[str, Any]) -> SpeakersList:
    return SpeakersList(
        waiting=tuple(kept["waiting"]),
        speaking=kept["speaking"] and _speech_read(kept["speaking"]),
        replies=tuple(kept["replies"]),
        replied=tuple(kept["replied"]),
    )


def _speech_written(speech: Speech) -> dict[str, Any]:
    return {
        "delegation": speech.delegation,
        "kind": speech.kind.value,
        "timer": speech.timer and _timer_written(speech.timer),
        "open_to_questions": speech.open_to_questions,
    }


def _speech_read(kept: Mapping[str, Any]) -> Speech:
    timed = kept["timer"] and _timer_read(kept["timer"])
    return Speech(kept["delegation"], SpeechKind(kept["kind"]), timed, kept["open_to_questions"])


def _timer_written(timed: Timer) -> dict[str, Any]:
    return {
        "allotted": timed.allotted.total_seconds(),
        "spent": timed.spent.total_seconds(),
        "started_at": timed.started_at and timed.started_at.isoformat(),
    }


def _timer_read(kept: Mapping[str, Any]) -> Timer:
    return Timer(
        allotted=timedelta(seconds=kept["allotted"]),
        spent=timedelta(seconds=kept["spent"]),
        started_at=kept["started_at"] and datetime.fromisoformat(kept["started_at"]),
    )
