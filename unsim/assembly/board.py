"""What the board shows of a ballot. What must not be seen yet is not in it: it is None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from unsim.assembly.countdowns import shows_from
from unsim.assembly.counting import Result, is_secret, present_at, result_of, tally_of, votes_of
from unsim.assembly.models import Ballot, Delegation
from unsim.assembly.rolls import Calling, calling_of, lights_of, roll_of
from unsim.assembly.texts import means_of
from unsim.rules.choices import Choice
from unsim.rules.decision import NoQuorum
from unsim.rules.motions import MotionKind
from unsim.rules.procedure import Method
from unsim.rules.refusals import RuledOut
from unsim.rules.roll_call_vote import RollCallVote
from unsim.rules.tally import Tally

BLANK = "blank"  # not yet voted; a locked vote has no blank, only absent


@dataclass(frozen=True)
class Light:
    """`vote`: a Choice, BLANK or, in a roll call, PASSED; None where it must not be seen. `called`: now."""

    code: str
    label: str
    vote: str | None
    called: bool = False


@dataclass(frozen=True)
class Short:
    """Why no decision can be taken (rule 67), in delegations."""

    members: int
    present: int
    needed: int


@dataclass(frozen=True)
class Clock:
    """`ends`: the countdown of an open vote. `shows`: when a dark board comes on; then the pages ask at `address`."""

    ends: datetime
    shows: datetime | None
    address: str


@dataclass(frozen=True)
class Board:
    """`lights` are in English alphabetical order. `totals`, `result` and `short` are None while they must not be known.

    `voted` of `members` delegations have voted; in a roll call that goes on they have been heard. `call` is None in
    other votes, and when the roll call is complete. `title`: the text, or the motion, amendment or part (`of`) in
    words; `means`: what a vote in favour of that means, empty for the whole. `surplus`: hands beyond those who are
    marked present; a show of hands has no lights, since it has no names. `appeal`: against a ruling of the President.
    """

    ballot: int
    stage: str
    method: str
    majority: str
    of: str
    title: str
    symbol: str
    means: str
    voted: int
    members: int
    lights: tuple[Light, ...]
    totals: Tally | None
    result: Result | None
    short: Short | None
    call: Calling | None = None
    appeal: bool = False
    clock: Clock | None = None
    surplus: int = 0

    @property
    def running(self) -> bool:
        return self.stage == "open"

    @property
    def objectors(self) -> tuple[str, ...]:
        """Who objects to adopting the text without a vote, where that was asked."""
        return tuple(light.label for light in self.lights if light.vote == Choice.NO)

    @property
    def sealed(self) -> bool:
        """Whether the votes cannot be seen yet."""
        return self.totals is None


def board_for(ballot: Ballot) -> Board:
    """Two queries while a recorded vote is open, whatever the number of delegations."""
    votes, roll = None if is_secret(ballot) else votes_of(ballot), roll_of(ballot)
    seen = votes is not None and not (ballot.hidden and ballot.stage == "open")
    result, short = _result(ballot)
    totals = tally_of(ballot, votes) if seen or votes is None else None
    call = roll.call() if roll and ballot.stage == "open" else None
    lights = _lights(ballot, _shown(ballot, votes if seen else None, roll), call.member if call else "")
    return Board(
        ballot=ballot.pk,
        stage=ballot.stage,
        method=ballot.motion.method,
        majority=ballot.motion.majority,
        of=ballot.motion.of,
        title=ballot.motion.words or ballot.motion.resolution.title,
        symbol=ballot.motion.resolution.symbol,
        means=means_of(ballot.motion),
        voted=_voted(ballot, votes, roll),
        members=len(ballot.electorate),
        lights=() if ballot.motion.method == Method.HANDS else lights,
        totals=totals,
        result=result,
        short=short,
        clock=_clock(ballot),
        surplus=_surplus(ballot, totals),
        appeal=ballot.motion.of == "motion" and ballot.motion.name == MotionKind.APPEAL,
        call=calling_of(roll, {light.code: light.label for light in lights}) if roll and call else None,
    )


def _voted(ballot: Ballot, votes: Mapping[str, Choice] | None, roll: RollCallVote | None) -> int:
    if roll and ballot.stage == "open":
        return len(roll.votes)
    # A simulated seat may be set down as not voting.
    cast = len(ballot.cast) if votes is None else sum(choice is not Choice.ABSENT for choice in votes.values())
    hands: dict[str, int] = ballot.hands or {}
    return cast + sum(hands.values())


def _clock(ballot: Ballot) -> Clock | None:
    if ballot.closes_at is None or ballot.stage != "open":
        return None
    address = reverse("due", args=[ballot.motion.meeting.room.code, ballot.pk])
    return Clock(ballot.closes_at, shows_from(ballot), address)


def _surplus(ballot: Ballot, totals: Tally | None) -> int:
    if ballot.motion.method != Method.HANDS or totals is None:
        return 0
    return max(0, totals.voted - present_at(ballot, ()))


def _result(ballot: Ballot) -> tuple[Result | None, Short | None]:
    if ballot.stage == "open":
        return None, None
    try:
        return result_of(ballot), None
    except RuledOut:
        return None, None
    except NoQuorum as short:
        return None, Short(short.members, short.present, short.to_decide)


def _shown(ballot: Ballot, votes: Mapping[str, Choice] | None, roll: RollCallVote | None) -> dict[str, str | None]:
    """What the light of each member of the electorate shows."""
    if votes is None:
        return dict.fromkeys(ballot.electorate)
    dark = BLANK if ballot.stage == "open" else Choice.ABSENT.value
    lit = lights_of(roll) if roll else {code: vote.value for code, vote in votes.items()}
    return {code: lit.get(code, dark) for code in ballot.electorate}


def _lights(ballot: Ballot, shown: Mapping[str, str | None], called: str) -> tuple[Light, ...]:
    delegations = Delegation.objects.filter(meeting=ballot.motion.meeting_id)
    labels = delegations.order_by("member__seat_order").values_list("member_id", "member__grid_label")
    return tuple(Light(code, label, shown[code], code == called) for code, label in labels if code in shown)
