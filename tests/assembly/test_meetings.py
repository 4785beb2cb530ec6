import pytest

from tests.factories import NOON, MeetingFactory, ResolutionFactory, RoomFactory, ballot_in, hall_with
from unsim.assembly import meetings
from unsim.assembly.floor import OutOfOrder, VoteGoingOn
from unsim.assembly.models import Meeting, Resolution
from unsim.rooms.hosting import RoomIsClosed
from unsim.rules.majority import Majority

pytestmark = pytest.mark.django_db


def words(meeting) -> list[str]:
    return list(meeting.log.values_list("what", flat=True))


def test_a_meeting_is_started_and_put_on():
    room, text = RoomFactory(), ResolutionFactory()
    meeting = meetings.start_meeting(room=room, resolution=text, now=NOON)
    room.refresh_from_db()
    assert (room.now_kind, room.now_id) == ("meeting", meeting.pk)
    assert (meeting.stage, words(meeting)) == ("seating", ["started", "step"])


def test_starting_twice_gives_one_meeting():
    room, text = RoomFactory(), ResolutionFactory()
    once = meetings.start_meeting(room=room, resolution=text, now=NOON)
    assert meetings.start_meeting(room=room, resolution=text, now=NOON) == once
    hall_with("ALB", room=room, resolution=text, stage="seating")
    assert Meeting.objects.count() == 2


def test_in_a_closed_room_no_meeting_is_started():
    room = RoomFactory(closed_at=NOON)
    with pytest.raises(RoomIsClosed):
        meetings.start_meeting(room=room, resolution=ResolutionFactory(), now=NOON)
    assert not Meeting.objects.exists()


def test_a_text_is_typed_in_for_its_room():
    room = RoomFactory()
    text = meetings.type_text(room=room, title="On homework", text="None.", majority=Majority.TWO_THIRDS)
    again = meetings.type_text(room=room, title="On homework", text="None.", majority=Majority.TWO_THIRDS)
    assert text == again == Resolution.objects.get(room=room)
    assert text.majority == "two_thirds"


def test_a_third_of_the_delegations_opens():
    meeting = hall_with("ALB FRA UKR USA", stage="seating")
    meeting.delegations.exclude(member__in=["ALB", "FRA"]).update(present=False)
    meetings.open_meeting(meeting=meeting, now=NOON)
    meetings.open_meeting(meeting=meeting, now=NOON)
    meeting.refresh_from_db()
    assert (meeting.stage, words(meeting)) == ("in_session", ["opened"])


def test_too_few_do_not():
    meeting = hall_with("ALB FRA UKR USA", stage="seating")
    meeting.delegations.exclude(member="ALB").update(present=False)
    with pytest.raises(meetings.TooFewPresent, match="1 of 4 delegations are present; 2 are needed"):
        meetings.open_meeting(meeting=meeting, now=NOON)
    meeting.refresh_from_db()
    assert (meeting.stage, words(meeting)) == ("seating", [])


def test_nobody_at_all_does_not():
    with pytest.raises(meetings.NoDelegations):
        meetings.open_meeting(meeting=MeetingFactory(), now=NOON)


def test_back_to_the_seating_but_not_during_a_vote():
    meeting = hall_with("ALB FRA")
    meetings.back_to_seating(meeting=meeting, now=NOON)
    meetings.back_to_seating(meeting=meeting, now=NOON)
    assert words(meeting) == ["back_to_seating"]
    meetings.open_meeting(meeting=meeting, now=NOON)
    ballot_in(meeting)
    with pytest.raises(VoteGoingOn):
        meetings.back_to_seating(meeting=meeting, now=NOON)


def test_the_debrief_comes_and_goes():
    meeting = hall_with("ALB FRA")
    for on in (True, True, False):
        meetings.show_debrief(meeting=meeting, on=on, now=NOON)
    assert words(meeting) == ["debrief", "debrief_left"]
    ballot_in(meeting)
    with pytest.raises(VoteGoingOn):
        meetings.show_debrief(meeting=meeting, on=True, now=NOON)


def test_a_closed_meeting_shows_the_debrief_for_good():
    meeting = hall_with("ALB FRA", open_choice=True)
    meetings.close_meeting(meeting=meeting, now=NOON)
    meetings.close_meeting(meeting=meeting, now=NOON)
    meeting.refresh_from_db()
    assert (meeting.stage, meeting.closed_at, meeting.debrief, meeting.open_choice) == ("closed", NOON, True, False)
    assert words(meeting) == ["closed"]
    with pytest.raises(OutOfOrder):
        meetings.open_meeting(meeting=meeting, now=NOON)


def test_a_meeting_does_not_close_during_a_vote():
    meeting = hall_with("ALB FRA")
    ballot_in(meeting)
    with pytest.raises(VoteGoingOn):
        meetings.close_meeting(meeting=meeting, now=NOON)
