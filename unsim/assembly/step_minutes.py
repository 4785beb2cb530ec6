"""The steps of the floor in words, for the log of a meeting: who moved what, how it was ruled, what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim import members
from unsim.rules.motion_sentences import TITLES, title
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import METHOD, MotionKind

STEPS: dict[str, str | Promise] = {
    "introduce": _("The text “%(name)s” was put before the meeting."),
    "move": _("%(who)s moved: %(what)s."),
    "raise": _("%(who)s raised: %(what)s."),
    "move_about": _("%(who)s moved: %(what)s (%(about)s)."),
    "second": _("%(who)s seconded: %(what)s."),
    "drop": _("Nobody seconded: %(what)s. It was dropped."),
    "withdraw": _("%(who)s withdrew: %(what)s."),
    "object_to": _("%(who)s objected: %(what)s."),
    "hear_for": _("%(who)s spoke in favour: %(what)s."),
    "hear_against": _("%(who)s spoke against: %(what)s."),
    "well_taken": _("The President ruled: well taken. %(what)s."),
    "not_well_taken": _("The President ruled: not well taken. %(what)s."),
    "answered": _("The President answered: %(what)s."),
    "rule_out": _("The President ruled out of order: %(what)s."),
    "grant": _("Decided without a vote: %(what)s."),
    "put": _("Put to the vote: %(what)s."),
    "carried": _("The motion was adopted: %(what)s."),
    "lost": _("The motion was not adopted: %(what)s."),
    "resume": _("The meeting was resumed."),
    "end_caucus": _("The caucus ended."),
    "ask_secret": _("A secret ballot was asked for by letter."),
    "open_debate": _("The debate on the next item was opened."),
    "withdraw_draft": _("%(who)s withdrew the text “%(name)s”."),
    "rank_amendments": _("The President set the order of the amendments: %(names)s."),
    "exclude_amendments": _("If amendment %(name)s is adopted, these are not put: %(others)s."),
    "exclude_nothing": _("Amendment %(name)s leaves room for the others."),
    "accept_amendment": _("The sponsors took amendment %(name)s into their text."),
    "withdraw_amendment": _("%(who)s withdrew amendment %(name)s."),
    "begin_voting": _("The voting began."),
    "settle_adopted": _("Adopted: %(question)s."),
    "settle_rejected": _("Not adopted: %(question)s."),
    "settle_equally_divided": _("Equally divided, to be voted on once more: %(question)s."),
}
QUESTIONS: Mapping[str, str | Promise] = {
    "amendment": _("amendment %(name)s"),
    "part": _("a part of the text"),
    "whole": _("the text “%(name)s”"),
}


def step_sentence(entry: Mapping[str, Any]) -> str:
    """`entry`: what the log keeps of a step. A step that has no sentence here stands for itself."""
    step, data = entry["step"], entry["data"]
    key = _KEYS[step](entry) if step in _KEYS else step
    about = data.get("about", "")
    values = {
        **data,
        "who": _name(data.get("by", "")),
        "what": _what(entry),
        "about": _now_in_words("how to vote") if about == METHOD else about,
        "names": ", ".join(data.get("names", ())),
        "others": ", ".join(data.get("others", ())),
        "question": str(QUESTIONS.get(entry.get("of", ""), "")) % {"name": entry.get("name", "")},
    }
    return str(STEPS.get(key, step)) % defaultdict(str, values)


def _name(code: str) -> str:
    state = members.by_iso3().get(code)
    return state.common_name if state else code


def _what(entry: Mapping[str, Any]) -> str:
    kind = entry["data"].get("kind") or entry.get("kind") or ""
    return title(MotionKind(kind), _now_in_words) if kind in TITLES else str(kind)


def _moved(entry: Mapping[str, Any]) -> str:
    kind, about = entry["data"].get("kind", ""), entry["data"].get("about", "")
    if kind in POINTS:
        return "raise"
    return "move_about" if about and kind in (MotionKind.RECONSIDER, MotionKind.AMENDMENT) else "move"


def _ruled(entry: Mapping[str, Any]) -> str:
    if entry.get("kind") != MotionKind.POINT_OF_ORDER:
        return "answered"
    return "well_taken" if entry["data"].get("upheld") else "not_well_taken"


_KEYS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "move": _moved,
    "rule": _ruled,
    "hear": lambda entry: f"hear_{entry['data'].get('side')}",
    "decide": lambda entry: "carried" if entry["data"].get("carried") else "lost",
    "settle": lambda entry: f"settle_{entry['data'].get('outcome')}",
    "exclude_amendments": lambda entry: "exclude_amendments" if entry["data"].get("others") else "exclude_nothing",
}
