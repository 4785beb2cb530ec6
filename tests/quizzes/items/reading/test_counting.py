"""Counts in the wordings of smaller rooms, and numbers beside votes that count none."""

from datetime import date

import pytest

from quizzes.items import Finding, read

Numbers = tuple[int | None, int | None, int | None]


def tallies(text: str) -> list[Finding]:
    return [finding for finding in read(text, date(2024, 6, 20)) if finding.kind == "tally"]


def numbers(text: str) -> list[tuple[object, ...]]:
    return [tuple(one.values[role] for role in ("yes", "no", "abstain")) for one in tallies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Assembly adopted the text on Monday. Against it were 25 members, and 30 abstained.", (None, 25, 30)),
        (
            "The 47-nation Human Rights Council adopted it with 29 votes, and three more members of the council voted "
            "against.",
            (29, 3, None),
        ),
        ("The Assembly adopted the text on landmines (89–9–54) after a long debate.", (89, 9, 54)),
        (
            "At the International Atomic Energy Agency, 27 of the 35 governors backed the text and two were against.",
            (27, 2, None),
        ),
        ("An amendment fell by 67 votes to 48 in the Assembly on Tuesday, with 30 abstentions.", (48, 67, 30)),
        ("A motion to adjourn was defeated, 54 votes in favour to 70 against.", (54, 70, None)),
        ("The Assembly backed the text by a vote of 141, with 5 against and 35 abstaining.", (141, 5, 35)),
        ("Of those present, 70 said yes, 20 said no and 44 abstained in the General Assembly.", (70, 20, 44)),
        ("It got eight votes in the Security Council, with two against and five abstentions.", (8, 2, 5)),
        ("Only the United States opposed the text in the 15-member Security Council, which 14 supported.", (14, 1, 0)),
        (
            "Twenty-nine of the Human Rights Council's 47 members voted for it, six against and the remaining 12 "
            "abstained.",
            (29, 6, 12),
        ),
        ("The Council adopted it with 13 votes, Algeria voting against and Guyana abstaining.", (13, 1, 1)),
        ("Opposed by only two countries, Israel and Palau, the text passed with 150 votes.", (150, 2, None)),
    ],
)
def test_counts(text: str, expected: Numbers) -> None:
    assert numbers(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Support for the yearly text rose from 68 to 81 states over ten years.",
        "The committee approved paragraph 14 and then turned to annex 3.",
        "In a class poll, 12 pupils voted in favour and 3 against.",
        "The Danish parliament passed the bill by 108 votes to 40.",
        "The office ran 40 projects in favour of 30 states.",
        "Nearly 90 countries supported the statement.",
        "The text needs nine votes in favour and no veto.",
        "Peru was one of 14 countries that abstained.",
    ],
)
def test_no_counts(text: str) -> None:
    assert tallies(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 15-member Security Council voted unanimously on Friday to extend the mission.", [(15, 0, 0)]),
        ("The Security Council adopted it unanimously, all 15 members voting in favour.", [(15, 0, 0)]),
        ("The Security Council unanimously adopted a resolution on Mali on Friday.", []),
        ("The Council of the agency decided so unanimously.", []),
        ("The council of Lisbon voted unanimously for the text.", []),
    ],
)
def test_unanimity_is_a_count_where_the_members_are_told(text: str, expected: list[Numbers]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve voted in favour, China rejected the text and Russia abstained.", None),
        ("The Council rejected the text: six voted in favour and nine against.", False),
        ("The Assembly adopted it with 110 votes, 12 voted against.", True),
    ],
)
def test_who_votes_no_has_not_decided_for_all(text: str, expected: bool | None) -> None:
    assert [one.values["adopted"] for one in tallies(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The vote, held in a committee of the General Assembly, passed with 159 countries in favour. Seven voted "
            "against, and 11 abstained.",
            None,
        ),
        (
            "The Third Committee approved three drafts today. By one of them, the General Assembly would express its "
            "concern. It was approved by a recorded vote of 67 in favour to 26 against, with 82 abstentions.",
            "Third Committee",
        ),
        (
            "The Third Committee approved three drafts today. One of them would have the General Assembly condemn "
            "mercenaries. It was approved by 67 in favour to 26 against, with 82 abstentions.",
            "Third Committee",
        ),
        (
            "The General Assembly met on Friday. In Oslo the parliament decided otherwise. The Assembly's First "
            "Committee approved the text by 120 to 9.",
            "First Committee",
        ),
    ],
)
def test_the_body_is_the_one_that_voted(text: str, body: str | None) -> None:
    assert [one.values["body"] for one in tallies(text)] == [body]


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        (
            "The Assembly adopted the text on 3 May 2021 by 120 votes to 4. Two weeks later a second text passed by 99 "
            "to 12.",
            ["2021-05-03", "2021-05"],
        ),
        ("On 2 June 2015 the Council met. Later that year the Assembly voted 101 to 5 on it.", ["2015"]),
        ("The Assembly voted 110 to 9 on 27 October last year.", ["2023-10-27"]),
        ("NEW YORK, 4 May 2018 (Wire) - The Assembly voted 110 to 9 on Thursday.", ["2018-05-03"]),
        (
            "Last year's vote was 98 to 12. This year the Assembly approved it on Tuesday by 103 to 11, with 40 "
            "abstentions.",
            ["2023", "2024-06-18"],
        ),
    ],
)
def test_dates_that_lean_on_others(text: str, whens: list[str]) -> None:
    assert [one.values["date"] for one in tallies(text)] == whens


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # A year told in passing is not the year of what follows.
        ("Fiji left the fund in 2008. The Assembly voted 110 to 9 on March 2 to censure it.", None),
        ("Fiji left the fund on 5 May 2008. The Assembly voted 110 to 9 on 7 June to censure it.", "2008-06-07"),
        ("Fiji left the fund on 5 May 2008. The Assembly voted 110 to 9 on 2 March to censure it.", None),
    ],
)
def test_the_year_in_a_text_without_a_date(text: str, when: str | None) -> None:
    assert [one.values["date"] for one in read(text, None) if one.kind == "tally"] == [when]


def test_the_subject_has_neither_the_day_nor_the_place() -> None:
    text = (
        "Support was higher than for the Oct. 27 resolution urging a “lasting truce,” which passed 121-14 in New York "
        "overnight."
    )
    assert [one.values["subject"] for one in tallies(text)] == ["on a resolution urging a “lasting truce”"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "The Committee rejected an amendment to the draft on the rights of the child by 33 votes to 94.",
            "on an amendment to the draft on the rights of the child",
        ),
        (
            "The draft on the right of peoples to self-determination was then approved by 169 votes to 6.",
            "on a draft on the right of peoples to self-determination",
        ),
        (
            "The Council voted on a draft on the war in Sudan. It met on Friday. Nobody was surprised. In March it "
            "had called for a truce. That resolution had got 14 votes, with Russia abstaining.",
            None,
        ),
    ],
)
def test_subjects_of_votes_beside_others(text: str, subject: str | None) -> None:
    assert [one.values["subject"] for one in tallies(text)] == [subject]
