"""Two worlds: in one A says yes and B no, in the other A no and B yes. Nobody can tell which of them is ours."""

import logging

import pytest
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection

from tests.attacks.observing import observe_vote
from tests.factories import NOON, ParticipantFactory, RoomFactory, TeacherFactory
from unsim.assembly import secret_ballot
from unsim.assembly.models import Envelope, LogEntry

pytestmark = pytest.mark.django_db(transaction=True)

OURS = {"X00": "y", "X01": "n", "X02": "a"}
SWAPPED = OURS | {"X00": "n", "X01": "y"}


@pytest.fixture
def two_worlds(settings):
    """What is seen in each world. Both begin with an empty database and the same numbers."""

    settings.UNSIM_SECRET_GUARD = 3

    def observe(one=OURS, other=SWAPPED):
        return [anew(choices) for choices in (one, other)]

    return observe


def anew(choices):
    call_command("flush", interactive=False, verbosity=0)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), sequences()):
            cursor.execute(statement)
    for factory in (RoomFactory, ParticipantFactory, TeacherFactory):
        factory.reset_sequence(0, force=True)
    return observe_vote(choices)


def sequences():
    return connection.introspection.sequence_list()


def first_difference(one, other):
    """(where, what stands there in the one, in the other); None if there is none."""
    for (where, left), (there, right) in zip(one, other, strict=False):
        if (where, left) != (there, right):
            at = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
            at = max(0, at - 80)
            return f"{where} | {there}", left[at:][:200], right[at:][:200]
    return None if len(one) == len(other) else ("how much is seen", len(one), len(other))


@pytest.mark.parametrize("swapped", [SWAPPED, {"X00": "a", "X01": "n", "X02": "y"}])
def test_two_worlds_look_alike(two_worlds, swapped):
    one, other = two_worlds(OURS, swapped)
    assert first_difference(one, other) is None
    assert len(one) > 500


def test_other_totals_are_seen(two_worlds):
    one, other = two_worlds(OURS, OURS | {"X00": "n"})
    assert first_difference(one, other) is not None


# ---- the test finds a leak, wherever it is


def leaky_cast(leak):
    def cast_paper(*, ballot, participant, choice, noise):
        code = honest(ballot=ballot, participant=participant, choice=choice, noise=noise)
        leak(ballot, participant, choice)
        return code

    honest = secret_ballot.cast_paper
    return cast_paper


def to_the_log(_ballot, _participant, choice):
    logging.getLogger("unsim").debug("a paper came in: %s", choice)


def to_the_minutes(ballot, _participant, choice):
    LogEntry.objects.create(meeting=ballot.motion.meeting, at=NOON, what="cast", data={"choice": choice})


def to_the_answer(_ballot, participant, choice):
    participant.name += " " * len(choice)


def to_a_query(_ballot, _participant, choice):
    Envelope.objects.filter(code=choice).exists()


@pytest.mark.parametrize("leak", [to_the_log, to_the_minutes, to_the_answer, to_a_query])
def test_a_leak_is_seen(two_worlds, monkeypatch, leak):
    monkeypatch.setattr(secret_ballot, "cast_paper", leaky_cast(leak))
    one, other = two_worlds()
    assert first_difference(one, other) is not None
