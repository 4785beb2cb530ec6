import pytest

from tests.factories import SeatFactory, hall_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    meeting = hall_with("ALB FRA", room=cast.room)
    SeatFactory(delegation=meeting.delegations.get(member="ALB"), participant=cast.participant)
    return meeting


def argue(cast, meeting, words, client=None):
    return (client or cast.delegate).post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/argues/", {"words": words})


def line(meeting):
    return meeting.delegations.get(member="ALB").argues


def test_a_delegation_writes_one_line_and_sees_it_on_its_card(cast, meeting):
    assert argue(cast, meeting, "  Borders are not\n moved by force ").status_code == 302
    assert line(meeting) == "Borders are not moved by force"
    assert 'value="Borders are not moved by force"' in cast.delegate.get(f"/rooms/{cast.room.code}/").content.decode()


def test_it_is_replaced_taken_away_and_never_too_long(cast, meeting):
    argue(cast, meeting, "x" * 400)
    assert line(meeting) == "x" * 300
    argue(cast, meeting, " ")
    assert line(meeting) == ""


def test_it_is_nobody_elses(cast, meeting):
    for name, client in cast.clients().items():
        if name != "delegate":
            assert argue(cast, meeting, "for nothing", client).status_code in (302, 403), name
    meeting.seats.filter(participant=cast.participant).delete()
    assert argue(cast, meeting, "for nothing").status_code == 403
    assert line(meeting) == ""
