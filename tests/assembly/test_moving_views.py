"""A delegation moves, raises, seconds, objects and withdraws on its phone."""

import pytest

from tests.assembly.podium import session
from tests.cast import HTMX, phone_of
from tests.factories import SeatFactory
from unsim.assembly.models import Amendment
from unsim.rules.profiles import MODEL_UN

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    return session()


class TestWhatIsOffered:
    def test_in_order_of_precedence_with_the_rule(self, hall):
        page = hall.phone("ALB")
        places = [page.index(f'id="move-{kind}"') for kind in ("point_of_order", "suspend_meeting", "close_debate")]
        assert places == sorted(places)
        assert "rule 75" in page
        assert 'id="move-appeal"' not in page
        assert "caucus" not in page

    def test_what_was_moved_is_not_offered_again(self, hall):
        assert hall.moves("ALB", "close_debate") == 302
        assert 'id="move-close_debate"' not in hall.phone("FRA")
        assert hall.moves("FRA", "close_debate") == 409
        assert [moved.by for moved in hall.floor.pending] == ["ALB"]

    def test_during_a_vote_only_a_point_of_order(self, hall):
        hall.puts("put/")
        page = hall.phone("ALB")
        assert 'id="move-point_of_order"' in page
        assert 'id="move-suspend_meeting"' not in page
        assert hall.moves("ALB", "suspend_meeting") == 409
        assert hall.moves("ALB", "point_of_order") == 302
        assert hall.floor.point.about == "conduct"

    def test_nothing_before_the_session(self, hall):
        hall.meeting.stage = "seating"
        hall.meeting.save()
        assert 'id="moves"' not in hall.phone("ALB")

    def test_the_ways_of_the_assembly_in_model_un(self):
        page = session(profile=MODEL_UN).phone("ALB")
        assert 'id="move-moderated_caucus"' in page
        assert 'id="move-recorded_vote"' not in page


class TestMoving:
    def test_htmx_gets_the_part_alone(self, hall):
        sent = {"delegation": "ALB"}
        answer = hall.phones["ALB"].post(f"{hall.base}moves/close_debate/", sent, headers=HTMX)
        assert answer.status_code == 200
        assert "Withdraw our motion" in answer.content.decode()
        assert "<html" not in answer.content.decode()

    def test_one_motion_at_a_time_but_any_point(self, hall):
        assert hall.moves("ALB", "close_debate") == 302
        assert hall.moves("ALB", "suspend_meeting") == 409
        assert hall.moves("ALB", "point_of_order") == 302
        assert hall.moves("FRA", "point_of_order") == 409

    def test_two_who_share_a_delegation_act_as_one(self, hall):
        partner = SeatFactory(delegation=hall.meeting.delegations.get(member="ALB")).participant
        assert hall.moves("ALB", "close_debate") == 302
        hall.phones["ALB"] = phone_of(partner)
        assert hall.moves("ALB", "suspend_meeting") == 409
        assert hall.answers("ALB", 1, "withdraw") == 302
        assert hall.floor.pending == ()

    @pytest.mark.parametrize(
        ("kind", "fields", "words"),
        [
            ("time_limit", {}, "This field is required"),
            ("time_limit", {"seconds": "5"}, "greater than or equal to 10"),
            ("division", {"together": "0"}, "Tick at least one clause"),
            ("division", {"together": "0", "parts": ["77"]}, "Select a valid choice"),
            ("amendment", {"change": "revise", "at": "0", "text": "x"}, "Choose the clause that is changed"),
            ("amendment", {"change": "add", "at": "1", "text": " "}, "Write the new words"),
            ("amendment", {"change": "add", "at": "1", "text": "x" * 2001}, "at most 2000 characters"),
        ],
    )
    def test_what_is_missing_is_said_and_what_was_typed_stays(self, hall, kind, fields, words):
        answer = hall.phones["ALB"].post(f"{hall.base}moves/{kind}/", {"delegation": "ALB", **fields})
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert fields.get("text", "").strip() in answer.content.decode()
        assert (hall.floor.pending, Amendment.objects.count()) == ((), 0)

    def test_a_refusal_loses_nothing_that_was_typed(self, hall):
        hall.moves("FRA", "point_of_order")
        sent = {"change": "add", "at": "3", "text": "Thanks the plumbers;", "delegation": "ALB"}
        answer = hall.phones["ALB"].post(f"{hall.base}moves/amendment/", sent)
        assert answer.status_code == 409
        assert "Thanks the plumbers;" in answer.content.decode()

    def test_a_kind_that_is_none(self, hall):
        assert hall.phones["ALB"].get(f"{hall.base}moves/dance/").status_code == 404

    def test_three_amendments_of_a_delegation_wait_and_no_more(self, hall):
        sent = {"change": "delete", "at": "3"}
        assert [hall.moves("ALB", "amendment", **sent) for _time in range(4)] == [302, 302, 302, 409]
        assert hall.phones["ALB"].post(
            f"{hall.base}amendments/withdraw/", {"delegation": "ALB", "name": "A2"}
        ).status_code == 302  # fmt: skip
        assert hall.moves("ALB", "amendment", **sent) == 302
        assert list(Amendment.objects.values_list("name", flat=True)) == ["A1", "A2", "A3", "A4"]

    def test_not_without_end(self, hall):
        tries = [(hall.moves("ALB", "close_debate"), hall.answers("ALB", n, "withdraw")) for n in range(1, 13)]
        assert tries[:10] == [(302, 302)] * 10
        assert tries[10:] == [(409, 409)] * 2
        assert "Wait a minute" in hall.phones["ALB"].post(
            f"{hall.base}moves/close_debate/", {"delegation": "ALB"}
        ).content.decode()  # fmt: skip
        assert hall.moves("FRA", "close_debate") == 302


class TestSecondsAndObjections:
    def test_a_second_by_another_delegation(self):
        hall = session(profile=MODEL_UN)
        assert hall.moves("ALB", "close_debate") == 302
        assert hall.podium().next == "second"
        assert "Second it" in hall.phone("FRA")
        assert hall.answers("ALB", 1, "second") == 409
        assert hall.answers("FRA", 1, "second") == 302
        assert hall.podium().next == "vote"
        assert hall.podium().motion.majority == "at least two thirds"

    def test_what_nobody_seconds_is_dropped(self):
        hall = session(profile=MODEL_UN)
        hall.moves("ALB", "close_debate")
        assert hall.presides("drop") == 302
        assert hall.floor.pending == ()

    def test_an_objection_leads_to_a_vote(self, hall):
        assert hall.moves("ALB", "close_list") == 302
        assert hall.podium().next == "grant"
        assert "Object" in hall.phone("FRA")
        assert [hall.answers("FRA", 1, "object") for _click in range(2)] == [302, 302]
        assert hall.podium().next == "vote"
        assert hall.meeting.log.filter(data__step="object_to").count() == 1

    def test_without_one_it_is_granted(self, hall):
        hall.moves("ALB", "close_list")
        assert hall.presides("grant") == 302
        assert hall.floor.list_closed

    def test_only_the_mover_withdraws(self, hall):
        hall.moves("ALB", "close_debate")
        assert hall.answers("FRA", 1, "withdraw") == 409
        assert hall.answers("ALB", 1, "shout") == 422
        assert hall.answers("ALB", 1, "withdraw") == 302
        assert hall.answers("ALB", 1, "withdraw") == 409
