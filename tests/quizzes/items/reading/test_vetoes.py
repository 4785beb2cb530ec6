"""Vetoes that were cast; rights, threats and fears of one are none."""

from datetime import date

import pytest

from quizzes.items import read


def vetoes(text: str) -> list[tuple[object, object]]:
    return [(f.values["member"], f.values["date"]) for f in read(text, date(2024, 6, 20)) if f.kind == "veto"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia vetoed the draft on Sept. 30, 2022.", [("RUS", "2022-09-30")]),
        ("On Friday, Russia and China vetoed a US-drafted text.", [("RUS", "2024-06-14"), ("CHN", "2024-06-14")]),
        ("Moscow vetoed it.", [("RUS", None)]),
        ("The text was vetoed by Washington in the Security Council last month.", [("USA", "2024-05")]),
        ("The draft failed to pass on Dec. 8 due to a U.S. veto.", [("USA", "2023-12-08")]),
        ("France cast its veto on 4 May.", [("FRA", "2024-05-04")]),
        ("It has been blocked because of Russia’s veto power which it used on May 3.", [("RUS", "2024-05-03")]),
        ("Britain used its veto in the Council last week.", [("GBR", "2024-06-10/2024-06-16")]),
        ("China vetoes draft on Myanmar", [("CHN", None)]),
        ("A Russian veto on the Council prevented any action.", [("RUS", None)]),
        ("The Assembly voted on Tuesday after the United States vetoed it last month.", [("USA", "2024-05")]),
        ("The Obama administration used its first veto yesterday.", [("USA", "2024-06-19")]),
        ("She tore into Russia and China after they vetoed the text.", [("RUS", None), ("CHN", None)]),
        (
            "The veto will not discourage us, he said. On Monday the US had blocked a similar draft in the Council.",
            [("USA", "2024-06-17")],
        ),
        (
            "Last week the Council failed to pass a text because of a veto by France.",
            [("FRA", "2024-06-10/2024-06-16")],
        ),
        ("The Assembly met on Tuesday despite the US veto in the Council.", [("USA", None)]),
        ("Casting their vetoes together, China and Russia killed the text.", [("CHN", None), ("RUS", None)]),
        ("Russia stopped the inquiry on 12 April 2018 by casting a veto.", [("RUS", "2018-04-12")]),
        (
            "Russia and China against, and that was the first double veto on Syria.",
            [("RUS", None), ("CHN", None)],
        ),
        ("The ambassador criticised the United States for its veto of the ceasefire text.", [("USA", None)]),
        ("The text was blocked by the veto of France.", [("FRA", None)]),
        (
            "Russia on Thursday blocked a Security Council resolution. The veto ends the work of the panel.",
            [("RUS", "2024-06-20")],
        ),
    ],
)
def test_vetoes_cast(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert vetoes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Council cannot act because of Russia’s right of veto.",
        "China threatened to veto the resolution.",
        "The US would veto it again.",
        "If Russia vetoed it, the Assembly would meet.",
        "There is no veto in the General Assembly.",
        "Neither Britain nor France has used the veto since 1989.",
        "Kenya vetoed the idea of a summit.",
        "Palau blocked a Security Council resolution, and spoke of the veto.",
        "Russia vowed to veto the text.",
        "Russia blocked a statement in the Council.",
        "The US did not veto the new text.",
        "A resolution needs nine votes and no vetoes by Russia, China or France.",
        "Some amendments got too few votes; Russia vetoed others.",
        "Russia vetoed two amendments of Fiji.",
    ],
)
def test_no_veto(text: str) -> None:
    assert vetoes(text) == []


def test_one_veto_told_twice_is_one() -> None:
    assert vetoes("Russia vetoed the draft on Monday. Later Russia's veto on Monday was criticised.") == [
        ("RUS", "2024-06-17")
    ]


def test_a_veto_told_in_the_words_of_a_record() -> None:
    text = (
        "The Security Council's text received 13 votes in favour to 2 against (China, Russia). It was not adopted, "
        "owing to the negative vote of two permanent members."
    )
    assert [member for member, _day in vetoes(text)] == ["CHN", "RUS"]


@pytest.mark.parametrize(
    "text",
    [
        "China, which has joined Moscow on all but one of those occasions, also vetoed the draft.",
        "China, a permanent member, exercised its veto.",
        "The text, drafted by Fiji, was in the end killed by a Chinese veto.",
        "A draft of the Security Council won 11 votes. It was vetoed before; this draft was also struck down by China.",
    ],
)
def test_the_words_between_a_member_and_its_veto(text: str) -> None:
    assert ("CHN", None) in vetoes(text)
