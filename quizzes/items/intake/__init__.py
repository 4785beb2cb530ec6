"""From an article's file to its text. Each kind of file is told by its content; nothing is fetched."""

from quizzes.items.intake.apart import Busy, take_apart
from quizzes.items.intake.document import LARGEST_FILE, LONGEST_LINK, LONGEST_TEXT, Document, NotReadable, TooMuch
from quizzes.items.intake.taking import take

__all__ = [
    "LARGEST_FILE",
    "LONGEST_LINK",
    "LONGEST_TEXT",
    "Busy",
    "Document",
    "NotReadable",
    "TooMuch",
    "take",
    "take_apart",
]
