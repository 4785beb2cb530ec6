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


@pytest.fixture
def meeting(cast):
    return hall_with("ALB FRA UKR", room=cast.room)


@pytest.fixture
def albania(meeting):
    return phone_of(delegate_of(meeting, "ALB"))


def page(cast, client, audience="") -> str:
    return client.get(f"/rooms/{cast.room.code}/{audience}").content.decode()


class TestPutting:
    @pytest.mark.parametrize("majority", ["simple", "two_thirds", ">1/2 members", "2/3 members", ">1/2 voted"])
    def test_by_a_majority_of_the_form(self, cast, meeting, majority):
        assert f'value="{majority}"'.replace(">", "&gt;") in page(cast, cast.teacher, "desk/")
        assert put(cast, meeting, majority=majority).motion.majority == majority

    @pytest.mark.parametrize(
        ("sent", "majority"),
        [
            ({"share": "3/5"}, "3/5"),
            ({"share": " > 3/5", "of": "members"}, ">3/5 members"),
            ({"share": "2/3", "of": "voting"}, "two_thirds"),
            ({"share": "4/6", "of": "voted"}, "2/3 voted"),
        ],
    )
    def test_by_a_share_of_ones_own(self, cast, meeting, sent, majority):
        assert put(cast, meeting, majority="own", **sent).motion.majority == majority

    @pytest.mark.parametrize(
        ("sent", "words"),
        [
            ({"majority": "own", "share": "1/3"}, "by which majority"),
            ({"majority": "own", "share": "1/2"}, "by which majority"),
            ({"majority": "own", "share": "much"}, "by which majority"),
            ({"majority": "own", "share": "3/5", "of": "everybody"}, "by which majority"),
            ({"method": "secret"}, "not on this page"),
            ({"method": "shouting"}, "not on this page"),
            ({"board": "upside down"}, "not on this page"),
            ({"seconds": "4"}, "from 5 to 3600"),
            ({"seconds": "ten"}, "from 5 to 3600"),
            ({"board": "last", "last": "10"}, "set a countdown"),
            ({"board": "last", "last": "60", "seconds": "60"}, "set a countdown"),
            ({"board": "last", "last": "", "seconds": "60"}, "set a countdown"),
        ],
    )
    def test_what_is_wrong_is_said(self, cast, meeting, sent, words):
        url = f"/rooms/{cast.room.code}/meetings/{meeting.pk}/put/"
        answer = cast.teacher.post(url, {"majority": "simple", **sent})
        assert (answer.status_code, Ballot.objects.count()) == (422, 0)
        assert words in answer.content.decode()

    def test_any_majority_is_worded_on_board_and_record(self, cast, meeting):
        ballot = put(cast, meeting, majority="own", share="3/5", of="members")
        assert "3/5 of all members" in page(cast, cast.projector, "screen/")
        cast.teacher.post(address(ballot, "lock"))
        cast.teacher.post(address(ballot, "declare"))
        record = page(cast, cast.teacher, f"records/{Ballot.objects.get().record.pk}/")
        assert "3/5 of all members is 2; not adopted" in record


class TestAVoteThatIsEntered:
    def test_is_marked_at_the_desk_and_nowhere_else(self, cast, meeting):
        ballot = put(cast, meeting)
        sent = {"delegation": "ALB", "choice": "yes"}
        assert cast.teacher.post(address(ballot, "enter"), sent, headers=HTMX).status_code == 200
        assert "entered by the chair" in page(cast, cast.teacher, "desk/")
        assert "entered by the chair" not in page(cast, cast.projector, "screen/")
        assert cast.teacher.post(address(ballot, "enter"), {"delegation": "ALB"}).status_code == 422


class TestAShowOfHands:
    @pytest.fixture
    def ballot(self, cast, meeting):
        return put(cast, meeting, method="hands")

    def test_shows_totals_and_no_names(self, cast, meeting, ballot, albania):
        sent = {"delegation": "ALB", "choice": "no"}
        assert albania.post(address(ballot, "cast"), sent, headers=HTMX).status_code == 200
        for client, audience in ((cast.teacher, "desk/"), (cast.projector, "screen/")):
            shown = page(cast, client, audience)
            assert "seat-ALB" not in shown
            assert "is-no" not in shown
        france = page(cast, phone_of(delegate_of(meeting, "FRA")))
        assert "seat-ALB" not in france
        assert "no names are kept" in france

    def test_the_hands_in_the_hall_are_entered(self, cast, ballot):
        answer = cast.teacher.post(address(ballot, "hands"), {"yes": "2", "no": ""}, headers=HTMX)
        assert answer.status_code == 200
        assert Ballot.objects.get().hands == {"yes": 2, "no": 0, "abstain": 0}
        for wrong in ("two", "-1", "1.5", "1000"):
            assert cast.teacher.post(address(ballot, "hands"), {"yes": wrong}).status_code == 422
        answer = cast.teacher.post(address(ballot, "hands"), {"yes": "999", "no": "1"}, headers=HTMX)
        assert 'value="999"' in answer.content.decode()

    def test_more_hands_than_present_are_a_warning_at_the_desk(self, cast, meeting, ballot):
        meeting.delegations.exclude(member="ALB").update(present=False)
        cast.teacher.post(address(ballot, "hands"), {"yes": "3"})
        assert "2 hands more than delegations marked present" in page(cast, cast.teacher, "desk/")

    def test_the_record_has_totals_only(self, cast, ballot, albania):
        albania.post(address(ballot, "cast"), {"delegation": "ALB", "choice": "yes"})
        for act in ("lock", "declare"):
            cast.teacher.post(address(ballot, act))
        record = f"records/{Ballot.objects.get().record.pk}/"
        shown = page(cast, cast.teacher, record)
        assert "In a show of hands no names are kept." in shown
        assert "Albania" not in shown
        assert "ALB" not in page(cast, cast.teacher, record + "votes.csv")


class TestAdoptionWithoutAVote:
    @pytest.fixture
    def ballot(self, cast, meeting):
        return put(cast, meeting, method="no_objection")

    def test_is_declared_where_nobody_objects(self, cast, ballot):
        assert "Is there any objection?" in page(cast, cast.projector, "screen/")
        assert cast.teacher.post(address(ballot, "adopt"), headers=HTMX).status_code == 200
        assert "Adopted without a vote" in page(cast, cast.projector, "screen/")
        record = page(cast, cast.teacher, f"records/{Ballot.objects.get().record.pk}/")
        assert "Adopted without a vote" in record
        assert "unanimous" in record

    def test_an_objection_leads_to_a_vote(self, cast, ballot, albania):
        sent = {"delegation": "ALB", "on": "1"}
        answer = albania.post(address(ballot, "object"), sent, headers=HTMX)
        assert "Albania objects." in answer.content.decode()
        assert "1 delegation objects" in page(cast, cast.projector, "screen/")
        assert cast.teacher.post(address(ballot, "adopt")).status_code == 409
        assert 'id="put-instead" class="act"' in page(cast, cast.teacher, "desk/")
        sent = {"method": "recorded", "majority": "simple"}
        assert cast.teacher.post(address(ballot, "instead"), sent, headers=HTMX).status_code == 200
        assert Ballot.objects.latest("pk").motion.method == "recorded"
        assert 'id="choice-yes"' in page(cast, albania)


class TestTheCountdown:
    def test_its_end_stands_on_every_page(self, cast, meeting, albania):
        ballot = put(cast, meeting, seconds="60", board="last", last="10")
        ends = f'data-ends="{round(ballot.closes_at.timestamp() * 1000 - 0.5)}"'
        for client, audience in ((albania, ""), (cast.projector, "screen/"), (cast.teacher, "desk/")):
            shown = page(cast, client, audience)
            assert ends in shown
            assert f'data-address="{address(ballot, "due")}"' in shown

    def test_a_vote_after_the_end_is_refused_until_the_chair_gives_more_time(self, cast, meeting, albania):
        ballot = put(cast, meeting, seconds="60")
        Ballot.objects.update(closes_at=ballot.opened_at)
        sent = {"delegation": "ALB", "choice": "yes"}
        answer = albania.post(address(ballot, "cast"), sent)
        assert (answer.status_code, ballot.votes.count()) == (409, 0)
        assert "The time to vote is over" in answer.content.decode()
        assert cast.teacher.post(address(ballot, "extend"), {"seconds": "30"}, headers=HTMX).status_code == 200
        assert albania.post(address(ballot, "cast"), sent).status_code == 302
        assert cast.teacher.post(address(ballot, "extend"), {"seconds": "soon"}).status_code == 422
        assert cast.teacher.post(address(ballot, "extend")).status_code == 422


class TestACorrection:
    def test_is_noted_by_the_delegation_and_by_the_chair(self, cast, meeting, albania):
        ballot = put(cast, meeting)
        albania.post(address(ballot, "cast"), {"delegation": "ALB", "choice": "yes"})
        assert albania.post(address(ballot, "correct"), {"delegation": "ALB", "choice": "no"}).status_code == 409
        for act in ("lock", "declare"):
            cast.teacher.post(address(ballot, act))
        answer = albania.post(address(ballot, "correct"), {"delegation": "ALB", "choice": "no"}, headers=HTMX)
        assert "Noted: Albania had meant to vote" in answer.content.decode()
        sent = {"delegation": "FRA", "choice": "abstain"}
        answer = cast.teacher.post(address(ballot, "corrections"), sent, headers=HTMX)
        assert "Corrections after the vote (2)" in answer.content.decode()
        assert "had meant to vote: Abstaining" in page(cast, cast.teacher, f"records/{Ballot.objects.get().record.pk}/")
        assert cast.teacher.post(address(ballot, "corrections"), {"delegation": "FRA"}).status_code == 422


class TestExplanations:
    @pytest.fixture
    def explain(self, cast, meeting):
        return f"/rooms/{cast.room.code}/meetings/{meeting.pk}/"

    def test_a_delegation_asks_and_the_desk_calls_it(self, cast, meeting, albania, explain):
        ballot = put(cast, meeting)
        for act in ("lock", "declare"):
            cast.teacher.post(address(ballot, act))
        answer = albania.post(f"{explain}explain/", {"delegation": "ALB", "on": "1"}, headers=HTMX)
        assert "The President calls you" in answer.content.decode()
        assert 'id="explains-ALB"' in page(cast, cast.teacher, "desk/")
        answer = cast.teacher.post(f"{explain}explanations/", {"call": "ALB"}, headers=HTMX)
        assert "Albania has the floor for ten minutes" in answer.content.decode()
        for client, audience in ((albania, ""), (cast.projector, "screen/")):
            assert 'id="explaining" class="speakers"' in page(cast, client, audience)
        assert cast.teacher.post(f"{explain}explanations/", {"end": "1"}).status_code == 302
        assert 'id="explaining" hidden' in page(cast, cast.projector, "screen/")

    def test_what_is_refused_says_why(self, cast, meeting, albania, explain):
        put(cast, meeting)
        answer = albania.post(f"{explain}explain/", {"delegation": "ALB", "on": "1"})
        assert (answer.status_code, "not while it is taken" in answer.content.decode()) == (409, True)
        assert albania.post(f"{explain}explain/", {"delegation": "ALB"}).status_code == 422
        assert cast.teacher.post(f"{explain}explanations/", {"call": "ALB"}).status_code == 409
