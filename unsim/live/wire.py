"""How one process tells the others, over Redis pub/sub. What may have been missed is made good when it is back."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable

from django.conf import settings
from django.utils.crypto import salted_hmac
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from unsim.live.signals import Signal, packed, unpacked

logger = logging.getLogger(__name__)

# Seconds until a lost connection is tried again; how long a command waits for a Redis that does not answer.
AGAIN = 1.0
PATIENCE = 2.0


def topic() -> str:
    """Two installations that share a Redis do not hear each other: each has a secret key of its own."""
    return f"unsim.live.{salted_hmac('unsim.live', 'topic').hexdigest()[:16]}"


def publish(signal: Signal) -> None:
    """Tells every hub, from a process that has none of its own."""
    with Redis.from_url(settings.REDIS_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE) as redis:
        redis.publish(topic(), packed(signal, sender=""))


class Wire:
    """hear: takes a signal of another process. renew: called whenever signals may have been missed."""

    def __init__(self, url: str, *, hear: Callable[[Signal], None], renew: Callable[[], None]) -> None:
        self._url = url
        self._hear = hear
        self._renew = renew
        self._me = secrets.token_hex(8)
        # In the order they were said, each once.
        self._outbox: dict[Signal, None] = {}
        self._waiting = asyncio.Event()

    def carry(self, signal: Signal) -> None:
        self._outbox[signal] = None
        self._waiting.set()

    async def run(self) -> None:
        await asyncio.gather(self._always(self._listen), self._always(self._publish))

    async def _always(self, work: Callable[[], Awaitable[None]]) -> None:
        while _going_on():
            try:
                await work()
            except Exception as error:
                # Whatever it was, the next try may succeed; the streams of this process go on meanwhile.
                logger.warning("Redis does not carry signals: %r", error)
            await asyncio.sleep(AGAIN)

    async def _listen(self) -> None:
        async with AsyncRedis.from_url(self._url, health_check_interval=10) as redis, redis.pubsub() as pubsub:
            await pubsub.subscribe(topic())
            while _going_on():
                message = await pubsub.get_message(timeout=5)
                if message:
                    self._take(message)

    def _take(self, message: dict[str, str | bytes]) -> None:
        # The client reconnects and subscribes again by itself; the confirmation tells that it has.
        if message["type"] == "subscribe":
            self._renew()
        elif message["type"] == "message":
            sender, signal = unpacked(message["data"])
            if sender != self._me:
                self._hear(signal)

    async def _publish(self) -> None:
        async with AsyncRedis.from_url(self._url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE) as redis:
            while _going_on():
                await self._waiting.wait()
                self._waiting.clear()
                while self._outbox:
                    await self._say(redis, next(iter(self._outbox)))

    async def _say(self, redis: AsyncRedis, signal: Signal) -> None:
        # Taken out first: what is said again in the meantime must be sent again.
        del self._outbox[signal]
        try:
            await redis.publish(topic(), packed(signal, self._me))
        except BaseException:
            self.carry(signal)
            raise


def _going_on() -> bool:
    """CancelledError once this task was cancelled: the client of Redis may have taken that for a lost connection."""
    task = asyncio.current_task()
    if task and task.cancelling():
        raise asyncio.CancelledError
    return True
