import pytest

from tests.cast import HTMX, phone_of
from tests.factories import delegate_of, hall_with
from unsim.assembly.models import Ballot
from unsim.rules.profiles import MODEL_UN, as_dict

pytestmark = pytest.mark.django_db


def address(ballot, act: str) -> str:
    return f"/rooms/{ballot.motion.meeting.room.code}/ballots/{ballot.pk}/{act}/"


def put(cast, meeting, **fields) -> Ballot:
    """As the President puts it, in the form on the desk."""
    url = f"/rooms/{cast.room.code}/meetings/{meeting.pk}/put/"
    answer = cast.teacher.post(url, {"majority": "simple", **fields}, headers=HTMX)
    assert answer.status_code == 200, answer.content.decode()
    return Ballot.objects.latest("pk")


class TestARollCall:
    @pytest.fixture
    def meeting(self, cast):
        return hall_with("ALB FRA UKR", room=cast.room, profile=as_dict(MODEL_UN))

    @pytest.fixture
    def ballot(self, cast, meeting):
        return put(cast, meeting, method="roll_call")

    @pytest.fixture
    def phones(self, meeting):
        return {code: phone_of(delegate_of(meeting, code)) for code in ("ALB", "FRA", "UKR")}

    def page(self, cast, phone) -> str:
        return phone.get(f"/rooms/{cast.room.code}/").content.decode()

    def test_the_phone_of_the_delegation_that_is_called_shows_its_answers(self, cast, ballot, phones):
        assert "Albania is called: answer now." in self.page(cast, phones["ALB"])
        assert 'id="answer-yes_with_rights"' in self.page(cast, phones["ALB"])
        waiting = self.page(cast, phones["FRA"])
        assert "When France is called" in waiting
        assert 'id="answer-yes"' not in waiting
        assert 'data-turn="FRA"' in waiting

    def test_it_answers_and_the_next_one_is_called(self, cast, ballot, phones):
        sent = {"delegation": "ALB", "answer": "pass"}
        answer = phones["ALB"].post(address(ballot, "answer"), sent, headers=HTMX)
        assert answer.status_code == 200
        assert "Albania passed and is called again" in answer.content.decode()
        assert "France is called: answer now." in self.page(cast, phones["FRA"])

    @pytest.mark.parametrize(
        ("sent", "status", "words"),
        [
            ({"delegation": "FRA", "answer": "yes"}, 409, "France is not the delegation that is called"),
            ({"delegation": "ALB", "answer": "yes"}, 409, "You sit for another delegation now"),
            ({"delegation": "FRA", "answer": "maybe"}, 422, "not on this page"),
            ({}, 422, "not on this page"),
        ],
    )
    def test_what_is_refused_says_why(self, ballot, phones, sent, status, words):
        answer = phones["FRA"].post(address(ballot, "answer"), sent)
        assert (answer.status_code, ballot.votes.count()) == (status, 0)
        assert words in answer.content.decode()

    def test_the_desk_answers_for_a_delegation_without_a_device(self, cast, ballot):
        sent = {"delegation": "ALB", "answer": "no"}
        answer = cast.teacher.post(address(ballot, "answers"), sent, headers=HTMX)
        assert "France answers on its phone" in answer.content.decode()
        assert ballot.votes.get().by == "chair"
        assert cast.teacher.post(address(ballot, "answers"), sent).status_code == 409, "a stale page"
        assert cast.teacher.post(address(ballot, "answers/undo")).status_code == 302
        assert not ballot.votes.exists()

    def test_it_is_locked_when_everybody_was_called(self, cast, meeting, ballot):
        meeting.delegations.update(present=False)
        cast.teacher.post(address(ballot, "answers"), {"delegation": "ALB", "answer": "yes"})
        assert cast.teacher.post(address(ballot, "lock")).status_code == 409
        answer = cast.teacher.post(address(ballot, "answers/absent"), headers=HTMX)
        assert Ballot.objects.get().stage == "locked"
        assert 'id="undo-answer"' in answer.content.decode()
