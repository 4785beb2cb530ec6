"""The speakers' list (rules 68 and 73): in the order in which they asked, one entry for each delegation at a time."""

import enum
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unsim.rules.profile import Profile, Yield
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.timer import Timer, timer


class SpeechKind(enum.StrEnum):
    SPEECH = "speech"
    REPLY = "reply"
    # In the time that another delegation left to it.
    YIELDED = "yielded"


@dataclass(frozen=True)
class Speech:
    """`timer`: None without a limit. `open_to_questions`: the rest of the time was yielded to questions."""

    delegation: str
    kind: SpeechKind
    timer: Timer | None
    open_to_questions: bool = False


@dataclass(frozen=True)
class SpeakersList:
    """`waiting` in the order in which they asked. `replies`: rights of reply granted and not yet used, which are taken
    when the list is at its end (rule 73 and Annex V). `replied`: the replies granted on this item so far, one entry
    for each.
    """

    waiting: tuple[str, ...] = ()
    speaking: Speech | None = None
    replies: tuple[str, ...] = ()
    replied: tuple[str, ...] = ()

    def ask(self, delegation: str, *, closed: bool) -> "SpeakersList":
        """`closed`: the meeting has closed the list. Who is speaking may ask again for later."""
        if closed:
            raise RuledOut(Reason.LIST_CLOSED)
        if delegation in self.waiting:
            raise RuledOut(Reason.ALREADY_LISTED)
        return replace(self, waiting=(*self.waiting, delegation))

    def leave(self, delegation: str) -> "SpeakersList":
        if delegation not in self.waiting:
            raise RuledOut(Reason.NOT_LISTED)
        return replace(self, waiting=tuple(other for other in self.waiting if other != delegation))

    def clear(self) -> "SpeakersList":
        """Nobody waits any more; who speaks goes on, and replies stay granted."""
        return replace(self, waiting=())

    def grant_reply(self, profile: Profile, delegation: str) -> "SpeakersList":
        """At most as many on an item as the profile has lengths for; also after the list was closed."""
        if self.replied.count(delegation) >= len(profile.reply_seconds):
            raise RuledOut(Reason.ENOUGH_REPLIES, limit=len(profile.reply_seconds))
        return replace(self, replies=(*self.replies, delegation), replied=(*self.replied, delegation))

    def call_next(self, profile: Profile, *, seconds: int | None, now: datetime) -> "SpeakersList":
        """The next on the list, for `seconds` (None: no limit); after the last of them, those who reply."""
        if self.speaking:
            raise RuledOut(Reason.SOMEBODY_SPEAKS)
        if self.waiting:
            speech = Speech(self.waiting[0], SpeechKind.SPEECH, _started(seconds, now))
            return replace(self, waiting=self.waiting[1:], speaking=speech)
        if not self.replies:
            raise RuledOut(Reason.NOBODY_LISTED)
        return self._call_reply(profile, now)

    def _call_reply(self, profile: Profile, now: datetime) -> "SpeakersList":
        delegation = self.replies[0]
        nth = self.replied.count(delegation) - self.replies.count(delegation)
        speech = Speech(delegation, SpeechKind.REPLY, _started(profile.reply_seconds[nth], now))
        return replace(self, replies=self.replies[1:], speaking=speech)

    def pause(self, now: datetime) -> "SpeakersList":
        """For a point of order, say; the time stands still."""
        speech = self._current()
        return replace(self, speaking=replace(speech, timer=speech.timer and speech.timer.pause(now)))

    def go_on(self, now: datetime) -> "SpeakersList":
        speech = self._current()
        return replace(self, speaking=replace(speech, timer=speech.timer and speech.timer.start(now)))

    def finish(self) -> "SpeakersList":
        self._current()
        return replace(self, speaking=None)

    def yield_to(self, profile: Profile, to: Yield, *, now: datetime, delegate: str = "") -> "SpeakersList":
        """What is left of a speech goes to the chair, to questions, or to a delegation, which cannot pass it on."""
        speech = self._current()
        if to not in profile.yields or speech.timer is None or speech.kind is SpeechKind.REPLY:
            raise RuledOut(Reason.NO_YIELD)
        if speech.kind is SpeechKind.YIELDED or speech.open_to_questions:
            raise RuledOut(Reason.YIELDED_ALREADY)
        if speech.timer.over(now):
            raise RuledOut(Reason.NO_TIME_LEFT)
        if to is Yield.CHAIR:
            return self.finish()
        if to is Yield.QUESTIONS:
            return replace(self, speaking=replace(speech, open_to_questions=True))
        return replace(self, speaking=_passed_on(speech, speech.timer.remaining(now), delegate, now))

    def _current(self) -> Speech:
        if self.speaking is None:
            raise RuledOut(Reason.NOBODY_SPEAKS)
        return self.speaking


def _passed_on(speech: Speech, left: timedelta, delegate: str, now: datetime) -> Speech:
    if not delegate or delegate == speech.delegation:
        raise RuledOut(Reason.NO_YIELD)
    return Speech(delegate, SpeechKind.YIELDED, Timer(left).start(now))


def _started(seconds: int | None, now: datetime) -> Timer | None:
    return None if seconds is None else timer(seconds).start(now)
