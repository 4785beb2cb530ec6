"""What a member can do with its vote (rule 87)."""

import enum


class Choice(enum.StrEnum):
    """ABSENT is a member that did not vote at all: its light stays dark."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


CASTABLE = (Choice.YES, Choice.NO, Choice.ABSTAIN)
