"""One channel: a part in one language, rendered once for everybody who reads it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Self

from unsim.live import frames
from unsim.live.parts import Gone, Part
from unsim.live.protocol import Message, Send, body

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pace:
    """Seconds. gap: the least between two pushes of a channel; beat: a sign of life when nothing changes;
    again: until a part that could not be rendered is tried again; life: the longest a stream is held, then the
    browser asks anew and is authorised anew; renew: the same when signals, ends among them, may have been missed."""

    gap: float = 0.1
    beat: float = 15.0
    again: float = 1.0
    life: float = 600.0
    renew: float = 30.0


@dataclass(frozen=True)
class Issue:
    """A part with its frames, made once for all readers. cells: None where only the whole part will do."""

    part: Part
    board: Message
    cells: Message | None

    @classmethod
    def of(cls, part: Part, before: Part | None) -> Self:
        board = frames.board(part)
        cells = frames.cells(before, part) if before else None
        if cells is None or len(cells) >= len(board):
            return cls(part, body(board, more=True), None)
        return cls(part, body(board, more=True), body(cells, more=True))


Draw = Callable[[Part | None], Awaitable[Issue]]
"""Makes the next issue, given the part that readers hold. May raise Gone."""

OPENING = body(frames.OPENING, more=True)
BEAT = body(frames.BEAT, more=True)


class Channel:
    """Keeps the newest issue only: who comes late gets it whole, who is slow skips to it."""

    task: asyncio.Task[None]

    def __init__(self, draw: Draw, pace: Pace) -> None:
        self.readers: set[object] = set()
        self._draw = draw
        self._pace = pace
        self._issue: Issue | None = None
        self._number = 0
        self._over = False
        self._dirty = asyncio.Event()
        self._news = asyncio.Event()

    def mark(self) -> None:
        """Says that the part may have changed."""
        self._dirty.set()

    async def run(self) -> None:
        """Renders when it is marked, at most once per gap, until the part is gone."""
        try:
            while True:
                await asyncio.sleep(await self._look())
                await self._until_marked()
        except Gone:
            self._over = True
            self._wake()

    async def pour(self, send: Send) -> None:
        """Sends one reader its frames until the part is gone."""
        await send(OPENING)
        seen = 0
        while await self._stirred(seen):
            message, seen = self._since(seen), self._number
            await send(message)

    async def _stirred(self, seen: int) -> bool:
        """Waits for news or a beat, unless there is news already. False when the part is gone."""
        if seen == self._number and not self._over:
            await self._news.wait()
        return not self._over

    def _since(self, seen: int) -> Message:
        """What brings a reader from issue `seen` to the newest. Who was woken without news gets a beat."""
        if self._issue is None or self._number == seen:
            return BEAT
        if self._number == seen + 1 and self._issue.cells:
            return self._issue.cells
        return self._issue.board

    async def _look(self) -> float:
        """Renders and pushes. Returns the seconds to rest, counted so that pushes are a gap apart, and never shorter
        than the rendering took: a part that is slow to render must not take all of the processor."""
        self._dirty.clear()
        begun = time.monotonic()
        try:
            self._publish(await self._draw(self._issue.part if self._issue else None))
        except Gone:
            raise
        except Exception:
            # Silence tells the browsers to poll and to say so; meanwhile it is tried again.
            logger.exception("A part could not be rendered")
            self._dirty.set()
            return self._pace.again
        took = time.monotonic() - begun
        return max(self._pace.gap - took, took)

    def _publish(self, issue: Issue) -> None:
        if self._issue and self._issue.part.html == issue.part.html:
            return
        self._issue = issue
        self._number += 1
        self._wake()

    async def _until_marked(self) -> None:
        while True:
            try:
                async with asyncio.timeout(self._pace.beat):
                    await self._dirty.wait()
                    return
            except TimeoutError:
                self._wake()

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()
