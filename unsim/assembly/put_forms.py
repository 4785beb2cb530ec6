"""What the form that puts a question sends, read strictly."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from unsim.assembly.forms import NoMajority, NoSuchChoice, one_of
from unsim.assembly.motion_forms import count_in
from unsim.assembly.putting import Way
from unsim.refusals import Refusal
from unsim.rules.majority import AnyMajority, majority_named
from unsim.rules.procedure import Method
from unsim.rules.roll_call_vote import Answer

OWN = "own"  # the value of the field `majority` for a share that is typed in
BOARDS = ("live", "hidden", "last")
LONGEST = 3600  # seconds of a countdown


class NoTime(Refusal):
    status = 422
    message = _("Say for how many seconds votes are taken: a whole number from 5 to 3600, or nothing.")


class NoCount(Refusal):
    status = 422
    message = _("Write how many hands were raised: whole numbers, and nothing for none.")


class NoReveal(Refusal):
    status = 422
    message = _(
        "To show the board in the last seconds, set a countdown, and fewer of these seconds than the whole of it."
    )


def way_in(data: QueryDict) -> Way:
    """The fields `method`, `majority` (with `share` and `of`), `board`, `seconds` and `last`."""
    board = one_of({name: name for name in BOARDS}, data.get("board", "live"), NoSuchChoice)
    seconds = seconds_in(data.get("seconds", ""))
    return Way(
        method=method_in(data),
        majority=majority_in(data),
        hidden=board != "live",
        reveal_last=_last(data, seconds) if board == "last" else None,
        seconds=seconds,
    )


def method_in(data: QueryDict) -> Method:
    """A secret ballot has a form of its own."""
    methods = {method.value: method for method in Method if method is not Method.SECRET}
    return one_of(methods, data.get("method", Method.RECORDED.value), NoSuchChoice)


def majority_in(data: QueryDict) -> AnyMajority:
    """One of those named on the page, or a share of one's own: `3/5`, `>1/2`."""
    named = data.get("majority", "")
    if named == OWN:
        of = data.get("of", "voting")
        named = data.get("share", "").replace(" ", "") + ("" if of == "voting" else f" {of}")
    try:
        return majority_named(named)
    except ValueError:
        raise NoMajority from None


def seconds_in(text: str) -> int | None:
    """None for an empty field."""
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 5 <= int(text) <= LONGEST):
        raise NoTime
    return int(text)


def _last(data: QueryDict, seconds: int | None) -> int:
    text = data.get("last", "").strip()
    if seconds is None or not (text.isascii() and text.isdigit() and len(text) <= 4 and 0 < int(text) < seconds):
        raise NoReveal
    return int(text)


def longer_in(data: QueryDict) -> int:
    """By how many seconds a countdown is put off."""
    seconds = seconds_in(data.get("seconds", ""))
    if seconds is None:
        raise NoTime
    return seconds


def hands_in(data: QueryDict) -> dict[str, int]:
    """The numbers `yes`, `no` and `abstain`."""
    counted = {name: count_in(data, name) for name in ("yes", "no", "abstain")}
    if None in counted.values():
        raise NoCount
    return {name: number or 0 for name, number in counted.items()}


def answer_in(data: QueryDict) -> Answer:
    return one_of({answer.value: answer for answer in Answer}, data.get("answer", ""), NoSuchChoice)
