"""Right answers and responses in words, as pages, tables and files show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from quizzes.items import ItemKind
from quizzes.models import Question


def right_text(question: Question) -> str:
    """ "5"; "A 5 · C 35" for several; "143 (5 either way)" for a number; an order's lines in their order; a match's
    pairs; the fullest of the texts that are accepted."""
    if question.kind == ItemKind.ORDER:
        return in_order(texts_of(question), question.key)
    if question.kind == ItemKind.NUMBER:
        return _with_tolerance(number_text(question.key["value"]), question.key.get("tolerance", 0))
    if question.kind == ItemKind.SHORT_TEXT:
        return str(question.key["accepted"][0])
    return response_text(question, question.key)


def response_text(question: Question, response: Any) -> str:
    """A stored response in words."""
    if isinstance(response, str):
        return response
    if not isinstance(response, list):
        return number_text(response)
    texts = texts_of(question)
    if question.kind == ItemKind.ORDER:
        return in_order(texts, lines_of(response))
    if question.kind == ItemKind.MATCH:
        return " · ".join(pair_text(question, texts[line], match) for line, match in enumerate(response))
    return " · ".join(text for place, text in enumerate(texts) if place in response)


def texts_of(question: Question) -> list[str]:
    return [option.text for option in question.options.all()]


def in_order(texts: Sequence[str], order: Sequence[int]) -> str:
    return " → ".join(texts[line] for line in order)


def lines_of(places: Sequence[int]) -> list[int]:
    """The lines of an order from first to last, out of each line's place."""
    return sorted(range(len(places)), key=lambda line: places[line])


def pair_text(question: Question, option: str, match: int) -> str:
    return f"{option}: {question.matches[match]}"


def number_text(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _with_tolerance(value: str, tolerance: float) -> str:
    if not tolerance:
        return value
    return _("%(value)s (%(tolerance)s either way)") % {"value": value, "tolerance": number_text(tolerance)}
