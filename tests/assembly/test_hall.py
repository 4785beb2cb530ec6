import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    NOON,
    DelegationFactory,
    MemberFactory,
    ParticipantFactory,
    SeatFactory,
    delegate_of,
    hall_with,
)
from unsim.assembly import seating
from unsim.assembly.hall import finds, hall_of
from unsim.members import by_iso3

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    meeting = hall_with("UKR ALB")
    DelegationFactory(meeting=meeting, member=MemberFactory(iso3="GBR"))
    return meeting


def test_places_people_and_presence(meeting):
    partner = SeatFactory(delegation=meeting.delegations.get(member="ALB")).participant
    hall = hall_of(meeting)
    assert [place.code for place in hall.places] == ["ALB", "UKR", "GBR"], "English alphabetical order"
    albania, _ukraine, kingdom = hall.places
    assert albania.people == (delegate_of(meeting, "ALB").name, partner.name)
    assert (albania.free, kingdom.free, kingdom.present) == (0, 2, False)
    assert (hall.seated, hall.empty, hall.quorum.present, hall.quorum.members) == (3, 1, 2, 3)


def test_who_waits_observes_and_wishes(meeting):
    late = ParticipantFactory(room=meeting.room)
    ParticipantFactory(room=meeting.room, removed_at=NOON)
    albania, ukraine = delegate_of(meeting, "ALB"), delegate_of(meeting, "UKR")
    seating.observe(meeting=meeting, participant=albania)
    for person in (albania, ukraine):
        seating.ask_for_another(meeting=meeting, participant=person)
    hall = hall_of(meeting)
    assert (hall.waiting, hall.observers) == ((late.name,), (albania.name,))
    assert [(wish.name, wish.label) for wish in hall.wishes] == [(ukraine.name, "Ukraine"), (albania.name, "")]


def test_as_many_queries_whatever_the_number(meeting):
    for hall in (meeting, hall_with(" ".join(by_iso3()))):
        with CaptureQueriesContext(connection) as queries:
            hall_of(hall)
        assert len(queries) == 4


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("", ["ALB", "UKR", "GBR"]),
        ("u", ["UKR", "GBR"]),
        ("  UNITED  ", ["GBR"]),
        ("Britain", ["GBR"]),
        ("gbr", ["GBR"]),
        ("Atlantis", []),
    ],
)
def test_a_delegation_is_found_by_any_of_its_names(meeting, words, codes):
    assert [place.code for place in finds(hall_of(meeting), words).places] == codes
