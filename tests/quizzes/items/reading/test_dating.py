"""Which date of a sentence is the vote's: not that of what the text is about, of an aside or of an attack."""

from datetime import date

import pytest

from quizzes.items import read

THURSDAY = "2024-06-13"


def told(text: str, kind: str = "tally") -> list[tuple[object, object]]:
    found = read(text, date(2024, 6, 14))
    return [(one.values["date"], one.values["subject"]) for one in found if one.kind == kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The General Assembly agreed on Thursday to make March 11 a day of memory for the 1995 Lima genocide.",
        "The General Assembly on Thursday condemned the attacks by the rebels of March 7.",
        "The General Assembly met on Thursday to vote on the 2014 Lima accord.",
    ],
)
def test_the_date_of_something_else(sentence: str) -> None:
    assert [when for when, _subject in told(f"{sentence} Ninety members were in favour, 5 against.")] == [THURSDAY]


def test_the_date_of_an_aside() -> None:
    text = (
        "Fiji, which held a summit in March, asked the General Assembly for a vote. It ended 90-5, with 40 abstentions."
    )
    assert [when for when, _subject in told(text)] == [None]


def test_the_year_of_a_vote() -> None:
    assert [when for when, _subject in told("In the 2014 vote, the General Assembly stood 90-5.")] == ["2014"]


def test_a_veto_before_the_vote_has_another_day() -> None:
    text = "Days after Russia's veto in the Security Council, the General Assembly on Thursday voted 90-5 on the text."
    assert told(text, "veto") == [(None, None)]


def test_a_vote_told_in_passing_does_not_take_the_subject_of_the_news() -> None:
    text = (
        "14 June 2024\n\nThe General Assembly asked the court on Thursday to look into the drying up of rivers. "
        "Nobody objected.\n\nIn 2019 the General Assembly voted 116-6 for it to come to an end."
    )
    assert [subject for _when, subject in told(text)] == [None]


def test_a_motion_against_a_text_is_not_about_it() -> None:
    text = (
        "The General Assembly took up an amendment condemning the rebels for firing rockets. Fiji moved to adjourn. "
        "That motion was defeated, with 59 countries for, 78 against and 26 abstaining."
    )
    assert [subject for _when, subject in told(text)] == [None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Nothing is known since May 5, 2012, when the General Assembly granted it by 90 votes to 5.", "2012-05-05"),
        ("In the General Assembly, the 2012 text was carried 90 to 15.", "2012"),
        ("The draft of the General Assembly was from Nov. 10, 1995. That measure passed 72-35.", "1995-11-10"),
        ("LIMA, D.C., Friday, June 14 -- The General Assembly voted last night by 90 to 5.", "2024-06-13"),
        ("In the General Assembly last May 22 countries were in favour, 12 against and 80 abstained.", "2024-05"),
        ("The General Assembly on Thursday debated the May 4 incident in Lima and voted 90 to 5.", THURSDAY),
    ],
)
def test_dates_that_are_a_votes(text: str, when: str) -> None:
    assert [date for date, _subject in told(text)] == [when]


def test_days_after_another_vote_are_reckoned_from_it() -> None:
    text = (
        "The General Assembly voted on Thursday by 90 to 5. "
        "It came eight days after the Security Council voted by 12 to 1."
    )
    assert told(text)[1][0] == "2024-06-05"


def test_weeks_after_it_leave_the_day_open() -> None:
    text = (
        "The General Assembly voted on Thursday by 90 to 5. "
        "It came two weeks after the Security Council voted by 12 to 1."
    )
    assert told(text)[1][0] is None


def test_what_a_number_is_compared_with_has_another_day() -> None:
    text = (
        "The General Assembly met on Thursday to vote. Needs are 22 per cent higher than in March.\n\n"
        "An amendment by Fiji was rejected by 62 votes to 54, with 41 abstentions."
    )
    assert [when for when, _subject in told(text)] == [THURSDAY]


def test_this_year_is_a_part_of_its_day() -> None:
    text = (
        "In 2011 the General Assembly met. On March 2 this year it voted by 141 to 5, and on March 24 a text was "
        "carried by 140 to 5."
    )
    assert [when for when, _subject in told(text)] == ["2024-03-02", "2024-03-24"]


def test_days_after_a_veto_it_was_another_day() -> None:
    text = "The General Assembly voted on Thursday, days after a similar text was vetoed by the United States."
    assert [when for when, _subject in told(text, "veto")] == [None]
