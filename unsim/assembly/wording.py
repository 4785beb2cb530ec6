"""Methods and majorities in words, for pages, records and files."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim.rules.majority import Majority, majority_named, share_of
from unsim.rules.motion_sentences import majority_phrase
from unsim.rules.sentences import share_phrase

METHODS: dict[str, str | Promise] = {
    "recorded": _("Recorded vote"),
    "secret": _("Secret ballot"),
    "hands": _("Show of hands"),
    "roll_call": _("Vote by roll call"),
    "no_objection": _("Adoption without a vote"),
}
_TITLED: dict[str, str | Promise] = {
    Majority.SIMPLE: _("majority of the members present and voting"),
    Majority.TWO_THIRDS: _("two thirds of the members present and voting"),
    "": _("nine votes in favour"),
}
_ASKED: dict[str, str | Promise] = {
    Majority.SIMPLE: _("More members must be in favour than against."),
    Majority.TWO_THIRDS: _("Two thirds of the members present and voting must be in favour."),
}


def method_in_words(method: str) -> str:
    return str(METHODS.get(method, method))


def majority_in_words(majority: str) -> str:
    """Of a stored majority (`majority_named`), without a full stop; empty is the Council's."""
    if majority in _TITLED:
        return str(_TITLED[majority])
    return share_phrase(share_of(majority_named(majority)), _now_in_words)


def majority_asked(majority: str) -> str:
    """What it asks of a vote, as a sentence."""
    if majority in _ASKED:
        return str(_ASKED[majority])
    phrase = majority_phrase(majority_named(majority) if majority else None, _now_in_words)
    return _now_in_words("To be adopted, the text needs %(majority)s.") % {"majority": phrase}
