"""What stands around a vote on every page: the point or appeal raised in it, and the text as it stands."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

from django.template.loader import render_to_string

from unsim.assembly.chairing import podium_of, print_of
from unsim.assembly.models import Meeting
from unsim.assembly.texts import text_view
from unsim.rooms.activities import Audience, Scene
from unsim.rules.floor_state import Floor


@dataclass(frozen=True)
class UnderVote:
    """A meeting that looks at a vote; `going_on` until the result is declared."""

    meeting: Meeting
    floor: Floor
    going_on: bool
    secret: bool


def interrupted(scene: Scene, vote: UnderVote, audience: Audience) -> Scene:
    """The scene of a vote with what was raised in it. A secret paper that somebody fills in is left alone."""
    raised, text = _raised(vote), _text(vote, audience)
    stage = scene.stage
    if audience == "desk" or (audience == "phone" and not vote.secret):
        stage = f"{stage}.{print_of(vote.meeting.rules, vote.floor, desk=audience == 'desk')}"
    shape = f"{scene.shape}.{zlib.crc32((raised + text).encode())}"
    return replace(scene, stage=stage, html=raised + scene.html + text, shape=shape)


def _raised(vote: UnderVote) -> str:
    podium = podium_of(vote.meeting, vote.floor, voting=True) if vote.going_on else None
    if podium is None or podium.motion is None:
        return ""
    return render_to_string("assembly/motions/raised.html", {"motion": podium.motion})


def _text(vote: UnderVote, audience: Audience) -> str:
    """On a phone: what the whole text says now, where it was amended or divided."""
    draft = vote.floor.draft
    if audience != "phone" or not vote.going_on or draft is None or not (draft.amendments.all or draft.division):
        return ""
    context = {"meeting": vote.meeting, "text": text_view(vote.meeting, vote.floor)}
    return render_to_string("assembly/motions/under_vote.html", context)
