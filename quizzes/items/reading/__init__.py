"""From an article's text to its facts."""

from quizzes.items.reading.dateline import find_published
from quizzes.items.reading.reader import read

__all__ = ["find_published", "read"]
