"""Which switches contradict each other: a switch that would do nothing is refused, not ignored."""

import enum
from collections.abc import Callable
from typing import NamedTuple

from unsim.rules.decision import Body
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import METHODS, MotionKind
from unsim.rules.profile import Profile

_BOOK = Profile(name="the Assembly's rules")
_MAJORITIES = (
    "majority_for_drafts",
    "majority_for_important",
    "majority_to_close_debate",
    "majority_to_overrule",
)


class Contradiction(enum.StrEnum):
    NO_NAME = "no_name"
    TWICE_IN_ORDER = "twice_in_order"
    NO_POINT_OF_ORDER = "no_point_of_order"
    POINTS_FIRST = "points_first"
    NO_APPEAL = "no_appeal"
    NO_CLOSURE = "no_closure"
    NO_METHOD = "no_method"
    NO_AMENDMENT = "no_amendment"
    NINE_VOTES = "nine_votes"
    NO_TIE = "no_tie"
    NO_OBSERVERS = "no_observers"
    NO_SECOND_ROUND = "no_second_round"
    NO_EXPLANATIONS = "no_explanations"
    NO_TIME_TO_YIELD = "no_time_to_yield"
    TWO_YIELDS = "two_yields"
    NO_TIME = "no_time"


class BadProfile(ValueError):
    """A profile that cannot be."""


class UnknownSwitch(BadProfile):
    def __init__(self, switch: str) -> None:
        super().__init__(f"there is no switch {switch!r}")
        self.switch = switch


class BadValue(BadProfile):
    def __init__(self, switch: str, value: object) -> None:
        super().__init__(f"{switch} cannot be {value!r}")
        self.switch = switch
        self.value = value


class ImpossibleProfile(BadProfile):
    """Switches that contradict each other; `switches` names them."""

    def __init__(self, contradiction: Contradiction, switches: tuple[str, ...]) -> None:
        super().__init__(f"{contradiction}: {', '.join(switches)}")
        self.contradiction = contradiction
        self.switches = switches


class _Check(NamedTuple):
    contradiction: Contradiction
    switches: tuple[str, ...]
    contradicts: Callable[[Profile], bool]


def check(profile: Profile) -> Profile:
    """The profile itself; ImpossibleProfile on the first contradiction."""
    for contradiction, switches, contradicts in _CHECKS:
        if contradicts(profile):
            raise ImpossibleProfile(contradiction, switches)
    return profile


def _is_council(profile: Profile) -> bool:
    return profile.body is Body.COUNCIL


def _sets_a_majority(profile: Profile) -> bool:
    return any(getattr(profile, switch) != getattr(_BOOK, switch) for switch in _MAJORITIES)


def _points_come_later(profile: Profile) -> bool:
    places = [0 if kind in POINTS else 1 if kind is MotionKind.APPEAL else 2 for kind in profile.order]
    return places != sorted(places)


def _has_twice(profile: Profile) -> bool:
    return len(set(profile.order)) < len(profile.order)


def _sets_without(profile: Profile, kind: MotionKind, switch: str) -> bool:
    return kind not in profile.order and getattr(profile, switch) != getattr(_BOOK, switch)


def _too_short(profile: Profile) -> bool:
    limits = (*profile.reply_seconds, *([] if profile.speech_seconds is None else [profile.speech_seconds]))
    return any(seconds < 1 for seconds in limits)


_CHECKS = (
    _Check(Contradiction.NO_NAME, ("name",), lambda profile: not profile.name.strip()),
    _Check(Contradiction.TWICE_IN_ORDER, ("order",), _has_twice),
    _Check(Contradiction.NO_POINT_OF_ORDER, ("order",), lambda profile: MotionKind.POINT_OF_ORDER not in profile.order),
    _Check(Contradiction.POINTS_FIRST, ("order",), _points_come_later),
    _Check(
        Contradiction.NO_APPEAL,
        ("order", "majority_to_overrule"),
        lambda profile: _sets_without(profile, MotionKind.APPEAL, "majority_to_overrule"),
    ),
    _Check(
        Contradiction.NO_CLOSURE,
        ("order", "majority_to_close_debate"),
        lambda profile: _sets_without(profile, MotionKind.CLOSE_DEBATE, "majority_to_close_debate"),
    ),
    _Check(
        Contradiction.NO_METHOD,
        ("order", "method_on_request"),
        lambda profile: not profile.method_on_request and not METHODS & set(profile.order),
    ),
    _Check(
        Contradiction.NO_AMENDMENT,
        ("order", "friendly_amendments"),
        lambda profile: _sets_without(profile, MotionKind.AMENDMENT, "friendly_amendments"),
    ),
    _Check(
        Contradiction.NINE_VOTES,
        ("body", *_MAJORITIES),
        lambda profile: _is_council(profile) and _sets_a_majority(profile),
    ),
    _Check(
        Contradiction.NO_TIE,
        ("body", "second_vote_on_tie"),
        lambda profile: _is_council(profile) and profile.second_vote_on_tie,
    ),
    _Check(
        Contradiction.NO_OBSERVERS,
        ("body", "observers_vote_on_procedure"),
        lambda profile: _is_council(profile) and profile.observers_vote_on_procedure,
    ),
    _Check(
        Contradiction.NO_SECOND_ROUND,
        ("passes", "second_round_may_abstain"),
        lambda profile: profile.second_round_may_abstain and not profile.passes,
    ),
    _Check(
        Contradiction.NO_EXPLANATIONS,
        ("explanations", "cosponsors_explain"),
        lambda profile: profile.cosponsors_explain and not profile.explanations,
    ),
    _Check(
        Contradiction.NO_TIME_TO_YIELD,
        ("yields", "speech_seconds"),
        lambda profile: bool(profile.yields) and profile.speech_seconds is None,
    ),
    _Check(Contradiction.TWO_YIELDS, ("yields",), lambda profile: len(set(profile.yields)) < len(profile.yields)),
    _Check(Contradiction.NO_TIME, ("reply_seconds", "speech_seconds"), _too_short),
)
