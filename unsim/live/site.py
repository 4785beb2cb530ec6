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
# Pieces that are passed on without waiting for the event loop to have taken them: a page is one or two.
AT_ONCE = 16


class Responder(WSGIResponder):
    """One answer. a2wsgi hands each piece over and waits; under load each wait costs a turn of every other thread."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._pieces = 0

    def send(self, message: Any) -> None:
        self._pieces += 1
        if self._pieces > AT_ONCE:
            super().send(message)
        else:
            self.loop.call_soon_threadsafe(self.send_queue.put_nowait, message)


class Site:
    """The WSGI application as an ASGI application."""

    def __init__(self, application: Callable[..., Any]) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="site")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await Responder(self._application, self._threads, QUEUE)(cast(Any, scope), cast(Any, receive), cast(Any, send))
