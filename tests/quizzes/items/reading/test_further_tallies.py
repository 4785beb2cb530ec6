"""Votes that names, bodies and sentences around them complete or tell apart: (body, in favour, against, abstaining)."""

from datetime import date

import pytest

from quizzes.items import Finding, read

PUBLISHED = date(2024, 6, 20)


def tallies(text: str, published: date | None = PUBLISHED) -> list[Finding]:
    return [finding for finding in read(text, published) if finding.kind == "tally"]


def figures(text: str) -> list[tuple[object, ...]]:
    return [tuple(one.values[role] for role in ("body", "yes", "no", "abstain")) for one in tallies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Geneva, 19 of the human rights council's 47 members said no. Seventeen were in favour, 11 abstained.",
            ("Human Rights Council", 17, 19, 11),
        ),
        (
            "The IAEA board met. The last time the board did so 22 countries voted in favour, Peru voted against and "
            "12 abstained.",
            ("IAEA Board of Governors", 22, 1, 12),
        ),
        (
            "The 15-member Security Council met. Peru opposed the text, while Fiji and Mali abstained. "
            "Twelve countries backed it, the minimum needed had been nine.",
            ("Security Council", 12, 1, 2),
        ),
        (
            "The text won 12 votes. It needed nine in the Security Council. China, a permanent member, exercised its "
            "veto. Peru voted against it and Fiji abstained.",
            ("Security Council", 12, 2, 1),
        ),
        (
            "The General Assembly's resolution won the support of 187 of the 193 UN member states. Peru and Fiji voted "
            "against it. Mali abstained. Chad, Togo and Malta did not vote.",
            ("General Assembly", 187, 2, 1),
        ),
        (
            "Twenty-two of the Human Rights Council's 47 members voted for it. Eleven stood by Lima. The remaining "
            "fourteen abstained.",
            ("Human Rights Council", 22, 11, 14),
        ),
        (
            "The General Assembly asked it in May by 153 votes in favour; by June the number stood at 158, with nine "
            "countries opposed and 13 abstaining.",
            ("General Assembly", 158, 9, 13),
        ),
        (
            "In the General Assembly 111 backed the repeal and 25 voted no. Thirteen abstained.",
            ("General Assembly", 111, 25, 13),
        ),
    ],
)
def test_votes_in_further_words(text: str, expected: tuple[object, ...]) -> None:
    assert expected in figures(text)


def test_two_votes_of_one_figure_on_two_days_are_two() -> None:
    text = (
        "On 18 October the Security Council's draft was backed by 12 members, with Mali and Fiji abstaining. "
        "Another was passed on 15 November, by 12 votes to none, with 3 abstentions."
    )
    assert len(figures(text)) == 2


def test_a_declaration_that_was_thrown_out_was_not_the_text_that_was_voted_on() -> None:
    (told,) = tallies("The General Assembly threw out its old declaration. The vote was 111-25, with 13 abstentions.")
    assert told.values["adopted"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the General Assembly 141 countries demanded it, with five voting no and 35 abstaining.",
            ("General Assembly", 141, 5, 35),
        ),
        ("The General Assembly met. Two years ago the figures were 121, 35 and 32.", ("General Assembly", 121, 35, 32)),
        (
            "Eleven countries of the Security Council lined up behind the text. Mali and Fiji opposed it, while Chad "
            "and Peru abstained.",
            ("Security Council", 11, 2, 2),
        ),
        (
            "The Security Council extended it, with Fiji declining to take part in the voting. It was adopted with 12 "
            "votes in favour. Mali and Chad abstained.",
            ("Security Council", 12, 0, 2),
        ),
        (
            "In the Security Council 14 hands went up. Fiji abstained. No one voted against.",
            ("Security Council", 14, 0, 1),
        ),
    ],
)
def test_votes_in_words_further_still(text: str, expected: tuple[object, ...]) -> None:
    assert expected in figures(text)


def test_two_votes_of_one_figure_in_two_months_are_two() -> None:
    text = (
        "The Security Council vetoed nothing. On June 10 it voted by 14 votes to none, with one abstention.\n\n"
        "On March 25 the Security Council had also voted by 14 votes to none, with one abstention."
    )
    assert [one.values["date"] for one in tallies(text, date(2024, 6, 12))] == ["2024-06-10", "2024-03-25"]


def test_elected_members_may_put_a_text_forward() -> None:
    text = (
        "The General Assembly's text, put forward by the ten elected members, was adopted with the support of 119 "
        "countries. Nine voted against it."
    )
    assert figures(text) == [("General Assembly", 119, 9, None)]


def test_a_committee_that_is_not_named_is_not_the_assembly() -> None:
    text = "A United Nations committee voted on Thursday by 123 to 38 to open talks. The General Assembly comes next."
    assert [body for body, *_numbers in figures(text)] == [None]


def test_committees_by_their_task() -> None:
    text = "It was adopted in the disarmament committee of the General Assembly by 123 votes to 38."
    assert [body for body, *_numbers in figures(text)] == ["First Committee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the General Assembly 148 countries voted for it and two against. Fiji and Mali abstained.",
            ("General Assembly", 148, 2, 2),
        ),
        (
            "In the General Assembly 148 countries voted for it. Fiji and Mali voted against and 11 members abstained.",
            ("General Assembly", 148, 2, 11),
        ),
        (
            "In the General Assembly 148 countries voted for it and two against. Fiji and Mali also abstained.",
            ("General Assembly", 148, 2, None),
        ),
        (
            "In the General Assembly 148 countries voted for it and two against. Those abstaining included Fiji.",
            ("General Assembly", 148, 2, None),
        ),
    ],
)
def test_so_few_names_told_as_a_whole_are_all(text: str, expected: tuple[object, ...]) -> None:
    assert figures(text) == [expected]


def test_the_assembly_of_a_text_on_health() -> None:
    text = "The World Health Assembly met. The assembly adopted the text by 88 votes to 12, with 53 abstentions."
    assert figures(text) == [("World Health Assembly", 88, 12, 53)]
