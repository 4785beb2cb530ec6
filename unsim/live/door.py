"""The outer door: every request and every stream comes in here.

Ordinary requests go to Django's WSGI handler in a few long-lived threads, whose database connections persist. A
stream holds neither a thread nor a connection: once a view has authorised it, the door keeps the socket.
"""

import asyncio
import logging
import signal
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from types import FrameType
from typing import Any
from urllib.parse import quote_from_bytes

from unsim.live.body import Left, Limits, TooLarge, TooSlow, whole_body
from unsim.live.hub import Hub
from unsim.live.protocol import Headers, Message, Receive, Scope, Send
from unsim.live.refusals import refuse_size, refuse_time
from unsim.live.site import Site
from unsim.live.streams import Hold

logger = logging.getLogger(__name__)


class Door:
    """The ASGI application."""

    def __init__(self, site: Callable[..., Any], hub: Hub, limits: Limits) -> None:
        self._site = Site(site)
        self._hub = hub
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._let_in(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        try:
            await self._hub.start()
        except Exception as error:
            logger.exception("The start failed")
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        end_streams_first(self._hub)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._hub.stop()
        await send({"type": "lifespan.shutdown.complete"})

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        since, limits = time.monotonic(), self._limits.at(scope["path"])
        try:
            body = await whole_body(scope["headers"], receive, limits)
        except Left:
            return
        except TooLarge:
            await refuse_size(scope["headers"], limits.size, send)
        except TooSlow:
            await refuse_time(scope["headers"], send)
        else:
            hold = await self._ask_site(scope, body, send)
            if hold:
                await self._hub.serve(hold, since, send, receive)

    async def _ask_site(self, scope: Scope, body: bytes, send: Send) -> Hold | None:
        """Sends Django's answer. Of an answer that is to be held only the beginning, and says what to hold."""
        answer = Answer(send, may_hold=scope["method"] == "GET")

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        await self._site({**cleaned(scope, body), "live": answer.live}, receive, answer.send)
        return answer.hold


class Answer:
    """One answer of Django's on its way out. live: where a view leaves its `Hold`; no client can write there."""

    def __init__(self, send: Send, *, may_hold: bool) -> None:
        self.live: dict[str, Hold] = {}
        self.hold: Hold | None = None
        self._send = send
        self._may_hold = may_hold

    async def send(self, message: Message) -> None:
        """Never raises: a2wsgi would lose the thread for ever."""
        if message["type"] == "http.response.start":
            if self._may_hold and message["status"] == HTTPStatus.OK:
                self.hold = self.live.get("hold")
            if self.hold:
                message = {**message, "headers": without(message["headers"], b"content-length")}
        elif self.hold:
            return
        try:
            await self._send(message)
        except Exception as error:
            logger.warning("An answer could not be sent: %s", type(error).__name__)


def cleaned(scope: Scope, body: bytes) -> Scope:
    """The request as Django may see it.

    Without headers with an underscore, which WSGI could not tell from those with a hyphen (`X_Forwarded_Proto` would
    pass for the proxy's own); with the length that the body turned out to have; with a query in ASCII, or a2wsgi
    fails.
    """
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
    if body:
        headers = without(headers, b"content-length", b"transfer-encoding")
        headers.append((b"content-length", str(len(body)).encode()))
    query = quote_from_bytes(scope["query_string"], safe=bytes(range(0x21, 0x7F)))
    return {**scope, "headers": headers, "query_string": query.encode()}


def without(headers: Headers, *names: bytes) -> Headers:
    return [(name, value) for name, value in headers if name not in names]


def end_streams_first(hub: Hub) -> None:
    """On SIGTERM and SIGINT the hub ends its streams before the server waits for all connections to close."""
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)

        def stop(number: int, frame: FrameType | None, before: Any = before) -> None:
            loop.call_soon_threadsafe(hub.close)
            if callable(before):
                before(number, frame)

        signal.signal(number, stop)
