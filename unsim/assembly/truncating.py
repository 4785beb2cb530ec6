"""What a database keeps of rows that are gone."""

from __future__ import annotations

from django.db import connection


def truncate_log() -> None:
    """Empties SQLite's write-ahead log, which still holds the sealed papers. To be called after the commit.

    PostgreSQL keeps dead rows until it vacuums; without the shredded key they are as sealed there as the log is here.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
