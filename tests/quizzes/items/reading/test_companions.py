"""Who voted as another member did: only where the text tells how that one voted."""

from datetime import date

import pytest

from quizzes.items import read

VOTE = "The General Assembly adopted the text by 90 votes to 6, with 40 abstentions. Iran and Chad voted against. "


def positions(text: str) -> dict[object, object]:
    return {f.values["member"]: f.values["vote"] for f in read(text, date(2024, 6, 20)) if f.kind == "position"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Fiji and Mali voted with Iran.",
        "Fiji and Mali sided with Tehran.",
        "Joining Iran were Fiji and Mali.",
        "Those who stood with Iran: Fiji and Mali.",
        "Joining Iran were Fiji and three Sahel states, all of them small: Mali.",
    ],
)
def test_who_voted_with_a_member_voted_as_it_did(sentence: str) -> None:
    told = positions(VOTE + sentence)
    assert (told["FJI"], told["MLI"]) == ("no", "no")


def test_as_many_names_as_votes_say_it_too() -> None:
    text = (
        "The General Assembly adopted the text by 90 votes to 4, with 40 abstentions. "
        "Fiji, Mali and Togo stood with Iran."
    )
    assert positions(text) == dict.fromkeys(("FJI", "MLI", "TGO", "IRN"), "no")


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly adopted it by 90 votes to 6, with 40 abstentions. Fiji and Mali sided with Togo.",
        VOTE + "Fiji sided with Iran in the war of that year.",
    ],
)
def test_where_nothing_tells_how_that_one_voted_nothing_is_guessed(text: str) -> None:
    assert "FJI" not in positions(text)
