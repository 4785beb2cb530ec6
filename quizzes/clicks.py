"""What a double click is, where a form makes something new and both presses arrive."""

from datetime import timedelta

DOUBLE_CLICK = timedelta(seconds=3)
