"""A database that several threads can write to at once."""

import sqlite3
from collections.abc import Iterator

import pytest
from django.db import connection, connections


@pytest.fixture
def on_disk(transactional_db: None, tmp_path) -> Iterator[None]:
    """The test database in a file, under the settings of a real one.

    SQLite's database in memory, which tests use, has no place for a writer to wait in: it fails at once.
    """
    if connection.vendor != "sqlite":
        yield
        return
    memory, settings = connections["default"], connections.settings["default"]
    memory.ensure_connection()
    path = tmp_path / "unsim.sqlite3"
    with sqlite3.connect(path) as copy:
        memory.connection.backup(copy)
    copy.close()
    connections.settings["default"] = {**settings, "NAME": str(path)}
    connections["default"] = type(memory)(connections.settings["default"], "default")
    yield
    connections["default"].close()
    connections.settings["default"] = settings
    connections["default"] = memory
