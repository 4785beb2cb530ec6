"""What the tables of a secret ballot cannot say, because they have no column for it."""

import pytest
from django.apps import apps
from django.db import connection, models

from tests.hall import make_hall, put_by_hand
from unsim.assembly.models import Ballot, Envelope

TIMES = (models.DateField, models.TimeField, models.DurationField)
COUNTERS = (models.AutoField, models.BigAutoField, models.SmallAutoField)


def test_an_envelope_has_three_columns():
    assert {field.name for field in Envelope._meta.get_fields()} == {"code", "ballot", "ciphertext"}


def test_an_envelope_bears_no_time_and_no_number_that_counts_up():
    for field in Envelope._meta.get_fields():
        assert not isinstance(field, (*TIMES, *COUNTERS, models.UUIDField))
    assert Envelope._meta.pk.name == "code"


def test_an_envelope_refers_to_its_ballot_alone_and_nothing_refers_to_it():
    assert [field.related_model for field in Envelope._meta.get_fields() if field.is_relation] == [Ballot]
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created:
                assert field.related_model is not Envelope


def test_the_only_times_of_a_ballot_are_those_the_president_sets():
    """When it was opened, and when the countdown of an open vote ends: see test_a_secret_ballot_has_no_countdown."""
    times = {field.name for field in Ballot._meta.get_fields() if isinstance(field, TIMES)}
    assert times == {"opened_at", "closes_at"}


@pytest.mark.django_db
def test_a_secret_ballot_has_no_countdown():
    hall = make_hall(5)
    _teacher, ballot, _answer = put_by_hand(hall, seconds="60")
    assert ballot.closes_at is None


def test_no_admin_shows_any_of_it():
    assert not apps.is_installed("django.contrib.admin")


@pytest.mark.django_db
def test_the_database_itself_adds_no_column_default_trigger_or_sequence():
    table = Envelope._meta.db_table
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, table)
        assert {column.name for column in columns} == {"code", "ballot_id", "ciphertext"}
        assert all(column.default is None for column in columns)
        assert counters_of(cursor, table) == []
        assert triggers_on(cursor, table) == []


def counters_of(cursor, table):
    """Sequences; and on SQLite the hidden number of each row."""
    if connection.vendor == "postgresql":
        return connection.introspection.get_sequences(cursor, table, Envelope._meta.local_fields)
    cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s AND sql NOT LIKE %s", [table, "%) WITHOUT ROWID"])
    return cursor.fetchall()


def triggers_on(cursor, table):
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
    }
    cursor.execute(query[connection.vendor], [table])
    return cursor.fetchall()


@pytest.mark.django_db
def test_on_sqlite_deleted_rows_are_overwritten():
    if connection.vendor != "sqlite":
        pytest.skip("secure_delete is SQLite's")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
