"""The process that reads one file: its bytes come in, what was found goes out as JSON."""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from quizzes.items.intake.document import NotReadable, TooMuch
from quizzes.items.intake.taking import take

MEMORY = 2**30  # bytes
TIME = 10  # seconds of the processor
# What no reading of a file needs: the network, and other programs.
_FORBIDDEN = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
)


def main(name: str) -> None:
    _limit()
    try:
        told: dict[str, Any] = asdict(take(sys.stdin.buffer.read(), name))
    except NotReadable as refused:
        told = {"reason": refused.reason, "figures": refused.figures, "much": isinstance(refused, TooMuch)}
    sys.stdout.write(json.dumps(told))


def _limit() -> None:
    """As far as the system has such limits; the time is kept by who started this in any case."""
    sys.addaudithook(_forbid)
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        os.nice(10)  # a vote goes first
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (TIME, TIME))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, _arguments: object) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main(sys.argv[1])
