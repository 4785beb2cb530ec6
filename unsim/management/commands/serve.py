"""`manage.py serve`: from a fresh checkout to a running classroom."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from unsim.addresses import addresses
from unsim.assembly.models import Member
from unsim.live import server
from unsim.management.demonstration import open_demonstration
from unsim.rooms import teachers


class Command(BaseCommand):
    help = "Prepares the database, loads the seeds, prints the addresses and serves."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="0.0.0.0", help="where to listen; all interfaces unless said otherwise")  # noqa: S104
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--demo", action="store_true", help="opens a room in progress with simulated students")

    def handle(self, *args: Any, host: str, port: int, demo: bool, **options: Any) -> None:
        listener = listen(host, port)
        self.prepare()
        urls = addresses(host, listener.getsockname()[1])
        self.announce(urls)
        if demo:
            self.announce_demonstration(urls[0])
        self.stdout.flush()
        server.serve(listener)

    def prepare(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        if self.seeds_changed():
            call_command("seed", stdout=self.stdout)
            self.note().write_text(self.fingerprint())

    def seeds_changed(self) -> bool:
        """A second start is quick: the seeds are read again only when a file of theirs changed."""
        loaded = self.note().exists() and self.note().read_text() == self.fingerprint()
        return not (loaded and Member.objects.exists())

    def note(self) -> Path:
        return Path(settings.DATA_DIR) / "seeded"

    def fingerprint(self) -> str:
        files = sorted(path for path in Path(settings.SEEDS_DIR).rglob("*") if path.is_file())
        database = settings.DATABASES["default"]["NAME"]
        return "\n".join([str(database), *(f"{p.name} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in files)])

    def announce(self, urls: list[str]) -> None:
        self.stdout.write("\nunsim is reached at\n" + "".join(f"  {url}\n" for url in urls))
        secret = teachers.first_link(now=timezone.now())
        if secret:
            link = urls[0].rstrip("/") + reverse("welcome", args=[secret])
            self.stdout.write(f"\nThe first teacher signs in once with this link:\n  {link}\n")
        self.stdout.write("\nStop with Ctrl-C.\n")

    def announce_demonstration(self, url: str) -> None:
        links = open_demonstration()
        self.stdout.write("\nA demonstration is running:\n")
        for title, path in links.items():
            self.stdout.write(f"  {title:<10} {url.rstrip('/')}{path}\n")


def listen(host: str, port: int) -> socket.socket:
    """A port that is taken is said before anything else is done."""
    try:
        return server.listen(host, port)
    except OSError as error:
        raise CommandError(f"Cannot listen on {host}:{port} ({error.strerror}). Try another --port.") from error
