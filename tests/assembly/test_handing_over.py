import pytest

from tests.factories import NOON, MeetingFactory, ParticipantFactory, hall_with
from unsim.assembly.dais import Role, dais_of, role_of
from unsim.assembly.handing_over import NotWhileClosed, hand_over, take_back_role
from unsim.assembly.minutes import minutes_of
from unsim.rooms import hosting, joining
from unsim.rooms.now import deputies

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return hall_with("ALB FRA")


@pytest.fixture
def student(meeting):
    return ParticipantFactory(room=meeting.room, name="Ana")


def give(meeting, student, role):
    hand_over(meeting=meeting, participant=student, role=role, now=NOON)


@pytest.mark.parametrize("role", Role)
def test_a_role_is_handed_over_and_taken_back(meeting, student, role):
    for _click in range(2):
        give(meeting, student, role)
    assert role_of(meeting.room, student) is role
    assert [(each.name, each.role) for each in dais_of(meeting)] == [("Ana", role)]
    for _click in range(2):
        take_back_role(meeting=meeting, participant=student, now=NOON)
    assert role_of(meeting.room, student) is None
    assert len(minutes_of(meeting)) == 2


def test_a_student_has_one_role_at_a_time(meeting, student):
    for role in (Role.TELLER, Role.SECRETARY):
        give(meeting, student, role)
    assert [each.role for each in dais_of(meeting)] == [Role.SECRETARY]


def test_there_is_one_president_and_any_number_of_tellers(meeting, student):
    others = [ParticipantFactory(room=meeting.room, name=name) for name in ("Ben", "Cy", "Di")]
    give(meeting, student, Role.PRESIDENT)
    for other, role in zip(others, (Role.TELLER, Role.TELLER, Role.PRESIDENT), strict=True):
        give(meeting, other, role)
    assert [(each.name, each.role) for each in dais_of(meeting)] == [
        ("Di", Role.PRESIDENT),
        ("Ben", Role.TELLER),
        ("Cy", Role.TELLER),
    ]


def test_a_role_holds_in_its_own_meeting_while_that_is_on(meeting, student):
    give(meeting, student, Role.PRESIDENT)
    other = MeetingFactory(room=meeting.room)
    for kind, pk in (("meeting", other.pk), ("", None), ("quiz", meeting.pk)):
        room = meeting.room
        room.now_kind, room.now_id = kind, pk
        assert role_of(room, student) is None
    meeting.room.now_kind, meeting.room.now_id = "meeting", meeting.pk
    assert role_of(meeting.room, student) is Role.PRESIDENT
    assert role_of(meeting.room, None) is None


def test_in_a_closed_room_nobody_is_on_the_dais(meeting, student):
    give(meeting, student, Role.PRESIDENT)
    hosting.close_room(room=meeting.room, now=NOON)
    assert role_of(meeting.room, student) is None


def test_the_dais_of_a_closed_meeting_stays(meeting, student):
    meeting.stage = "closed"
    meeting.save()
    with pytest.raises(NotWhileClosed):
        give(meeting, student, Role.TELLER)


def test_who_is_removed_from_the_room_is_on_no_dais(meeting, student):
    give(meeting, student, Role.SECRETARY)
    hosting.remove(participant=student, now=NOON)
    assert dais_of(meeting) == ()
    assert not meeting.dais.exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda meeting, student: give(meeting, student, Role.TELLER),
        lambda meeting, student: take_back_role(meeting=meeting, participant=student, now=NOON),
        lambda meeting, student: hosting.put_on(room=meeting.room, kind="", pk=None, now=NOON),
        lambda meeting, student: hosting.remove(participant=student, now=NOON),
        lambda meeting, student: hosting.close_room(room=meeting.room, now=NOON),
        lambda meeting, student: joining.rejoin(room=meeting.room, code=student.rejoin_code, now=NOON),
    ],
)
def test_the_streams_of_the_podium_end_whenever_somebody_may_no_longer_look(meeting, student, act, monkeypatch):
    give(meeting, student, Role.PRESIDENT)
    ended = []
    monkeypatch.setattr("unsim.live.end", ended.append)
    act(meeting, student)
    assert deputies(meeting.room) in ended
