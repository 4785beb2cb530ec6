"""Display names and codes: what is let in, and how it is compared."""

from __future__ import annotations

import secrets
import unicodedata

from django.utils.translation import gettext_lazy as _

from unsim.refusals import Refusal

# No look-alikes: neither 0 O, 1 I L, 2 Z, 5 S, 8 B nor U V.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
CODE_LENGTH = 6
REJOIN_LENGTH = 8
LONGEST_NAME = 30  # characters


class BadName(Refusal):
    status = 422
    message = _("Write a name of 1 to 30 letters, numbers or signs.")


def new_code(length: int = CODE_LENGTH) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def clean_code(typed: str) -> str:
    """A code as typed: case, spaces and hyphens do not matter."""
    return "".join(c for c in typed.upper() if c.isalnum())


def clean_name(typed: str) -> str:
    """The name as it will be shown: one line, no control or direction characters, something to read in it."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not 1 <= len(name) <= LONGEST_NAME or not any(c.isalnum() for c in name):
        raise BadName
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Cn") for c in name):
        raise BadName
    return name


def name_key(name: str) -> str:
    """Names with an equal key count as one name."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
