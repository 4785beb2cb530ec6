"""Named members in wordings of one vote alone, in lists with unknown names, and which vote they belong to."""

from datetime import date

import pytest

from quizzes.items import Finding, read

PUBLISHED = date(2024, 6, 20)


def positions(text: str) -> dict[object, object]:
    return {f.values["member"]: f.values["vote"] for f in read(text, PUBLISHED) if f.kind == "position"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It passed by 120 votes to 6. Malta was the only one to abstain, and Chad, Togo and Fiji were among those "
            "opposed.",
            {"MLT": "abstain", "TCD": "no", "TGO": "no", "FJI": "no"},
        ),
        ("Kenya voted for the text, Gabon against it.", {"KEN": "yes", "GAB": "no"}),
        ("Malaysia voted with Brunei against the text.", {"MYS": "no", "BRN": "no"}),
        (
            'In the end 140 supported the resolution. Israel was joined in the "no" lobby by Palau and Nauru.',
            {"ISR": "no", "PLW": "no", "NRU": "no"},
        ),
        ("It passed by 103 votes to 3 (Israel, Palau, Nauru).", {"ISR": "no", "PLW": "no", "NRU": "no"}),
        ("It received four votes: those of Cuba, Bolivia and Algeria.", {"CUB": "yes", "BOL": "yes", "DZA": "yes"}),
        ("Twelve voted in favour, China rejected the text and Russia abstained.", {"CHN": "no", "RUS": "abstain"}),
        ("Only Hungary voted against.", {"HUN": "no"}),
        ("Nobody but Belarus was against, and 140 voted in favour.", {"BLR": "no"}),
        ("Opposed by only two countries, Israel and Palau, the text passed.", {"ISR": "no", "PLW": "no"}),
        ("Fiji cast the sole negative vote on the text.", {"FJI": "no"}),
        (
            "Ghana, Kenya and Gabon sit on the Council. All three abstained.",
            {"GHA": "abstain", "KEN": "abstain", "GAB": "abstain"},
        ),
        ("Cuba and Syria spoke at length. They voted against the text.", {"CUB": "no", "SYR": "no"}),
        ("Voting against: Belarus; Cuba; the Syrian Arab Republic.", {"BLR": "no", "CUB": "no", "SYR": "no"}),
        (
            "The text was adopted, with Belarus, Nicaragua and, of course, Russia voting against.",
            {"BLR": "no", "NIC": "no", "RUS": "no"},
        ),
        ("In 1956 the Soviet Union voted against the text.", {"RUS": "no"}),
        ("Turkey did not take part in the vote.", {"TUR": "absent"}),
    ],
)
def test_wordings_of_one_vote(text: str, expected: dict[str, str]) -> None:
    assert positions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway would have voted for the text.",
        "If Norway voted against, the text would fall.",
        "Lawmakers from Norway voted against the bill in Oslo.",
        "Fiji was asked to abstain.",
    ],
)
def test_no_vote_of_a_member(text: str) -> None:
    assert positions(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voting in favour were Albania, Brazil, Tunesia, Norway and Mexico.", "ALB BRA TUN NOR MEX"),
        ("Voting in favour were Albania, Brazil, Wakanda, Norway and Mexico.", "ALB BRA NOR MEX"),
        ("Voting in favour were the Soviet Union, Czechoslovakia, Cuba and Poland.", "RUS CUB POL"),
    ],
)
def test_lists_with_misspelt_unknown_and_former_names(text: str, expected: str) -> None:
    assert positions(text) == dict.fromkeys(expected.split(), "yes")


def test_lists_under_their_headings() -> None:
    text = "The vote looks as follows:\n\nIn favour:\n1. Chile\n2. Peru\n\nAgainst:\nCuba\n\nAbstaining:\nIndia"
    assert positions(text) == {"CHL": "yes", "PER": "yes", "CUB": "no", "IND": "abstain"}


def test_a_member_of_a_list_is_shown_with_its_heading() -> None:
    text = "The record:\n\nAbstaining:\nIndia\n\nTogo"
    shown = [finding.sentence for finding in read(text, PUBLISHED) if finding.kind == "position"]
    assert shown
    assert all(one.startswith("Abstaining:") for one in shown)


@pytest.mark.parametrize(
    "text",
    [
        "Three members voted against it. The three were Fiji, Palau and Togo.",
        "Fiji and Palau sit on the Council. Both abstained.",
    ],
)
def test_a_member_is_shown_with_the_sentence_that_tells_its_vote(text: str) -> None:
    shown = {finding.sentence for finding in read(text, PUBLISHED) if finding.kind == "position"}
    assert shown == {text}


def tied(text: str) -> dict[object, object]:
    """The votes in favour of the tally that each named member is put to."""
    found = read(text, PUBLISHED)
    votes: list[Finding] = [one for one in found if one.kind == "position"]
    return {one.values["member"]: _in_favour(found, one.values["tally"]) for one in votes}


def _in_favour(found: list[Finding], tally: object) -> object:
    return found[tally].values["yes"] if isinstance(tally, int) else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A vote that is only compared with keeps to its own sentence.
        (
            "The Assembly voted 153 in favour, 10 against. Support was higher than for the October text, which passed "
            "121-14. France and Canada voted yes.",
            {"FRA": 153, "CAN": 153},
        ),
        (
            "The Assembly adopted the text on Mali by 90 votes to 12. On Monday it had adopted another resolution by "
            "101 to 7. Togo voted against it.",
            {"TGO": 101},
        ),
    ],
)
def test_the_vote_that_a_position_belongs_to(text: str, expected: dict[str, int]) -> None:
    assert tied(text) == expected
