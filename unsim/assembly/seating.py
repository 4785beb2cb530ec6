"""Who sits for which delegation: by lot, by the student's choice, by hand. Nobody has to say why they move."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from random import Random

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from unsim.assembly.council import council_of, is_council
from unsim.assembly.floor import current_ballot, lock_meeting, note, refuse_during_a_vote
from unsim.assembly.lots import places, sample
from unsim.assembly.models import SEATS_OF_A_DELEGATION, Delegation, Meeting, Member, Seat
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import tell


class AlreadyVoted(Refusal):
    message = _("This meeting has voted: its delegations stay. Start a new meeting to deal others.")


class NotADealing(Refusal):
    status = 422
    message = _("Deal at least one delegation, and at most all members.")


class ChoiceIsClosed(Refusal):
    message = _("Seats are not free to choose now. Ask your teacher for the seat you would like.")


class SeatTaken(Refusal):
    message = _("That delegation is full. Choose another one.")


class NotDealt(Refusal):
    status = 422
    message = _("That delegation is not in this meeting. Choose one of the list.")


class MeetingIsClosed(Refusal):
    message = _("This meeting is closed. Its seats stay as they were.")


class WaitForTheVote(Refusal):
    message = _("Seats do not change during a vote. Wait until its result is declared, or observe.")


class NobodyFree(Refusal):
    message = _("Every delegation is full. Add a delegation first.")


@transaction.atomic
def deal_by_lot(*, meeting: Meeting, size: int, lot: Random, now: datetime) -> None:
    """Draws `size` delegations and seats everybody here; who observes goes on observing. Replaces an earlier deal."""
    meeting = _lock_unvoted(meeting)
    order = _deal(meeting, size, lot)
    newcomers = list(_unseated(meeting))
    _seat(meeting, places(dict.fromkeys(order, SEATS_OF_A_DELEGATION), order, newcomers, lot))
    note(meeting, now, "dealt_by_lot", delegations=len(order), people=len(newcomers))
    _reseated(meeting)


@transaction.atomic
def deal_open(*, meeting: Meeting, size: int, lot: Random, now: datetime) -> None:
    """Draws `size` delegations for the students to choose from, or for the teacher to seat."""
    meeting = _lock_unvoted(meeting)
    order = _deal(meeting, size, lot)
    note(meeting, now, "dealt_open", delegations=len(order))
    _reseated(meeting)


def _deal(meeting: Meeting, size: int, lot: Random) -> list[str]:
    """The codes in the order in which their seats should be filled. The Council has its members, whatever `size`."""
    groups = dict(candidates(meeting).filter(observer=False).values_list("iso3", "regional_group"))
    size = len(groups) if is_council(meeting) else size
    if not 0 < size <= len(groups):
        raise NotADealing
    order = sample(groups, size, lot)
    meeting.seats.exclude(delegation=None).delete()
    meeting.delegations.all().delete()
    Meeting.objects.filter(pk=meeting.pk).update(speakers={})
    Delegation.objects.bulk_create(Delegation(meeting=meeting, member_id=code) for code in order)
    return order


def candidates(meeting: Meeting) -> QuerySet[Member]:
    """Who can have a delegation here."""
    members = Member.everyone.all()
    return members.filter(pk__in=council_of(meeting.resolution)) if is_council(meeting) else members


def _seat(meeting: Meeting, seats: Mapping[Participant, str]) -> None:
    delegations = {delegation.member_id: delegation for delegation in meeting.delegations.all()}
    Seat.objects.bulk_create(
        [Seat(meeting=meeting, participant=person, delegation=delegations[code]) for person, code in seats.items()],
        update_conflicts=True,
        unique_fields=["meeting", "participant"],
        update_fields=["delegation", "wants_swap"],
    )


@transaction.atomic
def let_choose(*, meeting: Meeting, on: bool, now: datetime) -> None:
    """Whether students take a seat by themselves."""
    meeting = _lock_going(meeting)
    if meeting.open_choice != on:
        meeting.open_choice = on
        note(meeting, now, "choice_opened" if on else "choice_closed")
        _reseated(meeting)


@transaction.atomic
def take_seat(*, meeting: Meeting, participant: Participant, code: str) -> None:
    """First come, first served. Taking the seat one has already is harmless."""
    meeting = _lock_going(meeting)
    if not meeting.open_choice:
        raise ChoiceIsClosed
    delegation = _dealt(meeting, code)
    seat = meeting.seats.filter(participant=participant).first()
    if seat and seat.delegation_id == delegation.pk:
        return
    _check_movable(meeting, seat)
    if delegation.seats.count() >= SEATS_OF_A_DELEGATION:
        raise SeatTaken
    _seat(meeting, {participant: code})
    tell(meeting.room)


@transaction.atomic
def observe(*, meeting: Meeting, participant: Participant) -> None:
    """Leaves the seat at any time, without a reason."""
    meeting = _lock_going(meeting)
    Seat.objects.update_or_create(
        meeting=meeting, participant=participant, defaults={"delegation": None, "wants_swap": False}
    )
    tell(meeting.room)


@transaction.atomic
def ask_for_another(*, meeting: Meeting, participant: Participant) -> None:
    """The desk then shows that a student would like another seat; no reason is asked for."""
    meeting = _lock_going(meeting)
    meeting.seats.filter(participant=participant).update(wants_swap=True)
    tell(meeting.room)


@transaction.atomic
def give_another(*, meeting: Meeting, participant: Participant, lot: Random) -> None:
    """By lot, another delegation than the present one."""
    meeting = _lock_going(meeting)
    seat = meeting.seats.filter(participant=participant).select_related("delegation").first()
    _check_movable(meeting, seat)
    free = _free(meeting)
    if seat and seat.delegation:
        free.pop(seat.delegation.member_id, None)
    if not free:
        raise NobodyFree
    _seat(meeting, places(free, lot.sample(sorted(free), len(free)), [participant], lot))
    _reseated(meeting)


@transaction.atomic
def seat_newcomers(*, meeting: Meeting, lot: Random, now: datetime) -> None:
    """Seats by lot all who have no seat and do not observe: first the delegations without anybody."""
    meeting = _lock_going(meeting)
    newcomers = list(_unseated(meeting))
    if not newcomers:
        return
    free = _free(meeting)
    if not free:
        raise NobodyFree
    seats = places(free, lot.sample(sorted(free), len(free)), newcomers, lot)
    _seat(meeting, seats)
    note(meeting, now, "newcomers", people=len(seats))
    _reseated(meeting)


@transaction.atomic
def assign(*, meeting: Meeting, seats: Mapping[Participant, str | None], now: datetime) -> None:
    """By hand: participant -> member code, or None to observe. All or nothing."""
    meeting = _lock_going(meeting)
    refuse_during_a_vote(meeting)
    for code in set(seats.values()) - {None}:
        _dealt(meeting, str(code))
    delegations = {delegation.member_id: delegation for delegation in meeting.delegations.all()}
    for participant, code in seats.items():
        place = delegations[code] if code else None
        Seat.objects.update_or_create(
            meeting=meeting, participant=participant, defaults={"delegation": place, "wants_swap": False}
        )
    if _overfull(meeting):
        raise SeatTaken
    note(meeting, now, "assigned", people=len(seats))
    _reseated(meeting)


def _overfull(meeting: Meeting) -> bool:
    return meeting.delegations.annotate(n=Count("seats")).filter(n__gt=SEATS_OF_A_DELEGATION).exists()


@transaction.atomic
def add_delegation(*, meeting: Meeting, code: str) -> None:
    meeting = _lock_going(meeting)
    refuse_during_a_vote(meeting)
    member = candidates(meeting).filter(pk=code).first()
    if member is None:
        raise NotDealt
    Delegation.objects.get_or_create(meeting=meeting, member=member, defaults={"observer": member.observer})
    _reseated(meeting)


@transaction.atomic
def remove_delegation(*, meeting: Meeting, code: str) -> None:
    """Its students are then without a seat."""
    meeting = _lock_unvoted(meeting)
    meeting.delegations.filter(member_id=code).delete()
    _reseated(meeting)


def leave(participant: Participant) -> None:
    """The seats of somebody who was removed from the room are free again; votes they cast stay the delegation's."""
    Seat.objects.filter(participant=participant).delete()


def _lock_going(meeting: Meeting) -> Meeting:
    meeting = lock_meeting(meeting)
    if meeting.stage == "closed":
        raise MeetingIsClosed
    return meeting


def _lock_unvoted(meeting: Meeting) -> Meeting:
    meeting = _lock_going(meeting)
    if current_ballot(meeting):
        raise AlreadyVoted
    return meeting


def _check_movable(meeting: Meeting, seat: Seat | None) -> None:
    """During a vote only a newcomer may sit down: who moves could vote for two delegations."""
    current = current_ballot(meeting)
    if seat and current and current.undecided:
        raise WaitForTheVote


def _dealt(meeting: Meeting, code: str) -> Delegation:
    delegation = meeting.delegations.filter(member_id=code).first()
    if delegation is None:
        raise NotDealt
    return delegation


def _unseated(meeting: Meeting) -> list[Participant]:
    return list(meeting.room.participants.here().exclude(seats__meeting=meeting))


def _free(meeting: Meeting) -> dict[str, int]:
    """Member code -> seats left, without the full delegations. The lot seats nobody for an observer."""
    taken = meeting.delegations.filter(observer=False).annotate(n=Count("seats")).values_list("member_id", "n")
    return {code: SEATS_OF_A_DELEGATION - n for code, n in taken if n < SEATS_OF_A_DELEGATION}


def _reseated(meeting: Meeting) -> None:
    meeting.seatings += 1
    meeting.save(update_fields=["open_choice", "seatings"])
    tell(meeting.room)
