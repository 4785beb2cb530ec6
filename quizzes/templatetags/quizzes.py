"""Dates, points, figures and stems as the quizzes' pages show them."""

from __future__ import annotations

from django import template
from django.utils.formats import number_format

from quizzes.citing import in_several_articles
from quizzes.wording import date_in_words

# Characters up to which a stem on a phone is written large, and then a little smaller: the options shall be in view.
LARGE, SMALLER = 60, 110

register = template.Library()
register.filter("edtf", date_in_words)
register.filter("in_several_articles", in_several_articles)


@register.filter
def points(value: float | None) -> str:
    """At most two decimals, none where there is nothing after the point: 5, 5.5, 4.67."""
    if value is None:
        return "–"
    rounded = round(value, 2)
    return str(number_format(int(rounded) if rounded == int(rounded) else rounded))


@register.filter
def figure(value: float | None) -> str:
    """An index without decimals; a dash where it is not defined."""
    return "–" if value is None else str(number_format(round(value)))


@register.filter
def stem_size(stem: str) -> str:
    """The class of a stem on a phone, by its length."""
    if len(stem) <= LARGE:
        return "stem"
    return "stem long" if len(stem) <= SMALLER else "stem longest"
