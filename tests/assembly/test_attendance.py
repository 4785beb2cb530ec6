import pytest

from tests.factories import NOON, DelegationFactory, MemberFactory, hall_with
from unsim.assembly import attendance

pytestmark = pytest.mark.django_db


def present(meeting) -> list[str]:
    return list(meeting.delegations.filter(present=True).values_list("member_id", flat=True))


@pytest.fixture
def meeting():
    meeting = hall_with("ALB UKR", stage="seating")
    DelegationFactory(meeting=meeting, member=MemberFactory(iso3="FRA"))
    meeting.delegations.update(present=False)
    return meeting


def test_one_tap_marks_and_another_takes_it_back(meeting):
    attendance.mark(meeting=meeting, code="ALB", present=True)
    attendance.mark(meeting=meeting, code="ALB", present=True)
    assert present(meeting) == ["ALB"]
    attendance.mark(meeting=meeting, code="ALB", present=False)
    attendance.mark(meeting=meeting, code="XXX", present=True)
    assert present(meeting) == []


def test_all_that_a_student_sits_for(meeting):
    for _click in range(2):
        attendance.mark_all(meeting=meeting, seated_only=True, now=NOON)
    assert present(meeting) == ["ALB", "UKR"]
    assert meeting.log.get().data == {"delegations": 2}


def test_all_that_were_dealt(meeting):
    attendance.mark_all(meeting=meeting, seated_only=False, now=NOON)
    assert present(meeting) == ["ALB", "FRA", "UKR"]
