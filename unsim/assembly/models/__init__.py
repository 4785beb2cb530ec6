"""The hall: who sits in it, what is put to the vote, and what was declared.

What people do is stored (votes, sealed papers, log entries); what follows from it is computed. A tally is never stored
while a ballot is open; a `Record` is written once, by the declaration, and never edited.
"""

from unsim.assembly.models.ballots import Ballot, BallotQuerySet, Correction, Envelope, Motion, Record, Vote
from unsim.assembly.models.meetings import (
    SEATS_OF_A_DELEGATION,
    Amendment,
    DaisRole,
    Delegation,
    LogEntry,
    Meeting,
    Seat,
)
from unsim.assembly.models.texts import VOTE_CHOICES, Member, RealVote, Resolution, RuleBook

__all__ = [
    "SEATS_OF_A_DELEGATION",
    "VOTE_CHOICES",
    "Amendment",
    "Ballot",
    "BallotQuerySet",
    "Correction",
    "DaisRole",
    "Delegation",
    "Envelope",
    "LogEntry",
    "Meeting",
    "Member",
    "Motion",
    "RealVote",
    "Record",
    "Resolution",
    "RuleBook",
    "Seat",
    "Vote",
]
