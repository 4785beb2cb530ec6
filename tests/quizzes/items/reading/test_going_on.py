"""Votes told by going on with what was said just before."""

from datetime import date

import pytest

from quizzes.items import read


def positions(text: str) -> dict[object, object]:
    return {f.values["member"]: f.values["vote"] for f in read(text, date(2024, 6, 20)) if f.kind == "position"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistan and Peru voted no; so did Qatar.", {"PAK": "no", "PER": "no", "QAT": "no"}),
        ("Chad voted against. So did Mali and Togo.", {"TCD": "no", "MLI": "no", "TGO": "no"}),
        ("Serbia was in favour, as were Britain and France.", {"SRB": "yes", "GBR": "yes", "FRA": "yes"}),
        ("Spain abstained, as did Canada.", {"ESP": "abstain", "CAN": "abstain"}),
        ("Chad abstained. Mali also did.", {"TCD": "abstain", "MLI": "abstain"}),
        (
            "Some 17 African countries abstained from the vote. They included Algeria and Mali. Others "
            "were Chad and Togo.",
            {"DZA": "abstain", "MLI": "abstain", "TCD": "abstain", "TGO": "abstain"},
        ),
        (
            "It was 97 in favour and 5 against. Those five were Mali, Chad, Togo, Peru and Fiji.",
            {"MLI": "no", "TCD": "no", "TGO": "no", "PER": "no", "FJI": "no"},
        ),
        (
            "It was 28 in favour, 12 against and 7 abstentions. Among the twelve were Chad and Mali. "
            "Peru was among the 7.",
            {"TCD": "no", "MLI": "no", "PER": "abstain"},
        ),
        (
            "The result: 29 for, two against and 16 abstentions. Russia and China were the two.",
            {"RUS": "no", "CHN": "no"},
        ),
    ],
)
def test_going_on(text: str, expected: dict[str, str]) -> None:
    assert positions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chad spoke. So did Mali.",
        "It was 5 in favour, 5 against. Those five were Mali and Chad.",  # which of the two fives
        "They included Algeria and Mali.",
        "Russia joined China.",
    ],
)
def test_nothing_to_go_on_with(text: str) -> None:
    assert positions(text) == {}
