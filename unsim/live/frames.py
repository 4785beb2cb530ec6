"""The frames of a stream, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

import re
from collections.abc import Mapping

from unsim.live.parts import Part

# A browser ends a line at each of these three: splitting on \n alone would let a \r in a name begin a field.
LINE_END = re.compile(r"\r\n|\r|\n")

# The 2 kB comment gets the first events through proxies that hold back the beginning of an answer.
OPENING = b": " + b"." * 2048 + b"\n\nretry: 1000\n\n"
# An event, for a script cannot see comments and must know that the line is not dead.
BEAT = b"event: beat\ndata:\n\n"


def frame(event: str, html: str) -> bytes:
    data = "".join(f"data: {line}\n" for line in LINE_END.split(html))
    return f"event: {event}\n{data}\n".encode()


def board(part: Part) -> bytes:
    """The whole part."""
    return frame("board", part.html)


def cells(before: Part, after: Part) -> bytes | None:
    """What changed, for readers that hold `before`; None if only the whole part can bring them to `after`."""
    if before.shape != after.shape or before.cells.keys() != after.cells.keys():
        return None
    changed = changed_cells(before.cells, after.cells)
    return frame("cells", "".join(changed)) if changed else None


def changed_cells(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [out_of_band(name, html) for name, html in after.items() if html != before[name]]


def out_of_band(name: str, html: str) -> str:
    """The element marked for htmx to put in the place of the one with its id. ValueError if it is not that element."""
    tag, id_, rest = html.partition(f' id="{name}"')
    if not re.fullmatch(r"<[a-z][a-z0-9-]*", tag):
        raise ValueError(f'The cell {name} must begin with <tag id="{name}"')
    return f'{tag}{id_} hx-swap-oob="true"{rest}'
