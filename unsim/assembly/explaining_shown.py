"""What the pages show of explanations of vote."""

from __future__ import annotations

import zlib
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from unsim.assembly.explaining import Explanations, explanations_of, may_ask, occasion_of
from unsim.assembly.models import Meeting
from unsim.rules.floor_state import Floor


def explanations_now(meeting: Meeting, floor: Floor) -> Explanations | None:
    """None where nobody can explain a vote now."""
    occasion = occasion_of(meeting, floor)
    return explanations_of(meeting, occasion) if occasion else None


def explaining_cell(shown: Explanations | None) -> SafeString:
    """Who has the floor, and until when."""
    return mark_safe(render_to_string("assembly/explaining.html", {"shown": shown}).strip())


def explaining_print(shown: Explanations | None) -> str:
    """Changes when what the desk offers has changed."""
    return f"{zlib.crc32(repr(shown and (list(shown.waiting), shown.speaking)).encode()):x}"


def own_explaining(meeting: Meeting, floor: Floor, code: str) -> dict[str, Any]:
    """For a delegation that may explain its vote now: whether it has asked."""
    occasion = occasion_of(meeting, floor)
    if occasion is None:
        return {}
    shown = explanations_of(meeting, occasion)
    asked = code in shown.waiting
    if not asked and (code in shown.heard or not may_ask(meeting, floor, occasion, code)):
        return {}
    return {"explain": {"asked": asked, "moment": occasion.moment}}
