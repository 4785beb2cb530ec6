"""The floor of a meeting: it follows from the steps in the log, by the law, and is stored nowhere.

A step is a log entry whose data is {"step": name, "data": {...}, "ballot": pk or None}. Taking one back adds an entry
that names it, or the ballot it belongs to; nothing is ever removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim import members
from unsim.assembly.floor import current_ballot, note
from unsim.assembly.models import Ballot, LogEntry, Meeting, Resolution
from unsim.assembly.speaking import begin_caucus
from unsim.refusals import Refusal
from unsim.rules.floor import next_motion
from unsim.rules.floor_state import Floor
from unsim.rules.minutes import Step, replay
from unsim.rules.minutes import take as take_by_the_rules
from unsim.rules.profile import Profile
from unsim.rules.refusal_sentences import refusal_sentence
from unsim.rules.refusals import RuledOut

STEP, TAKEN_BACK = "step", "step_back"


class NotInOrderNow(Refusal):
    """What the law says against a step, with the number of the rule."""

    def __init__(self, why: RuledOut) -> None:
        super().__init__(refusal_sentence(why, _now_in_words))


class NothingToTakeBack(Refusal):
    message = _("There is no step to take back: what was declared stands.")


def floor_of(meeting: Meeting) -> Floor:
    return replay(meeting.rules, (_step(entry) for entry in steps_of(meeting)))


def steps_of(meeting: Meeting) -> list[LogEntry]:
    """Those that stand, in order."""
    entries = list(meeting.log.filter(what__in=(STEP, TAKEN_BACK)))
    undone = [entry.data for entry in entries if entry.what == TAKEN_BACK]
    gone = {data.get("entry") for data in undone if data.get("entry")}
    ballots = {data.get("ballot") for data in undone if data.get("ballot")}
    standing = (entry for entry in entries if entry.what == STEP and entry.pk not in gone)
    return [entry for entry in standing if entry.data["ballot"] not in ballots]


def take(
    meeting: Meeting,
    step: str,
    now: datetime,
    /,
    *,
    ballot: Ballot | None = None,
    text: Resolution | None = None,
    **data: Any,
) -> Floor:
    """Takes a step of `unsim.rules.minutes` and gives the floor after it; NotInOrderNow.

    Inside a transaction that holds `lock_meeting`. `ballot`: the step falls with it if it is taken back. `text`: what
    a draft that is introduced says.
    """
    before = floor_of(meeting)
    try:
        after = take_by_the_rules(meeting.rules, before, Step(step, data))
    except RuledOut as why:
        raise NotInOrderNow(why) from why
    texts = {"text": text.pk} if text else {}
    told = concerned(meeting.rules, before, step, data)
    note(meeting, now, STEP, step=step, data=data, ballot=ballot.pk if ballot else None, **texts, **told)
    _follow(meeting, after)
    if after.caucus and not before.caucus:
        begin_caucus(meeting, after.caucus, now)
    return after


def concerned(rules: Profile, before: Floor, step: str, data: Mapping[str, Any]) -> dict[str, str]:
    """For the minutes: the kind of the motion or point that a step was about, or the question that it settled."""
    if step == "settle":
        question = before.question
        return {"of": question.of.value, "name": question.name} if question else {}
    if "number" in data:
        moved = next((each for each in before.pending if each.number == data["number"]), None)
    elif step == "rule":
        moved = before.point
    elif step == "decide":
        moved = next(reversed(before.put), None)
    else:
        moved = next_motion(rules, before) if step in ("hear", "grant", "put") else None
    return {"kind": moved.kind.value} if moved else {}


def _follow(meeting: Meeting, floor: Floor) -> None:
    """The meeting's text is the draft that is put first: rival drafts come in order of submission (rule 91)."""
    if floor.draft is None or floor.draft.name == draft_name(meeting.resolution):
        return
    text = texts_of(meeting).get(floor.draft.name)
    if text:
        meeting.resolution_id = text
        meeting.save(update_fields=["resolution"])


def texts_of(meeting: Meeting) -> dict[str, int]:
    """The key of the text of each draft that was introduced, by the draft's name."""
    introduced = (entry.data for entry in steps_of(meeting) if entry.data.get("text"))
    return {data["data"]["name"]: data["text"] for data in introduced}


def take_back(meeting: Meeting, now: datetime, *, ballot: Ballot) -> None:
    """Everything that was done on the floor by putting this ballot."""
    if any(entry.data["ballot"] == ballot.pk for entry in steps_of(meeting)):
        note(meeting, now, TAKEN_BACK, ballot=ballot.pk)
        _follow(meeting, floor_of(meeting))


def take_back_last(meeting: Meeting, now: datetime) -> LogEntry:
    """The last step; NothingToTakeBack if there is none, or if it belongs to a vote."""
    last = last_to_take_back(meeting)
    if last is None:
        raise NothingToTakeBack
    note(meeting, now, TAKEN_BACK, entry=last.pk, step=last.data["step"])
    _follow(meeting, floor_of(meeting))
    return last


def last_to_take_back(meeting: Meeting) -> LogEntry | None:
    """None where the last step belongs to a vote: by a ballot, or by hands counted on an appeal during another one."""
    last = next(reversed(steps_of(meeting)), None)
    if last is None or last.data["ballot"] or last.data["step"] in ("introduce", "put", "decide"):
        return None
    return last


def last_step(meeting: Meeting) -> LogEntry | None:
    """What can be taken back now: during a vote only what was done since it was put."""
    last, put = last_to_take_back(meeting), meeting.log.filter(what="put").last()
    current = current_ballot(meeting)
    if last and put and last.pk < put.pk and current and current.undecided:
        return None
    return last


def shows_result(meeting: Meeting) -> bool:
    """Whether the room still looks at the result that was declared last: nothing was done since."""
    last = meeting.log.filter(what__in=("declared", "gone_on", STEP, TAKEN_BACK)).last()
    return last is None or last.what == "declared"


def draft_name(resolution: Resolution) -> str:
    """As the floor calls a text: its symbol, or its title."""
    return resolution.symbol or resolution.title


def sponsors_of(resolution: Resolution) -> list[str]:
    """Member codes, the proposer first, as far as the text's source states them."""
    found = (members.find(name) for name in resolution.sponsors.split(", ") if name)
    return [state.iso3 for state in found if state]


def _step(entry: LogEntry) -> Step:
    return Step(entry.data["step"], entry.data["data"])
