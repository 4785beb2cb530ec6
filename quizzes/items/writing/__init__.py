"""From facts to questions."""

from quizzes.items.writing.writer import write

__all__ = ["write"]
