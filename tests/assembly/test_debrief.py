from datetime import date

import pytest

from tests.factories import NOON, MemberFactory, ResolutionFactory, ballot_in, hall_with
from unsim.assembly import proceedings
from unsim.assembly.debrief import debrief_for
from unsim.rules.tally import Tally

pytestmark = pytest.mark.django_db
FIVE = "ALB CHN FRA RUS UKR"


def recorded(meeting, votes: dict[str, str], **fields):
    return proceedings.declare(ballot=ballot_in(meeting, votes, stage="locked", **fields), now=NOON)


def secret(meeting, yes: int, no: int, abstain: int = 0, absent: int = 0, **fields):
    totals = {"yes": yes, "no": no, "abstain": abstain, "absent": absent, "invalid": 0}
    fields = {"totals": totals, **fields}
    return proceedings.declare(ballot=ballot_in(meeting, method="secret", stage="counted", **fields), now=NOON)


@pytest.fixture
def text():
    text = ResolutionFactory(date=date(2022, 10, 12))
    for code, choice in {"ALB": "yes", "FRA": "yes", "UKR": "yes", "RUS": "no", "CHN": "abstain"}.items():
        text.real_votes.create(member=MemberFactory(iso3=code), choice=choice)
    return text


def test_open_secret_and_real_side_by_side(text):
    meeting = hall_with(FIVE, resolution=text)
    recorded(meeting, {"ALB": "yes", "FRA": "yes", "UKR": "yes", "RUS": "no"})
    secret(meeting, yes=1, no=3, absent=1)
    debrief = debrief_for(meeting)
    assert [(column.who, column.decision, column.experiment) for column in debrief.columns] == [
        ("recorded", "adopted", False),
        ("secret", "rejected", True),
        ("real", "adopted", False),
    ]
    assert debrief.columns[2].tally == Tally(3, 1, 1, 0)
    assert debrief.columns[2].on == date(2022, 10, 12)
    assert debrief.moved == 2


def test_delegation_by_delegation(text):
    meeting = hall_with(FIVE, resolution=text)
    recorded(meeting, {"ALB": "yes", "FRA": "no", "UKR": "yes", "RUS": "no"})
    debrief = debrief_for(meeting)
    assert [(line.code, line.here, line.real, line.agrees) for line in debrief.lines] == [
        ("ALB", "yes", "yes", True),
        ("CHN", "absent", "abstain", None),
        ("FRA", "no", "yes", False),
        ("RUS", "no", "no", True),
        ("UKR", "yes", "yes", True),
    ]
    assert (debrief.agreed, debrief.compared) == (3, 4)
    assert debrief.line_of("FRA") == debrief.lines[2]
    assert debrief.line_of("USA") is None


def test_of_a_secret_ballot_no_delegation_is_told(text):
    meeting = hall_with(FIVE, resolution=text)
    secret(meeting, yes=1, no=4)
    debrief = debrief_for(meeting)
    assert (debrief.lines, debrief.moved, debrief.compared) == ((), None, 0)


def test_moves_are_counted_over_the_roll_of_the_secret_ballot():
    meeting = hall_with(FIVE)
    recorded(meeting, {"ALB": "yes", "FRA": "yes", "UKR": "yes", "RUS": "no"})
    secret(meeting, yes=2, no=1, electorate=["ALB", "FRA", "UKR"])
    assert debrief_for(meeting).moved == 1, "of three delegations that were all in favour in the open"


def test_no_moves_over_other_delegations_or_without_totals():
    meeting = hall_with(FIVE)
    recorded(meeting, {"ALB": "yes"}, electorate=["ALB", "FRA"])
    secret(meeting, yes=2, no=3)
    assert debrief_for(meeting).moved is None
    meeting = hall_with(FIVE)
    recorded(meeting, {"ALB": "yes"})
    secret(meeting, 0, 0, totals={"outcome": "adopted", "invalid": 0}, outcome_only=True)
    debrief = debrief_for(meeting)
    assert (debrief.moved, debrief.columns[1].tally, debrief.columns[1].parts) == (None, None, ())


def test_the_first_vote_stands_and_an_equal_one_is_none():
    meeting = hall_with("ALB FRA")
    recorded(meeting, {"ALB": "yes", "FRA": "no"})
    recorded(meeting, {"ALB": "yes", "FRA": "yes"})
    recorded(meeting, {"ALB": "no", "FRA": "no"})
    assert [column.sum for column in debrief_for(meeting).columns] == [
        "2 in favour, 0 against: 2 present and voting; a majority is 2; adopted"
    ]


def test_nothing_to_compare_yet():
    debrief = debrief_for(hall_with("ALB"))
    assert (debrief.columns, debrief.lines) == ((), ())


def test_a_bar_is_whole():
    meeting = hall_with(FIVE)
    recorded(meeting, {"ALB": "yes", "FRA": "yes", "RUS": "no", "CHN": "abstain"})
    parts = debrief_for(meeting).columns[0].parts
    assert [(part.choice, part.number, part.x, part.width) for part in parts] == [
        ("yes", 2, "0.000%", "40.000%"),
        ("no", 1, "40.000%", "20.000%"),
        ("abstain", 1, "60.000%", "20.000%"),
        ("absent", 1, "80.000%", "20.000%"),
    ]
    assert parts[0].middle == "20.000%"


def test_a_roll_call_is_a_vote_in_the_open_and_any_majority_of_the_text_is_worded():
    text = ResolutionFactory(majority=">1/2 members")
    text.real_votes.create(member=MemberFactory(iso3="ALB"), choice="yes")
    meeting = hall_with("ALB FRA UKR", resolution=text)
    ballot = ballot_in(meeting, {"ALB": "yes"}, stage="locked", method="roll_call", majority="3/5 members")
    proceedings.declare(ballot=ballot, now=NOON)
    debrief = debrief_for(meeting)
    assert [column.who for column in debrief.columns] == ["recorded", "real"]
    assert "3/5 of all members is 2" in debrief.columns[0].sum
    assert "more than 1/2 of all members is 1" in debrief.columns[1].sum
    assert [line.here for line in debrief.lines] == ["yes", "absent", "absent"]
