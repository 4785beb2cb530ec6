"""A part: the piece of a page that everybody who reads it sees alike, and the kinds of it that the apps register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils import translation


class Gone(Exception):
    """What the part shows is no more: a stream of it ends, a poll of it is answered with 410."""


@dataclass(frozen=True)
class Part:
    """One part in one language.

    html: the whole part, byte for byte what a freshly loaded page shows.
    cells: element id -> outer HTML of each element that may change by itself. Each begins with `<tag id="that id"`
        and is an HTML element (an SVG fragment of its own cannot be swapped in).
    shape: as long as it stays equal and the same ids are there, everything outside the cells is the same, so that
        the changed cells alone need to be sent.
    """

    html: str
    cells: Mapping[str, str]
    shape: str


Render = Callable[[str, str], Part]
"""(key, language) -> Part. Pure: no request, viewer, token, message or time of day in it. May raise Gone."""

_renders: dict[str, Render] = {}


def channel(kind: str, render: Render) -> None:
    """Registers a kind of channel. An app calls it when it is ready."""
    _renders[kind] = render


def render(kind: str, key: str, language: str) -> Part:
    """The part as it is now, for a fresh page, a poll or a push. LookupError for a kind that nobody registered."""
    draw = _renders[kind]
    with translation.override(language):
        return draw(key, language)
