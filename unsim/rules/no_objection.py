"""Adoption without a vote: "Is there any objection?" Most texts are adopted so; that is practice, not a rule."""

import enum
from collections.abc import Collection

from unsim.rules.attendance import Quorum
from unsim.rules.decision import NoQuorum
from unsim.rules.refusals import Reason, RuledOut


class WithoutAVote(enum.StrEnum):
    """Without a vote is not unanimous: nobody was asked to be in favour."""

    ADOPTED = "adopted"
    VOTE = "vote"


def without_a_vote(objections: Collection[str], voters: Collection[str], attendance: Quorum) -> WithoutAVote:
    """One objection leads to a vote. NoQuorum (rule 67); RuledOut when somebody objects who has no vote."""
    for objector in objections:
        if objector not in voters:
            raise RuledOut(Reason.NOT_A_VOTER, name=objector)
    if not attendance.can_decide:
        raise NoQuorum(attendance.members, attendance.present, attendance.to_decide)
    return WithoutAVote.VOTE if objections else WithoutAVote.ADOPTED
