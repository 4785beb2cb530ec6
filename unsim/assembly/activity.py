"""The meeting as an activity of its room: what the phones, the screen and the desk show of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from unsim.assembly import script, script_floor
from unsim.assembly.board import board_for
from unsim.assembly.cards import card_of, seat_of
from unsim.assembly.chairing import desk_of, moves_of
from unsim.assembly.council import barred_by_veto, is_council
from unsim.assembly.counting import is_named
from unsim.assembly.dais import dais_of, role_of
from unsim.assembly.debrief import debrief_for
from unsim.assembly.empty_seats import playing_in
from unsim.assembly.explaining_shown import explanations_now, own_explaining
from unsim.assembly.guide import guide_of
from unsim.assembly.hall import Hall, hall_of
from unsim.assembly.handing_over import leave_dais
from unsim.assembly.models import Ballot, Meeting, Member, Seat
from unsim.assembly.putting import usual
from unsim.assembly.scenes import Stand, scene_for, stand_of
from unsim.assembly.seating import leave
from unsim.assembly.secret_reads import Caution, secret_desk, secret_phone, secret_put
from unsim.assembly.speakers_shown import own_of, speakers_of
from unsim.assembly.taking import desk_part, own_part
from unsim.rooms.activities import Audience, Entry, Page, Scene, Start
from unsim.rooms.models import Participant, Room
from unsim.rules.decision import Body
from unsim.rules.floor_state import Floor


class MeetingActivity:
    kind = "meeting"

    def scene(self, room: Room, pk: int, audience: Audience) -> Scene:
        return scene_for(stand_of(room, pk), audience)

    def phone(self, room: Room, pk: int, request: HttpRequest, participant: Participant) -> Page:
        stand = stand_of(room, pk)
        if stand.what == "secret" and stand.ballot:
            page = secret_phone(stand.ballot, request, participant)
            return Page(page.template, {**page.context, **_moves(stand, page.context["seat"])})
        return Page(f"assembly/mine/{stand.what}.html", _mine(stand, participant))

    def desk(self, room: Room, pk: int, request: HttpRequest) -> Page:
        stand = stand_of(room, pk)
        if stand.ballot and stand.what == "secret":
            return _secret_controls(stand, stand.ballot, request)
        return Page(f"assembly/controls/{stand.what}.html", _controls(stand))

    def entries(self, room: Room) -> list[Entry]:
        meetings = room.meetings.select_related("resolution").order_by("pk")
        return [_entry(meeting) for meeting in meetings]

    def starts(self, room: Room) -> list[Start]:
        about = _(
            "Deal the delegations and vote on a text, openly or by secret ballot. Or hold the Security Council, or "
            "October 2022 step by step."
        )
        return [Start(_("Hold a meeting of the General Assembly"), about, reverse("new_meeting", args=[room.code]))]

    def left(self, participant: Participant) -> None:
        leave(participant)
        leave_dais(participant)


def _mine(stand: Stand, participant: Participant) -> dict[str, Any]:
    """A participant's own part."""
    seat = seat_of(stand.meeting, participant)
    card = card_of(stand.meeting, seat)
    mine: dict[str, Any] = {"meeting": stand.meeting, "ballot": stand.ballot, "seat": seat, "card": card}
    mine["role"] = role_of(stand.meeting.room, participant)
    mine |= _moves(stand, seat)
    if stand.what in ("seating", "session", "floor"):
        return {**mine, **_speech(stand, seat), "hall": hall_of(stand.meeting)}
    if card is None or seat is None:
        return mine
    if stand.what == "debrief":
        held = [ballot for ballot in _declared(stand.meeting) if _on_the_text(ballot, stand.meeting)]
        tried = [ballot for ballot in held if ballot.record.content["tally"]]
        return {**mine, "line": debrief_for(stand.meeting).line_of(card.code), "tried": tried}
    return {**mine, **own_part(stand.ballot, seat.delegation_id, card)}


def _moves(stand: Stand, seat: Seat | None) -> dict[str, Any]:
    """What a delegation in session may move or raise, and whether it may explain its vote. Observers, in a delegation
    or without one, may not."""
    if seat is None or seat.delegation is None or seat.delegation.observer or stand.meeting.stage != "in_session":
        return {}
    code = seat.delegation.member_id
    moves = {"moves": moves_of(stand.meeting, stand.floor, code, voting=stand.voting)}
    return moves if stand.voting else moves | own_explaining(stand.meeting, stand.floor, code)


def _speech(stand: Stand, seat: Seat | None) -> dict[str, Any]:
    """What a delegation, of an observer too, does on the speakers' list."""
    if seat is None or seat.delegation is None or stand.what == "seating":
        return {}
    speakers = speakers_of(stand.meeting, stand.floor)
    return {"speakers": speakers, "own": own_of(stand.meeting, stand.floor, seat.delegation.member_id)}


def _controls(stand: Stand) -> dict[str, Any]:
    """The President's buttons, and what to say."""
    meeting, declared = stand.meeting, _declared(stand.meeting)
    shown: dict[str, Any] = {"meeting": meeting, "ballot": stand.ballot, "declared": declared}
    if stand.what == "debrief":
        return {**shown, "say": script.for_debrief()}
    shown["guide"] = guide_of(meeting, stand.floor)
    shown |= {"dais": dais_of(meeting), "people_here": meeting.room.participants.here()}
    hall = hall_of(meeting)
    shown |= {"playing": playing_in(meeting)}
    if stand.what == "seating":
        return {**shown, **_sizes(hall), "hall": hall, "say": script.for_seating(hall)}
    proposed = usual(meeting)
    shown |= {"hall": hall, "secret": secret_put(meeting), "usual": proposed, "majority": proposed.majority}
    shown["declared"] = [ballot for ballot in declared if _on_the_text(ballot, meeting)]
    shown |= {
        **_next(shown["declared"], stand.floor, shown["secret"]),
        **_held(shown["declared"]),
        **desk_of(meeting, stand.floor, voting=stand.voting),
    }
    shown["explanations"] = None if stand.voting else explanations_now(meeting, stand.floor)
    if stand.ballot is None or stand.what in ("session", "floor"):
        shown["speakers"] = speakers_of(meeting, stand.floor)
        return {**shown, "say": _say(shown, stand)}
    board = board_for(stand.ballot)
    # Another text is before the meeting by now: first the result of this one is left.
    shown["leaves"] = stand.ballot.motion.resolution_id != meeting.resolution_id
    return {
        **shown,
        "board": board,
        "say": script.for_ballot(board, barred=barred_by_veto(stand.ballot, board.totals)),
        **desk_part(stand.ballot, hall),
    }


def _say(shown: dict[str, Any], stand: Stand) -> str:
    """Between two votes: that no decision can be taken, the step that comes next in a script, who speaks, or what is
    next."""
    guide, podium, quorum = shown["guide"], shown["podium"], shown["hall"].quorum
    votes = podium.next in ("vote", "question")
    if votes and not quorum.can_decide and stand.meeting.rules.body is Body.ASSEMBLY:
        return script_floor.without_quorum(quorum)
    if guide and guide.now and stand.what == "session":
        return str(guide.now.say)
    debated = podium.next in ("question", "end_caucus") and not shown["speakers"].private
    return (debated and script_floor.on_the_list(shown["speakers"])) or podium.say


def _sizes(hall: Hall) -> dict[str, int]:
    """How many delegations the teacher may want."""
    people = len(hall.waiting)
    return {"people": people, "pairs": (people + 1) // 2, "members": Member.objects.count()}


def _on_the_text(ballot: Ballot, meeting: Meeting) -> bool:
    return ballot.motion.of == "whole" and ballot.motion.resolution_id == meeting.resolution_id


def _next(declared: list[Ballot], floor: Floor, secret: Caution) -> dict[str, Any]:
    """What the lesson has next: an open vote, then the same text in secret (or the other way round), the debrief. In
    secret only where the papers are so many that totals may be told.

    While the text is undecided, the way of voting that the meeting decided on, else in the open.
    """
    if floor.draft:
        tied = floor.draft.ties > 0
        last = declared[-1].motion.method if tied and declared else "recorded"
        return {"next": floor.method.value if floor.method else last, "again": tied, "experiment": False}
    held = {"recorded" if is_named(ballot) else ballot.motion.method for ballot in declared}
    tied = bool(declared) and declared[-1].record.content["decision"] == "equally_divided"
    ways = ("recorded",) if secret.too_few_for_totals else ("recorded", "secret")
    left = [method for method in ways if method not in held]
    following = declared[-1].motion.method if tied else next(iter(left), "debrief")
    return {"next": following, "again": tied, "experiment": bool(declared) and not tied}


def _held(declared: list[Ballot]) -> dict[str, bool]:
    """In which ways the text was voted on already."""
    methods = {ballot.motion.method for ballot in declared}
    return {"held_open": bool(methods - {"secret"}), "held_secret": "secret" in methods}


def _secret_controls(stand: Stand, ballot: Ballot, request: HttpRequest) -> Page:
    page = secret_desk(ballot, request)
    if ballot.stage not in ("counted", "declared"):
        meeting = stand.meeting
        return Page(
            page.template, {**page.context, "meeting": meeting, **desk_of(meeting, stand.floor, voting=stand.voting)}
        )
    context = {**_controls(stand), **page.context, "codes": page.template}
    return Page("assembly/controls/ballot.html", context)


def _declared(meeting: Meeting) -> list[Ballot]:
    return list(Ballot.objects.of(meeting).declared().select_related("record"))


def _entry(meeting: Meeting) -> Entry:
    title = _("Security Council: %(text)s") if is_council(meeting) else _("General Assembly: %(text)s")
    title %= {"text": meeting.resolution.symbol or meeting.resolution.title}
    return Entry("meeting", meeting.pk, title, _state(meeting), done=meeting.stage == "closed")


def _state(meeting: Meeting) -> str:
    return {
        "seating": _("delegations are seated"),
        "in_session": _("in session"),
        "closed": _("closed"),
    }[meeting.stage]
