"""A wire ends when it is told to, even by a client of Redis that takes the end for a lost connection."""

import asyncio

import pytest

from unsim.live import wire
from unsim.live.signals import Told


class Swallowing:
    """Stands in for the client, its subscription included: every wait turns a cancellation into something else."""

    @classmethod
    def from_url(cls, url: str, **options: object) -> "Swallowing":
        return cls()

    async def __aenter__(self) -> "Swallowing":
        return self

    async def __aexit__(self, *error: object) -> None:
        pass

    def pubsub(self) -> "Swallowing":
        return self

    async def subscribe(self, topic: str) -> None:
        pass

    async def get_message(self, timeout: float) -> None:
        try:
            await asyncio.sleep(timeout)
        except asyncio.CancelledError:
            return

    async def publish(self, topic: str, message: bytes) -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise ConnectionError("the connection was lost") from None


async def everything_ended() -> bool:
    ours = wire.Wire("redis://nowhere", hear=lambda signal: None, renew=lambda: None)
    ours.carry(Told("part", "1"))
    running = asyncio.create_task(ours.run())
    await asyncio.sleep(0.05)
    running.cancel()
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    _done, still = await asyncio.wait(tasks, timeout=5)
    return not still


def test_it_ends_when_it_is_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "AsyncRedis", Swallowing)
    assert asyncio.run(everything_ended())
