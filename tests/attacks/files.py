"""SQLite's files read without SQLite's leave: the write-ahead log replayed commit by commit."""

import sqlite3
import struct
from collections.abc import Iterator

LOG_HEADER, FRAME_HEADER = 32, 24


def replay(database: bytes, log: bytes) -> Iterator[bytes]:
    """The database as it stood after each commit in its write-ahead log."""
    page_size = struct.unpack(">I", log[8:12])[0]
    salts = log[16:24]
    image, uncommitted = bytearray(database), []
    for at in range(LOG_HEADER, len(log) - page_size, FRAME_HEADER + page_size):
        number, size_after_commit = struct.unpack(">II", log[at : at + 8])
        if log[at + 8 : at + 16] != salts:
            return
        uncommitted.append((number, log[at + FRAME_HEADER : at + FRAME_HEADER + page_size]))
        if size_after_commit:
            image.extend(bytes(max(0, size_after_commit * page_size - len(image))))
            for page, content in uncommitted:
                image[(page - 1) * page_size : page * page_size] = content
            uncommitted = []
            yield bytes(image)


def opened(image: bytes) -> sqlite3.Connection:
    """The image as a database in memory. Its header says "write-ahead log", which memory has not."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(image[:18] + b"\1\1" + image[20:])
    return connection
