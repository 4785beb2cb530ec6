"""Who sat in the Security Council: the 15 members whose votes on a text of it the seeds know."""

from __future__ import annotations

from unsim.assembly.models import Ballot, Meeting, RealVote, Resolution
from unsim.rules.choices import Choice
from unsim.rules.decision import COUNCIL_VOTES, Body
from unsim.rules.tally import Tally


def is_council(meeting: Meeting) -> bool:
    return meeting.rules.body is Body.COUNCIL


def council_of(resolution: Resolution) -> list[str]:
    """Sorted codes. Of a text without a record: those of the last one in the seeds before all others."""
    voted = RealVote.objects.filter(resolution__body=Body.COUNCIL.value)
    own = voted.filter(resolution=resolution)
    latest = voted.order_by("-resolution__date").values_list("resolution", flat=True).first()
    found = own if own.exists() else voted.filter(resolution=latest)
    return sorted(found.values_list("member_id", flat=True))


def may_veto(ballot: Ballot) -> bool:
    """A text in the Council, but for procedure (Charter, Article 27(3))."""
    motion = ballot.motion
    return is_council(motion.meeting) and motion.of != "motion" and not motion.resolution.procedural


def vetoes_of(ballot: Ballot) -> list[str]:
    """Sorted codes of the permanent members that voted against, where that is a veto."""
    if not may_veto(ballot):
        return []
    against = ballot.votes.filter(choice=Choice.NO.value, delegation__member__permanent=True)
    return sorted(against.values_list("delegation__member_id", flat=True))


def barred_by_veto(ballot: Ballot, tally: Tally | None) -> bool:
    """A text that had its nine votes, and a permanent member against."""
    return tally is not None and tally.yes >= COUNCIL_VOTES and bool(vetoes_of(ballot))
