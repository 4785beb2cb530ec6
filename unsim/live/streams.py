"""The streams that are held: what a view asks for, and how long each is given."""

import asyncio
import random
from dataclasses import dataclass
from typing import Any, NamedTuple


class Address(NamedTuple):
    kind: str
    key: str
    language: str


@dataclass(frozen=True)
class Hold:
    """What a view asks of the door: to hold this stream, for this person ("" for nobody in particular)."""

    address: Address
    who: str


class Stream:
    """One held stream: the task that pours it, and the time it has."""

    __slots__ = ("_task", "_timer")

    def __init__(self, task: asyncio.Task[Any], life: float) -> None:
        self._task = task
        self._timer = task.get_loop().call_later(life, task.cancel)

    def end(self) -> None:
        self._task.cancel()

    def shorten(self, life: float) -> None:
        """Leaves it so many seconds at most."""
        loop = self._task.get_loop()
        if loop.time() + life < self._timer.when():
            self.forget()
            self._timer = loop.call_later(life, self._task.cancel)

    def forget(self) -> None:
        self._timer.cancel()


def spread(seconds: float) -> float:
    """Some time within so many seconds."""
    return random.uniform(0, seconds)  # noqa: S311 -- not a secret
