"""What an article's file yields, and how a file that cannot be taken is refused."""

from dataclasses import dataclass

LARGEST_FILE = 8 * 2**20  # bytes: a page with its pictures; the text in it is a hundredth of that
LONGEST_TEXT = 50_000  # characters: some fifteen pages
LONGEST_TITLE, LONGEST_PUBLISHER, LONGEST_LINK = 300, 120, 500  # characters


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what its file states of it, each empty where the file states nothing. `published` is ISO 8601."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    link: str = ""


class NotReadable(ValueError):
    """A file that is not taken. `reason` says why and what to do; `figures` are filled into its translation."""

    def __init__(self, reason: str, **figures: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.figures = figures


class TooMuch(NotReadable):
    """It is too large, before or after it is unpacked."""


def gettext_noop(text: str) -> str:
    """Marks a text for the catalogue of translations; it is translated where it is shown."""
    return text


NOTHING_IN_IT = gettext_noop("There is no text in this file.")
DAMAGED = gettext_noop("This file is damaged and cannot be read. Open it in its program and save it again.")
TOO_LONG = gettext_noop(
    "There is more text in this file than an article has (%(most)d characters). Save the article alone in a file."
)
TOO_LARGE = gettext_noop("This file is larger than %(most)d MB. Save the article alone in a file, without pictures.")
EXPANDS = gettext_noop("This file holds far too much once it is unpacked. Save the article alone, without pictures.")
