"""`manage.py facts`: what it prints, and what it refuses."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

TEXT = (
    "The Assembly votes\n\nThe 193-member General Assembly voted 97-13 with 30 abstentions on Wednesday. Mali "
    "abstained."
)
BRIEF = "---\ntitle: A brief\npublisher: Agency\npublished: 2024-05-03\n---\nRussia vetoed a draft on Thursday.\n"


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.md"
    path.write_text(BRIEF, encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("facts", *arguments)
    return capsys.readouterr().out


def test_json_is_as_specified(text: str, brief: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, text, brief, "--published", "2024-05-03", "--json"))
    first, second = told["articles"]
    assert (first["path"], first["title"], first["published"]) == (text, "The Assembly votes", "2024-05-03")
    assert (second["title"], second["published"]) == ("A brief", "2024-05-03")
    (tally,) = [fact for fact in first["facts"] if fact["kind"] == "tally"]
    assert (tally["yes"], tally["no"], tally["abstain"], tally["absent"], tally["date"]) == (
        97,
        13,
        30,
        None,
        "2024-05-01",
    )
    assert TEXT[tally["start"] : tally["end"]] == "97-13 with 30 abstentions"
    assert tally["sentence"].startswith("The 193-member")
    assert tally["rule"]
    (position,) = [fact for fact in first["facts"] if fact["kind"] == "position"]
    assert first["facts"][position["tally"]] == tally
    (veto,) = [fact for fact in second["facts"] if fact["kind"] == "veto"]
    assert (veto["member"], veto["date"]) == ("RUS", "2024-05-02")
    assert told["agreements"] == told["disagreements"] == []


def test_agreements_and_disagreements(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for number, day in enumerate(("May 1", "May 2")):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"The 193-member Assembly met. Russia vetoed a draft on {day}, 2024.", encoding="utf-8")
        paths.append(str(path))
    told = json.loads(printed(capsys, *paths, "--json"))
    assert told["agreements"] == [{"kind": "membership", "facts": [[0, 0], [1, 0]]}]
    values = {"2024-05-01": [[0, 1]], "2024-05-02": [[1, 1]]}
    assert told["disagreements"] == [{"kind": "veto", "field": "date", "values": values}]


def test_the_date_given_applies_only_to_texts_without_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dated.txt"
    path.write_text("A title\n\nMay 3, 2023\n\nRussia vetoed it on Tuesday.", encoding="utf-8")
    told = json.loads(printed(capsys, str(path), "--published", "2024-05-03", "--json"))
    assert told["articles"][0]["published"] == "2023-05-03"
    assert told["articles"][0]["facts"][0]["date"] == "2023-05-02"


def test_a_listing_for_people(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, text)
    assert "tally: body=General Assembly, yes=97, no=13, abstain=30" in told
    assert "“97-13 with 30 abstentions”" in told


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("facts", str(tmp_path / name))
    assert caught.value.returncode == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("latin.txt", b"caf\xe9"), ("open.md", b"---\ntitle: x\nno end"), ("huge.txt", b"x" * 1_000_001)],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=name) as caught:
        call_command("facts", str(path))
    assert caught.value.returncode == 2


def test_a_date_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CommandError, match="2022-13-01"):
        call_command("facts", text, "--published", "2022-13-01")


def test_markdown_without_front_matter_is_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plain.md"
    path.write_text(TEXT, encoding="utf-8")
    assert json.loads(printed(capsys, str(path), "--json"))["articles"][0]["title"] == "The Assembly votes"
