"""A class that votes in a process and a database of its own, through the real pages, for the attackers to look at.

Beside each paper the same choice is cast in leaky ways too: two tables with random keys and no foreign key, pre-printed
slots that are filled, and counters, each written in one transaction with the roll. Run as
`python -m tests.attacks.class_vote`. It prints "voted" and a line of JSON, [[code, choice], ...] in the order of
casting, waits for a line, opens the box, prints "opened" and waits again.
"""

import json
import os
import sys
from random import Random
from uuid import UUID

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "unsim.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from tests.attacks.insider import VOTERS  # noqa: E402
from tests.cast import phone_of, signed_in  # noqa: E402
from tests.hall import Hall, make_hall  # noqa: E402
from unsim.assembly.models import Ballot  # noqa: E402
from unsim.assembly.sealed import MARKS, new_noise  # noqa: E402

PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LETTERS = {choice.value: mark for mark, choice in MARKS.items()}
CONTROLS = (
    "CREATE TABLE leaky_roll (id varchar(36) PRIMARY KEY, code varchar(3))",
    "CREATE TABLE leaky_paper (id varchar(36) PRIMARY KEY, choice varchar(8))",
    "CREATE TABLE leaky_slot (id varchar(36) PRIMARY KEY, choice varchar(8))",
    "CREATE TABLE leaky_counter (choice varchar(8) PRIMARY KEY, n integer)",
    "INSERT INTO leaky_counter VALUES ('yes', 0), ('no', 0)",
)


def main() -> None:
    call_command("migrate", verbosity=0)
    lot = Random(20221012)
    hall = make_hall(VOTERS)
    teacher, ballot = put(hall)
    cast = drawn(hall, lot)
    with connection.cursor() as cursor:
        for statement in CONTROLS:
            cursor.execute(statement)
        for _slot in cast:
            cursor.execute("INSERT INTO leaky_slot VALUES (%s, NULL)", [key(lot)])
        if connection.vendor == "sqlite":
            # In the attacker's favour: the write-ahead log keeps the whole vote.
            cursor.execute("PRAGMA wal_autocheckpoint=0")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    say("ready")
    for code, choice in cast:
        cast_sealed(hall, ballot, code, choice)
        cast_leaky(lot, code, choice)
    say("voted", json.dumps(cast))
    assert teacher.post(reverse("secret_box", args=[hall.room.code, ballot.pk])).status_code == 302
    say("opened")


def put(hall: Hall) -> tuple[Client, Ballot]:
    teacher = signed_in(hall.room.owner)
    url = reverse("secret_put", args=[hall.room.code, hall.meeting.pk])
    assert teacher.post(url, {"majority": "simple"}).status_code == 302
    return teacher, Ballot.objects.get()


def drawn(hall: Hall, lot: Random) -> list[tuple[str, str]]:
    """Half yes, half no, in a random order."""
    choices = ["yes", "no"] * (VOTERS // 2)
    lot.shuffle(choices)
    cast = list(zip(hall.codes, choices, strict=True))
    lot.shuffle(cast)
    return cast


def cast_sealed(hall: Hall, ballot: Ballot, code: str, choice: str) -> None:
    url = reverse("secret_cast", args=[hall.room.code, ballot.pk])
    form = {"paper": LETTERS[choice], "noise": new_noise().hex()}
    assert phone_of(hall.voter(code)).post(url, form).status_code == 200


def cast_leaky(lot: Random, code: str, choice: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO leaky_roll VALUES (%s, %s)", [key(lot), code])
        cursor.execute("INSERT INTO leaky_paper VALUES (%s, %s)", [key(lot), choice])
        cursor.execute("SELECT id FROM leaky_slot WHERE choice IS NULL ORDER BY id LIMIT 1")
        cursor.execute("UPDATE leaky_slot SET choice = %s WHERE id = %s", [choice, cursor.fetchone()[0]])
        cursor.execute("UPDATE leaky_counter SET n = n + 1 WHERE choice = %s", [choice])


def key(lot: Random) -> str:
    return str(UUID(int=lot.getrandbits(128), version=4))


def say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    with override_settings(STORAGES=PLAIN):
        main()
