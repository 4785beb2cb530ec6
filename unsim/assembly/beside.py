"""What stands beside a vote on the board: which lights are marked, and what the students alone decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from unsim.assembly.board import Board
from unsim.assembly.council import vetoes_of
from unsim.assembly.counting import SIMULATION, Result, played_at, result_of_students
from unsim.assembly.empty_seats import has_record
from unsim.assembly.guide import Real, real_beside
from unsim.assembly.models import Ballot
from unsim.rules.procedure import Method

_NAMED = (Method.RECORDED, Method.ROLL_CALL)
SIMULATED, VETO = "simulated", "veto"


@dataclass(frozen=True)
class Beside:
    """`played` delegations were simulated, `drawn` if not after the text's own record; `voted` of `voters` are those of
    students. `students`: what these alone decided, once the board has a result; None without a quorum among them.

    `real`: in a guided script, what the real body decided, once the class has.
    """

    played: int
    drawn: bool
    voted: int
    voters: int
    decided: bool
    students: Result | None
    real: Real | None


def beside(ballot: Ballot, board: Board) -> Beside | None:
    """None where nobody was played and no script is followed."""
    played = played_at(ballot) if ballot.motion.method in _NAMED else frozenset()
    real = real_beside(ballot)
    if not played and real is None:
        return None
    return Beside(
        played=len(played),
        drawn=not has_record(ballot.motion.resolution),
        voted=ballot.votes.exclude(by=SIMULATION).count(),
        voters=board.members - len(played),
        decided=board.result is not None,
        students=result_of_students(ballot, played) if played and board.result else None,
        real=real,
    )


def marks_of(ballot: Ballot, board: Board) -> Mapping[str, str]:
    """Member code -> SIMULATED and, once votes can be seen, VETO, with a space between."""
    if ballot.motion.method == Method.SECRET:
        return {}
    played, vetoes = played_at(ballot), [] if board.sealed else vetoes_of(ballot)
    marked = dict.fromkeys(played, SIMULATED)
    return marked | {code: f"{marked.get(code, '')} {VETO}".strip() for code in vetoes}
