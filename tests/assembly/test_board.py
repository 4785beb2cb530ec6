from dataclasses import FrozenInstanceError, fields

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ballot_in, hall_with
from unsim.assembly.board import Board, Short, board_for
from unsim.members import by_iso3
from unsim.rules.decision import Outcome
from unsim.rules.tally import Tally

pytestmark = pytest.mark.django_db
VOTES = {"ALB": "yes", "FRA": "yes", "RUS": "no"}


@pytest.fixture
def meeting():
    return hall_with("UKR FRA RUS ALB")


def lights(board: Board) -> dict[str, str | None]:
    return {light.code: light.vote for light in board.lights}


def test_what_a_board_is():
    """The contract of the templates; a new field must be none that tells what is not to be seen."""
    assert [field.name for field in fields(Board)] == [
        "ballot",
        "stage",
        "method",
        "majority",
        "of",
        "title",
        "symbol",
        "means",
        "voted",
        "members",
        "lights",
        "totals",
        "result",
        "short",
        "call",
        "appeal",
        "clock",
        "surplus",
    ]


def test_open_and_live(meeting):
    board = board_for(ballot_in(meeting, VOTES))
    assert lights(board) == {"ALB": "yes", "FRA": "yes", "RUS": "no", "UKR": "blank"}
    assert [light.label for light in board.lights] == ["Albania", "France", "Russian Federation", "Ukraine"]
    assert (board.voted, board.members, board.totals, board.sealed) == (3, 4, Tally(2, 1, 0, 1), False)
    assert (board.result, board.short) == (None, None), "nothing is decided before the lock"


def test_hidden_until_it_is_locked(meeting):
    board = board_for(ballot_in(meeting, VOTES, hidden=True))
    assert set(lights(board).values()) == {None}
    assert (board.totals, board.result, board.sealed, board.voted) == (None, None, True, 3)


def test_hidden_and_locked(meeting):
    board = board_for(ballot_in(meeting, VOTES, hidden=True, stage="locked"))
    assert lights(board) == {"ALB": "yes", "FRA": "yes", "RUS": "no", "UKR": "absent"}
    assert (board.totals, board.result.outcome) == (Tally(2, 1, 0, 1), Outcome.ADOPTED)


def test_too_few_for_a_decision(meeting):
    meeting.delegations.update(present=False)
    board = board_for(ballot_in(meeting, {"ALB": "yes"}, stage="locked"))
    assert (board.result, board.short) == (None, Short(members=4, present=1, needed=3))


def test_who_voted_is_present_whatever_the_list_says(meeting):
    meeting.delegations.update(present=False)
    assert board_for(ballot_in(meeting, VOTES, stage="locked")).result.outcome is Outcome.ADOPTED


@pytest.mark.parametrize("stage", ["open", "locked"])
def test_of_a_secret_ballot_only_the_number_of_papers(meeting, stage):
    board = board_for(ballot_in(meeting, method="secret", stage=stage, cast=["ALB", "UKR"]))
    assert set(lights(board).values()) == {None}
    assert (board.voted, board.members, board.totals, board.result, board.sealed) == (2, 4, None, None, True)


def test_of_an_opened_box_the_totals_and_no_light(meeting):
    totals = {"yes": 2, "no": 1, "abstain": 0, "absent": 1, "invalid": 0}
    board = board_for(ballot_in(meeting, method="secret", stage="counted", cast=["ALB", "RUS", "UKR"], totals=totals))
    assert set(lights(board).values()) == {None}
    assert (board.totals, board.result.outcome) == (Tally(2, 1, 0, 1), Outcome.ADOPTED)


def test_of_an_outcome_alone_no_totals(meeting):
    totals = {"outcome": "adopted", "invalid": 0}
    board = board_for(ballot_in(meeting, method="secret", stage="counted", totals=totals, outcome_only=True))
    assert (board.totals, board.result.tally, board.result.outcome) == (None, None, Outcome.ADOPTED)


def test_only_the_delegations_of_the_roll(meeting):
    board = board_for(ballot_in(meeting, electorate=["ALB", "UKR"]))
    assert list(lights(board)) == ["ALB", "UKR"]


def test_a_board_is_a_value(meeting):
    ballot = ballot_in(meeting, VOTES)
    assert board_for(ballot) == board_for(ballot)
    with pytest.raises(FrozenInstanceError):
        board_for(ballot).voted = 4


@pytest.mark.parametrize(("stage", "number"), [("open", 2), ("locked", 5)])
def test_as_many_queries_with_four_delegations_as_with_193(meeting, stage, number):
    for hall in (meeting, hall_with(" ".join(by_iso3()))):
        ballot = ballot_in(hall, {"ALB": "yes"}, stage=stage)
        with CaptureQueriesContext(connection) as queries:
            board_for(ballot)
        assert len(queries) == number
