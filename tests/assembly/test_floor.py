import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.factories import ballot_in, hall_with
from unsim.assembly.floor import lock_ballot

pytestmark = pytest.mark.django_db


def test_a_ballot_is_held_after_its_meeting_and_never_before():
    """All acts take their locks in one order: so no two of them wait for each other."""
    ballot = ballot_in(hall_with("ALB FRA"))
    with (
        CaptureQueriesContext(
            connection,
        ) as queries,
        transaction.atomic(),
    ):
        assert lock_ballot(ballot) == ballot
    held = [query["sql"] for query in queries if "SELECT" in query["sql"]]
    assert ['FROM "assembly_meeting"' in sql for sql in held] == [True, False]
    if connection.vendor == "postgresql":
        assert "FOR NO KEY UPDATE" in held[0]
        assert "FOR UPDATE" in held[1]
