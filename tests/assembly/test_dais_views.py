"""The dais: who may do what, on which page, and that it ends at once."""

import pytest

from tests.cast import HTMX, Cast
from tests.factories import (
    NOON,
    DelegationFactory,
    MeetingFactory,
    MemberFactory,
    ParticipantFactory,
    SeatFactory,
    ballot_in,
    hall_with,
)
from tests.hall import make_hall, put
from unsim.assembly import proceedings, scenes
from unsim.assembly.dais import Role, role_of
from unsim.assembly.handing_over import hand_over, take_back_role
from unsim.rooms import hosting

pytestmark = pytest.mark.django_db

PRESIDENT, SECRETARY, TELLER = Role
# Address, method, and who on the dais gets in; the teacher always does.
ALL, BOTH, CHAIR, NOBODY = (PRESIDENT, SECRETARY, TELLER), (PRESIDENT, SECRETARY), (PRESIDENT,), ()
ADDRESSES = [
    ("podium/", "get", ALL),
    ("live/podium/part/", "get", ALL),
    ("live/podium/stream/", "get", ALL),
    ("meetings/{meeting}/attendance/", "post", BOTH),
    ("meetings/{meeting}/roll/", "get", BOTH),
    ("meetings/{meeting}/speakers/", "post", BOTH),
    ("meetings/{meeting}/open/", "post", CHAIR),
    ("meetings/{meeting}/back/", "post", CHAIR),
    ("meetings/{meeting}/put/", "post", CHAIR),
    ("meetings/{meeting}/debrief/", "post", CHAIR),
    ("meetings/{meeting}/close/", "post", CHAIR),
    ("meetings/{meeting}/log/", "get", CHAIR),
    ("ballots/{ballot}/lock/", "post", CHAIR),
    ("ballots/{ballot}/reopen/", "post", CHAIR),
    ("ballots/{ballot}/void/", "post", CHAIR),
    ("ballots/{ballot}/declare/", "post", CHAIR),
    ("records/{record}/", "get", CHAIR),
    ("records/{record}/votes.csv", "get", CHAIR),
    # Who sits where, the secret ballot, the dais itself and the room stay with the teacher.
    ("meetings/{meeting}/deal/", "post", NOBODY),
    ("meetings/{meeting}/choice/", "post", NOBODY),
    ("meetings/{meeting}/newcomers/", "post", NOBODY),
    ("meetings/{meeting}/another/{person}/", "post", NOBODY),
    ("meetings/{meeting}/seating/", "get", NOBODY),
    ("meetings/{meeting}/delegations/add/", "post", NOBODY),
    ("meetings/{meeting}/delegations/remove/", "post", NOBODY),
    ("meetings/{meeting}/dais/", "post", NOBODY),
    ("meetings/{meeting}/dais/{person}/", "post", NOBODY),
    ("meetings/{meeting}/secret/", "post", NOBODY),
    ("meetings/new/", "get", NOBODY),
    ("secret/{ballot}/box/", "post", NOBODY),
    ("secret/{ballot}/void/", "post", NOBODY),
    ("secret/{ballot}/again/", "post", NOBODY),
    ("desk/", "get", NOBODY),
    ("people/", "get", NOBODY),
    ("people/lock/", "post", NOBODY),
    ("people/{person}/remove/", "post", NOBODY),
    ("on/", "post", NOBODY),
    ("close/", "post", NOBODY),
]


@pytest.fixture
def place(cast: Cast) -> dict[str, object]:
    """A meeting in the cast's room in the midst of a vote; their delegate sits for France."""
    meeting = hall_with("ALB FRA", room=cast.room)
    SeatFactory(delegation=meeting.delegations.get(member="FRA"), participant=cast.participant)
    record = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "yes"}, stage="locked"), now=NOON)
    ballot = ballot_in(meeting)
    return {"meeting": meeting.pk, "ballot": ballot.pk, "record": record.pk, "person": cast.participant.pk}


def give(cast: Cast, role: Role):
    meeting = cast.room.meetings.latest("pk")
    hand_over(meeting=meeting, participant=cast.participant, role=role, now=NOON)
    return meeting


def is_let_in(answer) -> bool:
    """Else: 403, or led to the sign-in page or the phone's page."""
    if answer.status_code == 302:
        return answer["Location"].endswith("/podium/")
    return answer.status_code != 403


@pytest.mark.parametrize(("path", "method", "roles"), ADDRESSES)
@pytest.mark.parametrize("role", Role)
def test_who_may(cast, place, path, method, roles, role):
    give(cast, role)
    answer = getattr(cast.delegate, method)(f"/rooms/{cast.room.code}/" + path.format(**place))
    assert is_let_in(answer) is (role in roles)


@pytest.mark.parametrize(("path", "method", "roles"), ADDRESSES)
@pytest.mark.parametrize("end", ["never given", "taken back", "another meeting", "lobby", "removed", "room closed"])
def test_it_ends_at_once(cast, place, path, method, roles, end):
    meeting = cast.room.meetings.get(pk=place["meeting"])
    if end != "never given":
        give(cast, PRESIDENT)
    if end == "taken back":
        take_back_role(meeting=meeting, participant=cast.participant, now=NOON)
    if end == "another meeting":
        hosting.put_on(room=cast.room, kind="meeting", pk=MeetingFactory(room=cast.room).pk, now=NOON)
    if end == "lobby":
        hosting.put_on(room=cast.room, kind="", pk=None, now=NOON)
    if end == "removed":
        hosting.remove(participant=cast.participant, now=NOON)
    if end == "room closed":
        hosting.close_room(room=cast.room, now=NOON)
    answer = getattr(cast.delegate, method)(f"/rooms/{cast.room.code}/" + path.format(**place))
    assert not is_let_in(answer)


def test_the_president_of_one_meeting_does_nothing_in_another(cast, place):
    """Also where both were handed to them: only the one that is on."""
    give(cast, PRESIDENT)
    other = MeetingFactory(room=cast.room)
    hand_over(meeting=other, participant=cast.participant, role=PRESIDENT, now=NOON)
    hosting.put_on(room=cast.room, kind="meeting", pk=other.pk, now=NOON)
    for path, method, roles in ADDRESSES:
        if "{" in path and roles:
            answer = getattr(cast.delegate, method)(f"/rooms/{cast.room.code}/" + path.format(**place))
            assert not is_let_in(answer), path


@pytest.mark.parametrize("who", ["other_teacher", "other_delegate", "projector", "stranger"])
def test_nobody_else_sees_the_podium(cast, place, who):
    give(cast, PRESIDENT)
    client = cast.clients()[who]
    for path in ("podium/", "live/podium/part/", "live/podium/stream/"):
        assert client.get(f"/rooms/{cast.room.code}/{path}").status_code in (302, 403)


def test_the_podium_of_the_teacher_is_the_desk(cast, place):
    answer = cast.teacher.get(f"/rooms/{cast.room.code}/podium/")
    assert answer["Location"] == f"/rooms/{cast.room.code}/desk/"


def test_the_podium_of_a_room_that_is_not_there(cast):
    assert cast.delegate.get("/rooms/NOROOM/podium/").status_code == 404


def test_htmx_leads_a_student_who_lost_the_podium_to_the_phone(cast, place):
    answer = cast.delegate.get(f"/rooms/{cast.room.code}/podium/", headers=HTMX)
    assert answer["HX-Redirect"] == f"/rooms/{cast.room.code}/"


class TestTheDesk:
    def test_hands_over_and_takes_back(self, cast, place):
        address = f"/rooms/{cast.room.code}/meetings/{place['meeting']}/dais/"
        cast.teacher.post(address, {"person": cast.participant.pk, "role": "teller"})
        assert role_of(cast.room, cast.participant) is TELLER
        page = cast.teacher.post(f"{address}{cast.participant.pk}/", headers=HTMX)
        assert (page.status_code, role_of(cast.room, cast.participant)) == (200, None)

    @pytest.mark.parametrize(
        "sent", [{}, {"role": "teller"}, {"role": "king", "person": "own"}, {"role": "teller", "person": "0"}]
    )
    def test_nonsense_is_refused(self, cast, place, sent):
        if sent.get("person") == "own":
            sent = {**sent, "person": cast.participant.pk}
        answer = cast.teacher.post(f"/rooms/{cast.room.code}/meetings/{place['meeting']}/dais/", sent)
        assert answer.status_code == 422

    def test_it_lists_who_is_on_the_dais(self, cast):
        hall_with("ALB", room=cast.room)
        give(cast, SECRETARY)
        page = cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        assert f'id="take-role-{cast.participant.pk}"' in page


class TestThePodium:
    def page(self, cast) -> str:
        return cast.delegate.get(f"/rooms/{cast.room.code}/podium/").content.decode()

    def test_the_president_acts_and_is_answered_with_the_podium(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
        give(cast, PRESIDENT)
        assert 'id="open-meeting" class="act"' in self.page(cast)
        answer = cast.delegate.post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/open/", headers=HTMX)
        assert answer.status_code == 200
        assert f'hx-get="/rooms/{cast.room.code}/podium/"' in answer.content.decode()
        meeting.refresh_from_db()
        assert meeting.stage == "in_session"

    def test_a_refusal_stands_on_the_podium(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room, stage="seating")
        meeting.delegations.update(present=False)
        give(cast, PRESIDENT)
        answer = cast.delegate.post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/open/")
        assert answer.status_code == 409
        assert "0 of 2 delegations are present" in answer.content.decode()

    def test_nothing_of_the_room_and_of_the_seats_is_on_it(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        meeting.seats.update(wants_swap=True)
        give(cast, PRESIDENT)
        page = self.page(cast)
        for word in ("another-", "let-choose", "hand-over", "on-lobby", "/people/", 'id="put-secret"'):
            assert word not in page
        assert "Your teacher puts a secret ballot" in page

    def test_it_is_live_like_the_desk(self, cast):
        hall_with("ALB FRA", room=cast.room)
        give(cast, PRESIDENT)
        part = cast.delegate.get(f"/rooms/{cast.room.code}/live/podium/part/").content.decode()
        assert part in self.page(cast)
        assert part == cast.teacher.get(f"/rooms/{cast.room.code}/live/desk/part/").content.decode()

    def test_the_secretary_marks_who_is_here_and_no_more(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        DelegationFactory(meeting=meeting, member=MemberFactory(iso3="UKR"))
        give(cast, SECRETARY)
        page = self.page(cast)
        assert 'id="at-UKR"' in page
        assert 'id="close-meeting"' not in page
        answer = cast.delegate.post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/attendance/", {"present": "UKR"})
        assert answer["Location"] == f"/rooms/{cast.room.code}/podium/"
        assert meeting.delegations.get(member="UKR").present

    @pytest.mark.parametrize(("method", "form"), [("recorded", "enter-vote"), ("hands", "hands-yes")])
    def test_the_teller_enters_votes_and_no_more(self, cast, method, form):
        meeting = hall_with("ALB FRA", room=cast.room)
        give(cast, TELLER)
        assert "the form appears here" in self.page(cast)
        ballot_in(meeting, method=method)
        page = self.page(cast)
        assert f'id="{form}"' in page
        for word in ('id="lock-vote"', 'id="void-vote"', 'id="at-ALB"'):
            assert word not in page

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("stage", ["seating", "in_session", "closed"])
    def test_every_role_has_a_page_at_every_stage(self, cast, role, stage):
        meeting = hall_with("ALB FRA", room=cast.room)
        give(cast, role)
        cast.room.meetings.filter(pk=meeting.pk).update(stage=stage, debrief=stage == "closed")
        assert "<h1>" in self.page(cast)
        ballot_in(meeting)
        assert "<h1>" in self.page(cast)

    def test_the_phone_leads_there(self, cast):
        hall_with("ALB FRA", room=cast.room)
        page = f"/rooms/{cast.room.code}/"
        assert "/podium/" not in cast.delegate.get(page).content.decode()
        give(cast, TELLER)
        assert "To the podium: you are a teller" in cast.delegate.get(page).content.decode()


def test_the_podium_offers_the_declaration_when_the_secretary_brought_the_quorum_together(cast):
    meeting = hall_with("ALB FRA UKR", room=cast.room)
    meeting.delegations.update(present=False)
    ballot_in(meeting, {"ALB": "yes"}, stage="locked")
    give(cast, SECRETARY)
    before = scenes.scene_for(scenes.stand_of(cast.room, meeting.pk), "desk").stage
    cast.delegate.post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/attendance/", {"present": "UKR"})
    after = scenes.scene_for(scenes.stand_of(cast.room, meeting.pk), "desk").stage
    assert before != after


class TestASecretBallot:
    @pytest.fixture
    def ballot(self, cast):
        hall = make_hall(6, room=cast.room)
        give(cast, PRESIDENT)
        return put(hall)[0]

    @pytest.mark.parametrize("act", ["lock", "reopen", "void"])
    def test_is_left_to_the_teacher(self, cast, ballot, act):
        answer = cast.delegate.post(f"/rooms/{cast.room.code}/ballots/{ballot.pk}/{act}/")
        assert answer.status_code == 403
        assert "by your teacher alone" in answer.content.decode()
        ballot.refresh_from_db()
        assert ballot.stage == "open"

    def test_the_podium_says_so(self, cast, ballot):
        page = cast.delegate.get(f"/rooms/{cast.room.code}/podium/").content.decode()
        assert "Your teacher opens the box at the desk" in page
        for word in ('id="open-box"', 'id="void-vote"', 'id="anyway"'):
            assert word not in page

    def test_its_result_is_declared_by_the_president(self, cast, ballot):
        totals = {"yes": 3, "no": 1, "abstain": 1, "absent": 1, "invalid": 0}
        type(ballot).objects.update(stage="counted", totals=totals)
        page = cast.delegate.get(f"/rooms/{cast.room.code}/podium/").content.decode()
        assert 'id="declare-vote" class="act"' in page
        assert 'id="void-vote"' not in page
        cast.delegate.post(f"/rooms/{cast.room.code}/ballots/{ballot.pk}/declare/")
        ballot.refresh_from_db()
        assert ballot.stage == "declared"


def test_who_joins_late_is_offered_to_the_teacher(cast):
    hall_with("ALB", room=cast.room)
    late = ParticipantFactory(room=cast.room)
    assert f'<option value="{late.pk}">' in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
