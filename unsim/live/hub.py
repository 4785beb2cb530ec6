"""The hub: which channels are read in this process, and by whom.

A channel exists while somebody reads it. All of this runs on the event loop's thread but `hear`, which any thread may
call; what waits for the database runs in one thread of the hub's own, with one persistent connection.
"""

import asyncio
import logging
import math
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

from django.conf import settings
from django.db import close_old_connections, connection, connections

from unsim.live.channel import Channel, Issue, Pace
from unsim.live.parts import Part, render
from unsim.live.protocol import END, Receive, Send
from unsim.live.signals import Ended, Signal, Told
from unsim.live.streams import Address, Hold, Stream, spread
from unsim.live.watch import EVERY, Watch, database_file
from unsim.live.wire import Wire

logger = logging.getLogger(__name__)
T = TypeVar("T")

# Seconds for which an end is remembered: a request that was authorised before it may be held only after it.
ENDED_FOR = 60.0


class Hub:
    def __init__(self, pace: Pace | None = None) -> None:
        self.pace = pace or Pace()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._channels: dict[Address, Channel] = {}
        self._streams: defaultdict[str, set[Stream]] = defaultdict(set)
        self._ended: dict[str, float] = {}
        self._closing = False
        self._tasks: set[asyncio.Task[None]] = set()

    # -- its life

    async def start(self) -> None:
        """Raises what the database raises if it does not answer."""
        self._closing = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="live")
        self._wire = Wire(settings.REDIS_URL, hear=self._take, renew=self.renew) if settings.REDIS_URL else None
        await self._in_thread(lambda: connection.ensure_connection())
        self._loop = asyncio.get_running_loop()
        if self._wire:
            self._keep(self._wire.run())
        self._keep(self._watch())

    def close(self) -> None:
        """Ends every stream; new ones end as they begin."""
        self._closing = True
        for stream in self._all():
            stream.end()

    async def stop(self) -> None:
        self.close()
        self._loop = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._in_thread(connections.close_all)
        self._thread.shutdown()

    # -- what is said to it

    @property
    def running(self) -> bool:
        return self._loop is not None

    def hear(self, signal: Signal) -> None:
        """Takes what this process says, and carries it to the others. For any thread."""
        if self._loop:
            # The loop may be closed at this very moment; then nobody reads any more.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._hear, signal)

    def refresh(self) -> None:
        """Has a look at every channel: something may have changed."""
        for channel in self._channels.values():
            channel.mark()

    def renew(self) -> None:
        """Signals may have been missed, ends among them: besides, every reader is to ask again soon."""
        self.refresh()
        for stream in self._all():
            stream.shorten(spread(self.pace.renew))

    def _hear(self, signal: Signal) -> None:
        self._take(signal)
        if self._wire:
            self._wire.carry(signal)

    def _take(self, signal: Signal) -> None:
        if isinstance(signal, Ended):
            self._end(signal.who)
        else:
            self._mark(signal)

    def _mark(self, told: Told) -> None:
        for address, channel in self._channels.items():
            if (address.kind, address.key) == (told.kind, told.key):
                channel.mark()

    def _end(self, who: str) -> None:
        if not who:
            return
        now = time.monotonic()
        self._ended = {name: at for name, at in self._ended.items() if now - at < ENDED_FOR} | {who: now}
        for stream in self._streams.get(who, ()):
            stream.end()

    # -- the streams

    async def serve(self, hold: Hold, since: float, send: Send, receive: Receive) -> None:
        """Pours the channel's frames to a reader until it leaves, is ended, or has been held for long enough.

        since: when its request came in (`time.monotonic`); an end that was said later is meant for it too.
        """
        if not self._closing and self._ended.get(hold.who, -math.inf) < since:
            # Whoever ends the stream cancels its task, and the answer is still closed in good form.
            with suppress(asyncio.CancelledError), self._reading(hold, receive) as channel:
                await channel.pour(send)
        await send(END)

    @contextmanager
    def _reading(self, hold: Hold, receive: Receive) -> Iterator[Channel]:
        task = cast(asyncio.Task[Any], asyncio.current_task())
        leaving = asyncio.create_task(until_left(receive, task.cancel))
        # A class that came in together does not come back together.
        stream = Stream(task, self.pace.life * 0.9 + spread(self.pace.life * 0.1))
        channel = self._channel(hold.address)
        channel.readers.add(stream)
        self._streams[hold.who].add(stream)
        try:
            yield channel
        finally:
            stream.forget()
            leaving.cancel()
            self._leave(hold, channel, stream)

    def _leave(self, hold: Hold, channel: Channel, stream: Stream) -> None:
        self._streams[hold.who].discard(stream)
        if not self._streams[hold.who]:
            del self._streams[hold.who]
        channel.readers.discard(stream)
        if not channel.readers:
            self._forget(hold.address, channel)

    def _all(self) -> Iterator[Stream]:
        return chain.from_iterable(self._streams.values())

    # -- the channels

    def _channel(self, address: Address) -> Channel:
        if address not in self._channels:
            self._channels[address] = self._open(address)
        return self._channels[address]

    def _open(self, address: Address) -> Channel:
        async def draw(before: Part | None) -> Issue:
            return await self._in_thread(lambda: Issue.of(fresh(address), before))

        channel = Channel(draw, self.pace)
        channel.task = self._keep(channel.run())
        channel.task.add_done_callback(lambda _: self._forget(address, channel))
        return channel

    def _forget(self, address: Address, channel: Channel) -> None:
        """Nobody reads it any more, or its part is gone."""
        channel.task.cancel()
        if self._channels.get(address) is channel:
            del self._channels[address]

    # -- its work

    async def _watch(self) -> None:
        file = await self._in_thread(database_file)
        while file:
            try:
                await self._look_at(file)
            except sqlite3.Error as error:
                logger.warning("The database file could not be watched: %s", type(error).__name__)
            await asyncio.sleep(EVERY)

    async def _look_at(self, file: Path) -> None:
        with closing(await self._in_thread(lambda: Watch(file))) as watch:
            self.refresh()
            while True:
                await asyncio.sleep(EVERY)
                if await self._in_thread(watch.changed):
                    self.refresh()

    def _keep(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            logger.error("A task of the hub failed", exc_info=task.exception())

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def fresh(address: Address) -> Part:
    close_old_connections()
    return render(*address)


async def until_left(receive: Receive, leave: Callable[[], object]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    leave()


hub = Hub()
