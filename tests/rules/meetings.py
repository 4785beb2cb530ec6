"""Meetings to test with: a floor that a list of steps leads to."""

import contextlib
from typing import Any

import pytest

from unsim.rules.floor import opened
from unsim.rules.floor_state import Floor
from unsim.rules.minutes import Step, take
from unsim.rules.motions import MotionKind
from unsim.rules.profile import Profile
from unsim.rules.refusals import Reason, RuledOut

K = MotionKind
SPONSORS = ["UKR", "ALB"]


def step(done: str, /, **data: Any) -> Step:
    return Step(done, data)


def after(profile: Profile, *steps: Step, floor: Floor | None = None) -> Floor:
    floor = floor or opened(profile)
    for each in steps:
        floor = take(profile, floor, each)
    return floor


def moves(kind: MotionKind, by: str = "RUS", **data: Any) -> Step:
    return step("move", kind=kind, by=by, **{**PARTICULARS.get(kind, {}), **data})


def carries(kind: MotionKind, by: str = "RUS", **data: Any) -> tuple[Step, ...]:
    return (moves(kind, by, **data), step("put"), step("decide", carried=True))


# What a kind cannot do without.
PARTICULARS: dict[MotionKind, dict[str, Any]] = {
    K.TIME_LIMIT: {"seconds": 300},
    K.UNMODERATED_CAUCUS: {"seconds": 600},
    K.MODERATED_CAUCUS: {"seconds": 600, "each": 60},
    K.DIVISION: {"parts": [["1", True], ["2", True]], "rest_operative": False},
    K.AMENDMENT: {"about": "A"},
    K.RECONSIDER: {"about": "method"},
    K.POINT_OF_ORDER: {"about": "conduct"},
}

DRAFT = step("introduce", name="L.5", sponsors=SPONSORS, important=True)
RIVAL = step("introduce", name="L.6", sponsors=["ZAF"])
VOTING = step("begin_voting")
ADOPTED = step("settle", outcome="adopted")
REJECTED = step("settle", outcome="rejected")
TIED = step("settle", outcome="equally_divided")
PUT = step("put")
CARRIED = step("decide", carried=True)
LOST = step("decide", carried=False)


def refused(reason: Reason, rule: str | None = None) -> contextlib.AbstractContextManager[Any]:
    return pytest.raises(RuledOut, match=f"^{reason}" + (f" \\({rule}\\)$" if rule else ""))
