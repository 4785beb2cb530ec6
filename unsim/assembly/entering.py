"""What the chair or a teller enters: the vote of a delegation without a device, and hands counted in the hall.

A vote that was entered is marked so. The delegation's own later tap counts over it (see `casting`); over a vote that
the delegation cast itself nothing is entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.casting import NotCastLikeThat, VoteIsLocked, VoteIsOver, check_promise
from unsim.assembly.counting import tally_of, votes_of
from unsim.assembly.floor import lock_ballot, note
from unsim.assembly.hands import hand_count
from unsim.assembly.models import Ballot, Delegation, Vote
from unsim.assembly.steps import NotInOrderNow
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules.choices import Choice
from unsim.rules.procedure import Method
from unsim.rules.refusals import RuledOut
from unsim.rules.tally import Tally

CHAIR = "chair"  # who cast a vote that was entered


class NoSuchVoter(Refusal):
    status = 422
    message = _("Choose a delegation that has a vote in this round.")


class VotedItself(Refusal):
    message = _("This delegation has voted on its own device, and can change its vote there.")


def entered_at(ballot: int) -> frozenset[str]:
    """The codes of the delegations whose vote was entered for them."""
    entered = Vote.objects.filter(ballot=ballot, by=CHAIR)
    return frozenset(entered.values_list("delegation__member_id", flat=True))


@transaction.atomic
def enter_vote(*, ballot: Ballot, code: str, choice: Choice) -> None:
    """ABSENT takes back what was entered. The countdown binds devices, not the chair."""
    ballot = _open(ballot, Method.RECORDED)
    if code not in ballot.electorate:
        raise NoSuchVoter
    delegation = Delegation.objects.get(meeting=ballot.motion.meeting, member=code)
    votes = ballot.votes.filter(delegation=delegation)
    if votes.filter(by="delegation").exists():
        raise VotedItself
    if choice is Choice.ABSENT:
        votes.delete()
    else:
        _write(ballot, delegation, choice)
    tell(ballot.motion.meeting.room)


def _write(ballot: Ballot, delegation: Delegation, choice: Choice) -> None:
    if choice is Choice.ABSTAIN and delegation.promised:
        check_promise(ballot.pk, present=delegation.present)
    ballot.votes.update_or_create(delegation=delegation, defaults={"choice": choice.value, "by": CHAIR})
    Delegation.objects.filter(pk=delegation.pk).update(present=True)


@transaction.atomic
def enter_hands(*, ballot: Ballot, counted: Mapping[str, int], now: datetime) -> None:
    """`counted`: {"yes", "no", "abstain"}, in the hall; they add to the hands on devices. Another count replaces it."""
    ballot = _open(ballot, Method.HANDS)
    ballot.hands = dict(counted)
    _check_number(ballot)
    ballot.save(update_fields=["hands"])
    note(ballot.motion.meeting, now, "hands_counted", ballot=ballot.pk, **counted)
    tell(ballot.motion.meeting.room)


def _check_number(ballot: Ballot) -> None:
    tally = tally_of(ballot, votes_of(ballot)) or Tally(0, 0, 0)
    try:
        hand_count(tally, present=0, members=len(ballot.electorate))
    except RuledOut as why:
        raise NotInOrderNow(why) from why


def _open(ballot: Ballot, method: Method) -> Ballot:
    ballot = lock_ballot(ballot)
    if ballot.motion.method != method:
        raise NotCastLikeThat
    if ballot.stage != "open":
        raise VoteIsLocked if ballot.stage == "locked" else VoteIsOver
    return ballot
