"""The seed briefs: every fact that a careful reader of their sources knows stands in them, and is found."""

from datetime import date
from pathlib import Path

import pytest

from quizzes.items import Article, Finding, disagreements, read, write
from unsim.seedfile import read_front_matter

BRIEFS = Path(__file__).resolve().parents[3] / "seeds" / "articles"
LETTER, BALLOT = "2022-10-06-six-page-letter", "2022-10-05-secret-ballot-sought"
CONDEMNED, REFERENDUMS = "2022-10-12-annexation-condemned", "2022-09-28-referendums-rejected"
ELECTIONS = "2024-03-elections-condemned"

# (in favour, against, abstaining, not voting) and the date.
TALLIES = {
    BALLOT: {(100, 11, 58, 24, "2014")},
    LETTER: {(141, 5, 35, None, "2022-03-02"), (140, 5, 38, None, "2022-03-24"), (93, 24, 58, None, "2022-04-07")},
    CONDEMNED: {
        (143, 5, 35, None, "2022-10-12"),
        (141, 5, 35, None, "2022-03-02"),
        (140, 5, 38, None, "2022-03-24"),
        (93, 24, 58, None, "2022-04-07"),
        (100, 11, 58, None, "2014"),
    },
    REFERENDUMS: set(),
    ELECTIONS: set(),
}
POSITIONS = {
    CONDEMNED: {
        ("RUS", "no"),
        ("SYR", "no"),
        ("NIC", "no"),
        ("PRK", "no"),
        ("BLR", "no"),
        ("CHN", "abstain"),
    }
}
VETOES = {
    BALLOT: {("RUS", "2014")},
    LETTER: {("RUS", "2022-09-30")},
    CONDEMNED: {("RUS", "2022-09-29")},
}
MEMBERSHIPS = {
    BALLOT: {("General Assembly", 193), ("Security Council", 15)},
    LETTER: {("General Assembly", 193)},
    CONDEMNED: {("General Assembly", 193)},
}
QUOTES = {
    LETTER: {
        ("one can pretend that no one is paying attention", "Skoog"),
        ("some territories will be recovered", "Peskov"),
        ("a clearly politicized and provocative development", "Nebenzia"),
        ("pursue their own geopolitical goals", "Nebenzia"),
        ("are now exposed to a real existential threat", "Nebenzia"),
        ("we also understand that under such circumstances", "Nebenzia"),
        ("No comment.", "Thomas-Greenfield"),
    },
    CONDEMNED: {("There is no such thing as neutrality", "Price")},
    REFERENDUMS: {
        ("We and many other countries have already been crystal clear", "Blinken"),
        ("important to remember what’s going on here", "Blinken"),
        ("Then they bus Russians in", "Blinken"),
        ("the vast majority of people supported", "Saldo"),
        ("saving people in the territories", "Putin"),
        ("will also have consequences for security", "Peskov"),
        ("would not have any influence", "Kuleba"),
    },
    ELECTIONS: {
        ("falsify any turnout and election results", "Kyslytsia"),
        ("does not correspond to generally recognized democratic principles", "Kyslytsia"),
    },
}


def brief(name: str) -> Article:
    matter = read_front_matter(BRIEFS / f"{name}.md")
    published = matter.fields["published"]
    day = date.fromisoformat(published) if len(published) == 10 else None
    return Article(
        matter.fields["title"], matter.body, matter.fields["publisher"], published, tuple(read(matter.body, day))
    )


def found(name: str, kind: str) -> list[Finding]:
    return [finding for finding in brief(name).findings if finding.kind == kind]


@pytest.mark.parametrize("name", TALLIES)
def test_tallies_with_their_dates(name: str) -> None:
    told = [f.values for f in found(name, "tally")]
    assert {(v["yes"], v["no"], v["abstain"], v["absent"], v["date"]) for v in told} == TALLIES[name]
    assert all(v["body"] == "General Assembly" for v in told)


@pytest.mark.parametrize("name", TALLIES)
def test_positions(name: str) -> None:
    told = found(name, "position")
    assert {(f.values["member"], f.values["vote"]) for f in told} == POSITIONS.get(name, set())
    assert all(isinstance(f.values["tally"], int) for f in told)


@pytest.mark.parametrize("name", TALLIES)
def test_vetoes(name: str) -> None:
    assert {(f.values["member"], f.values["date"]) for f in found(name, "veto")} == VETOES.get(name, set())


@pytest.mark.parametrize("name", TALLIES)
def test_memberships(name: str) -> None:
    told = {(f.values["body"], f.values["count"]) for f in found(name, "membership")}
    assert told == MEMBERSHIPS.get(name, set())


@pytest.mark.parametrize("name", TALLIES)
def test_quotes(name: str) -> None:
    told = {(f.values["text"], str(f.values["speaker"]).rsplit(" ", 1)[-1]) for f in found(name, "quote")}
    assert told == QUOTES.get(name, set())


def test_the_sources_disagree_about_one_veto() -> None:
    (one,) = disagreements([brief(name) for name in TALLIES])
    assert (one.kind, one.field, set(one.values)) == ("veto", "date", {"2022-09-29", "2022-09-30"})


@pytest.mark.parametrize("name", TALLIES)
def test_a_brief_is_short_and_cites_its_source(name: str) -> None:
    matter = read_front_matter(BRIEFS / f"{name}.md")
    assert 180 <= len(matter.body.split()) <= 350
    assert set(matter.fields) == {"title", "publisher", "published", "source_title"}
    assert matter.fields["title"]
    assert matter.fields["published"]


@pytest.mark.parametrize("seed", range(12))
def test_no_question_of_a_quiz_on_the_briefs_gives_another_away(seed: int) -> None:
    items = write([brief(name) for name in TALLIES], count=20, seed=seed)
    assert len(items) >= 12
    sentences = [(item.source.article, item.source.sentence) for item in items]
    assert len(set(sentences)) == len(sentences)
