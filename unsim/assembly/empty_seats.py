"""The seats that nobody took: who is played, and how such a seat votes.

They vote on a text as a whole, where names are recorded (not by a show of hands): as their country did if its record is
known, else drawn from how it voted before. On a motion of procedure, an amendment or a part they are present and do not
vote: no record says how, so that these are for the students to decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unsim.alignment import ISSUES, alignments
from unsim.assembly.models import Ballot, Meeting, Resolution
from unsim.rules.choices import Choice
from unsim.rules.simulated import drawn, from_record, lot_of

RECORD, ALL = "record", "all"
HOW = (RECORD, *ISSUES)
ISSUE_NAMES: Mapping[str, str | Promise] = {
    "all": _("all issues"),
    "palestinian_conflict": _("the Palestinian question"),
    "nuclear": _("nuclear weapons and material"),
    "disarmament": _("arms control and disarmament"),
    "human_rights": _("human rights"),
    "colonialism": _("colonialism"),
    "economic_development": _("economic development"),
}


def played_in(meeting: Meeting) -> list[str]:
    """Sorted codes of the members for which nobody sits, if they are played; else nobody."""
    if not meeting.simulation:
        return []
    empty = meeting.delegations.filter(observer=False, seats=None)
    return sorted(empty.values_list("member_id", flat=True))


def has_record(text: Resolution) -> bool:
    return text.real_votes.exists()


def choices_for(ballot: Ballot) -> dict[str, Choice]:
    """How each played member of the electorate votes, ABSENT among the choices."""
    motion = ballot.motion
    if motion.of != "whole":
        return {}
    codes = [code for code in played_in(motion.meeting) if code in ballot.electorate]
    real = {code: Choice(choice) for code, choice in motion.resolution.real_votes.values_list("member_id", "choice")}
    if real:
        return {code: from_record(real, code) for code in codes}
    return {code: _drawn(motion.meeting, motion.resolution, code) for code in codes}


def _drawn(meeting: Meeting, text: Resolution, code: str) -> Choice:
    """The same for the same text whenever it is put; ABSENT for a member that never voted on such an issue."""
    issue = meeting.simulation if meeting.simulation in ISSUES else ALL
    past = alignments().get((code, issue))
    if past is None or not past.roll_calls:
        return Choice.ABSENT
    return drawn(past.votes, lot_of(f"{meeting.simulation_seed}/{text.pk}", code))


@dataclass(frozen=True)
class Playing:
    """What the form of the empty seats shows. `record`: the text has one; else the votes are drawn by an issue."""

    how: str
    record: bool
    issues: tuple[tuple[str, str], ...]


def playing_in(meeting: Meeting) -> Playing:
    named = tuple((issue, str(ISSUE_NAMES[issue])) for issue in ISSUES)
    return Playing(meeting.simulation, has_record(meeting.resolution), named)
