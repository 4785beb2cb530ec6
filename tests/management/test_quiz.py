"""`manage.py quiz`: what it prints, and what it refuses."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

BRIEFS = sorted(str(path) for path in (Path(__file__).resolve().parents[2] / "seeds" / "articles").glob("*.md"))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    call_command("quiz", *arguments)
    return capsys.readouterr().out


def test_json_is_as_specified(capsys: pytest.CaptureFixture[str]) -> None:
    questions = json.loads(printed(capsys, *BRIEFS, "--count", "6", "--seed", "2", "--json"))["questions"]
    assert len(questions) == 6
    for question in questions:
        names = {"kind", "stem", "options", "key", "explanation", "facts", "source", "flaws"}
        assert set(question) == (names | {"matches"} if question["kind"] == "match" else names)
        assert set(question["source"]) == {"path", "start", "end", "sentence"}
        assert question["source"]["path"] in BRIEFS
        assert question["flaws"] == []
        assert all(len(place) == 2 for place in question["facts"])


def test_places_are_those_that_facts_prints(capsys: pytest.CaptureFixture[str]) -> None:
    questions = json.loads(printed(capsys, *BRIEFS, "--count", "20", "--json"))["questions"]
    call_command("facts", *BRIEFS, "--json")
    articles = json.loads(capsys.readouterr().out)["articles"]
    for question in questions:
        (article, fact), source = question["facts"][0], question["source"]
        assert articles[article]["path"] == source["path"]
        assert {name: articles[article]["facts"][fact][name] for name in ("start", "end", "sentence")} == {
            name: source[name] for name in ("start", "end", "sentence")
        }


def test_keys_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    for question in json.loads(printed(capsys, *BRIEFS, "--count", "30", "--json"))["questions"]:
        if question["kind"] == "number":
            assert set(question["key"]) == {"value", "tolerance"}
            assert question["options"] == []
        elif question["kind"] == "short_text":
            assert set(question["key"]) == {"accepted"}
            assert question["options"] == []
        elif question["kind"] == "match":
            assert [option for option, _match in question["key"]] == list(range(len(question["options"])))
            assert all(0 <= match < len(question["matches"]) for _option, match in question["key"])
        elif question["kind"] == "order":
            assert sorted(question["key"]) == list(range(len(question["options"])))
        else:
            assert all(0 <= place < len(question["options"]) for place in question["key"])
            assert len(question["key"]) == 1 or question["kind"] == "multiple_choice"


def test_the_same_seed_gives_the_same_quiz(capsys: pytest.CaptureFixture[str]) -> None:
    first = printed(capsys, *BRIEFS, "--seed", "5", "--json")
    assert printed(capsys, *BRIEFS, "--seed", "5", "--json") == first
    assert printed(capsys, *BRIEFS, "--seed", "6", "--json") != first


def test_a_listing_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, *BRIEFS, "--count", "3")
    assert told.startswith("1. ")
    assert "3. " in told
    assert "   * " in told


def test_a_text_without_facts_carries_no_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "weather.txt"
    path.write_text("It rained all day.", encoding="utf-8")
    assert json.loads(printed(capsys, str(path), "--json")) == {"questions": []}
    assert "no facts" in printed(capsys, str(path))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(CommandError) as caught:
        call_command("quiz", str(path))
    assert caught.value.returncode == 2


@pytest.mark.parametrize("count", ["0", "-1", "x", "101"])
def test_a_number_of_questions_that_is_none_is_refused(count: str) -> None:
    with pytest.raises(CommandError, match="1 to 100"):
        call_command("quiz", *BRIEFS, f"--count={count}")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("quiz", str(tmp_path / "missing.txt"))
    assert caught.value.returncode == 2
