"""The three shipped profiles, and what a club makes of a copy.

The Assembly's is paraphrased from its Rules of Procedure (A/520), the Council's from its provisional rules, Model UN's
from common practice: conferences differ (NMUN, Harvard, THIMUN, UN4MUN), so each of its rules is a switch. Custom
rather than a rule, or not verified against the official text, and therefore switches too: whether co-sponsors may
explain a vote on their own text, the motion for a secret ballot (take it out of `order`), whether one member suffices
for a recorded vote, whether a tie is put a second time, the length of replies, and the order of motions beyond rule 77.
"""

import enum
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from unsim.rules.decision import Body
from unsim.rules.majority import AnyMajority, Majority, Threshold, majority_named
from unsim.rules.motion_table import COUNCIL_ORDER, MODEL_UN_ORDER
from unsim.rules.motions import MotionKind
from unsim.rules.profile import Profile, Yield
from unsim.rules.profile_checks import BadValue, UnknownSwitch, check

Word = TypeVar("Word", bound=enum.StrEnum)

GENERAL_ASSEMBLY = Profile(name="general_assembly")

SECURITY_COUNCIL = Profile(
    name="security_council",
    body=Body.COUNCIL,
    order=COUNCIL_ORDER,
    second_vote_on_tie=False,
)

MODEL_UN = Profile(
    name="model_un",
    order=MODEL_UN_ORDER,
    majority_for_important=Majority.SIMPLE,
    majority_to_close_debate=Majority.TWO_THIRDS,
    majority_to_overrule=Majority.TWO_THIRDS,
    present_and_voting_binds=True,
    roll_call_by_lot=False,
    passes=True,
    rights=True,
    explanations=False,
    observers_vote_on_procedure=True,
    method_on_request=False,
    friendly_amendments=True,
    seconds=True,
    second_vote_on_tie=False,
    speech_seconds=90,
    yields=tuple(Yield),
)

SHIPPED: Mapping[str, Profile] = {profile.name: profile for profile in (GENERAL_ASSEMBLY, SECURITY_COUNCIL, MODEL_UN)}


def edited(profile: Profile, **changes: Any) -> Profile:
    """A copy with these switches set, given as `as_dict` gives them or as the profile holds them.

    UnknownSwitch, BadValue, or ImpossibleProfile when switches contradict each other; all are BadProfile.
    """
    return check(replace(profile, **{switch: _read(switch, value) for switch, value in changes.items()}))


def as_dict(profile: Profile) -> dict[str, Any]:
    """Every switch as plain text, numbers and lists, for JSON."""
    return {field.name: _plain(getattr(profile, field.name)) for field in fields(profile)}


def from_dict(stored: Mapping[str, Any]) -> Profile:
    """The inverse of `as_dict`. A switch that is missing is set as the Assembly's rules have it. BadProfile."""
    return edited(GENERAL_ASSEMBLY, **stored)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, enum.StrEnum | Threshold):
        return str(value)
    return value


def _read(switch: str, value: Any) -> Any:
    if switch not in _READERS:
        raise UnknownSwitch(switch)
    try:
        return _READERS[switch](value)
    except (TypeError, ValueError) as error:
        raise BadValue(switch, value) from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not yes or no")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value


def _majority(value: Any) -> AnyMajority:
    return majority_named(str(value))


def _words(words: type[Word]) -> Callable[[Any], tuple[Word, ...]]:
    return lambda value: tuple(words(each) for each in _several(value))


def _several(value: Any) -> list[Any] | tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError("not a list")
    return value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    **{field.name: _flag for field in fields(Profile) if field.type is bool},
    **{field.name: _majority for field in fields(Profile) if field.name.startswith("majority_")},
    "name": _text,
    "body": Body,
    "order": _words(MotionKind),
    "yields": _words(Yield),
    "reply_seconds": lambda value: tuple(_number(each) for each in _several(value)),
    "speech_seconds": lambda value: None if value is None else _number(value),
}
SWITCHES = tuple(_READERS)
