"""Who may do what with the methods of voting: every address of them, by every person of the cast."""

import pytest

from tests.assembly.test_permissions import everything
from tests.cast import Cast, phone_of
from tests.factories import NOON, ParticipantFactory, SeatFactory, ballot_in, hall_with
from unsim.assembly import method_urls, proceedings, putting
from unsim.assembly.models import DaisRole
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method

TELLERS = [
    "ballots/{ballot}/answers/",
    "ballots/{ballot}/answers/undo/",
    "ballots/{ballot}/answers/absent/",
    "ballots/{ballot}/enter/",
    "ballots/{ballot}/hands/",
    "ballots/{ballot}/corrections/",
]
PRESIDENTS = ["ballots/{ballot}/adopt/", "ballots/{ballot}/instead/", "ballots/{ballot}/extend/"]
SECRETARIES = ["meetings/{meeting}/explanations/"]
STUDENTS = [
    "meetings/{meeting}/explain/",
    "ballots/{ballot}/answer/",
    "ballots/{ballot}/object/",
    "ballots/{ballot}/correct/",
]
ALL_INSIDE = ["ballots/{ballot}/due/"]
TEACHERS = TELLERS + PRESIDENTS + SECRETARIES
EVERY = TEACHERS + STUDENTS
REFUSED = {302, 403}


@pytest.fixture
def place(cast: Cast) -> dict[str, object]:
    """A meeting in the cast's room in the midst of a roll call, with a recorded vote declared before."""
    meeting = hall_with("ALB FRA", room=cast.room)
    SeatFactory(delegation=meeting.delegations.get(member="FRA"), participant=cast.participant)
    record = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "yes"}, stage="locked"), now=NOON)
    way = putting.Way(Method.ROLL_CALL, Majority.SIMPLE)
    ballot = putting.put_question(meeting=meeting, way=way, now=NOON)
    return {"meeting": meeting.pk, "ballot": ballot.pk, "record": record.pk}


def test_the_tables_name_every_address():
    assert len(EVERY + ALL_INSIDE) == len(method_urls.urlpatterns)


@pytest.mark.parametrize("path", TEACHERS)
def test_only_the_teacher_of_the_room(cast, place, path):
    before = everything()
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    for name, client in cast.clients().items():
        if name != "teacher":
            assert client.post(address).status_code in REFUSED, name
    assert everything() == before
    assert cast.teacher.post(address).status_code not in REFUSED - {302}


@pytest.mark.parametrize("path", TELLERS)
@pytest.mark.parametrize(("role", "let_in"), [("teller", True), ("president", True), ("secretary", False)])
def test_and_the_tellers_of_the_dais(cast, place, path, role, let_in):
    let_in = let_in or "corrections" in path
    check_role(cast, place, path, role, let_in)


@pytest.mark.parametrize("path", PRESIDENTS)
@pytest.mark.parametrize(("role", "let_in"), [("teller", False), ("president", True), ("secretary", False)])
def test_and_the_president_of_the_dais(cast, place, path, role, let_in):
    check_role(cast, place, path, role, let_in)


@pytest.mark.parametrize("path", SECRETARIES)
@pytest.mark.parametrize(("role", "let_in"), [("teller", False), ("president", True), ("secretary", True)])
def test_and_the_secretary_of_the_dais(cast, place, path, role, let_in):
    check_role(cast, place, path, role, let_in)


def check_role(cast, place, path, role, let_in):
    helper = ParticipantFactory(room=cast.room)
    DaisRole.objects.create(meeting_id=place["meeting"], participant=helper, role=role)
    answer = phone_of(helper).post(f"/rooms/{cast.room.code}/" + path.format(**place))
    assert ("/sign-in/" not in answer.get("Location", "")) is let_in


@pytest.mark.parametrize("path", STUDENTS)
def test_only_the_participants_of_the_room(cast, place, path):
    before = everything()
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    for name, client in cast.clients().items():
        if name != "delegate":
            assert client.post(address).status_code in REFUSED, name
    assert everything() == before
    assert cast.delegate.post(address).status_code in {200, 302, 409, 422}


@pytest.mark.parametrize("path", EVERY)
def test_the_other_method_is_refused(cast, place, path):
    for client in (cast.teacher, cast.delegate, cast.stranger):
        assert client.get(f"/rooms/{cast.room.code}/" + path.format(**place)).status_code == 405


@pytest.mark.parametrize("path", EVERY)
def test_what_is_of_another_room_is_missing(cast, place, path):
    teacher = cast.other_teacher
    teacher.force_login(cast.other_room.owner)
    before = everything()
    client = teacher if path in TEACHERS else cast.other_delegate
    assert client.post(f"/rooms/{cast.other_room.code}/" + path.format(**place)).status_code == 404
    assert everything() == before


@pytest.mark.parametrize("path", EVERY)
def test_in_a_closed_room_nothing_changes(cast, place, path):
    cast.room.closed_at = NOON
    cast.room.save()
    before = everything()
    client = cast.teacher if path in TEACHERS else cast.delegate
    assert client.post(f"/rooms/{cast.room.code}/" + path.format(**place)).status_code == 409
    assert everything() == before


@pytest.mark.parametrize("path", ALL_INSIDE)
def test_everybody_in_the_room_and_nobody_else(cast, place, path):
    before = everything()
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    let_in = {name for name, client in cast.clients().items() if client.get(address).status_code == 204}
    assert let_in == {"teacher", "delegate", "projector"}
    assert everything() == before, "nothing is due"
    assert cast.teacher.post(address).status_code == 405
    cast.other_teacher.force_login(cast.other_room.owner)
    other = f"/rooms/{cast.other_room.code}/" + path.format(**place)
    assert cast.other_teacher.get(other).status_code == 404
