"""What is on now: the part of a room that is pushed to its phones, its screen and its desk."""

from __future__ import annotations

from functools import lru_cache
from typing import cast, get_args

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language, gettext, ngettext

from unsim import live
from unsim.rooms.activities import Audience, Scene, activity
from unsim.rooms.models import Room

AUDIENCES: tuple[Audience, ...] = get_args(Audience)


def tell(room: Room) -> None:
    """Something that a page of this room shows has changed."""
    for audience in AUDIENCES:
        live.tell("room", key(room, audience))


def deputies(room: Room) -> str:
    """The name under which the live hub holds the streams of students who help at the desk (see `podium` pages)."""
    return f"deputies.{room.pk}"


def end_deputies(room: Room) -> None:
    """Whoever helped at the desk is let in anew, or no more."""
    live.end(deputies(room))


def key(room: Room, audience: Audience) -> str:
    return f"{room.pk}.{audience}"


def render(channel_key: str, language: str) -> live.Part:
    """The live part of a room for one audience. Raises live.Gone when there is no such room (any more)."""
    pk, audience = channel_key.split(".")
    room = Room.objects.filter(pk=pk).first()
    if room is None:
        raise live.Gone
    with translation.override(language):
        return part_of(room, cast(Audience, audience))


def part_of(room: Room, audience: Audience) -> live.Part:
    scene = scene_of(room, audience)
    pulse = render_to_string("rooms/pulse.html", {"stage": stage_of(room, scene), "scene": scene})
    people = "" if audience != "desk" else people_of(room)
    return live.Part(
        html=pulse + scene.html + people,
        cells={"pulse": pulse, **scene.cells, **({"people": people} if people else {})},
        shape=f"{room.now_kind}.{room.now_id}.{scene.shape}",
    )


def stage_of(room: Room, scene: Scene) -> str:
    return f"{room.now_kind}.{room.now_id}.{scene.stage}" + (".closed" if room.closed_at else "")


def scene_of(room: Room, audience: Audience) -> Scene:
    if room.closed_at and audience == "screen":
        return closed()
    if room.now_kind and room.now_id:
        return activity(room.now_kind).scene(room, room.now_id, audience)
    return lobby(room, audience)


def closed() -> Scene:
    """What the projector shows of a closed room: no question stands there that nobody can answer."""
    html = render_to_string("rooms/screen_closed.html")
    return Scene(stage="closed", say=gettext("This room is closed."), html=html, shape="closed")


def lobby(room: Room, audience: Audience) -> Scene:
    people = list(room.participants.here())
    context = {"room": room, "people": people, "audience": audience}
    say = ngettext("%(n)d person has joined", "%(n)d people have joined", len(people)) % {"n": len(people)}
    # The desk's next step is another one once somebody is there.
    stage = "lobby.people" if people and audience == "desk" else "lobby"
    return Scene(stage=stage, say=say, html=render_to_string("rooms/lobby.html", context), shape=str(len(people)))


def people_of(room: Room) -> str:
    return _drawn_people(get_language(), tuple(room.participants.here().values_list("name", "simulated")))


@lru_cache(maxsize=64)
def _drawn_people(language: str | None, people: tuple[tuple[str, bool], ...]) -> str:
    """Kept by value: the desk is drawn up to ten times a second, and who is in the room seldom changes."""
    return render_to_string("rooms/people_here.html", {"people": people})
