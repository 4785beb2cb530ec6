"""Acts that end a secret ballot: the box is closed for good, opened, counted and shredded."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_variables

from unsim.assembly import secret_roll
from unsim.assembly.counting import decision_of
from unsim.assembly.floor import OutOfOrder, lock_ballot, note
from unsim.assembly.models import Ballot, Delegation
from unsim.assembly.sealed import Papers, WrongKey, fits, open_papers
from unsim.assembly.secret_ballot import OneVoterApart
from unsim.assembly.truncating import truncate_log
from unsim.refusals import Refusal
from unsim.rooms.now import tell
from unsim.rules import decision
from unsim.rules.attendance import quorum
from unsim.rules.decision import Outcome
from unsim.rules.procedure import LEAST_GUARD, BallotStage, papers_suffice
from unsim.rules.tally import Tally


class NoKeyHere(Refusal):
    message = gettext_lazy(
        "This browser does not hold the opening key of the box. Open it in the browser in which the ballot was put, "
        "or declare the ballot void and put it again: that takes seconds."
    )


class TooFewPapers(Refusal):
    def __init__(self, papers: int, outcome_only: bool) -> None:
        super().__init__(_few_at_all(papers) if outcome_only or papers < LEAST_GUARD else _few_for_totals(papers))


class NoQuorum(Refusal):
    """Rule 67."""

    def __init__(self, members: int, present: int, needed: int) -> None:
        sentence = _(
            "%(present)d of %(members)d delegations are there; a decision takes %(needed)d (rule 67). Wait for more "
            "papers, or take the ballot back."
        )
        super().__init__(sentence % {"present": present, "members": members, "needed": needed})


class Unanimous(Refusal):
    message = gettext_lazy(
        "All papers say the same. The totals would show how every delegation voted. Publish them all the same, have "
        "the outcome only, or take the ballot back: then nothing is published."
    )


class BoxTamperedWith(Refusal):
    message = gettext_lazy(
        "There are not as many papers in the box as delegations that cast one: somebody changed the database. Nothing "
        "was counted. Declare the ballot void and put it again."
    )


def _few_for_totals(papers: int) -> str:
    return ngettext(
        "Only %(papers)d paper can be counted. Totals of fewer than %(guard)d tell who voted how: wait for more, "
        "have the outcome only, or take the ballot back and take a recorded vote.",
        "Only %(papers)d papers can be counted. Totals of fewer than %(guard)d tell who voted how: wait for more, "
        "have the outcome only, or take the ballot back and take a recorded vote.",
        papers,
    ) % {"papers": papers, "guard": secret_roll.guard()}


def _few_at_all(papers: int) -> str:
    return ngettext(
        "Only %(papers)d paper can be counted. With fewer than %(least)d nothing of a ballot is published: wait for "
        "more, or take the ballot back and take a recorded vote.",
        "Only %(papers)d papers can be counted. With fewer than %(least)d nothing of a ballot is published: wait for "
        "more, or take the ballot back and take a recorded vote.",
        papers,
    ) % {"papers": papers, "least": LEAST_GUARD}


@sensitive_variables("opening_key")
def close_box(
    *, ballot: Ballot, opening_key: bytes, now: datetime, outcome_only: bool = False, anyway: bool = False
) -> None:
    """No paper comes in after this, ever: who learns that all papers are alike must not wait for one more.

    Refused, and the box still open, without the key, with too few papers, without a quorum, and once as a warning
    when totals with one paper more or less are known. A closed box stays as it is.
    """
    with transaction.atomic():
        held = lock_ballot(ballot)
        if held.public_key is None or not held.undecided:
            return
        outcome_only = outcome_only or held.outcome_only
        _check_key(held, opening_key)
        _check_papers(len(held.cast), outcome_only)
        _check_quorum(held)
        _check_apart(held, outcome_only or anyway)
        held.stage, held.public_key = BallotStage.LOCKED.value, None
        held.save(update_fields=["stage", "public_key"])
        note(held.motion.meeting, now, "locked", ballot=held.pk)
        tell(held.motion.meeting.room)


@sensitive_variables("opening_key", "papers")
def open_box(
    *, ballot: Ballot, opening_key: bytes, now: datetime, outcome_only: bool = False, anyway: bool = False
) -> None:
    """Opens and counts the papers of a closed box in memory, stores what is published, and destroys the rest."""
    with transaction.atomic():
        held = lock_ballot(ballot)
        if held.stage != BallotStage.LOCKED or held.public_key is not None:
            raise OutOfOrder
        held.outcome_only = outcome_only or held.outcome_only
        papers = _opened(held, opening_key)
        _check_papers(papers.tally.voted, held.outcome_only)
        if papers.unanimous and not (held.outcome_only or anyway):
            raise Unanimous
        _publish(held, papers)
        _shred(held)
        note(held.motion.meeting, now, "counted", ballot=held.pk)
        tell(held.motion.meeting.room)
        transaction.on_commit(truncate_log)


def _check_key(ballot: Ballot, opening_key: bytes) -> None:
    if not fits(bytes(ballot.wrapped_key or b""), opening_key):
        raise NoKeyHere


def _check_papers(papers: int, outcome_only: bool) -> None:
    if not papers_suffice(papers, LEAST_GUARD if outcome_only else secret_roll.guard()):
        raise TooFewPapers(papers, outcome_only)


def _check_quorum(ballot: Ballot) -> None:
    attendance = quorum(len(ballot.electorate), secret_roll.present_for(ballot))
    if not attendance.can_decide:
        raise NoQuorum(attendance.members, attendance.present, attendance.to_decide)


def _check_apart(ballot: Ballot, warned: bool) -> None:
    motion = ballot.motion
    if not warned and secret_roll.one_apart(motion.meeting.room, motion.resolution, len(ballot.cast)):
        raise OneVoterApart


@sensitive_variables()
def _opened(ballot: Ballot, opening_key: bytes) -> Papers:
    sealed = [(code, bytes(paper)) for code, paper in ballot.envelopes.values_list("code", "ciphertext")]
    if len(sealed) != len(ballot.cast):
        raise BoxTamperedWith
    try:
        return open_papers(sealed, bytes(ballot.wrapped_key or b""), opening_key)
    except WrongKey:
        raise NoKeyHere from None


@sensitive_variables()
def _publish(ballot: Ballot, papers: Papers) -> None:
    """Papers that bore no choice are among those that did not vote."""
    absent = len(ballot.electorate) - papers.tally.voted
    tally = replace(papers.tally, absent=absent)
    outcome = _outcome(ballot, tally)
    published = {"outcome": outcome.value} if ballot.outcome_only else asdict(tally)
    ballot.totals = {**published, "invalid": papers.invalid}
    ballot.codes = sorted(ballot.envelopes.values_list("code", flat=True))


def _outcome(ballot: Ballot, tally: Tally) -> Outcome:
    try:
        return decision_of(ballot, tally, secret_roll.present_for(ballot)).outcome
    except decision.NoQuorum as short:
        raise NoQuorum(short.members, short.present, short.to_decide) from short


def _shred(ballot: Ballot) -> None:
    """With the wrapped key the papers are lost for good, in every copy that was not made with the opening key.

    Only now is who took part shown as present: before, attendance would have told who has cast.
    """
    ballot.stage, ballot.wrapped_key, ballot.public_key = BallotStage.COUNTED.value, None, None
    ballot.save()
    ballot.envelopes.all().delete()
    Delegation.objects.filter(meeting=ballot.motion.meeting, member_id__in=ballot.cast).update(present=True)
