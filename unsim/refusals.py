"""What an act says when it does not take place."""

from django.utils.functional import Promise


class Refusal(Exception):
    """An act was refused and nothing was changed.

    `status` is the HTTP status, `message` a sentence that says what to do. Each act names its own subclasses.
    """

    status = 409
    message: str | Promise = ""

    def __init__(self, message: str | Promise | None = None) -> None:
        if message is not None:
            self.message = message
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)
