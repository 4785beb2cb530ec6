"""What a room asks of the things that can be on in it, and the registry in which they enter themselves.

The room knows no activity by name. A meeting of the Assembly and a run of a quiz are activities; each registers one
`Activity` under its kind when its app is ready.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from django.http import HttpRequest

from unsim.rooms.models import Participant, Room

Audience = Literal["phone", "screen", "desk"]


@dataclass(frozen=True)
class Page:
    """A template and its context, rendered with the request into the personal part of a phone or a desk."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """What everybody of one audience sees of an activity, pushed live. No viewer, token, message or time is in it.

    `stage` changes exactly when the forms on phones and desk must be fetched anew. `say` is a short sentence for
    screen readers, written when something worth saying changed. `html`, `cells`, `shape` are those of `live.Part`.
    `turn`: whose turn it is; a phone whose own part bears it as `data-turn` fetches that part when its turn begins and
    when it ends, and no other phone does.
    """

    stage: str
    say: str
    html: str
    cells: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""
    turn: str = ""


@dataclass(frozen=True)
class Entry:
    """An activity of a room in the desk's plan: `state` is a word for the teacher ("not started", "declared")."""

    kind: str
    pk: int
    title: str
    state: str
    done: bool = False


@dataclass(frozen=True)
class Start:
    """Something the teacher may begin from the desk: a page to go to."""

    title: str
    about: str
    url: str


class Activity(Protocol):
    kind: str

    def scene(self, room: Room, pk: int, audience: Audience) -> Scene:
        """Pure in (object, language): rendered without a request."""
        ...

    def phone(self, room: Room, pk: int, request: HttpRequest, participant: Participant) -> Page:
        """The participant's own part: the form that is on now, or what there is to know while waiting."""
        ...

    def desk(self, room: Room, pk: int, request: HttpRequest) -> Page:
        """The teacher's controls: one obvious next button."""
        ...

    def entries(self, room: Room) -> list[Entry]:
        """The room's activities of this kind, oldest first."""
        ...

    def starts(self, room: Room) -> list[Start]: ...

    def left(self, participant: Participant) -> None:
        """Called inside the transaction that removes a participant."""
        ...


_registry: dict[str, Activity] = {}


def register(activity: Activity) -> None:
    _registry[activity.kind] = activity


def activity(kind: str) -> Activity:
    """The activity registered under `kind`; KeyError if its app is not installed."""
    return _registry[kind]


def activities() -> list[Activity]:
    return list(_registry.values())
