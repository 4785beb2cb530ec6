"""Who is quoted: persons under all forms of their names, and nobody else's words as theirs."""

from datetime import date

import pytest

from quizzes.items import read

WORDS = "We have been waiting for a very long time"


def speakers(text: str) -> list[object]:
    return [one.values["speaker"] for one in read(text, date(2024, 6, 20)) if one.kind == "quote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“{WORDS},” said Jane Roe, the ambassador of Fiji. “It was worth it,” Roe added.", ["Jane Roe", "Jane Roe"]),
        (f"Mr Smith told the Assembly: “{WORDS}.”", ["Smith"]),
        (f"Sir Anthony Parsons addressed the Council. “{WORDS},” Sir Anthony said.", ["Anthony Parsons"]),
        (f"Li Song, the Chinese ambassador, disagreed. “{WORDS},” Li said.", ["Li Song"]),
        (f"Queen Anna of Fiji opened the session. “{WORDS},” the monarch said.", ["Queen Anna"]),
        (f"Ambassador Jane Roe put it plainly: '{WORDS}.'", ["Jane Roe"]),
        (f"Foreign Minister Ana Lopez had this to say: “{WORDS}.”", ["Ana Lopez"]),
    ],
)
def test_forms_of_a_name(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"A spokesperson for Foreign Minister Jane Roe said: “{WORDS}.”",
        "An aide to President Jane Roe said the vote “was a long time in coming to us”.",
        f"“{WORDS},” the woman from Fiji said.",
    ],
)
def test_words_of_somebody_without_a_name(text: str) -> None:
    assert speakers(text) == []


def test_an_office_is_not_that_of_the_one_who_speaks_for_it() -> None:
    text = "A spokesperson for Foreign Minister Jane Roe left early."
    assert [one for one in read(text, None) if one.kind == "office"] == []


def test_a_country_of_two_words_is_named_whole_in_an_office() -> None:
    found = read("Antigua and Barbuda's Ambassador Jane Roe left early.", None)
    assert [one.values["role"] for one in found if one.kind == "office"] == ["Antigua and Barbuda's Ambassador"]


def test_a_quotation_is_shown_with_the_sentence_that_names_its_speaker() -> None:
    text = f"Jane Roe, the ambassador of Fiji, spoke last. “{WORDS},” she said. The hall was empty."
    (quote,) = (one for one in read(text, None) if one.kind == "quote")
    assert quote.sentence == text.removesuffix(" The hall was empty.")


def test_a_place_is_no_person() -> None:
    text = "Joe Doe, president of Bosnia’s Republika Srpska entity, disagreed."
    offices = [one.values["person"] for one in read(text, date(2024, 6, 20)) if one.kind == "office"]
    assert "Republika Srpska" not in offices


def test_an_office_ends_where_another_word_begins() -> None:
    text = "Talks under the former Finnish president Joe Doe ended without a result."
    offices = [one.values["role"] for one in read(text, date(2024, 6, 20)) if one.kind == "office"]
    assert offices == ["former Finnish president"]


def test_a_director_general_is_told_of_and_speaks() -> None:
    text = (
        f"Joe Doe of Chad was first. UNESCO's director-general, Ana Lopez, said it was late. “{WORDS},” she told them."
    )
    assert speakers(text) == ["Ana Lopez"]


def test_who_goes_on_is_the_last_speaker() -> None:
    text = (
        "“We paid for it,” US representative Jane Roe said. The government of President John Doe would not, she went "
        "on, reward it “with more engagement of this kind”."
    )
    assert speakers(text) == ["Jane Roe", "Jane Roe"]


def test_an_envoy_without_a_name_is_not_the_one_named_before() -> None:
    text = (
        "Grigory Roe, the Russian ambassador, told the meeting so.\n\n"
        "The US representative said it was wrong. “This text is a cynical attempt,” he said."
    )
    assert speakers(text) == []


def test_a_quotation_goes_on_after_its_speaker() -> None:
    text = "“Today's words will fade,” said US ambassador Jane Roe, “and the people will wake up tomorrow.”"
    assert speakers(text) == ["Jane Roe", "Jane Roe"]


def test_the_marks_of_old_agency_texts() -> None:
    text = "``We believe that the time has come,'' said US ambassador Jane Roe."
    assert speakers(text) == ["Jane Roe"]


def test_half_the_name_of_an_organisation_is_no_person() -> None:
    text = "Jane Roe, executive director of the Campaign to Abolish Nuclear Weapons, said “we shall see it through”."
    assert speakers(text) == ["Jane Roe"]
    assert [f.values["person"] for f in read(text) if f.kind == "office"] == ["Jane Roe"]


def test_an_envoy_of_somebody_is_not_that_somebody() -> None:
    text = "Horst Roe was named personal envoy of UN Secretary-General Antonio Doe."
    assert [(f.values["person"], f.values["role"]) for f in read(text) if f.kind == "office"] == [
        ("Antonio Doe", "UN Secretary-General")
    ]


def test_what_another_did_is_not_what_the_speaker_said() -> None:
    text = "Ambassador Jane Roe spoke. Years ago, she said, Fiji demanded and got it, calling it “the right of a land”."
    assert speakers(text) == []
