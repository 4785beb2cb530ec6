"""Starts the class of `class_vote` and stops it where an attacker wants to make a copy."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class Vote:
    """`order`: the delegations as they cast; `truth`: what each cast. Both are known after `on_to("voted")`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.order: list[str] = []
        self.truth: dict[str, str] = {}

    def on_to(self, mark: str) -> None:
        """Lets the class go on until it says `mark` and waits."""
        if mark != "ready":
            self.process.stdin.write("\n")
            self.process.stdin.flush()
        line = self.process.stdout.readline().strip()
        assert line == mark, self.process.communicate()[1]
        if mark == "voted":
            cast = json.loads(self.process.stdout.readline())
            self.order = [code for code, _choice in cast]
            self.truth = dict(cast)


@contextmanager
def voting(folder: Path, database: str = "") -> Iterator[Vote]:
    environ = {**os.environ, "UNSIM_DATA": str(folder)}
    environ.pop("DATABASE_URL", None)
    if database:
        environ["DATABASE_URL"] = database
    command = [sys.executable, "-m", "tests.attacks.class_vote"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, env=environ, text=True, stdin=pipe, stdout=pipe, stderr=pipe)
    vote = Vote(process)
    try:
        vote.on_to("ready")
        yield vote
    finally:
        process.communicate("\n" * 3, timeout=60)
