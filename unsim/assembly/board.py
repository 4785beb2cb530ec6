"""What the board shows of a ballot. What must not be seen yet is not in it: it is None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unsim.assembly.counting import Result, is_secret, result_of, tally_of, votes_of
from unsim.assembly.models import Ballot, Delegation
from unsim.rules.choices import Choice
from unsim.rules.decision import NoQuorum
from unsim.rules.tally import Tally

BLANK = "blank"  # not yet voted; a locked vote has no blank, only absent


@dataclass(frozen=True)
class Light:
    """`vote`: a Choice or BLANK; None where it must not be seen."""

    code: str
    label: str
    vote: str | None


@dataclass(frozen=True)
class Short:
    """Why no decision can be taken (rule 67), in delegations."""

    members: int
    present: int
    needed: int


@dataclass(frozen=True)
class Board:
    """`lights` are in English alphabetical order. `totals`, `result` and `short` are None while they must not be known.

    `voted` of `members` delegations have voted.
    """

    ballot: int
    stage: str
    method: str
    majority: str
    title: str
    symbol: str
    voted: int
    members: int
    lights: tuple[Light, ...]
    totals: Tally | None
    result: Result | None
    short: Short | None

    @property
    def running(self) -> bool:
        return self.stage == "open"

    @property
    def sealed(self) -> bool:
        """Whether the votes cannot be seen yet."""
        return self.totals is None


def board_for(ballot: Ballot) -> Board:
    """Two queries while a recorded vote is open, whatever the number of delegations."""
    votes = None if is_secret(ballot) else votes_of(ballot)
    seen = votes is not None and not (ballot.hidden and ballot.stage == "open")
    result, short = _result(ballot)
    return Board(
        ballot=ballot.pk,
        stage=ballot.stage,
        method=ballot.motion.method,
        majority=ballot.motion.majority,
        title=ballot.motion.resolution.title,
        symbol=ballot.motion.resolution.symbol,
        voted=len(ballot.cast if votes is None else votes),
        members=len(ballot.electorate),
        lights=_lights(ballot, _shown(ballot, votes if seen else None)),
        totals=tally_of(ballot, votes) if seen or votes is None else None,
        result=result,
        short=short,
    )


def _result(ballot: Ballot) -> tuple[Result | None, Short | None]:
    if ballot.stage == "open":
        return None, None
    try:
        return result_of(ballot), None
    except NoQuorum as short:
        return None, Short(short.members, short.present, short.to_decide)


def _shown(ballot: Ballot, votes: Mapping[str, Choice] | None) -> dict[str, str | None]:
    """What the light of each member of the electorate shows."""
    if votes is not None:
        dark = BLANK if ballot.stage == "open" else Choice.ABSENT.value
        return {code: votes[code].value if code in votes else dark for code in ballot.electorate}
    return dict.fromkeys(ballot.electorate)


def _lights(ballot: Ballot, shown: Mapping[str, str | None]) -> tuple[Light, ...]:
    delegations = Delegation.objects.filter(meeting=ballot.motion.meeting_id)
    labels = delegations.order_by("member__seat_order").values_list("member_id", "member__grid_label")
    return tuple(Light(code, label, shown[code]) for code, label in labels if code in shown)
