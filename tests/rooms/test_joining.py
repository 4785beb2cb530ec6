import pytest

from tests.factories import NOON, ParticipantFactory, RoomFactory
from unsim.rooms import joining
from unsim.rooms.models import Participant

pytestmark = pytest.mark.django_db


def join(room, name="Amina", ticket="t1"):
    return joining.join(room=room, name=name, ticket=ticket, now=NOON)


def test_a_student_joins_with_a_name():
    room = RoomFactory()
    participant = join(room)
    assert (participant.room, participant.name, len(participant.rejoin_code)) == (room, "Amina", 8)


def test_the_same_form_sent_twice_is_one_participant():
    room = RoomFactory()
    assert join(room) == join(room)
    assert room.participants.count() == 1


def test_a_name_is_taken_once_whatever_its_case():
    room = RoomFactory()
    join(room)
    with pytest.raises(joining.NameTaken):
        join(room, "AMINA", "t2")
    assert join(RoomFactory(), "Amina", "t2").name == "Amina"


def test_the_name_of_somebody_removed_is_free_again():
    room = RoomFactory()
    ParticipantFactory(room=room, name="Amina", removed_at=NOON)
    assert join(room).name == "Amina"


@pytest.mark.parametrize(
    ("state", "refusal"), [({"locked": True}, joining.RoomLocked), ({"closed_at": NOON}, joining.RoomClosed)]
)
def test_the_door_is_shut(state, refusal):
    with pytest.raises(refusal):
        join(RoomFactory(**state))
    assert not Participant.objects.exists()


def test_a_full_room_says_so(monkeypatch):
    monkeypatch.setattr(joining, "CAPACITY", 2)
    room = RoomFactory()
    for n in range(2):
        join(room, f"Student {n}", f"t{n}")
    with pytest.raises(joining.RoomFull):
        join(room, "One more", "t9")


def test_who_is_in_a_locked_room_may_send_the_form_again():
    room = RoomFactory()
    participant = join(room)
    room.locked = True
    room.save()
    assert join(room) == participant


def test_a_rejoin_code_moves_the_identity():
    participant = ParticipantFactory()
    back = joining.rejoin(room=participant.room, code=participant.rejoin_code.lower(), now=NOON)
    assert (back, back.generation) == (participant, 2)


def test_a_rejoin_code_is_of_one_room_and_not_of_somebody_removed():
    participant = ParticipantFactory()
    with pytest.raises(joining.NoSuchRejoinCode):
        joining.rejoin(room=RoomFactory(), code=participant.rejoin_code, now=NOON)
    Participant.objects.update(removed_at=NOON)
    with pytest.raises(joining.NoSuchRejoinCode):
        joining.rejoin(room=participant.room, code=participant.rejoin_code, now=NOON)


def test_find_room_reads_a_code_as_typed():
    room = RoomFactory(code="K7M4QX")
    assert joining.find_room(" k7m-4qx ") == room
    with pytest.raises(joining.NoSuchCode):
        joining.find_room("K7M4QQ")


def test_being_seen_is_noted_once_a_minute(django_assert_num_queries):
    participant = ParticipantFactory(seen_at=NOON)
    with django_assert_num_queries(0):
        joining.see(participant=participant, now=NOON.replace(second=59))
    later = NOON.replace(minute=1)
    joining.see(participant=participant, now=later)
    participant.refresh_from_db()
    assert participant.seen_at == later
