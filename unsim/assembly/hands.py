"""A show of hands: hands raised on devices, kept as votes that nobody is shown, and those counted in the hall."""

from __future__ import annotations

from unsim.assembly.models import Ballot
from unsim.rules.hands import HandCount, show_of_hands
from unsim.rules.tally import Tally


def with_hands(ballot: Ballot, devices: Tally) -> Tally:
    """Both together. Hands beyond the members leave nobody absent: such a count stands on the board, but decides
    nothing (see `hand_count`)."""
    counted = ballot.hands
    if not counted:
        return devices
    yes, no, abstain = (getattr(devices, name) + counted[name] for name in ("yes", "no", "abstain"))
    return Tally(yes, no, abstain, max(0, len(ballot.electorate) - yes - no - abstain))


def hand_count(tally: Tally, *, present: int, members: int) -> HandCount:
    """RuledOut with more hands than members."""
    return show_of_hands(yes=tally.yes, no=tally.no, abstain=tally.abstain, present=present, members=members)
