"""The floor: a bare ASGI application on the same server, which sends the same events to the same readers."""

import asyncio
import time

from unsim.live.frames import frame
from unsim.live.protocol import Message, Receive, Scope, Send, body, start

SIZE = 2048


def event_text(at: float) -> str:
    stamp = f"@{at:.6f}@"
    return "." * (SIZE - len(stamp)) + stamp


class Floor:
    def __init__(self) -> None:
        self.news = asyncio.Event()
        self.message: Message = body(b"")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.live(receive, send)
        elif scope["path"] == "/bench/stream/":
            await self.stream(send)
        else:
            if scope["method"] == "POST":
                self.push()
            await send(start(200, [(b"content-length", b"0")]))
            await send(body(b""))

    async def live(self, receive: Receive, send: Send) -> None:
        for stage in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{stage}.complete"})

    def push(self) -> None:
        self.message = body(frame("board", event_text(time.monotonic())), more=True)
        news, self.news = self.news, asyncio.Event()
        news.set()

    async def stream(self, send: Send) -> None:
        await send(start(200, [(b"content-type", b"text/event-stream")]))
        await send(body(frame("board", event_text(time.monotonic())), more=True))
        while True:
            await self.news.wait()
            await send(self.message)


application = Floor()
