"""The pushed part of a meeting for each audience. Pure: no request, no viewer, no time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from unsim.assembly import steps
from unsim.assembly.beside import beside, marks_of
from unsim.assembly.board import Board, Light, board_for
from unsim.assembly.chairing import busy, podium_of, print_of
from unsim.assembly.counting import is_secret
from unsim.assembly.debrief import debrief_for
from unsim.assembly.entering import entered_at
from unsim.assembly.explaining_shown import explaining_cell, explaining_print, explanations_now
from unsim.assembly.floor import current_ballot
from unsim.assembly.floor_scenes import UnderVote, interrupted
from unsim.assembly.guide import Step, guide_of
from unsim.assembly.hall import Hall, Place, hall_of, seats_by_code
from unsim.assembly.models import Ballot, Meeting
from unsim.assembly.putting import majority_of
from unsim.assembly.secret_reads import secret_scene
from unsim.assembly.speakers_shown import NONE, Speakers, speakers_cell, speakers_of
from unsim.assembly.texts import text_view
from unsim.rooms.activities import Audience, Scene
from unsim.rooms.models import Room
from unsim.rules.floor_state import Floor
from unsim.rules.procedure import Method

# The most delegations that a panel of the class `pN` holds; the stylesheet gives each its rows and type size.
PANELS = (10, 21, 28, 45, 72, 112, 200)
BESIDE_BARS = 112  # delegations that a screen has room for beside the bars of the debrief
LISTED = 45  # delegations that a phone lists with those who sit for them
CODES_FROM = 61  # delegations: a phone then shows codes instead of names


@dataclass(frozen=True)
class Stand:
    """Where a meeting stands. `what` is the page: seating, session, floor (a point, a motion, a pause), ballot, secret
    or debrief."""

    meeting: Meeting
    ballot: Ballot | None
    what: str
    floor: Floor

    @property
    def vote(self) -> UnderVote:
        return UnderVote(self.meeting, self.floor, self.voting, secret=self.what == "secret")

    @property
    def voting(self) -> bool:
        """Whether a vote is going on."""
        return self.what in ("ballot", "secret") and self.ballot is not None and self.ballot.undecided


def stand_of(room: Room, pk: int) -> Stand:
    meeting = room.meetings.select_related("resolution", "room").get(pk=pk)
    ballot, floor = current_ballot(meeting), steps.floor_of(meeting)
    return Stand(meeting, ballot, _what(meeting, ballot, floor), floor)


def _what(meeting: Meeting, ballot: Ballot | None, floor: Floor) -> str:
    if meeting.debrief:
        return "debrief"
    if meeting.stage == "seating":
        return "seating"
    if ballot is None or not (ballot.undecided or steps.shows_result(meeting)):
        return "floor" if busy(floor) else "session"
    return "secret" if is_secret(ballot) else "ballot"


def scene_for(stand: Stand, audience: Audience) -> Scene:
    if stand.ballot and stand.what == "secret":
        return interrupted(secret_scene(stand.ballot, audience), stand.vote, audience)
    if stand.ballot and stand.what == "ballot":
        scene = _ballot_scene(stand.meeting, stand.ballot, stand.floor, audience)
        return interrupted(scene, stand.vote, audience)
    if stand.what == "debrief":
        return _debrief_scene(stand.meeting, audience)
    return _hall_scene(stand, audience)


def _ballot_scene(meeting: Meeting, ballot: Ballot, floor: Floor, audience: Audience) -> Scene:
    board = board_for(ballot)
    seats = _ballot_seats(ballot, board, audience)
    unopposed = board.method == Method.NO_OBJECTION
    names = ("objections", "verdict") if unopposed else ("progress", "call", "clock", "verdict", "totals")
    cells = seats | {name: _cell(name, board, audience) for name in names}
    cells["beside"] = _cell("beside", beside(ballot, board), audience)
    context = {"board": board, "panel": panel_class(len(seats)), "seats": joined(seats), **cells}
    shape = f"ballot.{ballot.pk}.{ballot.stage}.{meeting.seatings}.{len(seats)}.{board.sealed}"
    turn = board.call.code if board.call else ""
    stage = _ballot_stage(meeting, ballot, board, audience)
    if ballot.stage == "declared":
        explained = explanations_now(meeting, floor)
        context["explaining"] = cells["explaining"] = explaining_cell(explained)
        stage += f".{explaining_print(explained)}" if audience == "desk" else ""
    html = _html(audience, "unopposed" if unopposed else "ballot", context)
    return Scene(stage, _said(board), html, cells, shape, turn)


def _ballot_stage(meeting: Meeting, ballot: Ballot, board: Board, audience: Audience) -> str:
    """In a roll call the desk answers for whoever is called; a phone is asked again in the second round. An objection
    changes what the President does next."""
    stage = f"ballot.{ballot.pk}.{ballot.stage}.{meeting.seatings}"
    if board.clock:
        stage = f"{stage}.{board.clock.ends.timestamp()}"
    if audience == "desk" and board.method == Method.NO_OBJECTION:
        return f"{stage}.{bool(board.objectors)}"
    if audience == "desk" and board.stage == "locked":
        # The secretary may bring the quorum together on another device.
        return f"{stage}.{board.short is None}"
    if board.call is None:
        return stage
    return f"{stage}.{board.call.round}" + (f".{board.call.code}" if audience == "desk" else "")


def _ballot_seats(ballot: Ballot, board: Board, audience: Audience) -> dict[str, str]:
    """The lights. A phone has no room for dark ones."""
    if audience == "phone" and board.sealed:
        return {}
    if board.method == Method.NO_OBJECTION:
        return {}
    people = seats_by_code(ballot.motion.meeting) if audience == "desk" else {}
    entered = entered_at(board.ballot) if audience == "desk" else frozenset()
    marks, number = marks_of(ballot, board), len(board.lights)
    return {
        f"seat-{light.code}": _seat(light, audience, number, people, entered, marks.get(light.code, ""))
        for light in board.lights
    }


def _said(board: Board) -> str:
    if board.call:
        return _("%(name)s is called.") % {"name": board.call.label}
    if board.stage == "open" and board.method == Method.NO_OBJECTION:
        return _("Is there any objection?")
    if board.stage == "open":
        return _("The voting has started: %(title)s") % {"title": board.title}
    if board.result is None:
        return _("The vote is locked.")
    return board.result.sum


def _hall_scene(stand: Stand, audience: Audience) -> Scene:
    hall, meeting = hall_of(stand.meeting), stand.meeting
    seats = _hall_seats(stand, hall, audience)
    cells = seats | _presence(stand, hall, audience)
    speakers = speakers_of(meeting, stand.floor) if stand.what in ("session", "floor") else NONE
    if stand.what != "seating":
        cells["speakers"] = speakers_cell(speakers, audience)
    explained = explanations_now(meeting, stand.floor) if stand.what == "session" else None
    if stand.what == "session":
        cells["explaining"] = explaining_cell(explained)
    context = {"meeting": meeting, "hall": hall, "panel": panel_class(len(seats)), "seats": joined(seats), **cells}
    step = _told_now(stand)
    context |= {"majority": majority_of(meeting), "step": step, **_before_the_meeting(stand)}
    say = _("Take your seats.") if stand.what == "seating" else _on_the_floor(context, speakers)
    # How many wait is told outside the cells.
    shape = f"{stand.what}.{meeting.seatings}.{len(hall.waiting)}.{_print(stand, desk=True)}.{'.'.join(cells)}"
    stage = f"{_hall_stage(stand, hall, audience)}.{speakers.print(audience)}"
    if audience == "desk":
        stage = f"{stage}.{explaining_print(explained)}"
    if step:
        shape, stage = f"{shape}.{step.slug}", f"{stage}.{step.slug}"
    return Scene(stage, say, _html(audience, stand.what, context), cells, shape, speakers.turn)


def _before_the_meeting(stand: Stand) -> dict[str, Any]:
    if stand.what not in ("session", "floor"):
        return {}
    podium = podium_of(stand.meeting, stand.floor, voting=False)
    return {"podium": podium, "floor": stand.floor, "text": text_view(stand.meeting, stand.floor)}


def _on_the_floor(context: Mapping[str, Any], speakers: Speakers) -> str:
    """What a screen reader says: the motion, who speaks, or the text."""
    motion = context["podium"].motion
    if speakers.speaker and not motion:
        return _("%(name)s has the floor.") % {"name": speakers.speaker.who.label}
    return f"{motion.mover}: {motion.title}" if motion else str(context["meeting"].resolution.title)


def _print(stand: Stand, *, desk: bool) -> str:
    return "" if stand.what == "seating" else print_of(stand.meeting.rules, stand.floor, desk=desk)


def _presence(stand: Stand, hall: Hall, audience: Audience) -> dict[str, str]:
    """How many are present; between two votes a phone shows the text and nothing else."""
    if not hall.places or (stand.what in ("session", "floor") and audience == "phone"):
        return {}
    return {"presence": _cell("presence", hall, audience)}


def _hall_seats(stand: Stand, hall: Hall, audience: Audience) -> dict[str, str]:
    """Who sits where: on the screen, and on phones as long as they do not choose from a list of their own."""
    listed = audience == "screen" or (len(hall.places) <= LISTED and not stand.meeting.open_choice)
    if stand.what != "seating" or audience == "desk" or not listed:
        return {}
    return {f"seat-{p.code}": _place(p) for p in hall.places}


def _hall_stage(stand: Stand, hall: Hall, audience: Audience) -> str:
    """The desk's buttons depend on who waits and who is present; while delegations are dealt it has fields to fill."""
    stage = f"{stand.what}.{stand.meeting.seatings}.{_print(stand, desk=audience == 'desk')}"
    if audience != "desk" or not hall.places:
        return stage
    return f"{stage}.{len(hall.waiting)}.{len(hall.wishes)}.{hall.seated}.{hall.marked}"


def _told_now(stand: Stand) -> Step | None:
    """Of a guided script, what everybody is told between two votes. The step of a vote would give its result away."""
    guide = guide_of(stand.meeting, stand.floor) if stand.what == "session" else None
    return guide.now if guide else None


def _debrief_scene(meeting: Meeting, audience: Audience) -> Scene:
    debrief = debrief_for(meeting)
    number = len(debrief.lines)
    sided = 0 < number <= BESIDE_BARS
    context = {"meeting": meeting, "debrief": debrief, "panel": panel_class(number), "sided": sided}
    context["guide"] = guide_of(meeting)
    stage = f"debrief.{meeting.stage}"
    return Scene(stage, _("Debrief"), _html(audience, "debrief", context), shape=stage)


def _html(audience: Audience, what: str, context: Mapping[str, Any]) -> str:
    return render_to_string(f"assembly/{audience}/{what}.html", dict(context))


def _cell(name: str, shown: Any, audience: Audience) -> SafeString:
    """An element that changes often; `shown` is a frozen dataclass, under the same name in the template."""
    return mark_safe(render_to_string("assembly/cells.html#" + name, {"shown": shown, "audience": audience}).strip())


def joined(cells: Mapping[str, str]) -> SafeString:
    return mark_safe("".join(cells.values()))


def panel_class(number: int) -> str:
    return f"p{next(most for most in PANELS if number <= most)}"


def _seat(
    light: Light,
    audience: Audience,
    number: int,
    people: Mapping[str, tuple[str, ...]],
    entered: Collection[str],
    mark: str,
) -> SafeString:
    label = light.code if audience == "phone" and number >= CODES_FROM else light.label
    by = ", ".join(people.get(light.code, ()))
    return _drawn(get_language(), light.code, label, light.vote, by, light.called, light.code in entered, mark)


@lru_cache(maxsize=16_384)
def _drawn(
    language: str | None,
    code: str,
    label: str,
    vote: str | None,
    people: str,
    called: bool,
    entered: bool,
    mark: str,
) -> SafeString:
    """Kept by value: a board of 193 is drawn up to ten times a second, and few of its lights have changed."""
    context = {"code": code, "label": label, "vote": vote, "people": people, "called": called, "entered": entered}
    return mark_safe(render_to_string("assembly/cells.html#seat", {**context, "mark": mark}).strip())


def _place(place: Place) -> SafeString:
    people = ", ".join(place.people)
    return _drawn_place(get_language(), place.code, place.label, place.present, people, place.observer)


@lru_cache(maxsize=4_096)
def _drawn_place(language: str | None, code: str, label: str, present: bool, people: str, observer: bool) -> SafeString:
    context = {"code": code, "label": label, "present": present, "people": people, "observer": observer}
    return mark_safe(render_to_string("assembly/cells.html#place", context).strip())
