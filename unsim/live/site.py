"""Django behind the door: its WSGI handler in a few long-lived threads, whose database connections persist."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from a2wsgi.wsgi import WSGIResponder

from unsim.live.protocol import Receive, Scope, Send

# The second keeps the site open while the first makes a slow page. More would only fight for the interpreter: with four
# a vote costs a third more processor time.
THREADS = 2
# Pieces of an answer that wait for a slow client; with fewer, a thread would wait for it.
QUEUE = 4096
# Pieces that wait for each other: a page is three (its head, itself, its end).
AT_ONCE = 16


class Responder(WSGIResponder):
    """One answer. a2wsgi hands over each piece by itself and waits until it is taken, which costs every other thread a
    turn; here the pieces of a page are handed over together when it is done. Only a long answer goes out in between."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._pieces: list[Any] = []
        self._long = False

    def wsgi(self, environ: Any, start_response: Any) -> None:
        super().wsgi(environ, start_response)
        self.loop.call_soon_threadsafe(self._pass_on, ended(self._pieces))

    def send(self, message: Any) -> None:
        if self._long:
            super().send(message)
            return
        self._pieces.append(message)
        if len(self._pieces) == AT_ONCE:
            self.loop.call_soon_threadsafe(self._pass_on, self._pieces)
            self._pieces, self._long = [], True

    def _pass_on(self, pieces: list[Any]) -> None:
        for piece in pieces:
            self.send_queue.put_nowait(piece)


def ended(pieces: list[Any]) -> list[Any]:
    """With the end in the last piece instead of after it."""
    match pieces:
        case [*before, {"more_body": True} as last, {"body": b""}]:
            return [*before, {**last, "more_body": False}]
    return pieces


class Site:
    """The WSGI application as an ASGI application."""

    def __init__(self, application: Callable[..., Any]) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="site")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await Responder(self._application, self._threads, QUEUE)(cast(Any, scope), cast(Any, receive), cast(Any, send))
