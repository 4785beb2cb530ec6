import re

import pytest

from tests.cast import HTMX, phone_of
from tests.factories import MeetingFactory, MemberFactory, ParticipantFactory, ballot_in, delegate_of, hall_with
from unsim.assembly import lots
from unsim.members import by_iso3

pytestmark = pytest.mark.django_db


def address(meeting, act: str) -> str:
    return f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/{act}/"


def codes(meeting) -> set[str]:
    return set(meeting.delegations.values_list("member_id", flat=True))


def seat_of(meeting, participant) -> str | None:
    return meeting.seats.get(participant=participant).delegation.member_id


class TestDealing:
    @pytest.fixture
    def meeting(self, cast):
        for code in by_iso3():
            MemberFactory(iso3=code)
        meeting = MeetingFactory(room=cast.room)
        cast.room.now_kind, cast.room.now_id = "meeting", meeting.pk
        cast.room.save()
        for _ in range(4):
            ParticipantFactory(room=cast.room)
        return meeting

    @pytest.mark.parametrize(
        ("size", "number"),
        [
            ({"size": "each"}, 5),
            ({"size": "pairs"}, 3),
            ({"size": "all"}, 193),
            ({"size": "number", "number": "12"}, 12),
        ],
    )
    @pytest.mark.parametrize(("how", "seated", "choice"), [("lot", 5, False), ("choice", 0, True), ("hand", 0, False)])
    def test_each_way(self, cast, meeting, size, number, how, seated, choice):
        answer = cast.teacher.post(address(meeting, "deal"), {"how": how, **size}, headers=HTMX)
        assert answer.status_code == 200
        meeting.refresh_from_db()
        assert (len(codes(meeting)), meeting.seats.count(), meeting.open_choice) == (number, seated, choice)

    def test_what_is_said_of_who_is_dealt_holds_for_any_number(self, cast, meeting):
        text = cast.teacher.get(f"/rooms/{cast.room.code}/desk/").text
        told = re.search(r"([^.>]*) are dealt first, in this order, as far as the number goes", text)[1]
        named = ["Russia", "Ukraine", "the United States", "China", "France", "the United Kingdom", "Albania"]
        assert re.split(", | and ", told) == named
        for number in (1, 2, 8):
            cast.teacher.post(address(meeting, "deal"), {"how": "lot", "size": "number", "number": number})
            first = set(lots.ALWAYS[:number])
            assert first <= codes(meeting)
        assert lots.ALWAYS == ("RUS", "UKR", "USA", "CHN", "FRA", "GBR", "ALB")

    @pytest.mark.parametrize(
        "sent",
        [
            {},
            {"how": "lot"},
            {"how": "lot", "size": "some"},
            {"how": "lot", "size": "number"},
            {"how": "lot", "size": "number", "number": "0"},
            {"how": "lot", "size": "number", "number": "194"},
            {"how": "lot", "size": "number", "number": "-3"},
            {"how": "lot", "size": "number", "number": "³"},
            {"how": "dice", "size": "each"},
        ],
    )
    def test_nonsense_is_refused(self, cast, meeting, sent):
        answer = cast.teacher.post(address(meeting, "deal"), sent)
        assert (answer.status_code, codes(meeting)) == (422, set())

    def test_not_after_a_vote(self, cast):
        meeting = hall_with("ALB FRA", room=cast.room)
        ballot_in(meeting, stage="locked")
        assert cast.teacher.post(address(meeting, "deal"), {"how": "lot", "size": "each"}).status_code == 409
        assert codes(meeting) == {"ALB", "FRA"}


class TestOnThePhone:
    @pytest.fixture
    def meeting(self, cast):
        return hall_with("ALB FRA", room=cast.room, stage="seating", open_choice=True)

    def test_a_seat_is_found_and_taken(self, cast, meeting):
        found = cast.delegate.get(address(meeting, "find"), {"find": "fra"}, headers=HTMX).content.decode()
        assert 'value="FRA"' in found
        assert 'value="ALB"' not in found
        assert "<html" not in found
        answer = cast.delegate.post(address(meeting, "seat"), {"code": "FRA"}, headers=HTMX)
        assert (answer.status_code, seat_of(meeting, cast.participant)) == (200, "FRA")
        assert "Your role is not your opinion." in answer.content.decode()

    def test_without_javascript_the_list_is_a_page(self, cast, meeting):
        assert "<html" in cast.delegate.get(address(meeting, "find"), {"find": "fra"}).content.decode()
        assert cast.delegate.post(address(meeting, "seat"), {"code": "FRA"}).status_code == 302

    def test_a_full_delegation_is_refused_and_not_offered_again(self, cast, meeting):
        cast.delegate.post(address(meeting, "seat"), {"code": "FRA"})
        late = phone_of(ParticipantFactory(room=cast.room))
        answer = late.post(address(meeting, "seat"), {"code": "FRA"}, headers=HTMX)
        assert answer.status_code == 409
        assert "That delegation is full" in answer.content.decode()
        assert 'value="FRA"' not in answer.content.decode()

    @pytest.mark.parametrize("code", ["", "USA", "fra"])
    def test_no_such_delegation(self, cast, meeting, code):
        assert cast.delegate.post(address(meeting, "seat"), {"code": code}).status_code == 422

    def test_observe_or_ask_without_a_reason(self, cast, meeting):
        cast.delegate.post(address(meeting, "seat"), {"code": "FRA"})
        assert cast.delegate.post(address(meeting, "ask")).status_code == 302
        assert meeting.seats.get(participant=cast.participant).wants_swap
        assert cast.participant.name in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        page = cast.delegate.post(address(meeting, "observe"), headers=HTMX).content.decode()
        assert "You observe" in page
        assert meeting.seats.get(participant=cast.participant).delegation is None


class TestAtTheDesk:
    @pytest.fixture
    def meeting(self, cast):
        return hall_with("ALB FRA", room=cast.room, stage="seating")

    def test_newcomers_are_seated_by_lot(self, cast, meeting):
        assert cast.teacher.post(address(meeting, "newcomers")).status_code == 302
        assert seat_of(meeting, cast.participant) in {"ALB", "FRA"}

    def test_another_seat_is_given(self, cast, meeting):
        albania = delegate_of(meeting, "ALB")
        assert cast.teacher.post(address(meeting, f"another/{albania.pk}")).status_code == 302
        assert seat_of(meeting, albania) == "FRA"
        missing = address(meeting, f"another/{cast.other_participant.pk}")
        assert cast.teacher.post(missing).status_code == 404

    def test_the_choice_is_opened(self, cast, meeting):
        cast.teacher.post(address(meeting, "choice"), {"on": "1"})
        meeting.refresh_from_db()
        assert meeting.open_choice
        assert cast.teacher.post(address(meeting, "choice"), {"on": "perhaps"}).status_code == 422

    def test_everybody_by_hand(self, cast, meeting):
        page = cast.teacher.get(address(meeting, "seating")).content.decode()
        assert cast.participant.name in page
        albania = delegate_of(meeting, "ALB")
        sent = {f"seat-{cast.participant.pk}": "FRA", f"seat-{albania.pk}": "observe", "seat-999999": "FRA"}
        answer = cast.teacher.post(address(meeting, "seating"), sent)
        assert (answer.status_code, answer.url) == (302, address(meeting, "seating"))
        assert seat_of(meeting, cast.participant) == "FRA"
        assert meeting.seats.get(participant=albania).delegation is None
        assert meeting.seats.count() == 3

    def test_by_hand_three_do_not_fit(self, cast, meeting):
        ParticipantFactory(room=cast.room)
        sent = {f"seat-{person.pk}": "FRA" for person in cast.room.participants.all()}
        answer = cast.teacher.post(address(meeting, "seating"), sent)
        assert (answer.status_code, meeting.seats.count()) == (409, 2)
        assert "That delegation is full" in answer.content.decode()

    def test_delegations_come_and_go(self, cast, meeting):
        MemberFactory(iso3="UKR")
        assert cast.teacher.post(address(meeting, "delegations/add"), {"code": "UKR"}).status_code == 302
        assert cast.teacher.post(address(meeting, "delegations/remove"), {"code": "ALB"}).status_code == 302
        assert codes(meeting) == {"FRA", "UKR"}
        assert cast.teacher.post(address(meeting, "delegations/add"), {"code": "XXX"}).status_code == 422
        ballot_in(meeting)
        assert cast.teacher.post(address(meeting, "delegations/remove"), {"code": "FRA"}).status_code == 409
        assert codes(meeting) == {"FRA", "UKR"}
