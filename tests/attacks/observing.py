"""A small class votes in secret, and everything that anybody can see of it is written down."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from random import Random
from unittest import mock
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import HTMX, LOOKING, phone_of, projector_of, signed_in
from tests.factories import NOON, RoomFactory, TeacherFactory
from tests.hall import Hall, make_hall
from unsim.assembly.models import Ballot, Record, Resolution

# What differs between two runs of the same vote and may: tokens, keys, sealed bytes. Their lengths must not.
RANDOM = [
    r'(name="csrfmiddlewaretoken" value=")(\w+)',
    r"(X')([0-9A-F]+)",
    r"('\\x)([0-9a-f]+)",
    r'("(?:ciphertext|wrapped_key|public_key|session_data|session_key|password)": ")([^"]*)',
    r"(\"session_key\" = ')(\w+)",
    r"(:)([\w-]{6}:[\w-]{43})\b",
]
PAGES = {
    "teacher": [
        *("{room}/desk/", "{room}/live/desk/part/", "{room}/screen/", "{room}/people/", "/teach/"),
        "{room}/meetings/{meeting}/log/",
    ],
    "projector": ["{room}/screen/", "{room}/live/screen/part/"],
    "stranger": ["{room}/", "{room}/desk/", "/secrecy/"],
    "student": ["{room}/", "{room}/live/phone/part/"],
}
PARTS = {"{room}/desk/", "{room}/"}
LOOKED_AT = ("X00", "X01")


@dataclass
class Watcher:
    """`seen`: what was observed, in order: where, and what."""

    seen: list[tuple[str, str]] = field(default_factory=list)

    def see(self, where: str, what: object) -> None:
        self.seen.append((where, masked(str(what))))

    def response(self, where: str, response) -> None:
        self.see(f"{where} status", response.status_code)
        self.see(f"{where} headers", sorted((k, v) for k, v in response.headers.items() if k != "ETag"))
        self.see(f"{where} cookies", [(k, len(v.value), v["path"]) for k, v in sorted(response.cookies.items())])
        self.see(f"{where} length", len(response.content))
        self.see(f"{where} body", response.content.decode())


def masked(text: str) -> str:
    for pattern in RANDOM:
        text = re.sub(pattern, lambda found: f"{found[1]}<{len(found[2])}>", text)
    return re.sub(r'"(s\d+_x|_django_curs_)\w+"', '"..."', text)


@contextmanager
def same_luck(seed: int = 1) -> Iterator[None]:
    """The same random bytes and the same time of day for every run; only the sealing has luck of its own."""
    lot, clock = Random(seed), (NOON + timedelta(seconds=n) for n in count())
    with (
        mock.patch("secrets.token_bytes", lot.randbytes),
        mock.patch("secrets.choice", lot.choice),
        mock.patch("django.utils.timezone.now", side_effect=clock),
    ):
        yield


class Logs(logging.Handler):
    """Every message. The queries among them are compared on their own, without how long they took."""

    def __init__(self, watcher: Watcher) -> None:
        super().__init__(logging.DEBUG)
        self.watcher = watcher

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(("factory", "django.db.backends")):
            self.watcher.see("log", f"{record.name} {record.levelname} {record.getMessage()}")


@contextmanager
def logs_at_debug(watcher: Watcher) -> Iterator[None]:
    """All of them, and nobody else listens: pytest would print each traceback of a template at length."""
    root, django = logging.getLogger(), logging.getLogger("django")
    levels, listeners = (root.level, django.level), root.handlers
    root.handlers = [Logs(watcher)]
    root.setLevel(logging.DEBUG)
    django.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.handlers = listeners
        root.setLevel(levels[0])
        django.setLevel(levels[1])


def observe_vote(choices: Mapping[str, str]) -> list[tuple[str, str]]:
    """A whole secret ballot, from the desk's first press to the debrief. `choices`: member code -> mark."""
    watcher = Watcher()
    with same_luck(), logs_at_debug(watcher), CaptureQueriesContext(connection) as queries:
        room = RoomFactory(code="ABC234", name="9b", owner=TeacherFactory(username="t", date_joined=NOON))
        text = Resolution.objects.create(title="On the habits of tests", slug="a-text")
        hall = make_hall(len(choices), room=room, resolution=text)
        vote(hall, choices, watcher)
    for query in queries.captured_queries:
        watcher.see("query", query["sql"])
    return watcher.seen


def vote(hall: Hall, choices: Mapping[str, str], watcher: Watcher) -> None:
    teacher, projector = signed_in(hall.room.owner), projector_of(hall.room)
    press = Presser(hall, teacher, watcher)
    everybody = {"teacher": teacher, "projector": projector, "stranger": Client(headers=LOOKING)}
    everybody |= {code: phone_of(hall.voter(code)) for code in LOOKED_AT}
    press("secret_put", hall.meeting.pk, majority="simple")
    ballot = Ballot.objects.get()
    look_around(hall, everybody, watcher)
    for code, mark in choices.items():
        cast_twice(hall, ballot, phone_of(hall.voter(code)), mark, watcher)
        if code in LOOKED_AT:
            look_around(hall, everybody, watcher)
    press("secret_box", ballot.pk)
    look_around(hall, everybody, watcher)
    press("declare_vote", ballot.pk)
    press("debrief", hall.meeting.pk, on="1")
    look_around(hall, everybody, watcher)
    look_at_the_record(hall, teacher, watcher)


@dataclass
class Presser:
    hall: Hall
    teacher: Client
    watcher: Watcher

    def __call__(self, name: str, pk: int, **fields: str) -> None:
        url = reverse(name, args=[self.hall.room.code, pk])
        response = self.teacher.post(url, fields)
        assert response.status_code == 302, response.content
        self.watcher.response(name, response)


def cast_twice(hall: Hall, ballot: Ballot, phone: Client, mark: str, watcher: Watcher) -> None:
    """A paper, the same again, and another: the answers of a cast, a retry and a refusal, with htmx and without."""
    url = reverse("secret_cast", args=[hall.room.code, ballot.pk])
    page = phone.get(reverse("phone", args=[hall.room.code])).content.decode()
    form = {"paper": mark, "noise": re.search(r'name="noise" value="(\w+)"', page)[1]}
    watcher.see("length of the request", len(urlencode(form)))
    for headers in (LOOKING, HTMX):
        watcher.response("cast", phone.post(url, form, headers=headers))
        watcher.response("another paper", phone.post(url, form | {"noise": "0" * 32}, headers=headers))


def look_around(hall: Hall, everybody: Mapping[str, Client], watcher: Watcher) -> None:
    for who, client in everybody.items():
        for path in PAGES.get(who, PAGES["student"]):
            url = path.format(room=f"/rooms/{hall.room.code}", meeting=hall.meeting.pk)
            watcher.response(f"{who} {path}", client.get(url))
            if path in PARTS:
                watcher.response(f"{who} {path} (htmx)", client.get(url, headers=HTMX))
    look_into_the_database(watcher)


def look_into_the_database(watcher: Watcher) -> None:
    out = io.StringIO()
    call_command("dumpdata", "rooms", "assembly", "sessions", "auth.user", stdout=out, indent=1)
    for row in json.loads(out.getvalue()):
        # An envelope's place among the others comes from its code.
        watcher.see(row["model"], json.dumps(row))


def look_at_the_record(hall: Hall, teacher: Client, watcher: Watcher) -> None:
    record = Record.objects.get()
    watcher.see("record", json.dumps(record.content))
    for name in ("record", "record_csv"):
        watcher.response(name, teacher.get(reverse(name, args=[hall.room.code, record.pk])))
