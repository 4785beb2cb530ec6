"""Facts and dates in words for the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quizzes.items import Value
from unsim.members import by_iso3

Values = Mapping[str, Value]

KINDS: dict[str, Promise] = {
    "tally": gettext_lazy("Vote count"),
    "position": gettext_lazy("Position"),
    "veto": gettext_lazy("Veto"),
    "membership": gettext_lazy("Members"),
    "quote": gettext_lazy("Quotation"),
    "office": gettext_lazy("Office"),
    "event": gettext_lazy("Event"),
    "quantity": gettext_lazy("Quantity"),
    "procedure": gettext_lazy("Procedure"),
}
VOTES: dict[str, Promise] = {
    "yes": gettext_lazy("in favour"),
    "no": gettext_lazy("against"),
    "abstain": gettext_lazy("abstaining"),
    "absent": gettext_lazy("not voting"),
}

RULES: dict[tuple[str, bool], Promise] = {
    ("binding", True): gettext_lazy("its decisions are binding"),
    ("binding", False): gettext_lazy("its decisions are not binding"),
    ("veto", True): gettext_lazy("there is a veto"),
    ("veto", False): gettext_lazy("there is no veto"),
    ("majority", True): gettext_lazy("a special majority is needed"),
    ("majority", False): gettext_lazy("no special majority is needed"),
    ("public", True): gettext_lazy("its votes are public"),
    ("public", False): gettext_lazy("its votes are not public"),
}


def fact_in_words(kind: str, values: Values, vote: str = "") -> str:
    """One line; the shape of `values` is that of quizzes.items.Finding, `vote` the figures of the vote it belongs to.

    An unknown kind shows its values.
    """
    tell = _TELLERS.get(kind)
    words = tell(values) if tell else _listed(*(str(value) for value in values.values() if value is not None))
    return f"{words} ({vote})" if vote else words


def vote_in_figures(values: Values) -> str:
    """143-5-35: in favour, against, abstaining, as far as they are known."""
    return "-".join(str(values[vote]) for vote in ("yes", "no", "abstain") if values.get(vote) is not None)


def date_in_words(edtf: object) -> str:
    """2022-10-12, 2022-10, 2022 or an interval of two of them; what is none of these as it stands."""
    text = str(edtf or "")
    start, _slash, end = text.partition("/")
    if end:
        return _("%(start)s to %(end)s") % {"start": _point(start), "end": _point(end)}
    return _point(text)


def _point(text: str) -> str:
    parts = text.split("-")
    try:
        year, month, day = [int(part) for part in parts] + [1] * (3 - len(parts))
        return date_format(date(year, month, day), {3: "DATE_FORMAT", 2: "YEAR_MONTH_FORMAT", 1: "Y"}[len(parts)])
    except (ValueError, KeyError):
        return text


def member_name(iso3: object) -> str:
    member = by_iso3().get(str(iso3))
    return member.common_name if member else str(iso3)


def _tally(values: Values) -> str:
    counts = [f"{values[vote]} {word}" for vote, word in VOTES.items() if values.get(vote) is not None]
    return _listed(", ".join(counts), _body(values), date_in_words(values.get("date")), values.get("subject"))


def _position(values: Values) -> str:
    return f"{member_name(values['member'])}: {VOTES.get(str(values['vote']), values['vote'])}"


def _veto(values: Values) -> str:
    return _listed(member_name(values["member"]), date_in_words(values.get("date")), values.get("subject"))


def _membership(values: Values) -> str:
    count = int(values["count"] or 0)
    return _listed(_body(values), ngettext("%(n)d member", "%(n)d members", count) % {"n": count})


def _quote(values: Values) -> str:
    speaker = _listed(values.get("speaker"), values.get("role"))
    return f"{speaker}: “{values['text']}”" if speaker else f"“{values['text']}”"


def _office(values: Values) -> str:
    return _listed(values.get("person"), values.get("role"))


def _event(values: Values) -> str:
    return _listed(date_in_words(values.get("date")), values.get("what"))


def _quantity(values: Values) -> str:
    return " ".join(str(part) for part in (values.get("value"), values.get("of")) if part is not None)


def _procedure(values: Values) -> str:
    rule = RULES.get((str(values.get("topic")), values.get("holds") is True))
    return _listed(_body(values), str(rule or ""))


def _body(values: Values) -> str:
    return str(values.get("body") or "")


def _listed(*parts: Value) -> str:
    return " · ".join(str(part) for part in parts if part)


_TELLERS: dict[str, Callable[[Values], str]] = {
    "tally": _tally,
    "position": _position,
    "veto": _veto,
    "membership": _membership,
    "quote": _quote,
    "office": _office,
    "event": _event,
    "quantity": _quantity,
    "procedure": _procedure,
}
