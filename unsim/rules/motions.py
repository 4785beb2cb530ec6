"""Motions and points: their kinds, what a rule says of each, and their precedence. The rules are in `motion_table`."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unsim.rules.division import Part
from unsim.rules.majority import AnyMajority


class MotionKind(enum.StrEnum):
    POINT_OF_ORDER = "point_of_order"
    PERSONAL_PRIVILEGE = "personal_privilege"
    PARLIAMENTARY_INQUIRY = "parliamentary_inquiry"
    POINT_OF_INFORMATION = "point_of_information"
    APPEAL = "appeal"
    SUSPEND_MEETING = "suspend_meeting"
    ADJOURN_MEETING = "adjourn_meeting"
    ADJOURN_DEBATE = "adjourn_debate"
    CLOSE_DEBATE = "close_debate"
    COMPETENCE = "competence"
    TIME_LIMIT = "time_limit"
    CLOSE_LIST = "close_list"
    DIVISION = "division"
    RECONSIDER = "reconsider"
    RECORDED_VOTE = "recorded_vote"
    ROLL_CALL = "roll_call"
    SECRET_BALLOT = "secret_ballot"  # noqa: S105 -- a kind of motion, no password
    AMENDMENT = "amendment"
    VOTE_ON_NEXT = "vote_on_next"
    UNMODERATED_CAUCUS = "unmoderated_caucus"
    MODERATED_CAUCUS = "moderated_caucus"


class Stage(enum.StrEnum):
    """Where the meeting stands. CLOSED: the debate is closed, the voting has not begun."""

    DEBATE = "debate"
    CLOSED = "closed"
    VOTING = "voting"
    SUSPENDED = "suspended"
    ADJOURNED = "adjourned"


class Way(enum.StrEnum):
    """How a motion is disposed of.

    RULING and ANSWER: by the President, at once. SUBMITTED: voted on before its draft.
    """

    RULING = "ruling"
    ANSWER = "answer"
    REQUEST = "request"
    UNLESS_OBJECTED = "unless_objected"
    UNLESS_SPONSOR_OBJECTS = "unless_sponsor_objects"
    VOTE = "vote"
    SUBMITTED = "submitted"


class Effect(enum.StrEnum):
    """What a motion does when it carries or is granted."""

    NONE = "none"
    OVERRULE = "overrule"
    SUSPEND = "suspend"
    ADJOURN = "adjourn"
    NO_ACTION = "no_action"
    CLOSE_DEBATE = "close_debate"
    NO_COMPETENCE = "no_competence"
    LIMIT_SPEECHES = "limit_speeches"
    CLOSE_LIST = "close_list"
    DIVIDE = "divide"
    REOPEN = "reopen"
    SET_METHOD = "set_method"
    AMEND = "amend"
    PUT_NEXT = "put_next"
    CAUCUS = "caucus"


class Requirement(enum.StrEnum):
    """What must be there for a motion to make sense."""

    RULING = "ruling"
    DRAFT = "draft"
    UNDIVIDED = "undivided"
    DECISION = "decision"
    OPEN_METHOD = "open_method"
    OPEN_LIST = "open_list"
    RIVAL = "rival"


class Side(enum.StrEnum):
    FOR = "for"
    AGAINST = "against"


_BEFORE_VOTING = frozenset({Stage.DEBATE, Stage.CLOSED})
_DEBATE = frozenset({Stage.DEBATE})


@dataclass(frozen=True)
class MotionRule:
    """One line of the table. Speakers: how many may speak on it; None is not specified.

    `mover_speaks`: the mover too, besides those counted. `majority`: None where nothing is voted, and in the Council.
    `seconded`: needs a second, which only a profile asks for. `interrupts`: even a speaker.
    """

    rule: str
    way: Way
    effect: Effect
    speakers_for: int | None = 0
    speakers_against: int | None = 0
    mover_speaks: bool = False
    majority: AnyMajority | None = None
    seconded: bool = False
    interrupts: bool = False
    stages: frozenset[Stage] = _BEFORE_VOTING
    requires: tuple[Requirement, ...] = ()

    @property
    def debatable(self) -> bool:
        return self.speakers_for != 0 or self.speakers_against != 0


@dataclass(frozen=True)
class Moved:
    """A motion before the meeting. `number` counts the meeting's motions from 1, in the order they were moved.

    `about`: the draft, or the amendment, that it concerns; METHOD for how to vote, CONDUCT for a point of order about
    how a vote is being conducted. `seconds` and `each`: the time of a
    time limit or a caucus and of each speech in it. `parts` and `rest_operative`: of a division.
    """

    number: int
    kind: MotionKind
    by: str
    about: str = ""
    seconds: int | None = None
    each: int | None = None
    parts: tuple[Part, ...] = ()
    rest_operative: bool = True
    seconded_by: str = ""
    objections: tuple[str, ...] = ()
    speakers: tuple[tuple[str, Side], ...] = ()


METHOD = "method"
CONDUCT = "conduct"
# How to vote is one question: of these the one that was moved first is put first, as on 10 October 2022.
METHODS = frozenset({MotionKind.RECORDED_VOTE, MotionKind.ROLL_CALL, MotionKind.SECRET_BALLOT})


def rank(order: Sequence[MotionKind], kind: MotionKind) -> int:
    """The place of a kind in the order of precedence, from 0; lower outranks higher. ValueError if it has none."""
    if kind in METHODS:
        return min(place for place, other in enumerate(order) if other in METHODS)
    return order.index(kind)


def precedes(order: Sequence[MotionKind], one: Moved, other: Moved) -> bool:
    """Whether `one` is put before `other`: by rank, and among equals in the order moved."""
    return (rank(order, one.kind), one.number) < (rank(order, other.kind), other.number)


def by_precedence(order: Sequence[MotionKind], stack: Iterable[Moved]) -> list[Moved]:
    return sorted(stack, key=lambda moved: (rank(order, moved.kind), moved.number))


def put_next(order: Sequence[MotionKind], stack: Iterable[Moved]) -> Moved | None:
    """The motion that has to be put first; None on an empty stack."""
    return next(iter(by_precedence(order, stack)), None)
