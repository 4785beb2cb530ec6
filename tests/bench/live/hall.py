"""Makes the database of the measurement: all 193 members in one room, each with a student, and an open vote.

Prints, as JSON, what the client needs to be these students, their teacher and 200 boards; and the votes a second of
the bare upsert in one thread, the floor of voting.
"""

import json
import time
from typing import Any

import django

django.setup()

# ruff: noqa: E402
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from tests.factories import ballot_in, delegate_of, hall_with
from unsim.assembly.models import Ballot, Meeting, Vote
from unsim.members import by_iso3
from unsim.rooms.identity import remember_participant, remember_screen

SECONDS = 3.0


def main() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    with transaction.atomic():
        meeting = hall_with(" ".join(by_iso3()))
        ballot = ballot_in(meeting)
    print(json.dumps({**who_is_who(meeting), "ballot": ballot.pk, "upserts": upserts(ballot)}))


def who_is_who(meeting: Meeting) -> dict[str, Any]:
    room, request = meeting.room, RequestFactory().get("/")
    response = HttpResponse()
    remember_screen(request, response, room)
    token = get_token(request)
    return {
        "room": room.code,
        "key": f"{room.pk}.screen",
        "teacher": f"sessionid={signed_in(room.owner)}",
        "board": cookies(response),
        "token": token,
        "secret": request.META["CSRF_COOKIE"],
        "students": {code: student(meeting, code) for code in by_iso3()},
    }


def student(meeting: Meeting, code: str) -> str:
    response = HttpResponse()
    remember_participant(RequestFactory().get("/"), response, delegate_of(meeting, code))
    return cookies(response)


def cookies(response: HttpResponse) -> str:
    return "; ".join(f"{name}={morsel.value}" for name, morsel in response.cookies.items())


def signed_in(teacher: Any) -> str:
    session = SessionStore()
    session["_auth_user_id"] = str(teacher.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = get_user_model().objects.get(pk=teacher.pk).get_session_auth_hash()
    session.create()
    return str(session.session_key)


def upserts(ballot: Ballot) -> float:
    delegations = list(ballot.motion.meeting.delegations.all())
    begun, done = time.monotonic(), 0
    while time.monotonic() - begun < SECONDS:
        with transaction.atomic():
            vote = Vote(ballot=ballot, delegation=delegations[done % len(delegations)], choice="no")
            fields = ["ballot", "delegation"]
            Vote.objects.bulk_create([vote], update_conflicts=True, unique_fields=fields, update_fields=["choice"])
        done += 1
    per_second = done / (time.monotonic() - begun)
    Vote.objects.all().delete()
    return per_second


main()
