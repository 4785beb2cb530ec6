"""The watch on the database file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from unsim.live.watch import Watch, database_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a file #1.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE note (text TEXT)")
    return path


@pytest.fixture
def watch(file: Path) -> Iterator[Watch]:
    with closing(Watch(file)) as watch:
        yield watch


def write(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("INSERT INTO note VALUES ('x')")


def test_nothing_happened(watch: Watch):
    assert not watch.changed()


def test_somebody_wrote(watch: Watch, file: Path):
    write(file)
    assert watch.changed()
    assert not watch.changed()


def test_many_writes_are_one_change(watch: Watch, file: Path):
    for _ in range(3):
        write(file)
    assert watch.changed()
    assert not watch.changed()


def test_reading_is_no_change(watch: Watch, file: Path):
    with closing(sqlite3.connect(file)) as database:
        database.execute("SELECT * FROM note").fetchall()
    assert not watch.changed()


def test_what_is_not_committed_is_no_change(watch: Watch, file: Path):
    with closing(sqlite3.connect(file)) as database:
        database.execute("INSERT INTO note VALUES ('x')")
        assert not watch.changed()


def test_it_keeps_nobody_from_writing_or_truncating_the_log(watch: Watch, file: Path):
    write(file)
    watch.changed()
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path):
    with pytest.raises(sqlite3.Error):
        Watch(tmp_path / "none.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_a_database_in_memory_has_no_file(django_db_setup: None):
    assert database_file() is None
