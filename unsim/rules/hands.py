"""A show of hands (rule 87): numbers without names, counted in the hall or raised on devices."""

from typing import NamedTuple

from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.tally import Tally


class HandCount(NamedTuple):
    """`surplus`: hands beyond those who are marked present, a reason to count again or to look who came in.

    `present`: at least so many are here, since they raised a hand.
    """

    tally: Tally
    present: int
    surplus: int


def show_of_hands(*, yes: int, no: int, abstain: int, present: int, members: int) -> HandCount:
    """RuledOut with more hands than members: such a count cannot be right. ValueError on a negative number."""
    raised = Tally(yes, no, abstain).voted
    if raised > members:
        raise RuledOut(Reason.TOO_MANY_HANDS, hands=raised, members=members)
    tally = Tally(yes, no, abstain, members - raised)
    return HandCount(tally, max(present, raised), max(0, raised - present))


def together(counted: Tally, devices: Tally, *, present: int, members: int) -> HandCount:
    """Hands counted in the hall and those raised on devices, which must not be the same people."""
    return show_of_hands(
        yes=counted.yes + devices.yes,
        no=counted.no + devices.no,
        abstain=counted.abstain + devices.abstain,
        present=present,
        members=members,
    )
