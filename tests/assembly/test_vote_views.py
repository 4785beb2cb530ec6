import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import HTMX, phone_of
from tests.factories import NOON, SeatFactory, ballot_in, delegate_of, hall_with
from unsim.assembly import seating
from unsim.assembly.models import Ballot, Record
from unsim.members import by_iso3
from unsim.rooms import hosting

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return hall_with("ALB FRA UKR", room=cast.room)


@pytest.fixture
def ballot(meeting):
    return ballot_in(meeting)


@pytest.fixture
def albania(meeting):
    return phone_of(delegate_of(meeting, "ALB"))


def address(ballot, act: str) -> str:
    return f"/rooms/{ballot.motion.meeting.room.code}/ballots/{ballot.pk}/{act}/"


def votes(ballot) -> dict[str, str]:
    return dict(ballot.votes.values_list("delegation__member_id", "choice"))


def stage(ballot) -> str:
    return Ballot.objects.get(pk=ballot.pk).stage


class TestCasting:
    YES = {"choice": "yes", "delegation": "ALB"}

    def test_without_javascript_the_page_comes_again(self, ballot, albania):
        answer = albania.post(address(ballot, "cast"), self.YES)
        assert (answer.status_code, answer.url) == (302, f"/rooms/{ballot.motion.meeting.room.code}/")
        page = albania.get(answer.url).content.decode()
        assert 'value="yes" aria-pressed="true"' in page
        assert 'value="no" aria-pressed="false"' in page

    def test_with_htmx_the_buttons_alone_come_as_they_stand_on_the_page(self, ballot, albania):
        albania.post(address(ballot, "cast"), self.YES, headers=HTMX)
        answer = albania.post(address(ballot, "cast"), {**self.YES, "choice": "no"}, headers=HTMX)
        assert (answer.status_code, votes(ballot)) == (200, {"ALB": "no"})
        buttons = answer.content.decode()
        assert buttons.startswith('<div id="choices"')
        assert 'value="no" aria-pressed="true"' in buttons
        page = albania.get(f"/rooms/{ballot.motion.meeting.room.code}/").content.decode()
        assert 'hx-target="#choices"' in page
        assert buttons in page

    def test_a_refusal_replaces_the_whole_own_part(self, meeting, albania):
        answer = albania.post(address(ballot_in(meeting, stage="locked"), "cast"), self.YES, headers=HTMX)
        assert answer["HX-Retarget"] == "#mine"
        assert '<div id="mine"' in answer.content.decode()

    def test_it_takes_few_queries_whatever_the_number_of_delegations(self, meeting, ballot, albania):
        everybody = hall_with(" ".join(by_iso3()))
        many, one_of_many = ballot_in(everybody), phone_of(delegate_of(everybody, "ALB"))
        for round_of_voting, client in ((ballot, albania), (many, one_of_many)):
            with CaptureQueriesContext(connection) as queries:
                assert client.post(address(round_of_voting, "cast"), self.YES, headers=HTMX).status_code == 200
            # Room, participant, savepoint, seat, vote, release; PostgreSQL locks the ballot.
            assert len(queries) == 6 + connection.features.has_select_for_update

    @pytest.mark.parametrize("headers", [{}, HTMX])
    @pytest.mark.parametrize(
        ("at", "sent", "status", "words"),
        [
            ("locked", YES, 409, "came too late"),
            ("declared", YES, 409, "That vote is over"),
            ("void", YES, 409, "That vote is over"),
            ("open", {**YES, "delegation": "FRA"}, 409, "another delegation"),
            ("open", {"choice": "yes"}, 409, "another delegation"),
            ("open", {**YES, "choice": "absent"}, 422, "Nothing was chosen"),
            ("open", {**YES, "choice": "maybe"}, 422, "Nothing was chosen"),
            ("open", {"delegation": "ALB"}, 422, "Nothing was chosen"),
        ],
    )
    def test_what_is_refused_says_why_and_changes_nothing(self, ballot, albania, headers, at, sent, status, words):
        Ballot.objects.filter(pk=ballot.pk).update(stage=at)
        if at == "declared":
            Record.objects.create(ballot=ballot, declared_at=NOON, content={"decision": "rejected"})
        answer = albania.post(address(ballot, "cast"), sent, headers=headers)
        assert (answer.status_code, votes(ballot)) == (status, {})
        assert words in answer.content.decode()

    def test_an_observer_has_no_vote(self, meeting, ballot, albania):
        seating.observe(meeting=meeting, participant=delegate_of(meeting, "ALB"))
        assert albania.post(address(ballot, "cast"), self.YES).status_code == 403

    def test_a_teacher_has_no_vote(self, ballot, cast):
        answer = cast.teacher.post(address(ballot, "cast"), self.YES)
        assert (answer.status_code, votes(ballot)) == (403, {})

    def test_who_was_removed_has_none_either(self, meeting, ballot, albania):
        hosting.remove(participant=delegate_of(meeting, "ALB"), now=NOON)
        assert (albania.post(address(ballot, "cast"), self.YES).status_code, votes(ballot)) == (403, {})


class TestSharing:
    def test_the_partner_sees_the_vote_of_the_delegation(self, meeting, ballot, albania):
        partner = phone_of(SeatFactory(delegation=meeting.delegations.get(member="ALB")).participant)
        assert "Not yet voted" in partner.get(address(ballot, "delegation")).content.decode()
        albania.post(address(ballot, "cast"), TestCasting.YES)
        line = partner.get(address(ballot, "delegation")).content.decode()
        assert "In favour" in line
        assert line.startswith('<p id="shared"')
        assert line in partner.get(f"/rooms/{meeting.room.code}/").content.decode()

    def test_nobody_sees_that_of_another_one(self, ballot, albania, meeting):
        phone_of(delegate_of(meeting, "FRA")).post(address(ballot, "cast"), {"choice": "no", "delegation": "FRA"})
        assert "Against" not in albania.get(address(ballot, "delegation")).content.decode()


class TestThePresident:
    def test_locks_reopens_and_voids(self, ballot, cast):
        for act, then in [
            ("lock", "locked"),
            ("lock", "locked"),
            ("reopen", "open"),
            ("void", "void"),
            ("void", "void"),
        ]:
            answer = cast.teacher.post(address(ballot, act))
            assert (answer.status_code, stage(ballot)) == (302, then)

    def test_declares_once(self, meeting, cast):
        ballot = ballot_in(meeting, {"ALB": "yes", "FRA": "yes"}, stage="locked")
        for _click in range(2):
            answer = cast.teacher.post(address(ballot, "declare"), headers=HTMX)
            assert answer.status_code == 200
        assert Record.objects.get().content["decision"] == "adopted"
        assert f"/records/{Record.objects.get().pk}/" in answer.content.decode()

    @pytest.mark.parametrize(
        ("at", "act"), [("open", "declare"), ("declared", "void"), ("declared", "reopen"), ("void", "lock")]
    )
    def test_is_told_what_is_out_of_order(self, ballot, cast, at, act):
        Ballot.objects.filter(pk=ballot.pk).update(stage=at)
        if at == "declared":
            Record.objects.create(ballot=ballot, declared_at=NOON, content={"decision": "rejected"})
        answer = cast.teacher.post(address(ballot, act))
        assert (answer.status_code, stage(ballot)) == (409, at)
        assert "not in order now" in answer.content.decode()

    def test_is_told_that_too_few_are_present(self, meeting, cast):
        meeting.delegations.update(present=False)
        ballot = ballot_in(meeting, {"ALB": "yes"}, stage="locked")
        answer = cast.teacher.post(address(ballot, "declare"))
        assert (answer.status_code, stage(ballot)) == (409, "locked")
        assert "1 of 3 delegations are present; 2 are needed (rule 67)" in answer.content.decode()
