import pytest

from tests.factories import NOON, ParticipantFactory, RoomFactory, TeacherFactory
from unsim.rooms import hosting, joining
from unsim.rooms.models import Room

pytestmark = pytest.mark.django_db


def test_a_room_is_opened_with_a_code_of_its_own():
    teacher = TeacherFactory()
    rooms = [hosting.open_room(owner=teacher, name=" Class  9b ", now=NOON) for _ in range(3)]
    assert len({room.code for room in rooms}) == 3
    assert rooms[0].name == "Class 9b"


def test_a_code_that_is_taken_is_drawn_again(monkeypatch):
    taken = RoomFactory(code="AAAAAA")
    codes = iter(["AAAAAA", "CCCCCC"])
    monkeypatch.setattr(hosting, "new_code", lambda: next(codes))
    assert hosting.open_room(owner=taken.owner, name="x", now=NOON).code == "CCCCCC"


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x00b"])
def test_a_room_needs_a_name(name):
    with pytest.raises(hosting.NoRoomName):
        hosting.open_room(owner=TeacherFactory(), name=name, now=NOON)
    assert not Room.objects.exists()


def test_the_pointer_moves_and_returns_to_the_lobby():
    room = RoomFactory()
    hosting.put_on(room=room, kind="meeting", pk=7, now=NOON)
    room.refresh_from_db()
    assert (room.now_kind, room.now_id) == ("meeting", 7)
    hosting.put_on(room=room, kind="", pk=None, now=NOON)
    room.refresh_from_db()
    assert (room.now_kind, room.now_id) == ("", None)


def test_in_a_closed_room_nothing_changes():
    participant = ParticipantFactory()
    room = participant.room
    hosting.close_room(room=room, now=NOON)
    for act in (
        lambda: hosting.put_on(room=room, kind="meeting", pk=7, now=NOON),
        lambda: hosting.set_lock(room=room, locked=True),
        lambda: hosting.rename(participant=participant, name="Other"),
        lambda: hosting.remove(participant=participant, now=NOON),
    ):
        with pytest.raises(hosting.RoomIsClosed):
            act()
    assert Room.objects.values_list("now_kind", "locked").get() == ("", False)
    participant.refresh_from_db()
    assert participant.removed_at is None


def test_closing_twice_keeps_the_first_time():
    room = RoomFactory()
    hosting.close_room(room=room, now=NOON)
    hosting.close_room(room=room, now=NOON.replace(hour=13))
    room.refresh_from_db()
    assert room.closed_at == NOON


def test_a_participant_is_renamed_unless_the_name_is_taken():
    one = ParticipantFactory(name="Amina")
    two = ParticipantFactory(room=one.room, name="Ben")
    with pytest.raises(joining.NameTaken):
        hosting.rename(participant=two, name="amina")
    hosting.rename(participant=one, name="AMINA")
    one.refresh_from_db()
    assert one.name == "AMINA"


def test_removing_twice_is_removing_once():
    participant = ParticipantFactory()
    hosting.remove(participant=participant, now=NOON)
    hosting.remove(participant=participant, now=NOON.replace(hour=13))
    participant.refresh_from_db()
    assert participant.removed_at == NOON
