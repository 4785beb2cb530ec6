"""The meeting in its room: what phones and desk get at each step, and the desk's plan."""

import pytest

from tests.cast import phone_of, signed_in
from tests.factories import (
    NOON,
    MeetingFactory,
    ParticipantFactory,
    ResolutionFactory,
    ballot_in,
    delegate_of,
    hall_with,
)
from unsim.assembly import meetings, proceedings
from unsim.rooms.activities import activity

pytestmark = pytest.mark.django_db


def phone(meeting, code="ALB") -> str:
    return phone_of(delegate_of(meeting, code)).get(f"/rooms/{meeting.room.code}/").content.decode()


def desk(meeting) -> str:
    return signed_in(meeting.room.owner).get(f"/rooms/{meeting.room.code}/desk/").content.decode()


def declared(meeting, votes, **fields):
    return proceedings.declare(ballot=ballot_in(meeting, votes, stage="locked", **fields), now=NOON)


def test_your_role_is_not_your_opinion_on_every_country_card():
    meeting = hall_with("ALB FRA", stage="seating")
    assert "Your role is not your opinion." in phone(meeting)
    meetings.open_meeting(meeting=meeting, now=NOON)
    assert "Your role is not your opinion." in phone(meeting)
    ballot_in(meeting, {"ALB": "yes"})
    assert "Your role is not your opinion." in phone(meeting)


def test_who_came_late_is_told_to_wait():
    meeting = hall_with("ALB FRA")
    late = phone_of(ParticipantFactory(room=meeting.room))
    assert "You have no seat yet" in late.get(f"/rooms/{meeting.room.code}/").content.decode()


def test_the_own_vote_stays_on_the_phone():
    meeting = hall_with("ALB FRA")
    ballot_in(meeting, {"ALB": "abstain"}, stage="locked")
    assert "Albania voted: <b>Abstaining</b>" in phone(meeting)
    assert "France did not vote." in phone(meeting, "FRA")


def test_the_debrief_tells_each_delegation_how_its_country_voted():
    meeting = hall_with("ALB FRA", resolution=ResolutionFactory())
    meeting.resolution.real_votes.create(member_id="ALB", choice="no")
    declared(meeting, {"ALB": "yes", "FRA": "yes"})
    meetings.show_debrief(meeting=meeting, on=True, now=NOON)
    assert "In your class Albania voted: <b>In favour</b>" in phone(meeting)
    assert "In the real Assembly Albania voted: <b>Against</b>" in phone(meeting)
    assert "In the real Assembly" not in phone(meeting, "FRA")


@pytest.mark.parametrize(
    ("held", "button"),
    [
        ([], "put-recorded"),
        ([{}], "put-secret"),
        ([{"method": "secret"}], "put-recorded"),
        ([{}, {"method": "secret"}], "show-debrief"),
    ],
)
def test_one_obvious_next_button(held, button):
    meeting = hall_with("ALB FRA UKR RUS CHN")
    for fields in held:
        if fields:
            totals = {"yes": 5, "no": 0, "abstain": 0, "absent": 0, "invalid": 0}
            ballot = ballot_in(meeting, stage="counted", totals=totals, **fields)
            proceedings.declare(ballot=ballot, now=NOON)
        else:
            declared(meeting, {"ALB": "yes"})
    page = desk(meeting)
    assert page.count('class="act"') == 1
    assert f'id="{button}" class="act"' in page


def test_after_an_open_vote_of_few_the_debrief_is_next():
    meeting = hall_with("ALB FRA UKR")
    declared(meeting, {"ALB": "yes"})
    assert 'id="show-debrief" class="act"' in desk(meeting)


@pytest.mark.parametrize(("stage", "button"), [("open", "lock-vote"), ("locked", "declare-vote")])
def test_one_obvious_next_button_during_a_vote(stage, button):
    meeting = hall_with("ALB FRA")
    ballot_in(meeting, stage=stage)
    page = desk(meeting)
    assert page.count('class="act"') == 1
    assert f'id="{button}" class="act"' in page


def test_after_an_equal_vote_the_same_is_put_again():
    meeting = hall_with("ALB FRA")
    declared(meeting, {"ALB": "yes", "FRA": "no"})
    assert "Vote again (rule 95)" in desk(meeting)
    assert "an experiment" not in desk(meeting)


def test_without_a_quorum_the_desk_shows_who_is_missing_instead_of_a_declaration():
    meeting = hall_with("ALB FRA UKR")
    meeting.delegations.update(present=False)
    ballot_in(meeting, {"ALB": "yes"}, stage="locked")
    page = desk(meeting)
    assert "No decision can be taken: 1 of 3 delegations are present, and 2 are needed (rule 67)." in page
    assert 'id="declare-vote"' not in page
    assert 'id="at-FRA"' in page


def test_the_plan_of_the_desk():
    meeting = hall_with("ALB", resolution=ResolutionFactory(symbol="A/RES/1"))
    MeetingFactory(room=meeting.room)
    MeetingFactory()
    meetings.close_meeting(meeting=meeting, now=NOON)
    entries = activity("meeting").entries(meeting.room)
    assert [(entry.state, entry.done) for entry in entries] == [("closed", True), ("delegations are seated", False)]
    assert entries[0].title == "General Assembly: A/RES/1"
    (start,) = activity("meeting").starts(meeting.room)
    assert start.url == f"/rooms/{meeting.room.code}/meetings/new/"


def test_a_phone_says_what_a_vote_in_favour_of_a_motion_means():
    meeting = hall_with("ALB FRA")
    motion = ballot_in(meeting).motion
    motion.of, motion.name = "motion", "appeal"
    motion.save()
    assert phone(meeting).index("To vote in favour is to overrule the President") < phone(meeting).index("choice-yes")
