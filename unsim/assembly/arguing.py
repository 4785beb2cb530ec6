"""What a delegation means to argue for: one line, which its students write on their country card."""

from __future__ import annotations

from django.db import transaction

from unsim.assembly.casting import NoSeat
from unsim.assembly.models import Delegation, Meeting
from unsim.rooms.models import Participant

LONGEST = Delegation._meta.get_field("argues").max_length or 0


@transaction.atomic
def argue(*, meeting: Meeting, participant: Participant, words: str) -> None:
    """Replaces the line; an empty one is taken away. What is too long is cut: the field on the page takes no more."""
    own = Delegation.objects.filter(meeting=meeting, seats__participant=participant)
    if not Delegation.objects.filter(pk__in=own).update(argues=" ".join(words.split())[:LONGEST]):
        raise NoSeat
