import pytest

from tests.cast import HTMX
from tests.factories import DelegationFactory, MemberFactory, hall_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
    DelegationFactory(meeting=meeting, member=MemberFactory(iso3="UKR"))
    return meeting


def play(cast, meeting, **sent):
    return cast.teacher.post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/empty/", sent, headers=HTMX)


def test_the_desk_plays_empty_seats_and_leaves_them_empty(cast, meeting):
    desk = f"/rooms/{cast.room.code}/desk/"
    assert "1 seat stays empty" in cast.teacher.get(desk).content.decode()
    answer = play(cast, meeting, how="human_rights")
    meeting.refresh_from_db()
    assert (answer.status_code, meeting.simulation, len(meeting.simulation_seed)) == (200, "human_rights", 8)
    assert "1 empty seat is played" in answer.content.decode()
    play(cast, meeting, how="off")
    meeting.refresh_from_db()
    assert meeting.simulation == ""


def test_with_a_record_there_is_no_issue_to_choose(cast, meeting):
    assert 'name="how"><option' in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
    meeting.resolution.real_votes.create(member_id="UKR", choice="yes")
    page = cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
    assert "as their countries voted" in page
    assert 'name="how"><option' not in page


@pytest.mark.parametrize("how", ["", "filibuster"])
def test_nonsense_is_refused(cast, meeting, how):
    assert play(cast, meeting, how=how).status_code == 422


def test_without_empty_seats_nothing_is_offered(cast):
    hall_with("ALB FRA", room=cast.room, stage="seating")
    assert "play-seats" not in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
