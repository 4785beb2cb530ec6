import pytest

from tests.factories import NOON, DelegationFactory, MemberFactory, hall_with
from unsim.assembly import attendance
from unsim.assembly.attendance import NoPromise
from unsim.assembly.minutes import minutes_of
from unsim.assembly.seating import MeetingIsClosed, NotDealt
from unsim.rules.attendance import Attendance
from unsim.rules.profiles import MODEL_UN, as_dict

pytestmark = pytest.mark.django_db
PRESENT, VOTING, ABSENT = Attendance


def present(meeting) -> list[str]:
    return list(meeting.delegations.filter(present=True).values_list("member_id", flat=True))


def mark(meeting, code, as_):
    attendance.mark(meeting=meeting, code=code, attendance=as_, now=NOON)


@pytest.fixture
def meeting():
    meeting = hall_with("ALB UKR", stage="seating")
    DelegationFactory(meeting=meeting, member=MemberFactory(iso3="FRA"))
    meeting.delegations.update(present=False)
    return meeting


def test_one_tap_marks_and_another_takes_it_back(meeting):
    mark(meeting, "ALB", PRESENT)
    mark(meeting, "ALB", PRESENT)
    assert present(meeting) == ["ALB"]
    mark(meeting, "ALB", ABSENT)
    assert present(meeting) == []
    assert not meeting.log.exists()


def test_a_delegation_that_is_not_here_is_not_marked(meeting):
    with pytest.raises(NotDealt):
        mark(meeting, "XXX", PRESENT)


def test_present_and_voting_where_the_rules_know_it(meeting):
    with pytest.raises(NoPromise):
        mark(meeting, "ALB", VOTING)
    assert present(meeting) == []
    meeting.profile = as_dict(MODEL_UN)
    meeting.save()
    mark(meeting, "ALB", VOTING)
    assert (present(meeting), meeting.delegations.get(member="ALB").promised) == (["ALB"], True)
    mark(meeting, "ALB", PRESENT)
    assert not meeting.delegations.get(member="ALB").promised


def test_who_comes_and_goes_during_the_session_stands_in_the_log(meeting):
    meeting.stage = "in_session"
    meeting.save()
    for as_ in (PRESENT, PRESENT, ABSENT):
        mark(meeting, "ALB", as_)
    assert [minute.sentence for minute in minutes_of(meeting)] == [
        "Albania arrived: 1 of 3 delegations were present.",
        "Albania left: 0 of 3 delegations were present.",
    ]


def test_the_end_of_the_roll_stands_in_the_log(meeting):
    mark(meeting, "UKR", PRESENT)
    attendance.end_roll(meeting=meeting, now=NOON)
    assert meeting.log.get().data == {"present": 1, "members": 3}


def test_nothing_changes_in_a_closed_meeting(meeting):
    meeting.stage = "closed"
    meeting.save()
    for act in (
        lambda: mark(meeting, "ALB", PRESENT),
        lambda: attendance.mark_all(meeting=meeting, seated_only=False, now=NOON),
        lambda: attendance.end_roll(meeting=meeting, now=NOON),
    ):
        with pytest.raises(MeetingIsClosed):
            act()
    assert present(meeting) == []


def test_all_that_a_student_sits_for(meeting):
    for _click in range(2):
        attendance.mark_all(meeting=meeting, seated_only=True, now=NOON)
    assert present(meeting) == ["ALB", "UKR"]
    assert meeting.log.get().data == {"delegations": 2}


def test_all_that_were_dealt(meeting):
    attendance.mark_all(meeting=meeting, seated_only=False, now=NOON)
    assert present(meeting) == ["ALB", "FRA", "UKR"]
