from random import Random

import pytest

from tests.factories import (
    NOON,
    DelegationFactory,
    MeetingFactory,
    MemberFactory,
    ParticipantFactory,
    SeatFactory,
    ballot_in,
    delegate_of,
    hall_with,
)
from unsim.assembly import seating
from unsim.assembly.floor import VoteGoingOn
from unsim.assembly.lots import ALWAYS
from unsim.assembly.models import Seat
from unsim.members import by_iso3
from unsim.rooms import hosting

pytestmark = pytest.mark.django_db
LOT = Random(7)


@pytest.fixture
def all_members():
    for code in by_iso3():
        MemberFactory(iso3=code)


def seats(meeting) -> dict[str, str | None]:
    """Name -> member code; None for an observer."""
    return dict(meeting.seats.values_list("participant__name", "delegation__member_id"))


def codes(meeting) -> set[str]:
    return set(meeting.delegations.values_list("member_id", flat=True))


def seatings(meeting) -> int:
    meeting.refresh_from_db()
    return meeting.seatings


@pytest.mark.usefixtures("all_members")
class TestDealing:
    def test_everybody_here_gets_a_delegation_of_the_sample(self):
        meeting = MeetingFactory()
        for _ in range(9):
            ParticipantFactory(room=meeting.room)
        gone = ParticipantFactory(room=meeting.room, removed_at=NOON)
        seating.deal_by_lot(meeting=meeting, size=9, lot=LOT, now=NOON)
        assert codes(meeting) >= set(ALWAYS)
        assert len(seats(meeting)) == len(set(seats(meeting).values())) == len(codes(meeting)) == 9
        assert gone.name not in seats(meeting)
        assert (seatings(meeting), meeting.log.get().data) == (1, {"delegations": 9, "people": 9})

    def test_of_all_members_the_story_gets_the_students(self):
        meeting = MeetingFactory()
        for _ in range(7):
            ParticipantFactory(room=meeting.room)
        seating.deal_by_lot(meeting=meeting, size=193, lot=LOT, now=NOON)
        assert len(codes(meeting)) == 193
        assert set(seats(meeting).values()) == set(ALWAYS)

    def test_two_share_where_there_are_fewer_delegations(self):
        meeting = MeetingFactory()
        for _ in range(8):
            ParticipantFactory(room=meeting.room)
        seating.deal_by_lot(meeting=meeting, size=4, lot=LOT, now=NOON)
        assert sorted(seats(meeting).values()) == sorted(2 * ALWAYS[:4])

    def test_a_second_deal_replaces_the_first_and_leaves_observers_alone(self):
        meeting = MeetingFactory()
        one, other = ParticipantFactory(room=meeting.room), ParticipantFactory(room=meeting.room)
        seating.deal_by_lot(meeting=meeting, size=2, lot=LOT, now=NOON)
        seating.observe(meeting=meeting, participant=one)
        seating.deal_by_lot(meeting=meeting, size=3, lot=LOT, now=NOON)
        assert seats(meeting) == {one.name: None, other.name: "RUS"}
        assert len(codes(meeting)) == 3

    @pytest.mark.parametrize("size", [0, 194])
    def test_no_such_number(self, size):
        meeting = hall_with("ALB", stage="seating")
        with pytest.raises(seating.NotADealing):
            seating.deal_by_lot(meeting=meeting, size=size, lot=LOT, now=NOON)
        assert codes(meeting) == {"ALB"}

    def test_not_after_a_vote(self):
        meeting = hall_with("ALB UKR")
        ballot_in(meeting, stage="declared")
        for deal in (seating.deal_by_lot, seating.deal_open):
            with pytest.raises(seating.AlreadyVoted):
                deal(meeting=meeting, size=2, lot=LOT, now=NOON)
        assert codes(meeting) == {"ALB", "UKR"}

    def test_dealt_without_a_lot_for_the_seats(self):
        meeting = MeetingFactory()
        ParticipantFactory(room=meeting.room)
        seating.deal_open(meeting=meeting, size=5, lot=LOT, now=NOON)
        assert (len(codes(meeting)), seats(meeting)) == (5, {})


class TestChoosing:
    def test_first_come_and_two_may_share(self):
        meeting = hall_with("ALB UKR", stage="seating", open_choice=True)
        second, third = ParticipantFactory(room=meeting.room), ParticipantFactory(room=meeting.room)
        for _click in range(2):
            seating.take_seat(meeting=meeting, participant=second, code="ALB")
        assert seats(meeting)[second.name] == "ALB"
        with pytest.raises(seating.SeatTaken):
            seating.take_seat(meeting=meeting, participant=third, code="ALB")
        seating.take_seat(meeting=meeting, participant=third, code="UKR")
        assert seats(meeting)[third.name] == "UKR"
        assert seatings(meeting) == 0, "nobody else's page is fetched anew"

    def test_a_student_may_move_and_asks_for_nothing_then(self):
        meeting = hall_with("ALB UKR", stage="seating", open_choice=True)
        albania = delegate_of(meeting, "ALB")
        seating.ask_for_another(meeting=meeting, participant=albania)
        seating.take_seat(meeting=meeting, participant=albania, code="UKR")
        assert (seats(meeting)[albania.name], Seat.objects.filter(wants_swap=True).exists()) == ("UKR", False)

    def test_only_while_the_choice_is_open(self):
        meeting = hall_with("ALB UKR", stage="seating")
        with pytest.raises(seating.ChoiceIsClosed):
            seating.take_seat(meeting=meeting, participant=delegate_of(meeting, "ALB"), code="UKR")

    def test_only_what_was_dealt(self):
        meeting = hall_with("ALB", stage="seating", open_choice=True)
        with pytest.raises(seating.NotDealt) as refused:
            seating.take_seat(meeting=meeting, participant=delegate_of(meeting, "ALB"), code="FRA")
        assert refused.value.status == 422

    def test_during_a_vote_newcomers_alone_sit_down(self):
        """Who moves, or observed after having voted, could vote for two delegations."""
        meeting = hall_with("ALB UKR FRA", open_choice=True)
        observer, newcomer = delegate_of(meeting, "FRA"), ParticipantFactory(room=meeting.room)
        ballot_in(meeting)
        seating.observe(meeting=meeting, participant=observer)
        for person in (observer, delegate_of(meeting, "ALB")):
            with pytest.raises(seating.WaitForTheVote):
                seating.take_seat(meeting=meeting, participant=person, code="UKR")
        seating.take_seat(meeting=meeting, participant=newcomer, code="FRA")
        assert seats(meeting)[newcomer.name] == "FRA"

    def test_the_choice_is_opened_and_closed(self):
        meeting = hall_with("ALB", stage="seating")
        for on in (True, True, False):
            seating.let_choose(meeting=meeting, on=on, now=NOON)
        assert (seatings(meeting), meeting.open_choice) == (2, False)
        assert list(meeting.log.values_list("what", flat=True)) == ["choice_opened", "choice_closed"]


class TestWithoutSayingWhy:
    def test_observe(self):
        meeting = hall_with("ALB UKR")
        albania = delegate_of(meeting, "ALB")
        for _click in range(2):
            seating.observe(meeting=meeting, participant=albania)
        assert seats(meeting)[albania.name] is None
        assert not meeting.log.exists()

    def test_another_seat_by_lot(self):
        meeting = hall_with("ALB UKR")
        albania = delegate_of(meeting, "ALB")
        seating.ask_for_another(meeting=meeting, participant=albania)
        assert meeting.seats.get(participant=albania).wants_swap
        seating.give_another(meeting=meeting, participant=albania, lot=LOT)
        seat = meeting.seats.get(participant=albania)
        assert (seat.delegation.member_id, seat.wants_swap, seatings(meeting)) == ("UKR", False, 1)

    def test_no_other_seat_is_free(self):
        meeting = hall_with("ALB UKR")
        SeatFactory(delegation=meeting.delegations.get(member="UKR"))
        albania = delegate_of(meeting, "ALB")
        with pytest.raises(seating.NobodyFree):
            seating.give_another(meeting=meeting, participant=albania, lot=LOT)
        assert seats(meeting)[albania.name] == "ALB"

    def test_not_during_a_vote(self):
        meeting = hall_with("ALB UKR")
        ballot_in(meeting)
        with pytest.raises(seating.WaitForTheVote):
            seating.give_another(meeting=meeting, participant=delegate_of(meeting, "ALB"), lot=LOT)


class TestNewcomers:
    def test_take_the_empty_delegations_first(self):
        meeting = hall_with("ALB UKR")
        DelegationFactory(meeting=meeting, member=MemberFactory(iso3="FRA"))
        newcomer = ParticipantFactory(room=meeting.room)
        for _click in range(2):
            seating.seat_newcomers(meeting=meeting, lot=LOT, now=NOON)
        assert seats(meeting)[newcomer.name] == "FRA"
        assert (seatings(meeting), meeting.log.get().data) == (1, {"people": 1})

    def test_find_no_seat_in_a_full_hall(self):
        meeting = hall_with("ALB")
        SeatFactory(delegation=meeting.delegations.get())
        ParticipantFactory(room=meeting.room)
        with pytest.raises(seating.NobodyFree):
            seating.seat_newcomers(meeting=meeting, lot=LOT, now=NOON)


class TestByHand:
    def test_everybody_at_once(self):
        meeting = hall_with("ALB UKR", stage="seating")
        albania, ukraine = delegate_of(meeting, "ALB"), delegate_of(meeting, "UKR")
        newcomer = ParticipantFactory(room=meeting.room)
        chosen = {albania: "UKR", ukraine: "ALB", newcomer: None}
        seating.assign(meeting=meeting, seats=chosen, now=NOON)
        assert seats(meeting) == {albania.name: "UKR", ukraine.name: "ALB", newcomer.name: None}

    def test_three_do_not_fit_and_nobody_moves(self):
        meeting = hall_with("ALB UKR FRA", stage="seating")
        before = seats(meeting)
        everybody = {delegate_of(meeting, code): "ALB" for code in ("ALB", "UKR", "FRA")}
        with pytest.raises(seating.SeatTaken):
            seating.assign(meeting=meeting, seats=everybody, now=NOON)
        assert seats(meeting) == before

    def test_only_what_was_dealt_and_not_during_a_vote(self):
        meeting = hall_with("ALB UKR")
        with pytest.raises(seating.NotDealt):
            seating.assign(meeting=meeting, seats={delegate_of(meeting, "ALB"): "FRA"}, now=NOON)
        ballot_in(meeting)
        with pytest.raises(VoteGoingOn):
            seating.assign(meeting=meeting, seats={delegate_of(meeting, "ALB"): "UKR"}, now=NOON)

    def test_a_delegation_is_added_and_removed(self):
        meeting = hall_with("ALB", stage="seating")
        MemberFactory(iso3="FRA")
        for _click in range(2):
            seating.add_delegation(meeting=meeting, code="FRA")
        assert codes(meeting) == {"ALB", "FRA"}
        for _click in range(2):
            seating.remove_delegation(meeting=meeting, code="ALB")
        assert (codes(meeting), seats(meeting)) == ({"FRA"}, {})
        with pytest.raises(seating.NotDealt):
            seating.add_delegation(meeting=meeting, code="XXX")

    def test_what_has_voted_is_not_removed(self):
        meeting = hall_with("ALB UKR")
        ballot_in(meeting, {"ALB": "yes"}, stage="declared")
        with pytest.raises(seating.AlreadyVoted):
            seating.remove_delegation(meeting=meeting, code="ALB")


def test_in_a_closed_meeting_nobody_moves():
    meeting = hall_with("ALB UKR", stage="closed", open_choice=True)
    albania = delegate_of(meeting, "ALB")
    for act in (
        lambda: seating.take_seat(meeting=meeting, participant=albania, code="UKR"),
        lambda: seating.observe(meeting=meeting, participant=albania),
        lambda: seating.give_another(meeting=meeting, participant=albania, lot=LOT),
        lambda: seating.deal_open(meeting=meeting, size=1, lot=LOT, now=NOON),
    ):
        with pytest.raises(seating.MeetingIsClosed):
            act()


def test_who_is_removed_from_the_room_frees_the_seat_and_the_vote_stays():
    meeting = hall_with("ALB UKR")
    ballot = ballot_in(meeting, {"ALB": "yes"})
    hosting.remove(participant=delegate_of(meeting, "ALB"), now=NOON)
    assert set(seats(meeting).values()) == {"UKR"}
    assert ballot.votes.count() == 1
