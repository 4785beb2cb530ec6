from pathlib import Path

import pytest

from unsim.rules.choices import Choice
from unsim.rules.roll_call import read_roll_call
from unsim.rules.tally import Tally
from unsim.seedfile import BadSeed

NAMES = {"FRA": "France", "IND": "India", "NAM": "Namibia"}


@pytest.fixture
def roll_call(tmp_path: Path):
    def read(text: str):
        path = tmp_path / "vote.csv"
        path.write_text(text, encoding="utf-8")
        return read_roll_call(path, "A/RES/1", NAMES)

    return read


def test_votes_by_code_in_the_order_of_the_file(roll_call):
    read = roll_call("iso3,un_name,vote\nNAM,Namibia,abstain\nFRA,France,yes\nIND,India,absent\n")
    assert read.symbol == "A/RES/1"
    assert list(read.votes.items()) == [("NAM", Choice.ABSTAIN), ("FRA", Choice.YES), ("IND", Choice.ABSENT)]
    assert read.tally == Tally(1, 0, 1, 1)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("iso3,vote\nFRA,yes\n", 1, "columns must be iso3,un_name,vote"),
        ("", 1, "columns must be"),
        ("iso3,un_name,vote\n", 1, "no vote"),
        ("iso3,un_name,vote\nFRA,France,yes\nXXX,Nowhere,yes\n", 3, "'XXX' is no member's code"),
        ("iso3,un_name,vote\nFRA,India,yes\n", 2, "FRA is 'France', not 'India'"),
        ("iso3,un_name,vote\nFRA,France,yes\nFRA,France,no\n", 3, "FRA stands here twice"),
        ("iso3,un_name,vote\nFRA,France,maybe\n", 2, "'maybe' is no vote; it must be one of yes, no, abstain, absent"),
        ("iso3,un_name,vote\nFRA,France,Yes\n", 2, "'Yes' is no vote"),
        ("iso3,un_name,vote\nFRA,France\n", 2, "2 cells, but 3 columns"),
        ("iso3,un_name,vote\nFRA,France,yes,no\n", 2, "4 cells, but 3 columns"),
        ('iso3,un_name,vote\nFRA,"France,yes\n', 2, "is not CSV"),
    ],
)
def test_a_bad_row_is_told_by_file_and_line(roll_call, text, line, reason):
    with pytest.raises(BadSeed) as refused:
        roll_call(text)
    assert str(refused.value).startswith(f"{refused.value.path}:{line}: ")
    assert reason in str(refused.value)
