"""Acts of a secret ballot until its box is closed: it is put, papers come in, it is put again.

No act here knows the time at which a paper was cast, and nothing is logged of it.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_variables

from unsim.assembly import secret_roll
from unsim.assembly.floor import current_ballot, lock_ballot, lock_meeting
from unsim.assembly.models import Ballot, Envelope, Meeting
from unsim.assembly.proceedings import put, void
from unsim.assembly.sealed import inclusion_code, new_box, seal
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import tell
from unsim.rules.choices import Choice
from unsim.rules.majority import AnyMajority, Majority, majority_named
from unsim.rules.procedure import LEAST_GUARD, BallotStage, Method, papers_suffice


class TooFewVoters(Refusal):
    def __init__(self, voters: int, outcome_only: bool) -> None:
        super().__init__(_few_at_all(voters) if outcome_only or voters < LEAST_GUARD else _few_for_totals(voters))


class OneVoterApart(Refusal):
    message = gettext_lazy(
        "The totals of this question are published already, with one paper more or less. Beside them, new totals would "
        "show how that one delegation votes. Tick that you want the totals all the same, or have the outcome only."
    )


class NotOpen(Refusal):
    message = gettext_lazy("The box is closed: no more papers. Wait for the result on the screen.")


class TakenBack(Refusal):
    message = gettext_lazy("This ballot is void: no paper in it counts. If it is put again, a new paper is here.")


class NotOnTheRoll(Refusal):
    status = 403
    message = gettext_lazy(
        "You have no paper in this ballot: it is for the delegations that had a student when it was opened. Ask the "
        "President if you think that is wrong."
    )


class PaperInTheBox(Refusal):
    message = gettext_lazy(
        "Your delegation's paper is already in the box. A paper is final: this one was not counted, the first one is."
    )


class SpentPaper(Refusal):
    message = gettext_lazy("This paper was used before. Choose again on the fresh one below.")


def _few_for_totals(voters: int) -> str:
    return ngettext(
        "Only %(voters)d delegation has a student. Totals of fewer than %(guard)d papers would tell who voted how: "
        "take a recorded vote, or have the outcome only.",
        "Only %(voters)d delegations have a student. Totals of fewer than %(guard)d papers would tell who voted how: "
        "take a recorded vote, or have the outcome only.",
        voters,
    ) % {"voters": voters, "guard": secret_roll.guard()}


def _few_at_all(voters: int) -> str:
    return ngettext(
        "Only %(voters)d delegation has a student. Fewer than %(least)d cannot vote in secret: take a recorded vote.",
        "Only %(voters)d delegations have a student. Fewer than %(least)d cannot vote in secret: take a recorded vote.",
        voters,
    ) % {"voters": voters, "least": LEAST_GUARD}


@transaction.atomic
def open_secret_ballot(
    *, meeting: Meeting, majority: AnyMajority, now: datetime, outcome_only: bool = False, anyway: bool = False
) -> tuple[Ballot, bytes]:
    """The ballot and its opening key, of which this is the only copy. `anyway`: the President was warned.

    Put twice (a double click, whose first answer no browser keeps), an empty box gets a new lock and key.
    """
    held = lock_meeting(meeting)
    empty = _empty_box(held)
    if empty:
        return _new_lock(empty)
    voters = secret_roll.electorate(held)
    _check_voters(len(voters), outcome_only)
    if not (outcome_only or anyway) and secret_roll.one_apart(held.room, held.resolution, len(voters)):
        raise OneVoterApart
    return _put(held, majority, voters, outcome_only, now)


@transaction.atomic
def put_again(*, ballot: Ballot, now: datetime) -> tuple[Ballot, bytes]:
    """Takes the ballot back and puts the same again: a lost opening key costs seconds, and the papers."""
    meeting = lock_meeting(ballot.motion.meeting)
    void(ballot=ballot, now=now)
    voters = secret_roll.electorate(meeting)
    _check_voters(len(voters), ballot.outcome_only)
    return _put(meeting, majority_named(ballot.motion.majority or Majority.SIMPLE), voters, ballot.outcome_only, now)


def _check_voters(voters: int, outcome_only: bool) -> None:
    if not papers_suffice(voters, LEAST_GUARD if outcome_only else secret_roll.guard()):
        raise TooFewVoters(voters, outcome_only)


def _put(
    meeting: Meeting, majority: AnyMajority, voters: list[str], outcome_only: bool, now: datetime
) -> tuple[Ballot, bytes]:
    box = new_box()
    keys = {"public_key": box.public_key, "wrapped_key": box.wrapped_key}
    ballot = put(
        meeting=meeting,
        method=Method.SECRET,
        majority=majority,
        electorate=voters,
        now=now,
        outcome_only=outcome_only,
        **keys,
    )
    return ballot, box.opening_key


def _empty_box(meeting: Meeting) -> Ballot | None:
    """The open secret ballot in which there is no paper, held so that none comes in."""
    current = current_ballot(meeting)
    if current is None or current.motion.method != Method.SECRET:
        return None
    held = lock_ballot(current)
    return held if held.stage == BallotStage.OPEN and not held.cast else None


def _new_lock(ballot: Ballot) -> tuple[Ballot, bytes]:
    box = new_box()
    ballot.public_key, ballot.wrapped_key = box.public_key, box.wrapped_key
    ballot.save(update_fields=["public_key", "wrapped_key"])
    return ballot, box.opening_key


@sensitive_variables()
def cast_paper(*, ballot: Ballot, participant: Participant, choice: Choice, noise: bytes) -> str:
    """Puts the delegation's paper in the box and gives its inclusion code. The same noise again is a retry."""
    # Not as a decorator: its frame would show the arguments in an error report.
    with transaction.atomic():
        held = lock_ballot(ballot)
        member, code = secret_roll.member_of(held, participant), inclusion_code(noise)
        if member is None:
            raise NotOnTheRoll
        if member in held.cast and secret_roll.in_the_box(held, code):
            return code
        public_key = _slot(held, member, code)
        Envelope.objects.create(code=code, ballot=held, ciphertext=seal(choice, noise, public_key))
        held.cast = sorted([*held.cast, member])
        held.save(update_fields=["cast"])
        tell(held.motion.meeting.room)
        return code


def _slot(ballot: Ballot, member: str, code: str) -> bytes:
    """The public key, if a paper of this member with this code may go in."""
    if ballot.stage == BallotStage.VOID:
        raise TakenBack
    if member in ballot.cast:
        raise PaperInTheBox
    # A box that was closed to be opened has lost its public key and takes no paper any more, whatever its stage.
    if ballot.stage != BallotStage.OPEN or ballot.public_key is None:
        raise NotOpen
    if Envelope.objects.filter(code=code).exists():
        raise SpentPaper
    return bytes(ballot.public_key)
