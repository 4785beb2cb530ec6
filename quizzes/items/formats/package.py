"""Zip files from strangers: read in memory, a few files of a bounded size, never unpacked to disk."""

import io
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from quizzes.items.formats.entry import NotThisFormat, gettext_noop

MOST_FILES = 500
LARGEST_INSIDE = 4 * 2**20  # bytes, of one file once expanded
LARGEST_EXPANDED = 24 * 2**20  # bytes, of all of them
NOT_ZIP = gettext_noop("This package is damaged, or locked with a password.")
TOO_LARGE = gettext_noop("This package holds too much. Put fewer questions into one.")


class Package:
    """The files of a zip by name. Names that climb out of it are not among them."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except Exception as error:  # a damaged directory raises a dozen kinds
            raise NotThisFormat(NOT_ZIP) from error
        infos = self._zip.infolist()
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST_EXPANDED:
            raise NotThisFormat(TOO_LARGE)
        self._infos: dict[str, ZipInfo] = {info.filename: info for info in infos if _stays_inside(info.filename)}

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    def read(self, name: str) -> bytes:
        """NotThisFormat where the file is not there, is too large or is damaged."""
        info = self._infos.get(name)
        if info is None or info.file_size > LARGEST_INSIDE:
            raise NotThisFormat(NOT_ZIP if info is None else TOO_LARGE)
        try:
            return self._zip.read(info)  # never more than the size it declares
        except Exception as error:  # locked, cut off, packed in an unknown way, wrong checksum
            raise NotThisFormat(NOT_ZIP) from error


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in name
