import pytest

from tests.cast import HTMX
from tests.factories import MeetingFactory, hall_with, observer_in
from unsim.rules.profiles import MODEL_UN, SECURITY_COUNCIL, as_dict

pytestmark = pytest.mark.django_db


def address(meeting, page="roll") -> str:
    return f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/{page}/"


def marked(meeting) -> dict[str, str]:
    rows = meeting.delegations.values_list("member_id", "present", "promised")
    return {code: "voting" if promised else "here" if here else "" for code, here, promised in rows}


@pytest.fixture
def meeting(cast):
    meeting = hall_with("ALB FRA UKR", room=cast.room, stage="seating", profile=as_dict(MODEL_UN))
    meeting.delegations.update(present=False)
    return meeting


def call(cast, meeting, at, answer, **how):
    return cast.teacher.post(address(meeting), {"at": at, "answer": answer}, **how)


class TestCallingTheRoll:
    def test_from_the_first_to_the_last(self, cast, meeting):
        page = cast.teacher.get(address(meeting)).content.decode()
        assert 'name="at" value="ALB"' in page
        assert "Calling the roll: 1 of 3" in page
        for at, answer, following in (
            ("ALB", "present", "FRA"),
            ("FRA", "absent", "UKR"),
            ("UKR", "present_and_voting", "over"),
        ):
            assert call(cast, meeting, at, answer)["Location"] == f"{address(meeting)}?at={following}"
        assert marked(meeting) == {"ALB": "here", "FRA": "", "UKR": "voting"}
        page = cast.teacher.get(f"{address(meeting)}?at=over").content.decode()
        assert "Every delegation has been called." in page
        assert "2 of 3 delegations are present. 1 is needed to open the meeting, 2 to take a decision" in page
        assert meeting.log.get().what == "roll_called"

    @pytest.mark.parametrize(("at", "before"), [("over", "UKR"), ("UKR", "FRA"), ("FRA", "ALB"), ("ALB", "ALB")])
    def test_one_back(self, cast, meeting, at, before):
        assert call(cast, meeting, at, "back")["Location"] == f"{address(meeting)}?at={before}"
        assert set(marked(meeting).values()) == {""}

    def test_for_htmx_the_next_delegation_alone(self, cast, meeting):
        answer = call(cast, meeting, "ALB", "present", headers=HTMX)
        page = answer.content.decode()
        assert (answer.status_code, "<html" in page) == (200, False)
        assert 'name="at" value="FRA"' in page
        assert "Next: Ukraine" in page

    def test_each_answer_has_a_key(self, cast, meeting):
        page = cast.teacher.get(address(meeting)).content.decode()
        assert "data-keys" in page
        for key in ("1", "2", "3", "Backspace"):
            assert page.count(f'data-key="{key}"') == 1

    def test_nobody_promises_where_the_rules_know_no_promise(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        assert "present_and_voting" not in cast.teacher.get(address(meeting)).content.decode()
        answer = call(cast, meeting, "ALB", "present_and_voting")
        assert answer.status_code == 422
        assert "know no “present and voting”" in answer.content.decode()
        assert 'name="at" value="ALB"' in answer.content.decode()

    @pytest.mark.parametrize(
        ("at", "answer"), [("", "present"), ("XXX", "present"), ("ALB", ""), ("ALB", "late"), ("over", "present")]
    )
    def test_nonsense_is_refused(self, cast, meeting, at, answer):
        assert call(cast, meeting, at, answer).status_code == 422
        assert set(marked(meeting).values()) == {""}

    def test_an_observer_is_called_last_and_marked_so(self, cast, meeting):
        observer_in(meeting, present=False)
        assert call(cast, meeting, "UKR", "absent")["Location"].endswith("at=VAT")
        assert '<span class="flag">observer</span>' in cast.teacher.get(f"{address(meeting)}?at=VAT").content.decode()

    def test_without_delegations(self, cast):
        meeting = MeetingFactory(room=cast.room)
        assert "No delegation has been dealt yet." in cast.teacher.get(address(meeting)).content.decode()
        assert call(cast, meeting, "ALB", "present").status_code == 422
        assert call(cast, meeting, "over", "back").status_code == 302

    def test_in_a_closed_meeting_nothing_changes(self, cast, meeting):
        meeting.stage = "closed"
        meeting.save()
        assert call(cast, meeting, "ALB", "present").status_code == 409


class TestByOneTap:
    def test_each_of_the_three(self, cast, meeting):
        for word, state in (("present", "here"), ("present_and_voting", "voting"), ("absent", "")):
            assert cast.teacher.post(address(meeting, "attendance"), {word: "ALB"}).status_code == 302
            assert marked(meeting)["ALB"] == state

    @pytest.mark.parametrize("sent", [{}, {"all": "of them"}, {"late": "ALB"}, {"present": "XXX"}])
    def test_nonsense_is_refused(self, cast, meeting, sent):
        assert cast.teacher.post(address(meeting, "attendance"), sent).status_code == 422

    def test_the_promise_has_a_button_where_the_rules_know_it(self, cast, meeting):
        desk = f"/rooms/{cast.room.code}/desk/"
        assert 'id="voting-ALB" name="present_and_voting"' in cast.teacher.get(desk).content.decode()
        meeting.profile = {}
        meeting.save()
        assert 'id="voting-ALB"' not in cast.teacher.get(desk).content.decode()


def test_the_council_has_no_quorum(cast):
    meeting = hall_with("ALB FRA UKR", room=cast.room, stage="seating", profile=as_dict(SECURITY_COUNCIL))
    meeting.delegations.exclude(member="FRA").update(present=False)
    page = cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
    assert "are needed to open the meeting" not in page
    assert 'id="open-meeting"' in page
    assert "The Council has no quorum" in cast.teacher.get(address(meeting)).content.decode()
