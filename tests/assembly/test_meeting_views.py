import pytest

from tests.cast import HTMX
from tests.factories import NOON, ballot_in, hall_with
from unsim.assembly import proceedings
from unsim.assembly.models import Ballot, Meeting

pytestmark = pytest.mark.django_db


def address(meeting, act: str) -> str:
    return f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/{act}/"


def fresh(meeting) -> Meeting:
    return Meeting.objects.get(pk=meeting.pk)


class TestAttendance:
    @pytest.mark.parametrize(
        ("sent", "present"),
        [
            ({"present": "ALB"}, {"ALB"}),
            ({"all": "seated"}, {"ALB", "FRA"}),
            ({"all": "dealt"}, {"ALB", "FRA"}),
        ],
    )
    def test_is_marked(self, cast, sent, present):
        meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
        meeting.delegations.update(present=False)
        answer = cast.teacher.post(address(meeting, "attendance"), sent, headers=HTMX)
        assert answer.status_code == 200
        assert set(meeting.delegations.filter(present=True).values_list("member_id", flat=True)) == present

    def test_is_taken_back(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
        cast.teacher.post(address(meeting, "attendance"), {"absent": "ALB"})
        assert meeting.delegations.get(present=False).member_id == "ALB"

    def test_nothing_is_nothing(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        assert cast.teacher.post(address(meeting, "attendance")).status_code == 422


class TestTheMeeting:
    def test_is_opened_and_goes_back(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
        assert cast.teacher.post(address(meeting, "open")).status_code == 302
        assert fresh(meeting).stage == "in_session"
        assert cast.teacher.post(address(meeting, "back")).status_code == 302
        assert fresh(meeting).stage == "seating"

    def test_is_not_opened_without_a_quorum(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
        meeting.delegations.update(present=False)
        answer = cast.teacher.post(address(meeting, "open"))
        assert (answer.status_code, fresh(meeting).stage) == (409, "seating")
        assert "0 of 2 delegations are present; 1 is needed" in answer.content.decode()

    def test_shows_the_debrief_and_is_closed(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        cast.teacher.post(address(meeting, "debrief"), {"on": "1"})
        assert fresh(meeting).debrief
        cast.teacher.post(address(meeting, "debrief"), {"on": "0"})
        assert not fresh(meeting).debrief
        assert cast.teacher.post(address(meeting, "debrief")).status_code == 422
        cast.teacher.post(address(meeting, "close"))
        assert fresh(meeting).stage == "closed"
        assert cast.teacher.post(address(meeting, "open")).status_code == 409

    def test_has_a_log_without_votes(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        proceedings.void(ballot=ballot_in(meeting, {"ALB": "no"}), now=NOON)
        page = cast.teacher.get(address(meeting, "log")).content.decode()
        assert "The vote was taken back: it is void." in page
        assert "Against" not in page


class TestPutting:
    @pytest.fixture
    def meeting(self, cast):
        return hall_with("ALB FRA", room=cast.room)

    @pytest.mark.parametrize(
        ("board", "hidden"), [({}, False), ({"board": "live"}, False), ({"board": "hidden"}, True)]
    )
    def test_a_recorded_vote(self, cast, meeting, board, hidden):
        for _click in range(2):
            answer = cast.teacher.post(address(meeting, "put"), {"majority": "two_thirds", **board}, headers=HTMX)
            assert answer.status_code == 200
        ballot = Ballot.objects.get()
        assert (ballot.hidden, ballot.motion.majority) == (hidden, "two_thirds")

    @pytest.mark.parametrize("sent", [{}, {"majority": "most"}, {"majority": "simple", "board": "upside down"}])
    def test_nonsense_is_refused(self, cast, meeting, sent):
        assert cast.teacher.post(address(meeting, "put"), sent).status_code == 422
        assert not Ballot.objects.exists()

    def test_one_vote_at_a_time(self, cast, meeting):
        ballot_in(meeting, stage="locked")
        answer = cast.teacher.post(address(meeting, "put"), {"majority": "simple"})
        assert (answer.status_code, Ballot.objects.count()) == (409, 1)
        assert "A vote is going on" in answer.content.decode()
