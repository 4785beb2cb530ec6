"""The form of a rule book: what its fields show, and the switches that it sends. What was typed is never lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _translated

from unsim.assembly.rule_words import (
    FLAGS,
    MAJORITIES,
    NOT_IN_COUNCIL,
    TIMES,
    YIELDS,
    phrase_of,
    source_of,
    title_of,
)
from unsim.rules import motion_sentences
from unsim.rules.decision import Body
from unsim.rules.majority import majority_named
from unsim.rules.motions import MotionKind
from unsim.rules.profile import Profile
from unsim.rules.profiles import GENERAL_ASSEMBLY, as_dict

SHARES = ("simple", "two_thirds", "3/5", "3/4", ">1/2 voted", ">1/2 members", "2/3 members")


class Option(NamedTuple):
    value: str
    label: str
    on: bool


class Field(NamedTuple):
    """`options`: of a list or of boxes; `value`: of a line that is typed. `source`: of the Assembly's own rule."""

    switch: str
    label: str
    source: str
    value: str = ""
    options: tuple[Option, ...] = ()
    on: bool = False


class RuleForm(NamedTuple):
    name: str
    majorities: tuple[Field, ...]
    flags: tuple[Field, ...]
    speech: Field
    replies: Field
    yields: Field
    places: tuple[Field, ...]


def switches_in(data: QueryDict, base: Profile) -> dict[str, Any]:
    """What was sent, as `unsim.rules.profiles.as_dict` has it. What cannot be read stays as it was typed."""
    replies = [part.strip() for part in data.get("reply_seconds", "").split(",") if part.strip()]
    return {
        **as_dict(base),
        **{switch: data.get(switch, "") for switch in _shown(base, MAJORITIES)},
        **{switch: data.get(switch) == "1" for switch in _shown(base, FLAGS)},
        "name": data.get("name", ""),
        "speech_seconds": _number(data.get("speech_seconds", "").strip() or None),
        "reply_seconds": [_number(part) for part in replies],
        "yields": data.getlist("yields"),
        "order": _order(places_in(data)),
    }


def places_in(data: QueryDict) -> dict[str, str]:
    """Motion -> its place as it was typed; empty for a motion that these rules do not have."""
    return {kind.value: data.get(f"place-{kind.value}", "").strip() for kind in MotionKind}


def _order(places: Mapping[str, str]) -> list[str]:
    """By place; what is no number makes the order unreadable."""
    wrong = [place for place in places.values() if place and _number(place) == place]
    if wrong:
        return wrong
    taken = [(int(place), kind) for kind, place in places.items() if place]
    return [kind for _place, kind in sorted(taken, key=lambda each: each[0])]


def _number(typed: str | None) -> int | str | None:
    readable = typed is not None and typed.isascii() and typed.isdigit() and len(typed) <= 5
    return int(typed) if typed is not None and readable else typed


def form_of(profile: Profile, switches: Mapping[str, Any], places: Mapping[str, str] | None = None) -> RuleForm:
    """`switches` as stored or as sent; without `places` the motions stand as the switches order them."""
    stored = {kind: str(number) for number, kind in enumerate(switches["order"], start=1)}
    return RuleForm(
        name=switches["name"],
        majorities=tuple(_majority(switch, switches[switch]) for switch in _shown(profile, MAJORITIES)),
        flags=tuple(_flag(switch, switches[switch]) for switch in _shown(profile, FLAGS)),
        speech=_typed("speech_seconds", switches["speech_seconds"]),
        replies=_typed("reply_seconds", ", ".join(str(each) for each in switches["reply_seconds"])),
        yields=_yields(switches["yields"]),
        places=_places(stored if places is None else places),
    )


def _shown(profile: Profile, switches: Mapping[str, Any]) -> list[str]:
    return [switch for switch in switches if profile.body is Body.ASSEMBLY or switch not in NOT_IN_COUNCIL]


def _majority(switch: str, value: str) -> Field:
    known = SHARES if value in SHARES or not _is_majority(value) else (*SHARES, value)
    options = tuple(Option(share, phrase_of(majority_named(share)), share == value) for share in known)
    return Field(switch, title_of(switch), source_of(GENERAL_ASSEMBLY, switch, MAJORITIES[switch][1]), value, options)


def _is_majority(value: str) -> bool:
    try:
        majority_named(value)
    except ValueError:
        return False
    return True


def _flag(switch: str, on: bool) -> Field:
    flag = FLAGS[switch]
    book = flag.on if getattr(GENERAL_ASSEMBLY, switch) else flag.off
    return Field(switch, str(flag.on), str(book), on=on)


def _typed(switch: str, value: object) -> Field:
    source = source_of(GENERAL_ASSEMBLY, switch, TIMES[switch][1])
    return Field(switch, title_of(switch), source, "" if value is None else str(value))


def _yields(chosen: list[str]) -> Field:
    options = tuple(Option(each.value, str(label), each.value in chosen) for each, label in YIELDS.items())
    return Field("yields", title_of("yields"), source_of(GENERAL_ASSEMBLY, "yields", ""), options=options)


def _places(places: Mapping[str, str]) -> tuple[Field, ...]:
    """In their order; those without a place last."""
    titles = {kind.value: motion_sentences.title(kind, _translated) for kind in MotionKind}
    ordered = sorted(titles, key=lambda kind: _rank(places.get(kind, "")))
    return tuple(Field(kind, titles[kind], "", places.get(kind, "")) for kind in ordered)


def _rank(place: str) -> int:
    number = _number(place)
    return number if isinstance(number, int) else len(MotionKind) + 1
