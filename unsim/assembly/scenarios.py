"""October 2022 as a guided script: which step the class is at, and what happens at it."""

from __future__ import annotations

from datetime import datetime

from unsim.assembly import meetings
from unsim.assembly.models import Meeting, Resolution
from unsim.rooms.models import Room
from unsim.rules.script_2022 import SCRIPT

OCTOBER = "october_2022"
COUNCIL_TEXT, ASSEMBLY_TEXT = SCRIPT[0].text, SCRIPT[-1].text


def start_october(*, room: Room, prologue: bool, now: datetime) -> Meeting:
    """In the Council first, as a `prologue` of its own, or in the Assembly at once."""
    slug = COUNCIL_TEXT if prologue else ASSEMBLY_TEXT
    text = Resolution.objects.get(slug=slug, room=None)
    return meetings.start_meeting(room=room, resolution=text, now=now, scenario=OCTOBER)
