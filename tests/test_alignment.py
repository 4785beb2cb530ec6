import random

import pytest

from unsim.alignment import COLUMNS, ISSUES, alignments, read_alignment
from unsim.members import by_iso3
from unsim.rules.choices import Choice
from unsim.rules.simulated import drawn
from unsim.seedfile import BadSeed

HEADER = ",".join(COLUMNS)
ROW = "FRA,2010-2019,nuclear,10,4,3,2,1,0.4,0.3,0.2,0.1,0.5,0.5,0.5,1.0,0.5,0.25"


@pytest.fixture
def alignment(tmp_path):
    def read(*rows: str):
        path = tmp_path / "alignment.csv"
        path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        return read_alignment(path)

    return read


def test_every_member_on_every_issue():
    assert set(alignments()) == {(iso3, issue) for iso3 in by_iso3() for issue in ISSUES}


def test_known_numbers():
    india = alignments()["IND", "human_rights"]
    assert (india.period, india.roll_calls) == ("2010-2019", 217)
    assert [india.votes[choice] for choice in Choice] == [178, 20, 19, 0]
    assert india.agreement["IND"] == 1


def test_one_row(alignment):
    (row,) = alignment(ROW).values()
    assert (row.iso3, row.issue, row.roll_calls) == ("FRA", "nuclear", 10)
    assert dict(row.votes) == {Choice.YES: 4, Choice.NO: 3, Choice.ABSTAIN: 2, Choice.ABSENT: 1}
    assert row.agreement == {"USA": 0.5, "RUS": 0.5, "CHN": 0.5, "FRA": 1.0, "IND": 0.5, "majority": 0.25}


def test_a_vote_can_be_drawn_from_it():
    votes = alignments()["SSD", "all"].votes
    assert {drawn(votes, random.Random(seed)) for seed in range(200)} == set(Choice)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ROW.replace("nuclear", "weather"), "'weather' is no issue"),
        (ROW.replace(",10,4", ",11,4"), "the votes add up to 10, not to 11"),
        (ROW.replace(",4,3", ",4.5,3"), "yes is '4.5', no whole number"),
        (ROW.replace(",4,3", ",-4,3"), "yes is '-4', no whole number"),
        (ROW.replace("0.25", "1.25"), "agree_majority is '1.25', no share"),
        (ROW.replace("0.25", ""), "agree_majority is '', no share"),
        (ROW.replace("0.25", "nan"), "agree_majority is 'nan', no share"),
        (ROW + ",1", "19 cells, but 18 columns"),
    ],
)
def test_a_bad_row_is_told_by_its_line(alignment, row, reason):
    with pytest.raises(BadSeed, match=f":2: .*{reason}"):
        alignment(row)


def test_a_member_on_an_issue_twice(alignment):
    with pytest.raises(BadSeed, match=":3: FRA on nuclear stands here twice"):
        alignment(ROW, ROW)
