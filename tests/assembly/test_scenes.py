"""The pushed part: live equals fresh, cells are pieces of the whole, and what is hidden is in neither."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import phone_of, projector_of, signed_in
from tests.factories import NOON, ParticipantFactory, ballot_in, delegate_of, hall_with
from unsim import live
from unsim.assembly import attendance, meetings, motions, proceedings, putting, scenes, seating
from unsim.members import by_iso3
from unsim.rooms.now import key
from unsim.rules.attendance import Attendance
from unsim.rules.majority import Majority
from unsim.rules.motions import MotionKind
from unsim.rules.procedure import Method

pytestmark = pytest.mark.django_db
AUDIENCES = ("phone", "screen", "desk")
SOME = {"ALB": "yes", "FRA": "no", "UKR": "abstain"}


def empty():
    return hall_with("", stage="seating")


def seated():
    return hall_with("ALB FRA UKR RUS", stage="seating")


def voting(**fields):
    meeting = hall_with("ALB FRA UKR RUS")
    ballot_in(meeting, SOME, **fields)
    return meeting


def declared():
    meeting = hall_with("ALB FRA UKR RUS")
    proceedings.declare(ballot=ballot_in(meeting, SOME, stage="locked"), now=NOON)
    return meeting


def called():
    meeting = hall_with("ALB FRA UKR RUS")
    putting.put_question(meeting=meeting, way=putting.Way(Method.ROLL_CALL, Majority.SIMPLE), now=NOON)
    return meeting


def debriefed():
    meeting = declared()
    meetings.show_debrief(meeting=meeting, on=True, now=NOON)
    return meeting


def moved(*steps, put=False):
    """On the floor, or in the midst of a vote on the text."""
    meeting = hall_with("ALB FRA UKR RUS")
    text = meeting.resolution
    text.summary = "The Assembly,\n\n1. Calls for tests;\n\n2. Asks for more."
    text.save()
    meetings.introduce(meeting, text, ["UKR"], NOON)
    if put:
        proceedings.put_to_recorded_vote(meeting=meeting, majority=Majority.SIMPLE, hidden=False, now=NOON)
    for step, data in steps:
        if step == "move":
            motions.move(meeting=meeting, now=NOON, by="ALB", **data)
        else:
            motions.preside(meeting=meeting, step=step, now=NOON, **data)
    return meeting


CLOSE = ("move", {"kind": MotionKind.CLOSE_DEBATE})
POINT = ("move", {"kind": MotionKind.POINT_OF_ORDER})
DIVIDE = ("move", {"kind": MotionKind.DIVISION, "parts": [["2", True]]})


def suspended():
    meeting = moved(("move", {"kind": MotionKind.SUSPEND_MEETING}))
    ballot = motions.put(meeting=meeting, number=1, now=NOON)
    for code in ("ALB", "FRA"):
        ballot.votes.create(delegation=meeting.delegations.get(member=code), choice="yes")
    proceedings.lock(ballot=ballot, now=NOON)
    proceedings.declare(ballot=ballot, now=NOON)
    motions.go_on(meeting=meeting, now=NOON)
    return meeting


STATES = {
    "motion": lambda: moved(CLOSE),
    "motions and a point": lambda: moved(CLOSE, DIVIDE, POINT),
    "divided": lambda: moved(DIVIDE, ("grant", {"number": 1})),
    "point in a vote": lambda: moved(POINT, put=True),
    "suspended": suspended,
    "empty": empty,
    "seated": seated,
    "in session": lambda: hall_with("ALB FRA UKR RUS"),
    "voting": voting,
    "hidden": lambda: voting(hidden=True),
    "locked": lambda: voting(stage="locked"),
    "secret": lambda: voting(method="secret"),
    "by roll call": called,
    "show of hands": lambda: voting(method="hands"),
    "without a vote": lambda: voting(method="no_objection"),
    "countdown": lambda: voting(hidden=True, closes_at=NOON, reveal_last=10),
    "declared": declared,
    "debrief": debriefed,
}


def part_of(meeting, audience) -> live.Part:
    return live.render("room", key(meeting.room, audience), "en")


def scene_of(meeting, audience):
    return scenes.scene_for(scenes.stand_of(meeting.room, meeting.pk), audience)


def page_of(meeting, audience) -> str:
    room = meeting.room
    people = room.participants.here()
    client, path = {
        "phone": lambda: (phone_of(people.first() or ParticipantFactory(room=room)), f"/rooms/{room.code}/"),
        "screen": lambda: (projector_of(room), f"/rooms/{room.code}/screen/"),
        "desk": lambda: (signed_in(room.owner), f"/rooms/{room.code}/desk/"),
    }[audience]()
    return client.get(path).content.decode()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_live_equals_fresh(state, audience):
    meeting = STATES[state]()
    page = page_of(meeting, audience)
    part = part_of(meeting, audience)
    assert part.html in page
    assert part_of(meeting, audience) == part, "pure in (object, language)"
    for token in ("csrfmiddlewaretoken", "nonce"):
        assert token not in part.html


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_each_cell_is_an_element_of_the_whole_once(state, audience):
    scene = scene_of(STATES[state](), audience)
    for name, cell in scene.cells.items():
        assert re.match(rf'<\w+ id="{name}"', cell), name
        assert scene.html.count(cell) == 1, name
    ids = re.findall(r'\bid="([^"]+)"', scene.html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_vote_changes_only_cells(audience):
    meeting = voting()
    before = scene_of(meeting, audience)
    ballot = scenes.stand_of(meeting.room, meeting.pk).ballot
    ballot.votes.filter(delegation__member="FRA").update(choice="yes")
    after = scene_of(meeting, audience)
    assert (after.stage, after.shape, after.say) == (before.stage, before.shape, before.say)
    changed = {name for name in after.cells if after.cells[name] != before.cells[name]}
    assert changed == {"seat-FRA", "totals"}
    rest = before.html
    for name in changed:
        rest = rest.replace(before.cells[name], after.cells[name])
    assert rest == after.html


@pytest.mark.parametrize("audience", AUDIENCES)
def test_who_is_marked_present_changes_only_cells(audience):
    meeting = seated()
    before = scene_of(meeting, audience)
    attendance.mark(meeting=meeting, code="FRA", attendance=Attendance.ABSENT, now=NOON)
    after = scene_of(meeting, audience)
    assert after.shape == before.shape
    rest = before.html
    for name, cell in before.cells.items():
        rest = rest.replace(cell, after.cells[name])
    assert rest == after.html
    assert "presence" in {name for name in after.cells if after.cells[name] != before.cells[name]}


def test_a_newcomer_changes_more_than_cells():
    meeting = seated()
    before = scene_of(meeting, "screen")
    ParticipantFactory(room=meeting.room)
    after = scene_of(meeting, "screen")
    assert (after.shape != before.shape, after.cells == before.cells) == (True, True)
    assert "1 without a seat" in after.html


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("method", ["recorded", "secret"])
def test_what_must_not_be_seen_is_in_no_part(audience, method):
    """Whatever is voted, the part is the same but for its number of votes."""
    parts = []
    for votes in (SOME, {"ALB": "no", "FRA": "yes", "UKR": "no"}):
        meeting = hall_with("ALB FRA UKR RUS")
        meeting.room.participants.update(name="Somebody")
        ballot_in(meeting, votes, hidden=True, method=method)
        parts.append(scene_of(meeting, audience).html.replace(meeting.resolution.title, "The text"))
    assert parts[0] == parts[1]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_stage_changes_with_the_stages_of_a_ballot(audience):
    meeting = voting()
    ballot = scenes.stand_of(meeting.room, meeting.pk).ballot
    stages = [scene_of(meeting, audience).stage]
    for act in (proceedings.lock, proceedings.declare):
        act(ballot=ballot, now=NOON)
        stages.append(scene_of(meeting, audience).stage)
    meetings.show_debrief(meeting=meeting, on=True, now=NOON)
    stages.append(scene_of(meeting, audience).stage)
    assert len(set(stages)) == 4


def test_who_chooses_a_seat_changes_no_other_phone():
    meeting = hall_with("ALB FRA UKR", stage="seating", open_choice=True)
    late = ParticipantFactory(room=meeting.room)
    phone, desk = scene_of(meeting, "phone").stage, scene_of(meeting, "desk").stage
    seating.take_seat(meeting=meeting, participant=late, code="ALB")
    assert scene_of(meeting, "phone").stage == phone
    assert scene_of(meeting, "desk").stage != desk, "a newcomer less to be seated"
    seating.let_choose(meeting=meeting, on=False, now=NOON)
    assert scene_of(meeting, "phone").stage != phone


def test_the_desk_names_who_sits_for_a_delegation_and_nobody_else_does():
    meeting = voting()
    name = delegate_of(meeting, "ALB").name
    assert name in scene_of(meeting, "desk").html
    assert name not in scene_of(meeting, "screen").html + scene_of(meeting, "phone").html


def test_every_number_of_delegations_has_a_panel():
    assert {scenes.panel_class(number) for number in range(194)} == {f"p{most}" for most in scenes.PANELS}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_as_many_queries_with_four_delegations_as_with_193(audience):
    few, many = voting(), hall_with(" ".join(by_iso3()))
    ballot_in(many, SOME)
    numbers = []
    for meeting in (few, many):
        with CaptureQueriesContext(connection) as queries:
            scene_of(meeting, audience)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 7
