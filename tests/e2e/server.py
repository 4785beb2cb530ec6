"""The real server of the browser tests: `manage.py serve` in a process and a data folder of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse
from uuid import uuid4

import psycopg
from django.conf import settings

ROOT = Path(__file__).parent.parent.parent


class Server:
    """`url` without a slash at the end; `first_link` is the path of the first teacher's link, as it was printed."""

    def __init__(self, folder: Path, database: str = "", *options: str) -> None:
        self.folder, self.database, self.options = folder, database, options
        self.port = 0
        self.start()

    def start(self) -> None:
        """On the port it had before, if it had one: browsers find it again."""
        environ = {**os.environ, "UNSIM_DATA": str(self.folder), "PYTHONUNBUFFERED": "1"}
        environ.pop("DATABASE_URL", None)
        if self.database:
            environ["DATABASE_URL"] = self.database
        command = [sys.executable, "manage.py", "serve", "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, *self.options],
            cwd=ROOT,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.printed = self._read_until("Stop with Ctrl-C")
        self.url = re.search(r"http://127\.0\.0\.1:\d+", self.printed)[0]
        self.port = urlparse(self.url).port
        link = re.search(r"/welcome/\S+", self.printed)
        self.first_link = link[0] if link else ""
        self._wait_for_an_answer()

    def _read_until(self, mark: str) -> str:
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if mark in line:
                return "".join(lines)
        raise RuntimeError("the server did not start:\n" + "".join(lines))

    def _wait_for_an_answer(self) -> None:
        import httpx

        with httpx.Client(transport=httpx.HTTPTransport(retries=20)) as client:
            client.get(self.url, timeout=20).raise_for_status()

    def kill(self) -> None:
        """As when the power goes: no shutdown of any kind."""
        self.process.send_signal(signal.SIGKILL)
        self._end()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self._end()

    def _end(self) -> None:
        self.process.wait(timeout=20)
        self.process.stdout.close()


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Server]:
    with own_database() as database:
        server = Server(folder, database, *options)
        try:
            yield server
        finally:
            if server.process.poll() is None:
                server.stop()


def on_postgresql() -> bool:
    return "postgresql" in settings.DATABASES["default"]["ENGINE"]


@contextmanager
def own_database() -> Iterator[str]:
    """The address of an empty PostgreSQL database when the suite runs on PostgreSQL; else empty: SQLite."""
    address = os.environ.get("DATABASE_URL", "")
    if not on_postgresql():
        yield ""
        return
    name = f"e2e_{uuid4().hex[:12]}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield address.rsplit("/", 1)[0] + "/" + name
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
