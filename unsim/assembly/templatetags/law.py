"""Filters for what the law names: methods and majorities in words."""

from django import template

from unsim.assembly import wording

register = template.Library()
register.filter("method_in_words", wording.method_in_words)
register.filter("majority_in_words", wording.majority_in_words)
register.filter("majority_asked", wording.majority_asked)
