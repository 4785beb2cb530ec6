"""Whom "the Russian envoy" and "the head of state" stand for: which offices are told of in other words, and whose."""

import re

COUNTRY = re.compile(r"\b(?:[A-Z][a-z]{3}\w*|U\.?S\b\.?|U\.?K\b\.?)")
_ADJECTIVES = {"us": "american", "uk": "british"}
# "The head of state": whoever is told of as president.
_HEADS_OF = {
    "monarch": ("king", "queen"),
    "official": ("attorney", "minister", "secretary", "director", "chief", "spokesman", "spokeswoman", "commissioner"),
    "state": ("president", "king"),
    "government": ("prime minister", "premier", "chancellor"),
}
_DIPLOMATS = ("ambassador", "envoy", "representative", "diplomat", "delegate")


def is_of(country: str, role: str) -> bool:
    """Whether the role is of this country, of which the beginning of the name is enough ("Russia", "Russian")."""
    short, told = country.replace(".", "").lower(), role.replace(".", "")
    if len(short) <= len("uk"):
        return re.search(rf"\b(?:{short}|{_ADJECTIVES[short]})\b", told) is not None
    return short[:4] in told


def like(head: str) -> tuple[str, ...]:
    """A diplomat is told of as ambassador, envoy or representative."""
    return _HEADS_OF.get(head, _DIPLOMATS if head in _DIPLOMATS else (head,))
