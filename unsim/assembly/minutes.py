"""The log of a meeting in words. Who cast what stands in no log."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import LogEntry, Meeting
from unsim.assembly.step_minutes import step_sentence
from unsim.assembly.steps import STEP, TAKEN_BACK

SENTENCES: dict[str, str | Promise] = {
    "started": _("The meeting was started on “%(title)s”."),
    "dealt_by_lot": _("%(delegations)s delegations were dealt by lot to %(people)s students."),
    "dealt_open": _("%(delegations)s delegations were dealt without a lot for their seats."),
    "choice_opened": _("Students may choose their delegation."),
    "choice_closed": _("Students no longer choose their delegation."),
    "newcomers": _("%(people)s newcomers were seated by lot."),
    "assigned": _("%(people)s students were seated by hand."),
    "told": _("A step of the script was told: %(slug)s."),
    "skipped": _("A step of the script was left out: %(slug)s."),
    "seats_played": _("The empty seats are played from now on: %(delegations)s."),
    "seats_empty": _("The empty seats are not played any more."),
    "played": _("The simulation voted for %(delegations)s empty seats."),
    "all_present": _("%(delegations)s delegations were marked present."),
    "opened": _("The President opened the meeting: %(present)s of %(members)s delegations were present."),
    "back_to_seating": _("The President went back to the seating."),
    "locked": _("The vote was locked."),
    "reopened": _("The lock was taken back: the vote was open again."),
    "counted": _("The box was opened and its papers were counted."),
    "void": _("The vote was taken back: it is void."),
    "declared": _("The President declared the result."),
    "drawn": _("The roll call begins with %(name)s, drawn by lot."),
    "objected": _("There was an objection: the text was not adopted without a vote."),
    "hands_counted": _("Hands were counted: %(yes)s in favour, %(no)s against, %(abstain)s abstaining."),
    "extended": _("The time to vote was put off by %(seconds)s seconds."),
    "shown": _("The board was shown before the end of the vote."),
    "corrected": _("%(name)s noted how it had meant to vote; the totals stand."),
    "explain_asked": _("%(name)s asked to explain its vote."),
    "explain_left": _("%(name)s does not want to explain its vote any more."),
    "explain_called": _("%(name)s was called to explain its vote."),
    "explain_ended": _("%(name)s ended its explanation of vote."),
    "answer_undone": _("The last answer of the roll call was taken back."),
    "debrief": _("The debrief was shown."),
    "debrief_left": _("The debrief was left again."),
    "closed": _("The meeting was closed."),
    "appeal_counted": _(
        "Hands on the appeal: %(yes)s to overrule the President, %(no)s against, %(abstain)s abstaining."
    ),
    "gone_on": _("The President went on to the next business."),
    "roll_called": _("The roll was called: %(present)s of %(members)s delegations were present."),
    "arrived": _("%(name)s arrived: %(present)s of %(members)s delegations were present."),
    "went": _("%(name)s left: %(present)s of %(members)s delegations were present."),
    "spoke": _("%(name)s had the floor."),
    "list_cleared": _("The speakers' list was cleared."),
    "list_closed": _("The President closed the speakers' list (rule 73)."),
    "list_opened": _("The President opened the speakers' list again."),
    "limit_set": _("The President limited each speech to %(seconds)s seconds."),
    "limit_lifted": _("The President's limit of the speeches was lifted."),
    "reply_granted": _("%(name)s was granted a right of reply."),
    "dais_taken": _("A student left the dais."),
}
DAIS: dict[str, str | Promise] = {
    "president": _("The podium was handed to a student, who presides."),
    "secretary": _("A student was made the secretary."),
    "teller": _("A student was made a teller."),
}
PUT: dict[str, str | Promise] = {
    "recorded": _("The text was put to a recorded vote."),
    "secret": _("The text was put to a secret ballot."),
    "hands": _("The text was put to a show of hands."),
    "no_objection": _("The President asked whether anybody objects to adopting the text without a vote."),
    "roll_call": _("The text was put to a vote by roll call."),
}


# A motion, an amendment or a part.
PUT_IN_PARTICULAR: dict[str, str | Promise] = {
    "recorded": _("Put to a recorded vote: %(words)s."),
    "secret": _("Put to a secret ballot: %(words)s."),
    "hands": _("Put to a show of hands: %(words)s."),
    "no_objection": _("The President asked whether anybody objects: %(words)s."),
    "roll_call": _("Put to a vote by roll call: %(words)s."),
}


@dataclass(frozen=True)
class Minute:
    at: datetime
    sentence: str


def minutes_of(meeting: Meeting) -> list[Minute]:
    """In order, with what was taken back. Of a ballot that was put, or is void, its own lines tell."""
    return [Minute(entry.at, sentence_of(entry)) for entry in meeting.log.all() if not _is_told(entry)]


def _is_told(entry: LogEntry) -> bool:
    if entry.what == STEP:
        return bool(entry.data["ballot"]) and entry.data["step"] not in ("decide", "settle")
    return entry.what == TAKEN_BACK and bool(entry.data.get("ballot"))


def _words(entry: LogEntry) -> str | Promise | None:
    if entry.what == "put" and entry.data.get("words"):
        return PUT_IN_PARTICULAR.get(entry.data.get("method", ""))
    if entry.what == "put":
        return PUT.get(entry.data.get("method", ""))
    if entry.what == "dais_given":
        return DAIS.get(entry.data["role"])
    return SENTENCES.get(entry.what)


def sentence_of(entry: LogEntry) -> str:
    """A word that has no sentence here stands for itself."""
    if entry.what == STEP:
        return step_sentence(entry.data)
    if entry.what == TAKEN_BACK:
        return _taken_back(entry)
    words = _words(entry)
    return str(words) % defaultdict(str, entry.data) if words else entry.what


def _taken_back(entry: LogEntry) -> str:
    taken = LogEntry.objects.filter(meeting=entry.meeting_id, pk=entry.data.get("entry")).first()
    words = sentence_of(taken) if taken else entry.data.get("step", "")
    return _now_in_words("Taken back: %(words)s") % {"words": words}
