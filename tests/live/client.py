"""Clients of the scratch site over real connections."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
# Seconds after which a test gives up waiting; nothing is measured with it.
PATIENCE = 20


class Event(NamedTuple):
    name: str
    data: str


class Reader:
    """Reads one stream as a browser does."""

    def __init__(self, port: int, path: str, headers: dict[str, str] | None = None) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._connection.request("GET", path, headers=headers or {})
        self.response = self._connection.getresponse()
        self._until = time.monotonic() + PATIENCE

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.response.close()
        self._connection.close()

    def block(self) -> bytes:
        """The bytes up to the next empty line; empty at the stream's end."""
        lines = []
        while line := self.response.readline():
            # The beats would go on for ever.
            assert time.monotonic() < self._until
            if line == b"\n":
                break
            lines.append(line)
        return b"".join(lines)

    def events(self) -> Iterator[Event]:
        while block := self.block():
            yield from parsed(block)

    def next(self, name: str = "") -> Event:
        """The next event (of that name)."""
        return next(event for event in self.events() if not name or event.name == name)

    def to_its_end(self) -> list[Event]:
        return list(self.events())


def parsed(block: bytes) -> Iterator[Event]:
    """The event in a block, its lines ended by any of the three line ends that browsers know."""
    fields: dict[str, list[str]] = {}
    for line in re.split(r"\r\n|\r|\n", block.decode()):
        name, _, value = line.partition(": ")
        fields.setdefault(name.removesuffix(":"), []).append(value)
    if "data" in fields:
        yield Event("".join(fields.get("event", ["message"])), "\n".join(fields["data"]))


@dataclass
class Site:
    process: subprocess.Popen[str]
    port: int
    data: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def file(self) -> Path:
        return self.data / "unsim.sqlite3"

    def stream(self, path: str, **headers: str) -> Reader:
        return Reader(self.port, path, headers)

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, **form: str) -> tuple[int, str]:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(form).encode(), headers)

    def send(self, path: str, body: bytes | Iterator[bytes]) -> tuple[int, str]:
        return self._ask("POST", path, body, {"Content-Type": "application/octet-stream"})

    def raw(self, request: bytes | str) -> socket.socket:
        """A connection on which a request, or a part of one, has been sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        connection.sendall(request if isinstance(request, bytes) else request.encode("latin1"))
        return connection

    def answer(self, request: bytes | str) -> str:
        """All that is answered to a raw request until the server closes the connection."""
        with self.raw(request) as connection, connection.makefile("rb") as answer:
            return answer.read().decode()

    def _ask(self, method: str, path: str, body: bytes | Iterator[bytes] | None, headers: dict[str, str]):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body, headers)
        with connection.getresponse() as response:
            answer = response.status, response.read().decode()
        connection.close()
        return answer


def command(*words: str, data: Path, **settings: str) -> subprocess.Popen[str]:
    """A process of the scratch project, without what the environment of the tests happens to set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNSIM_", "DATABASE_", "REDIS_"))}
    environment = {**kept, "UNSIM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tests.live.scratch.settings", **settings}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True)


@contextmanager
def serving(data: Path, **settings: str) -> Iterator[Site]:
    with command("-m", "tests.live.scratch", data=data, **settings) as process:
        try:
            yield Site(process, int(process.stdout.readline() or 0), data)
        finally:
            process.terminate()
