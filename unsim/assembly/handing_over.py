"""The teacher hands the podium, or a part of it, to students and takes it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.assembly.dais import Role
from unsim.assembly.floor import lock_meeting, note
from unsim.assembly.models import DaisRole, Meeting
from unsim.refusals import Refusal
from unsim.rooms.models import Participant
from unsim.rooms.now import end_deputies, tell


class NotOnDais(Refusal):
    status = 403
    message = _("You are not on the dais (any more). Your phone's page shows what is on.")


class NotWhileClosed(Refusal):
    message = _("This meeting is closed. Start another one to hand over its podium.")


@transaction.atomic
def hand_over(*, meeting: Meeting, participant: Participant, role: Role, now: datetime) -> None:
    """One role each, and one President: whoever was it before is on the dais no longer."""
    meeting = lock_meeting(meeting)
    if meeting.stage == "closed":
        raise NotWhileClosed
    if meeting.dais.filter(participant=participant, role=role.value).exists():
        return
    if role is Role.PRESIDENT:
        meeting.dais.filter(role=role.value).delete()
    DaisRole.objects.update_or_create(meeting=meeting, participant=participant, defaults={"role": role.value})
    note(meeting, now, "dais_given", role=role.value)
    _changed(meeting)


@transaction.atomic
def take_back_role(*, meeting: Meeting, participant: Participant, now: datetime) -> None:
    meeting = lock_meeting(meeting)
    if meeting.dais.filter(participant=participant).delete()[0]:
        note(meeting, now, "dais_taken")
        _changed(meeting)


def leave_dais(participant: Participant) -> None:
    """Of somebody who was removed from the room."""
    participant.dais.all().delete()


def _changed(meeting: Meeting) -> None:
    """Their streams end at once; the browsers ask anew, and are let in or led away."""
    meeting.seatings += 1
    meeting.save(update_fields=["seatings"])
    end_deputies(meeting.room)
    tell(meeting.room)
