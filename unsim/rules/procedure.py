"""The order of things: which stage of a ballot or a meeting may follow which."""

import enum
from collections.abc import Mapping

GUARD = 5
LEAST_GUARD = 3


class Method(enum.StrEnum):
    """Rule 87: a show of hands gives numbers only; a recorded vote and a roll call give names. No rule provides for a
    secret ballot on a text; rule 88 only mentions one. NO_OBJECTION is no vote: adoption without one, by practice."""

    RECORDED = "recorded"
    SECRET = "secret"  # noqa: S105 -- a method of voting, no password
    HANDS = "hands"
    ROLL_CALL = "roll_call"
    NO_OBJECTION = "no_objection"


class BallotStage(enum.StrEnum):
    """LOCKED: the machine is locked or the box closed. COUNTED: the box was opened, the totals are known."""

    OPEN = "open"
    LOCKED = "locked"
    COUNTED = "counted"
    DECLARED = "declared"
    VOID = "void"


class MeetingStage(enum.StrEnum):
    SEATING = "seating"
    IN_SESSION = "in_session"
    CLOSED = "closed"


class NotInOrder(Exception):
    """A step that the present stage does not allow."""

    def __init__(self, stage: enum.StrEnum, to: enum.StrEnum) -> None:
        super().__init__(f"{to} cannot follow {stage}")
        self.stage = stage
        self.to = to


_OPENLY: Mapping[BallotStage, frozenset[BallotStage]] = {
    BallotStage.OPEN: frozenset({BallotStage.LOCKED, BallotStage.VOID}),
    BallotStage.LOCKED: frozenset({BallotStage.OPEN, BallotStage.DECLARED, BallotStage.VOID}),
}
_NEXT: Mapping[Method, Mapping[BallotStage, frozenset[BallotStage]]] = {
    Method.RECORDED: _OPENLY,
    Method.HANDS: _OPENLY,
    Method.ROLL_CALL: _OPENLY,
    Method.NO_OBJECTION: _OPENLY,
    # A box is opened once: once the totals are known, no paper can be added, so COUNTED has no way back to OPEN.
    Method.SECRET: {
        BallotStage.OPEN: frozenset({BallotStage.LOCKED, BallotStage.VOID}),
        BallotStage.LOCKED: frozenset({BallotStage.OPEN, BallotStage.COUNTED, BallotStage.VOID}),
        BallotStage.COUNTED: frozenset({BallotStage.DECLARED, BallotStage.VOID}),
    },
}
_NEXT_OF_MEETING: Mapping[MeetingStage, frozenset[MeetingStage]] = {
    MeetingStage.SEATING: frozenset({MeetingStage.IN_SESSION, MeetingStage.CLOSED}),
    MeetingStage.IN_SESSION: frozenset({MeetingStage.SEATING, MeetingStage.CLOSED}),
}


def next_stages(method: Method, stage: BallotStage) -> frozenset[BallotStage]:
    """Empty after the declaration, for a void ballot, and for a stage that the method does not have."""
    return _NEXT[method].get(stage, frozenset())


def move(method: Method, stage: BallotStage, to: BallotStage) -> BallotStage:
    """`to`, if it may follow; NotInOrder otherwise."""
    if to not in next_stages(method, stage):
        raise NotInOrder(stage, to)
    return to


def next_meeting_stages(stage: MeetingStage) -> frozenset[MeetingStage]:
    return _NEXT_OF_MEETING.get(stage, frozenset())


def move_meeting(stage: MeetingStage, to: MeetingStage) -> MeetingStage:
    """`to`, if it may follow; NotInOrder otherwise."""
    if to not in next_meeting_stages(stage):
        raise NotInOrder(stage, to)
    return to


def papers_suffice(papers: int, guard: int = GUARD) -> bool:
    """Whether the totals of so many secret papers may be shown; no guard goes under LEAST_GUARD."""
    return papers >= max(guard, LEAST_GUARD)
