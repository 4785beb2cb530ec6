"""The log of a meeting in words. Who cast what stands in no log."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import LogEntry, Meeting
from unsim.assembly.steps import STEP

SENTENCES: dict[str, str | Promise] = {
    "started": _("The meeting was started on “%(title)s”."),
    "dealt_by_lot": _("%(delegations)s delegations were dealt by lot to %(people)s students."),
    "dealt_open": _("%(delegations)s delegations were dealt without a lot for their seats."),
    "choice_opened": _("Students may choose their delegation."),
    "choice_closed": _("Students no longer choose their delegation."),
    "newcomers": _("%(people)s newcomers were seated by lot."),
    "assigned": _("%(people)s students were seated by hand."),
    "all_present": _("%(delegations)s delegations were marked present."),
    "opened": _("The President opened the meeting: %(present)s of %(members)s delegations were present."),
    "back_to_seating": _("The President went back to the seating."),
    "locked": _("The vote was locked."),
    "reopened": _("The lock was taken back: the vote was open again."),
    "counted": _("The box was opened and its papers were counted."),
    "void": _("The vote was taken back: it is void."),
    "declared": _("The President declared the result."),
    "drawn": _("The roll call begins with %(name)s, drawn by lot."),
    "answer_undone": _("The last answer of the roll call was taken back."),
    "debrief": _("The debrief was shown."),
    "debrief_left": _("The debrief was left again."),
    "closed": _("The meeting was closed."),
    "dais_taken": _("A student left the dais."),
}
STEPS: dict[str, str | Promise] = {
    "introduce": _("The text “%(name)s” was put before the meeting."),
}
DAIS: dict[str, str | Promise] = {
    "president": _("The podium was handed to a student, who presides."),
    "secretary": _("A student was made the secretary."),
    "teller": _("A student was made a teller."),
}
PUT: dict[str, str | Promise] = {
    "recorded": _("The text was put to a recorded vote."),
    "secret": _("The text was put to a secret ballot."),
    "roll_call": _("The text was put to a vote by roll call."),
}


@dataclass(frozen=True)
class Minute:
    at: datetime
    sentence: str


def minutes_of(meeting: Meeting) -> list[Minute]:
    """Of a step that a vote brought about the vote's own lines tell."""
    entries = (entry for entry in meeting.log.all() if not (entry.what == STEP and entry.data["ballot"]))
    return [Minute(entry.at, sentence_of(entry)) for entry in entries]


def _words(entry: LogEntry) -> str | Promise | None:
    if entry.what == "put":
        return PUT.get(entry.data.get("method", ""))
    if entry.what == "dais_given":
        return DAIS.get(entry.data["role"])
    return SENTENCES.get(entry.what)


def sentence_of(entry: LogEntry) -> str:
    """A word that has no sentence here stands for itself."""
    if entry.what == STEP:
        return str(STEPS.get(entry.data["step"], entry.data["step"])) % defaultdict(str, entry.data["data"])
    words = _words(entry)
    return str(words) % defaultdict(str, entry.data) if words else entry.what
