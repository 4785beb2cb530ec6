import datetime
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from unsim.members import SEEDS
from unsim.resolutions import RESOLUTIONS, Text, decided, read_resolutions
from unsim.rules.choices import Choice
from unsim.rules.decision import Body, Outcome, decide
from unsim.rules.majority import Majority
from unsim.rules.roll_call import RollCall
from unsim.rules.sentences import sum_sentence
from unsim.rules.tally import Tally
from unsim.seedfile import BadSeed

TEXTS = {text.slug: text for text in read_resolutions()}

# Symbol, day, in favour, against, abstaining, not voting, and what the body decided.
REAL = [
    ("a-res-68-262", "A/RES/68/262", "2014-03-27", (100, 11, 58, 24), "adopted"),
    ("a-res-es-11-1", "A/RES/ES-11/1", "2022-03-02", (141, 5, 35, 12), "adopted"),
    ("a-res-es-11-2", "A/RES/ES-11/2", "2022-03-24", (140, 5, 38, 10), "adopted"),
    ("a-res-es-11-3", "A/RES/ES-11/3", "2022-04-07", (93, 24, 58, 18), "adopted"),
    ("a-res-es-11-4", "A/RES/ES-11/4", "2022-10-12", (143, 5, 35, 10), "adopted"),
    ("a-res-es-11-5", "A/RES/ES-11/5", "2022-11-14", (94, 14, 73, 12), "adopted"),
    ("a-res-es-11-6", "A/RES/ES-11/6", "2023-02-23", (141, 7, 32, 13), "adopted"),
    ("a-res-es-11-7", "A/RES/ES-11/7", "2025-02-24", (93, 18, 65, 17), "adopted"),
    ("a-res-es-11-8", "A/RES/ES-11/8", "2025-02-24", (93, 8, 73, 19), "adopted"),
    ("s-2022-155", "S/2022/155", "2022-02-25", (11, 1, 3, 0), "rejected"),
    ("s-res-2623", "S/RES/2623 (2022)", "2022-02-27", (11, 1, 3, 0), "adopted"),
    ("s-2022-720", "S/2022/720", "2022-09-30", (10, 1, 4, 0), "rejected"),
]


@pytest.mark.parametrize(("slug", "symbol", "day", "numbers", "outcome"), REAL, ids=[row[0] for row in REAL])
def test_the_real_votes_decide_as_they_did(slug, symbol, day, numbers, outcome):
    text = TEXTS[slug]
    decision = decided(text)
    assert (text.symbol, text.date) == (symbol, datetime.date.fromisoformat(day))
    assert text.roll_call is not None
    assert text.roll_call.symbol == symbol
    assert text.roll_call.tally == text.tally == Tally(*numbers)
    assert decision is not None
    assert decision.outcome == Outcome(outcome)


def test_every_seed_is_a_real_vote_or_practice():
    assert {text.slug for text in TEXTS.values() if not text.practice} == {row[0] for row in REAL}
    assert len(list((SEEDS / "roll_calls").iterdir())) == len(REAL)


def test_the_same_council_votes_fail_on_substance_and_pass_on_procedure():
    substance, procedure = TEXTS["s-2022-155"], TEXTS["s-res-2623"]
    assert substance.roll_call is not None
    assert procedure.roll_call is not None
    assert substance.roll_call.votes == procedure.roll_call.votes
    assert [decided(text).vetoes for text in (substance, procedure)] == [1, 0]
    assert "veto" in sum_sentence(decided(substance))


def test_only_a_permanent_members_vote_against_is_a_veto():
    text = TEXTS["s-2022-155"]
    votes = {**text.roll_call.votes, "RUS": Choice.ABSTAIN, "KEN": Choice.NO}
    decision = decided(replace(text, tally=Tally(10, 1, 4), roll_call=RollCall(text.symbol, votes)))
    assert (decision.outcome, decision.vetoes) == (Outcome.ADOPTED, 0)


def test_the_vote_of_2014_passes_by_either_majority():
    text = TEXTS["a-res-68-262"]
    assert text.majority is None
    assert {decide(text.tally, majority).outcome for majority in Majority} == {Outcome.ADOPTED}


def test_who_voted_how_on_12_october_2022():
    votes = TEXTS["a-res-es-11-4"].roll_call.votes
    assert {iso3 for iso3, choice in votes.items() if choice is Choice.NO} == {"BLR", "NIC", "PRK", "RUS", "SYR"}
    assert {votes[iso3] for iso3 in ("CHN", "IND", "ZAF")} == {Choice.ABSTAIN}
    assert votes["VEN"] is Choice.ABSENT


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_says_in_short_what_it_asks(text):
    first, *clauses = text.summary.split("\n\n")
    assert text.title
    assert "\n" not in first
    assert bool(clauses) is text.practice
    assert text.practice or 2 <= len(re.findall(r"\.(?:\s|$)", first)) <= 5


def test_the_practice_text():
    (text,) = (text for text in TEXTS.values() if text.practice)
    assert (text.title, text.body) == ("Clean water for schools (practice text)", Body.ASSEMBLY)
    assert (text.symbol, text.date, text.tally, text.roll_call) == ("", None, None, None)
    assert text.majority is Majority.SIMPLE
    assert decided(text) is None


def test_sponsors_bear_their_official_names():
    assert TEXTS["s-2022-720"].sponsors == ("Albania", "United States of America")
    assert TEXTS["a-res-es-11-1"].sponsors == ()


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one real text and its roll call."""
    for source in ("resolutions/a-res-es-11-4.md", "roll_calls/a-res-es-11-4.csv"):
        (tmp_path / source).parent.mkdir()
        shutil.copy(SEEDS / source, tmp_path / source)
    return tmp_path


@pytest.fixture
def spoilt(seeds: Path) -> Callable[[str, str], list[Text]]:
    path = seeds / "resolutions" / "a-res-es-11-4.md"

    def spoil(old: str, new: str) -> list[Text]:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_resolutions(path.parent)

    return spoil


def test_another_folder_is_read_with_its_own_roll_calls(seeds):
    assert read_resolutions(seeds / "resolutions") == [TEXTS["a-res-es-11-4"]]


def test_texts_come_by_file_name():
    assert list(TEXTS) == sorted(path.stem for path in RESOLUTIONS.glob("*.md"))


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("symbol: A", "sybmol: A", 2, "unknown key sybmol"),
        ("sponsors:\n", "", 1, "sponsors is missing"),
        ("symbol: A/RES/ES-11/4", "symbol:", 2, "symbol is empty"),
        ("date: 2022-10-12", "date: 12 October 2022", 4, "'12 October 2022' is no date"),
        ("date: 2022-10-12", "date: 2022-02-30", 4, "'2022-02-30' is no date"),
        ("body: assembly", "body:", 5, "body is empty"),
        ("body: assembly", "body: senate", 5, "body is 'senate'; it must be one of assembly, council"),
        ("majority: two_thirds", "majority: half", 6, "majority is 'half'; it must be one of simple, two_thirds"),
        ("procedural: no", "procedural: maybe", 7, "procedural is 'maybe'"),
        ("practice: no", "practice: yes", 8, "a practice text was never put"),
        ("sponsors:", "sponsors: Ukraine; Atlantis", 9, "'Atlantis' is no member"),
        ("yes: 143", "yes: many", 10, "yes is 'many'"),
        ("yes: 143", "yes: -143", 10, "yes is '-143'"),
        ("no: 5\n", "no:\n", 11, "no is ''; a tally is four whole numbers or none"),
        ("yes: 143", "yes: 144", 10, "adds up to 194, not to 193"),
        (
            "yes: 143\nno: 5",
            "yes: 142\nno: 6",
            10,
            "not that of a-res-es-11-4.csv: yes 143, no 5, abstain 35, absent 10",
        ),
        (
            "yes: 143\nno: 5\nabstain: 35\nabsent: 10",
            "yes:\nno:\nabstain:\nabsent:",
            10,
            "not that of a-res-es-11-4.csv",
        ),
        ("a-res-es-11-4.csv", "a-res-es-11-9.csv", 14, "no a-res-es-11-9.csv among the roll calls"),
        ("a-res-es-11-4.csv", "../roll_calls/a-res-es-11-4.csv", 14, "among the roll calls"),
        ("source: UN", "source:\nsource_of: UN", 16, "unknown key source_of"),
        ("source_url: https", "source_url: http", 16, "source_url must begin with https://"),
        ("body: assembly", "body: council", 6, "leave majority empty"),
        ("body: assembly\nmajority: two_thirds", "body: council\nmajority:", 10, "adds up to 193, not to 15"),
    ],
)
def test_a_bad_text_is_told_by_file_and_line(spoilt, seeds, old, new, line, reason):
    with pytest.raises(BadSeed) as refused:
        spoilt(old, new)
    assert str(refused.value).startswith(f"{seeds / 'resolutions' / 'a-res-es-11-4.md'}:{line}: ")
    assert reason in str(refused.value)


def test_a_text_without_a_summary(seeds):
    path = seeds / "resolutions" / "a-res-es-11-4.md"
    matter = path.read_text(encoding="utf-8").split("\n\n")[0]
    path.write_text(matter + "\n", encoding="utf-8")
    with pytest.raises(BadSeed, match=r"a-res-es-11-4.md:17: there is no summary"):
        read_resolutions(path.parent)


def test_a_bad_roll_call_is_told_by_its_own_file_and_line(seeds):
    path = seeds / "roll_calls" / "a-res-es-11-4.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("ALB,Albania,yes", "ALB,Albania,ja"), encoding="utf-8")
    with pytest.raises(BadSeed, match=r"a-res-es-11-4.csv:3: 'ja' is no vote"):
        read_resolutions(seeds / "resolutions")


def test_the_same_symbol_twice(seeds):
    folder = seeds / "resolutions"
    shutil.copy(folder / "a-res-es-11-4.md", folder / "b.md")
    with pytest.raises(BadSeed, match=r"b.md:2: A/RES/ES-11/4 is also in a-res-es-11-4.md"):
        read_resolutions(folder)


def test_an_empty_folder(tmp_path):
    with pytest.raises(BadSeed, match=r"there is no \*\.md in it"):
        read_resolutions(tmp_path)
