import csv
import io

import pytest

from tests.factories import NOON, ResolutionFactory, ballot_in, hall_with
from unsim.assembly import proceedings

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return hall_with("ALB FRA UKR", room=cast.room, resolution=ResolutionFactory(title="=SUM(A1)", symbol="A/RES/1"))


@pytest.fixture
def record(meeting):
    ballot = ballot_in(meeting, {"ALB": "yes", "FRA": "no"}, stage="locked")
    return proceedings.declare(ballot=ballot, now=NOON)


@pytest.fixture
def secret_record(meeting):
    totals = {"yes": 1, "no": 1, "abstain": 0, "absent": 1, "invalid": 0}
    ballot = ballot_in(meeting, method="secret", stage="counted", cast=["ALB", "UKR"], totals=totals)
    return proceedings.declare(ballot=ballot, now=NOON)


def address(record, file: str = "") -> str:
    return f"/rooms/{record.ballot.motion.meeting.room.code}/records/{record.pk}/{file}"


def rows_of(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_page_of_a_recorded_vote(cast, record):
    page = cast.teacher.get(address(record)).content.decode()
    for words in ("Equally divided", "rule 95", "Albania", "Ukraine", "not a vote of the United Nations", "Download"):
        assert words in page


def test_the_page_of_a_secret_ballot_says_who_took_part_and_no_more(cast, secret_record):
    page = cast.teacher.get(address(secret_record)).content.decode()
    assert page.count("Took part") == 2
    assert "How each delegation voted" not in page


def test_a_vote_on_the_same_text_says_that_it_is_an_experiment(cast, record, secret_record):
    assert "experiment" not in cast.teacher.get(address(record)).content.decode()
    assert "An experiment" in cast.teacher.get(address(secret_record)).content.decode()


def test_the_file_of_a_recorded_vote(cast, record):
    answer = cast.teacher.get(address(record, "votes.csv"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert f'filename="record-{cast.room.code}-{record.pk}.csv"' in answer["Content-Disposition"]
    rows = rows_of(answer)
    assert [(row["ms_code"], row["ms_name"], row["ms_vote"]) for row in rows] == [
        ("ALB", "Albania", "Y"),
        ("FRA", "France", "N"),
        ("UKR", "Ukraine", ""),
    ]
    assert {(row["date"], row["resolution"], row["decision"]) for row in rows} == {
        ("2026-03-02", "A/RES/1", "equally_divided")
    }
    assert rows[0]["total_yes"] == rows[0]["total_no"] == rows[0]["total_non_voting"] == "1"
    assert (rows[0]["total_abstentions"], rows[0]["total_ms"]) == ("0", "3")
    assert rows[0]["vote_note"].startswith("Classroom simulation")


def test_no_cell_is_a_formula(cast, record):
    assert rows_of(cast.teacher.get(address(record, "votes.csv")))[0]["title"] == "'=SUM(A1)"


def test_the_file_of_a_secret_ballot_has_totals_alone(cast, secret_record):
    (row,) = rows_of(cast.teacher.get(address(secret_record, "votes.csv")))
    assert not {"ms_code", "ms_name", "ms_vote"} & row.keys()
    assert (row["total_yes"], row["total_no"], row["total_non_voting"], row["total_ms"]) == ("1", "1", "1", "3")


def test_of_an_outcome_alone_the_file_has_no_totals(cast, meeting):
    totals = {"outcome": "adopted", "invalid": 0}
    ballot = ballot_in(meeting, method="secret", stage="counted", totals=totals, outcome_only=True)
    record = proceedings.declare(ballot=ballot, now=NOON)
    (row,) = rows_of(cast.teacher.get(address(record, "votes.csv")))
    assert (row["decision"], row["total_yes"], row["total_no"]) == ("adopted", "", "")
    assert "Only the outcome" in cast.teacher.get(address(record)).content.decode()


@pytest.mark.parametrize("file", ["", "votes.csv"])
def test_there_is_no_such_record(cast, record, file):
    assert cast.teacher.get(f"/rooms/{cast.room.code}/records/{record.pk + 1}/{file}").status_code == 404
