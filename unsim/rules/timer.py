"""A speaking time, as a pure value: whoever looks at it says what time it is, so every device shows the same."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

ZERO = timedelta()


@dataclass(frozen=True)
class Timer:
    """`spent`: before it was last started. `started_at`: None while it is stopped."""

    allotted: timedelta
    spent: timedelta = ZERO
    started_at: datetime | None = None

    @property
    def running(self) -> bool:
        return self.started_at is not None

    def used(self, now: datetime) -> timedelta:
        """More than was allotted if the speaker goes on."""
        if self.started_at is None:
            return self.spent
        # A clock that was set back must not give time away.
        return self.spent + max(ZERO, now - self.started_at)

    def remaining(self, now: datetime) -> timedelta:
        return max(ZERO, self.allotted - self.used(now))

    def over(self, now: datetime) -> bool:
        return self.remaining(now) == ZERO

    def ends_at(self) -> datetime | None:
        """When a running timer runs out, or ran out; None while it is stopped."""
        return None if self.started_at is None else self.started_at + self.allotted - self.spent

    def start(self, now: datetime) -> "Timer":
        """Starting one that runs changes nothing."""
        return self if self.running else replace(self, started_at=now)

    def pause(self, now: datetime) -> "Timer":
        return replace(self, spent=self.used(now), started_at=None)


def timer(seconds: int) -> Timer:
    """A stopped timer. ValueError unless there is time in it."""
    if seconds < 1:
        raise ValueError(f"{seconds} seconds are no time to speak")
    return Timer(timedelta(seconds=seconds))
