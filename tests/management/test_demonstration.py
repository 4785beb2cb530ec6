import pytest
from django.core.management import call_command

from tests.factories import TeacherFactory
from unsim.assembly.models import Record
from unsim.management import demonstration
from unsim.rooms.models import Room


@pytest.fixture
def seeds(db):
    call_command("seed", verbosity=0)


def test_a_round_shows_an_open_and_a_secret_vote_within_a_minute(seeds):
    waited = []
    room = demonstration.open_room()
    demonstration.run(room, rounds=2, pause=waited.append)
    records = Record.objects.order_by("pk")
    assert [record.ballot.motion.method for record in records] == ["recorded", "secret"] * 2
    assert sum(waited) / 2 < 75
    room.refresh_from_db()
    assert room.now_kind == "meeting"
    assert room.demonstration
    assert all(room.participants.values_list("simulated", flat=True))


def test_it_belongs_to_the_first_teacher_and_replaces_an_earlier_one(seeds):
    nobodys = demonstration.open_room()
    assert not nobodys.owner.has_usable_password()
    teacher = TeacherFactory(is_superuser=True)
    assert demonstration.open_room().owner == teacher
    assert list(Room.objects.open().values_list("owner", flat=True)) == [teacher.pk]


def test_it_ends_when_the_room_is_closed(seeds):
    from unsim.rooms import hosting

    room = demonstration.open_room()
    hosting.close_room(room=room, now=room.created_at)
    demonstration.run(room, pause=lambda seconds: None)
    assert not Record.objects.exists()
