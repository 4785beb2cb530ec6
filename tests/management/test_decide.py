import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, load_command_class


def decide(*words: str) -> str:
    out = StringIO()
    call_command("decide", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("--yes 143 --no 5 --abstain 35 --absent 10 --majority two_thirds", "adopted"),
        ("--yes 61 --no 40 --abstain 7 --majority two_thirds", "rejected"),
        ("--yes 61 --no 40 --abstain 7", "adopted"),
        ("--yes 5 --no 5", "equally_divided"),
        ("--yes 5 --no 5 --majority two_thirds", "rejected"),
        ("--yes 0 --no 0 --abstain 4", "rejected"),
        ("--yes 90 --no 7 --members 193", "adopted"),
        ("--yes 90 --no 7 --absent 96 --members 193", "adopted"),
        ("--body council --yes 11 --no 1 --abstain 3 --veto", "rejected"),
        ("--body council --yes 11 --no 1 --abstain 3 --veto --procedural", "adopted"),
        ("--body council --yes 10 --no 1 --abstain 4", "adopted"),
        ("--body council --yes 8 --no 0 --abstain 7", "rejected"),
        ("--body council --yes 9 --no 0 --members 15", "adopted"),
    ],
)
def test_as_json(words, decision):
    answer = json.loads(decide(*words.split(), "--json"))
    assert answer["decision"] == decision
    assert set(answer) == {"decision", "sum", "rule"}


def test_the_sum_and_the_rule():
    answer = json.loads(decide("--yes=61", "--no=40", "--abstain=7", "--majority=two_thirds", "--json"))
    assert answer["sum"] == (
        "61 in favour, 40 against: 101 present and voting; two thirds is 68; not adopted; "
        "7 abstentions do not count (rule 86)"
    )
    assert "rule 83" in answer["rule"]


def test_in_words():
    first, second = decide("--yes=6", "--no=5").splitlines()
    assert first == "6 in favour, 5 against: 11 present and voting; a majority is 6; adopted."
    assert "(rule 85)" in second


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "--yes 90 --no 6 --absent 97",
            "No quorum: 96 of 193 members voted, and a decision takes 97 present (rule 67).",
        ),
        ("--yes 50 --no 5 --members 193", "No quorum: 55 of 193"),
        ("--yes -1 --no 5", "cannot be negative"),
        ("--yes 1 --no 5 --absent -1", "cannot be negative"),
        ("--yes 1 --no 5 --members -6", "cannot be negative"),
        ("--yes 150 --no 44", "The General Assembly has 193 members, but the votes add up to 194."),
        ("--yes 100 --no 5 --members 194", "The General Assembly has 193 members, but the votes add up to 194."),
        ("--yes 100 --no 5 --members 100", "The votes add up to 105, but there are 100 members"),
        ("--yes 10 --no 5 --absent 3 --members 17", "The votes add up to 18, but there are 17 members"),
        ("--yes 10 --no 5 --veto", "knows no veto"),
        ("--yes 10 --no 5 --procedural", "--body council"),
        (
            "--body council --yes 11 --no 1 --abstain 4",
            "The Security Council has 15 members, but the votes add up to 16.",
        ),
        ("--body council --yes 11 --no 0 --abstain 4 --veto", "nobody voted against"),
        ("--body council --yes 11 --no 1 --majority simple", "leave out --majority"),
    ],
)
def test_refused_with_exit_code_2(words, sentence):
    with pytest.raises(CommandError) as refused:
        decide(*words.split())
    assert sentence in str(refused.value)
    assert refused.value.returncode == 2


def test_a_refusal_is_one_sentence_on_standard_error(capsys):
    command = load_command_class("unsim", "decide")
    with pytest.raises(SystemExit) as stopped:
        command.run_from_argv(["manage.py", "decide", "--yes", "1", "--no", "0", "--absent", "5"])
    told = capsys.readouterr()
    assert stopped.value.code == 2
    assert told.out == ""
    assert told.err == "CommandError: No quorum: 1 of 6 members voted, and a decision takes 4 present (rule 67).\n"


@pytest.mark.parametrize("words", ["--yes 1", "--yes 1 --no x", "--yes 1 --no 0 --majority half", "--body senate"])
def test_words_that_the_command_does_not_know(words, capsys):
    command = load_command_class("unsim", "decide")
    with pytest.raises(SystemExit) as stopped:
        command.run_from_argv(["manage.py", "decide", *words.split()])
    assert stopped.value.code == 2
    assert "usage: manage.py decide" in capsys.readouterr().err
