"""A request's body, read whole before a thread is taken for it.

Otherwise a client that leaves in mid-body has its truncated form handled, a chunked body arrives empty, and a few
slow clients occupy every thread.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from unsim.live.protocol import Headers, Receive

# Of a body that is too large, this many times the limit is read and thrown away: a browser that is still sending
# does not read the answer, and would only show that the connection was reset.
PATIENCE = 8


class Left(Exception):
    """The client went away in mid-body."""


class TooLarge(Exception):
    """The body is over the limit."""


class TooSlow(Exception):
    """The body did not arrive in time."""


@dataclass(frozen=True)
class Limits:
    """size: bytes; time: seconds for the whole body; larger: bytes at the addresses that take more."""

    size: int
    time: float = 30.0
    larger: Mapping[str, int] = field(default_factory=dict)

    def at(self, path: str) -> "Limits":
        return Limits(self.larger.get(path, self.size), self.time)


async def whole_body(headers: Headers, receive: Receive, limits: Limits) -> bytes:
    """Raises Left, TooLarge or TooSlow."""
    if not any(name in (b"content-length", b"transfer-encoding") for name, _ in headers):
        return b""
    try:
        async with asyncio.timeout(limits.time):
            return await _gathered(receive, limits.size)
    except TimeoutError:
        raise TooSlow from None


async def _gathered(receive: Receive, limit: int) -> bytes:
    body, size, more = bytearray(), 0, True
    while more:
        chunk, more = await _chunk(receive)
        size += len(chunk)
        if size <= limit:
            body += chunk
        elif size > PATIENCE * limit:
            break
    if size > limit:
        raise TooLarge
    return bytes(body)


async def _chunk(receive: Receive) -> tuple[bytes, bool]:
    message = await receive()
    if message["type"] == "http.disconnect":
        raise Left
    return message.get("body", b""), message.get("more_body", False)
