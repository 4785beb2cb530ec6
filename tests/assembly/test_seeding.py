import shutil

import pytest
from django.conf import settings

from tests.factories import RoomFactory
from unsim.assembly.models import Member, RealVote, Resolution
from unsim.assembly.seeding import load
from unsim.seedfile import BadSeed

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeds(tmp_path):
    """A copy of the seeds, to be spoilt."""
    return shutil.copytree(settings.SEEDS_DIR, tmp_path / "seeds")


def everything() -> list:
    tables = (Member.everyone, Resolution.objects, RealVote.objects)
    return [list(table.order_by("pk").values()) for table in tables]


def test_the_seeds_of_the_project_are_loaded():
    summary = load(settings.SEEDS_DIR)
    assert (summary.members, summary.resolutions) == (193, 13)
    assert Member.objects.count() == 193
    observers = Member.everyone.filter(observer=True)
    assert [(each.iso3, each.seat_order) for each in observers] == [("VAT", 901), ("PSE", 902), ("EUE", 903)]
    assert summary.real_votes == RealVote.objects.count() == 9 * 193 + 3 * 15
    text = Resolution.objects.get(symbol="A/RES/ES-11/4")
    assert (text.majority, text.body, text.real_votes.filter(choice="no").count()) == ("two_thirds", "assembly", 5)


def test_loading_twice_changes_nothing():
    load(settings.SEEDS_DIR)
    before = everything()
    load(settings.SEEDS_DIR)
    assert everything() == before


def test_a_changed_seed_is_taken_over(seeds):
    load(seeds)
    path = seeds / "resolutions" / "a-res-es-11-4.md"
    path.write_text(path.read_text().replace("majority: two_thirds", "majority: simple"))
    load(seeds)
    assert Resolution.objects.get(slug="a-res-es-11-4").majority == "simple"
    assert Resolution.objects.count() == 13


def test_a_text_of_a_room_is_left_alone(seeds):
    own = Resolution.objects.create(title="Ours", slug="a-res-es-11-4", room=RoomFactory())
    load(seeds)
    own.refresh_from_db()
    assert own.title == "Ours"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("members.csv", "2,ALB", "2,AFG", 3),
        ("observers.csv", ",1964,", ",,", 2),
        ("resolutions/a-res-es-11-4.md", "majority: two_thirds", "majority: most", 6),
        ("roll_calls/a-res-es-11-4.csv", "AFG,Afghanistan,yes", "AFG,Afghanistan,maybe", 2),
    ],
)
def test_a_bad_seed_is_named_by_file_and_line_and_changes_nothing(seeds, file, old, new, line):
    load(seeds)
    before = everything()
    path = seeds / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    practice = seeds / "resolutions" / "practice-clean-water.md"
    practice.write_text(practice.read_text().replace("Clean water", "Clear water"))
    with pytest.raises(BadSeed) as refused:
        load(seeds)
    assert (refused.value.path, refused.value.line) == (path, line)
    assert everything() == before
