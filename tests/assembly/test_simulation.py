import csv
import io
import time

import pytest

from tests.cast import phone_of
from tests.factories import (
    NOON,
    DelegationFactory,
    MemberFactory,
    ResolutionFactory,
    SeatFactory,
    ballot_in,
    delegate_of,
    hall_with,
)
from unsim.alignment import ISSUES, alignments
from unsim.assembly import casting, meetings, proceedings, roll_calls, secret_roll, simulation
from unsim.assembly.beside import beside, marks_of
from unsim.assembly.board import board_for
from unsim.assembly.counting import quorum_of
from unsim.assembly.debrief import debrief_for
from unsim.assembly.empty_seats import choices_for, playing_in
from unsim.assembly.exports import csv_of
from unsim.assembly.floor import VoteGoingOn
from unsim.assembly.minutes import minutes_of
from unsim.assembly.models import Meeting
from unsim.assembly.putting import Way, put_question
from unsim.assembly.steps import NotInOrderNow
from unsim.members import by_iso3
from unsim.rules.choices import Choice
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method
from unsim.rules.profiles import GENERAL_ASSEMBLY, as_dict, edited
from unsim.rules.roll_call_vote import Answer

pytestmark = pytest.mark.django_db
REAL = {"ALB": "yes", "FRA": "yes", "UKR": "yes", "RUS": "no", "CHN": "abstain", "IRN": "absent"}


def hall(students="ALB FRA", empty="UKR RUS CHN IRN", real=REAL, **fields):
    """A meeting with students for some delegations and nobody for others."""
    meeting = hall_with(students, resolution=ResolutionFactory(**fields))
    for code in empty.split():
        DelegationFactory(meeting=meeting, member=MemberFactory(iso3=code))
    for code, choice in real.items():
        MemberFactory(iso3=code)
        meeting.resolution.real_votes.create(member_id=code, choice=choice)
    meetings.introduce(meeting, meeting.resolution, [], NOON)
    return meeting


def play(meeting, how="record"):
    simulation.play_empty_seats(meeting=meeting, how=how, seed="seed", now=NOON)
    meeting.refresh_from_db()
    return meeting


def put(meeting, majority=Majority.SIMPLE):
    return proceedings.put_to_recorded_vote(meeting=meeting, majority=majority, hidden=False, now=NOON)


def cast(meeting, ballot, code, choice):
    casting.cast_vote(
        room=meeting.room, ballot=ballot.pk, participant=delegate_of(meeting, code), code=code, choice=choice, now=NOON
    )


def declared(ballot):
    proceedings.lock(ballot=ballot, now=NOON)
    return proceedings.declare(ballot=ballot, now=NOON).content


def page_of(meeting) -> str:
    return f"/rooms/{meeting.room.code}/"


def votes(ballot) -> dict[str, tuple[str, str]]:
    rows = ballot.votes.values_list("delegation__member_id", "choice", "by")
    return {code: (choice, by) for code, choice, by in rows}


def test_empty_seats_stay_empty_until_the_president_asks():
    assert votes(put(hall("ALB FRA UKR", "RUS CHN"))) == {}


def test_they_vote_as_their_countries_did_when_the_vote_is_opened():
    by = "simulation"
    cast_for = {"UKR": ("yes", by), "RUS": ("no", by), "CHN": ("abstain", by), "IRN": ("absent", by)}
    assert votes(put(play(hall()))) == cast_for


def test_they_are_present():
    meeting = hall()
    assert (quorum_of(meeting).present, quorum_of(meeting).members) == (2, 6)
    assert quorum_of(play(meeting)).present == 6
    simulation.leave_seats_empty(meeting=meeting, now=NOON)
    meeting.refresh_from_db()
    assert quorum_of(meeting).present == 2


def test_they_count_and_the_students_own_result_stands_beside():
    meeting = play(hall())
    ballot = put(meeting)
    cast(meeting, ballot, "ALB", Choice.NO)
    cast(meeting, ballot, "FRA", Choice.NO)
    board = board_for(ballot)
    shown = beside(ballot, board)
    assert (shown.played, shown.drawn, shown.voted, shown.voters, shown.decided) == (4, False, 2, 2, False)
    content = declared(ballot)
    assert content["tally"] == {"yes": 1, "no": 3, "abstain": 1, "absent": 1}
    assert content["simulated"] == ["CHN", "IRN", "RUS", "UKR"]
    assert content["students"] == {
        "decision": "rejected",
        "sum": "0 in favour, 2 against: 2 present and voting; a majority is 2; not adopted",
        "tally": {"yes": 0, "no": 2, "abstain": 0, "absent": 0},
    }
    ballot.refresh_from_db()
    assert beside(ballot, board_for(ballot)).students.sum == content["students"]["sum"]


def test_too_few_students_decide_nothing_alone():
    meeting = play(hall("ALB FRA UKR", "RUS CHN IRN USA"))
    meeting.delegations.update(present=False)
    content = declared(put(meeting))
    assert (content["decision"], content["students"]) == ("rejected", None)


def test_they_are_marked_on_board_file_and_debrief():
    meeting = play(hall())
    ballot = put(meeting)
    assert marks_of(ballot, board_for(ballot))["RUS"] == "simulated"
    cast(meeting, ballot, "ALB", Choice.YES)
    declared(ballot)
    rows = list(csv.DictReader(io.StringIO(csv_of(ballot.record))))
    assert {row["ms_code"] for row in rows if row["simulated"] == "1"} == {"CHN", "IRN", "RUS", "UKR"}
    debrief = debrief_for(meeting)
    assert {line.code for line in debrief.lines if line.simulated} == {"CHN", "IRN", "RUS", "UKR"}
    assert (debrief.agreed, debrief.compared) == (1, 1)
    assert debrief.columns[0].students.startswith("1 in favour, 0 against")
    assert (
        "* 4 delegations are simulated" in phone_of(delegate_of(meeting, "ALB")).get(page_of(meeting)).content.decode()
    )


def test_who_sits_down_in_a_played_seat_takes_its_vote_over():
    meeting = play(hall())
    ballot = put(meeting)
    SeatFactory(delegation=meeting.delegations.get(member="RUS"))
    cast(meeting, ballot, "RUS", Choice.ABSTAIN)
    assert votes(ballot)["RUS"] == ("abstain", "delegation")
    assert "RUS" not in declared(ballot)["simulated"]


def test_without_a_record_votes_are_drawn_by_issue_and_the_same_again():
    meeting = play(hall(real={}), "nuclear")
    first = put(meeting)
    proceedings.void(ballot=first, now=NOON)
    second = put(meeting)
    assert votes(first) == votes(second)
    assert set(votes(second)) == {"UKR", "RUS", "CHN", "IRN"}
    for code, (choice, _by) in votes(second).items():
        assert alignments()[code, "nuclear"].votes[Choice(choice)] > 0
    assert beside(second, board_for(second)).drawn


def test_another_seed_draws_other_votes():
    meeting = play(hall("ALB", " ".join(code for code in by_iso3() if code != "ALB"), real={}), "human_rights")
    before = choices_for(put(meeting))
    meeting.simulation_seed = "another"
    meeting.save()
    ballot = meeting.motions.get().ballots.get()
    assert choices_for(ballot) != before
    assert set(before.values()) == set(Choice)


def test_every_issue_has_a_name():
    assert [issue for issue, _name in playing_in(hall()).issues] == list(ISSUES)


@pytest.mark.parametrize("of", ["motion", "amendment", "part"])
def test_on_motions_amendments_and_parts_they_are_present_and_do_not_vote(of):
    meeting = play(hall())
    ballot = ballot_in(meeting)
    ballot.motion.of = of
    assert choices_for(ballot) == {}


def test_never_in_a_secret_ballot():
    meeting = play(hall("ALB FRA UKR", "RUS CHN IRN"))
    assert secret_roll.electorate(meeting) == ["ALB", "FRA", "UKR"]
    ballot = ballot_in(meeting, method="secret")
    simulation.vote_for_empty_seats(ballot, NOON)
    assert votes(ballot) == {}


def test_nothing_changes_during_a_vote():
    meeting = play(hall())
    put(meeting)
    with pytest.raises(VoteGoingOn):
        simulation.leave_seats_empty(meeting=meeting, now=NOON)
    with pytest.raises(VoteGoingOn):
        simulation.play_empty_seats(meeting=meeting, how="all", seed="x", now=NOON)


def test_the_log_says_so_and_a_second_click_changes_nothing():
    meeting = play(play(hall()))
    for _click in range(2):
        simulation.leave_seats_empty(meeting=meeting, now=NOON)
    put(play(meeting))
    told = [minute.sentence for minute in minutes_of(meeting)]
    assert told.count("The empty seats are played from now on: 4.") == 2
    assert told.count("The empty seats are not played any more.") == 1
    assert "The simulation voted for 4 empty seats." in told


def test_all_193_dealt_to_a_class_of_20_have_a_quorum_and_vote_within_a_moment(django_assert_max_num_queries):
    codes = list(by_iso3())
    meeting = play(hall(" ".join(codes[:20]), " ".join(codes[20:]), dict.fromkeys(codes, "yes")))
    assert quorum_of(meeting).can_decide
    began = time.monotonic()
    with django_assert_max_num_queries(40):
        ballot = put(meeting)
    assert time.monotonic() - began < 2
    assert ballot.votes.count() == 173


class TestARollCall:
    """ALB and FRA are students; CHN, IRN, RUS and UKR are played. Called from A: ALB CHN FRA IRN RUS UKR."""

    @pytest.fixture
    def ballot(self):
        meeting = hall()
        meeting.profile = as_dict(edited(GENERAL_ASSEMBLY, name="From A", roll_call_by_lot=False))
        meeting.save()
        way = Way(Method.ROLL_CALL, Majority.SIMPLE)
        return put_question(meeting=play(Meeting.objects.get(pk=meeting.pk)), way=way, now=NOON)

    def answer(self, ballot, code):
        roll_calls.answer_for(ballot=ballot, code=code, answer=Answer.YES, now=NOON)
        ballot.refresh_from_db()

    def test_played_seats_answer_when_they_are_called(self, ballot):
        assert votes(ballot) == {}
        self.answer(ballot, "ALB")
        assert votes(ballot) == {"ALB": ("yes", "chair"), "CHN": ("abstain", "simulation")}
        self.answer(ballot, "FRA")
        assert (ballot.stage, votes(ballot)["IRN"], votes(ballot)["RUS"]) == (
            "locked",
            ("absent", "simulation"),
            ("no", "simulation"),
        )
        content = proceedings.declare(ballot=ballot, now=NOON).content
        assert content["tally"] == {"yes": 3, "no": 1, "abstain": 1, "absent": 1}
        assert content["students"]["tally"] == {"yes": 2, "no": 0, "abstain": 0, "absent": 0}

    def test_undo_goes_back_to_the_last_student(self, ballot):
        self.answer(ballot, "ALB")
        self.answer(ballot, "FRA")
        roll_calls.undo(ballot=ballot, now=NOON)
        ballot.refresh_from_db()
        assert (ballot.stage, sorted(votes(ballot))) == ("open", ["ALB", "CHN"])
        roll_calls.undo(ballot=ballot, now=NOON)
        assert votes(ballot) == {}
        with pytest.raises(NotInOrderNow):
            roll_calls.undo(ballot=ballot, now=NOON)

    def test_those_who_are_called_first_answer_when_it_begins(self):
        meeting = hall("FRA UKR", "ALB CHN", REAL)
        meeting.profile = as_dict(edited(GENERAL_ASSEMBLY, name="From A", roll_call_by_lot=False))
        meeting.save()
        way = Way(Method.ROLL_CALL, Majority.SIMPLE)
        ballot = put_question(meeting=play(Meeting.objects.get(pk=meeting.pk)), way=way, now=NOON)
        assert sorted(votes(ballot)) == ["ALB", "CHN"]
        with pytest.raises(NotInOrderNow):
            roll_calls.undo(ballot=ballot, now=NOON)
        assert sorted(votes(ballot)) == ["ALB", "CHN"]
