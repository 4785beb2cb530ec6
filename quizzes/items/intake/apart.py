"""Reading a file in a process of its own, so that no file whatever takes the server with it."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from quizzes.items.intake.document import DAMAGED, Document, NotReadable, TooMuch, gettext_noop

LONGEST = 10.0  # seconds; an ordinary file takes one
TOO_SLOW = gettext_noop("Reading this file takes too long. Save the article alone, or paste its text.")
BUSY = gettext_noop("Another file is being read just now. Choose your file and send it again in a few seconds.")
_ROOT = Path(__file__).resolve().parents[3]
# One at a time: a request that waits holds one of the few threads that a class votes through.
_turn = threading.Lock()


class Busy(NotReadable):
    """Another file is being read."""


def take_apart(data: bytes, name: str, longest: float = LONGEST) -> Document:
    """As `take`, under limits of time and memory. NotReadable, TooMuch, Busy."""
    if not _turn.acquire(blocking=False):
        raise Busy(BUSY)
    try:
        return _told(_run(data, name, longest))
    finally:
        _turn.release()


def _run(data: bytes, name: str, longest: float) -> bytes:
    # Nothing of the server's environment: its keys are not for the reader of strangers' files.
    environment = {"PYTHONPATH": str(_ROOT), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    command = [sys.executable, "-m", "quizzes.items.intake", name]
    try:
        done = subprocess.run(  # noqa: S603 -- our own module
            command, input=data, capture_output=True, timeout=longest, env=environment, cwd=_ROOT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TooMuch(TOO_SLOW) from error
    except ValueError as error:  # a null character in the name
        raise NotReadable(DAMAGED) from error
    return done.stdout


def _told(answer: bytes) -> Document:
    """An answer that breaks off is that of a process that the file has ended."""
    try:
        told = json.loads(answer)
    except ValueError as error:
        raise NotReadable(DAMAGED) from error
    if "text" in told:
        return Document(**told)
    raise (TooMuch if told["much"] else NotReadable)(told["reason"], **told["figures"])
