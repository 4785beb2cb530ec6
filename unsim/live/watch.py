"""Sees that somebody has written to the SQLite file, a command in another process for example."""

import sqlite3
from pathlib import Path

from django.db import connection

# Seconds between two looks.
EVERY = 0.5


def database_file() -> Path | None:
    """The file of the default database; None where it is not a file of SQLite."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or "mode=memory" in name or name == ":memory:":
        return None
    return Path(name).resolve()


class Watch:
    """`PRAGMA data_version` on a connection of its own (https://www.sqlite.org/pragma.html#pragma_data_version)."""

    def __init__(self, file: Path) -> None:
        """sqlite3.Error if the file cannot be opened; it is not made."""
        self._connection = sqlite3.connect(
            f"{file.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        self._seen = self._version()

    def changed(self) -> bool:
        """Whether anything was committed since the last look, by whichever connection."""
        before, self._seen = self._seen, self._version()
        return before != self._seen

    def close(self) -> None:
        self._connection.close()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
