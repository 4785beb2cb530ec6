"""Who may move, and who may preside: every address of motions, by every person of the cast."""

import pytest

from tests.factories import NOON, SeatFactory, hall_with
from unsim.assembly import meetings, motion_urls, motions, steps
from unsim.assembly.models import Amendment, Ballot, LogEntry, Meeting
from unsim.rooms.models import Room
from unsim.rules.motions import MotionKind

PRESIDENTS = [
    ("motions/enter/", "get"),
    ("motions/enter/", "post"),
    ("motions/preside/", "post"),
    ("motions/back/", "post"),
    ("motions/appeal/", "post"),
    ("motions/1/put/", "post"),
    ("amendments/", "post"),
    ("drafts/", "get"),
    ("drafts/", "post"),
]
DELEGATES = [
    ("moves/suspend_meeting/", "get"),
    ("moves/suspend_meeting/", "post"),
    ("moved/1/", "post"),
    ("amendments/withdraw/", "post"),
]
EVERY = PRESIDENTS + DELEGATES
CHANGING = [(path, method) for path, method in EVERY if method == "post"]
# Enough for each address to do something.
SENT = {
    "act": "rule_out", "number": "1", "by": "FRA", "kind": "suspend_meeting", "delegation": "FRA", "entry": "0",
    "name": "A1", "text": "here", "title": "x", "majority": "simple",
}  # fmt: skip


@pytest.fixture
def meeting(cast) -> Meeting:
    meeting = hall_with("ALB FRA", room=cast.room)
    SeatFactory(delegation=meeting.delegations.get(member="FRA"), participant=cast.participant)
    meetings.introduce(meeting, meeting.resolution, ["ALB"], NOON)
    motions.move(meeting=meeting, kind=MotionKind.CLOSE_DEBATE, by="ALB", now=NOON)
    return meeting


def address(room: Room, meeting: Meeting, path: str) -> str:
    return f"/rooms/{room.code}/meetings/{meeting.pk}/{path}"


def everything() -> list:
    return [list(table.objects.order_by("pk").values()) for table in (Meeting, Ballot, LogEntry, Amendment)]


def test_the_tables_name_every_address():
    assert len({path for path, _method in EVERY}) == len(motion_urls.urlpatterns)


@pytest.mark.parametrize(("path", "method"), PRESIDENTS)
def test_only_who_presides(cast, meeting, path, method):
    before = everything()
    for name, client in cast.clients().items():
        if name != "teacher":
            assert getattr(client, method)(address(cast.room, meeting, path), SENT).status_code in {302, 403}, name
    assert everything() == before
    assert getattr(cast.teacher, method)(address(cast.room, meeting, path), SENT).status_code in {200, 302, 409, 422}


@pytest.mark.parametrize(("path", "method"), DELEGATES)
def test_only_who_is_in_the_room(cast, meeting, path, method):
    before = everything()
    for name, client in cast.clients().items():
        if name != "delegate":
            assert getattr(client, method)(address(cast.room, meeting, path), SENT).status_code in {302, 403}, name
    assert everything() == before
    assert getattr(cast.delegate, method)(address(cast.room, meeting, path), SENT).status_code in {200, 302, 409, 422}


@pytest.mark.parametrize("role", ["president", "secretary", "teller"])
@pytest.mark.parametrize(("path", "method"), PRESIDENTS)
def test_a_student_on_the_dais(cast, meeting, path, method, role):
    meeting.dais.create(participant=cast.participant, role=role)
    answer = getattr(cast.delegate, method)(address(cast.room, meeting, path), SENT)
    may = role == "president" or (role == "teller" and path == "motions/appeal/")
    assert (answer.status_code not in {302, 403} or answer.get("location", "").endswith("/podium/")) == may


@pytest.mark.parametrize(("path", "method"), EVERY)
def test_of_another_room_it_is_missing(cast, meeting, path, method):
    cast.other_teacher.force_login(cast.other_room.owner)
    client = cast.other_teacher if (path, method) in PRESIDENTS else cast.other_delegate
    assert getattr(client, method)(address(cast.other_room, meeting, path), SENT).status_code == 404


@pytest.mark.parametrize(("path", "method"), CHANGING)
def test_in_a_closed_room_nothing_changes(cast, meeting, path, method):
    cast.room.closed_at = NOON
    cast.room.save()
    before = everything()
    client = cast.teacher if (path, method) in PRESIDENTS else cast.delegate
    assert client.post(address(cast.room, meeting, path), SENT).status_code == 409
    assert everything() == before


@pytest.mark.parametrize("path", [path for path, method in EVERY if method == "post"])
def test_the_other_method_is_refused(cast, meeting, path):
    client = cast.teacher if (path, "post") in PRESIDENTS else cast.delegate
    both = (path, "get") in EVERY
    assert client.get(address(cast.room, meeting, path), SENT).status_code == (200 if both else 405)
    assert client.put(address(cast.room, meeting, path)).status_code == 405


@pytest.mark.parametrize("stage", ["seating", "closed"])
@pytest.mark.parametrize(("path", "method"), CHANGING)
def test_outside_a_session_nothing_is_moved(cast, meeting, path, method, stage):
    Meeting.objects.update(stage=stage)
    client = cast.teacher if (path, method) in PRESIDENTS else cast.delegate
    assert client.post(address(cast.room, meeting, path), SENT).status_code in {409, 422}
    assert len(steps.steps_of(meeting)) == 2


def test_observers_move_nothing(cast, meeting):
    """In a delegation that observes, and without one: the rules give them no motion."""
    meeting.delegations.filter(member="FRA").update(observer=True)
    path = address(cast.room, meeting, "moves/suspend_meeting/")
    assert cast.delegate.post(path, {"delegation": "FRA"}).status_code == 422
    assert "Move or raise" not in cast.delegate.get(f"/rooms/{cast.room.code}/").content.decode()
    cast.participant.seats.update(delegation=None)
    assert cast.delegate.post(path, {"delegation": "FRA"}).status_code == 403
    assert len(steps.steps_of(meeting)) == 2


def test_a_form_made_for_another_seat_moves_nothing(cast, meeting):
    path = address(cast.room, meeting, "moves/suspend_meeting/")
    assert cast.delegate.post(path, {"delegation": "ALB"}).status_code == 409
    assert len(steps.steps_of(meeting)) == 2
