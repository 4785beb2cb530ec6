"""Votes counted in many wordings: (in favour, against, abstaining, not voting), and numbers that are no votes."""

from datetime import date

import pytest

from quizzes.items import Finding, read

Numbers = tuple[int | None, int | None, int | None, int | None]
PUBLISHED = date(2024, 6, 20)


def tallies(text: str, published: date | None = PUBLISHED) -> list[Finding]:
    return [finding for finding in read(text, published) if finding.kind == "tally"]


def numbers(finding: Finding) -> tuple[object, ...]:
    return tuple(finding.values[role] for role in ("yes", "no", "abstain", "absent"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Assembly adopted the text by 120-14-45.", (120, 14, 45, None)),
        ("The Assembly approved it 88 to 7, with 61 abstentions.", (88, 7, 61, None)),
        (
            "The resolution was adopted by a recorded vote of 97 in favour to 13 against, with 30 abstentions.",
            (97, 13, 30, None),
        ),
        ("The Committee approved the draft by 108 in favour to none against, with 70 abstentions.", (108, 0, 70, None)),
        (
            "One hundred and twelve members voted in favour, nine voted against and forty-one abstained.",
            (112, 9, 41, None),
        ),
        ("Eighty-one countries backed the motion, 23 abstained and just 10 voted no.", (81, 10, 23, None)),
        ("The Assembly vote was 171 in favor, with Fiji and Palau opposed, and Togo abstaining.", (171, 2, 1, None)),
        (
            "Nine of the Council's 15 members voted in favour, one (China) voted against, and five (Gabon, Ghana, "
            "Kenya, India and Brazil) abstained.",
            (9, 1, 5, None),
        ),
        (
            "The Assembly passed it with 99 votes. Only three countries joined Cuba in voting against it: Mali, Iran "
            "and Laos.",
            (99, 4, None, None),
        ),
        (
            "In the Assembly 90 states said yes and 11 voted against, while Chile, Peru and 20 other countries "
            "abstained.",
            (90, 11, 22, None),
        ),
        (
            "The measure was backed by 128 of the assembly's 193 members, with six votes against it and 40 "
            "abstentions.",
            (128, 6, 40, None),
        ),
        ("Kenya and 101 other member states voted for the resolution; nine voted against.", (102, 9, None, None)),
        (
            "Out of the 193 members of the world body, 133 voted in favor. There were 12 votes against and 8 "
            "abstentions.",
            (133, 12, 8, None),
        ),
        (
            "The text got 118 votes. Only seven countries - including Hungary - voted against it. Another 25 "
            "countries abstained, and 43 were absent.",
            (118, 7, 25, 43),
        ),
        (
            "The resolution was supported by a majority of 153 nations against 10 dissenting votes and 23 abstentions.",
            (153, 10, 23, None),
        ),
        (
            "The US, Fiji and six other countries voted against it, 140 were in favour and 11 abstained.",
            (140, 8, 11, None),
        ),
        (
            "The final vote in the Security Council was 13 in favor, no votes against and two abstentions.",
            (13, 0, 2, None),
        ),
        ("The Security Council voted 14-0, with Russia abstaining.", (14, 0, 1, None)),
        ("The Security Council draft got 13 votes in favor, Russia against, and China abstaining.", (13, 1, 1, None)),
        ("The vote in the Security Council was 14-1.", (14, 1, 0, None)),
        (
            "The Human Rights Council rejected the motion: 19 voted against, 17 in favour and 11 abstained.",
            (17, 19, 11, None),
        ),
        (
            "The 47-member Human Rights Council voted 21-18 against the proposal. Eight countries abstained.",
            (18, 21, 8, None),
        ),
        ("A rival text received 50 votes for, 67 against and 36 abstentions and was not adopted.", (50, 67, 36, None)),
        ("Result in the General Assembly: Yes: 143, No: 9, Abstentions: 25.", (143, 9, 25, None)),
        (
            "The resolution was adopted by 128 votes to nine with 35 abstentions, while two dozen members took no "
            "part.",
            (128, 9, 35, None),
        ),
        (
            "With 131 countries voting yes, Belarus voting no and 30 countries abstaining, the measure passed in the "
            "Assembly.",
            (131, 1, 30, None),
        ),
        (
            "Apart from Fiji and Togo, only three other countries — Cuba, Peru and Mali — voted against the motion, "
            "and 60 abstained.",
            (None, 5, 60, None),
        ),
        (
            "The resolution won the support of 116 countries, while 56 abstained and only Fiji, Malta and Togo "
            "joined Palau in voting against it. Fifteen countries did not vote.",
            (116, 4, 56, 15),
        ),
        ("94 countries voted in favor, 13 - against, 74 - abstained.", (94, 13, 74, None)),
        ("The Assembly’s count was 129 aye, 8 nay, 44 abstain.", (129, 8, 44, None)),
        (
            "The Security Council rejected it with 11 in favour, France opposed and three abstentions.",
            (11, 1, 3, None),
        ),
        (
            "In the Security Council ten members voted in favour and there was a lone British vote against, with four "
            "abstentions.",
            (10, 1, 4, None),
        ),
        (
            "China vetoed the Security Council text. Brazil and Kenya abstained, while the remaining 12 council "
            "members voted yes.",
            (12, 1, 2, None),
        ),
        (
            "In the Security Council the draft won the minimum nine votes needed, while six abstained.",
            (9, 0, 6, None),
        ),
        (
            "The Assembly’s text was backed by 66 UN member states, 21 voted against it, 83 abstained.",
            (66, 21, 83, None),
        ),
        (
            "In the Assembly, these were the figures. In favour 143. Against 5. Abstentions 35. Absent 10.",
            (143, 5, 35, 10),
        ),
        (
            "187 to 2. That was the result when the General Assembly voted on Monday. One country abstained.",
            (187, 2, 1, None),
        ),
        (
            "Thirteen states voted to extend the mandate, Beijing abstained and Moscow was alone in voting no in the "
            "Security Council.",
            (13, 1, 1, None),
        ),
        (
            "A rival Security Council text had 11 votes in its favour; Mali, Peru and Fiji were opposed "
            "and Togo abstained.",
            (11, 3, 1, None),
        ),
        (
            "India was one of 32 countries to abstain when the Assembly voted. The text passed with 141 "
            "votes in favour.",
            (141, None, 32, None),
        ),
        (
            "All 14 other members of the Security Council, including allies such as Britain, voted for it. Later, "
            "Washington used its first veto.",
            (14, 1, 0, None),
        ),
        (
            "Ukraine, the US and the Pacific island state of Palau were the only ones to vote against. "
            "The document was "
            "approved by the Third Committee with 131 states voting in favour and 48 abstentions.",
            (131, 3, 48, None),
        ),
        ("In the Security Council it was 13 to nothing, with two abstentions, Russia and China.", (13, 0, 2, None)),
        ("The Assembly met before; in 2019, the result was 187-3-2.", (187, 3, 2, None)),
        ("The Assembly adopted it in a 118-49 vote, with 14 member states abstaining.", (118, 49, 14, None)),
        (
            "Seventy-seven nations backed Belgrade's request in the Assembly. Just six - Albania and "
            "five Pacific islands "
            "- were opposed, and 74, most EU countries among them, abstained.",
            (77, 6, 74, None),
        ),
        (
            "India voted against it too, while China abstained. The remaining 12 Security Council "
            "members were in favour "
            "after Russia used its veto.",
            (12, 2, 1, None),
        ),
        (
            "By 25 votes to 6 - with 16 states sitting on the fence - the rights council set up a mission.",
            (25, 6, 16, None),
        ),
        (
            "The Human Rights Council adopted the text.\n\nVotes In Favor: 20\nVotes Against: 07\nAbstentions: 20\n",
            (20, 7, 20, None),
        ),
    ],
)
def test_one_vote_in_many_wordings(text: str, expected: Numbers) -> None:
    assert [numbers(finding) for finding in tallies(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats were predicting at least 110 “yes” votes in the General Assembly.",
        "A resolution of the Council needs nine votes in favour and no vetoes to pass.",
        "Officials claimed that 87 percent voted in favour of joining, against 13 percent.",
        "She met more than 160 diplomats from over 100 countries before the vote.",
        "The Assembly fell short of its goal of 100 votes in favour.",
        "The war killed 32,000 people, 23 against a wall, in 24-7 shelling.",
        "More than 140 countries voted in favour, the Assembly said.",
        "The vote in 2022-23 was the third since October 7.",
        "Ten members of the delegation voted with their feet.",
        "Their team won 3-1 on Saturday.",
        "The Assembly elected new members of the Council; Angola won 190 votes.",
        "The Assembly elected three members. Pakistan received 182 votes and Somalia 179. Panama got 183 votes.",
        "Slovenia beat Belarus, 153 votes to 38, for the Eastern European seat.",
        "In Gulu the district council voted 14-3 to name a street after Mandela.",
        "My own town council voted 9-4 last year against a new car park.",
        "The Hungarian parliament voted 134-24 to leave the court, the Assembly heard.",
        "Kenya, Ghana and Gabon - the three African members of the Security Council - all voted for the resolution.",
        "Two amendments by Belarus were rejected by the Assembly.",
        "With nine votes required for adoption, the Security Council met on Monday.",
    ],
)
def test_numbers_that_are_no_votes(text: str) -> None:
    assert tallies(text) == []


def test_one_vote_told_twice_is_one() -> None:
    text = (
        "The Assembly voted 97-13 with 30 abstentions on Wednesday to condemn the coup.\n\n"
        "Ninety-seven countries voted in favour, 13 voted against and 30 abstained."
    )
    assert [numbers(finding) for finding in tallies(text)] == [(97, 13, 30, None)]


def test_several_votes_with_their_dates() -> None:
    text = (
        "The Assembly voted 141-5 with 35 abstentions on March 2 to demand a ceasefire. "
        "On March 24, it voted 140-5 with 38 abstentions on a resolution on aid. "
        "Last year, the measure passed by 187 votes with two against."
    )
    told = {numbers(finding): finding.values["date"] for finding in tallies(text)}
    assert told == {
        (141, 5, 35, None): "2024-03-02",
        (140, 5, 38, None): "2024-03-24",
        (187, 2, None, None): "2023",
    }


def test_votes_and_days_in_one_sentence_belong_together_in_their_order() -> None:
    text = (
        "On 2 March the Assembly deplored the war by 141 votes to 5, with 35 abstentions, and on 24 March it adopted a "
        "text by 140-5 with 38 abstentions."
    )
    told = {numbers(finding): finding.values["date"] for finding in tallies(text)}
    assert told == {(141, 5, 35, None): "2024-03-02", (140, 5, 38, None): "2024-03-24"}


def test_a_comparison_with_last_year_is_another_vote() -> None:
    text = "The Assembly passed it 165–7 with 12 abstentions, down from 187–2 with one abstention last year."
    assert [numbers(finding) for finding in tallies(text)] == [(165, 7, 12, None), (187, 2, 1, None)]


def test_more_votes_than_members_are_no_fact() -> None:
    assert tallies("The Security Council voted 14-5 with two abstentions.") == []
    assert tallies("The General Assembly voted 190-20 with 30 abstentions.") == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The 193-member world body voted 97-13 with 30 abstentions.", "General Assembly"),
        ("The UN rights council rejected it (19 against, 17 for, 11 abstentions).", "Human Rights Council"),
        ("The Security Council met on Monday. The vote was 13-0 with two abstentions.", "Security Council"),
        (
            (
                "The Assembly voted to suspend Russia from the Human Rights Council. The vote was 93-24 with 58 "
                "abstentions."
            ),
            "General Assembly",
        ),
    ],
)
def test_the_body_that_voted(text: str, body: str) -> None:
    assert [finding.values["body"] for finding in tallies(text)] == [body]


@pytest.mark.parametrize(
    ("text", "subject", "adopted"),
    [
        (
            (
                "On Monday the General Assembly voted 93-24 with 58 abstentions to suspend Libya from the Human Rights "
                "Council."
            ),
            "to suspend Libya from the Human Rights Council",
            True,
        ),
        (
            (
                "The Assembly adopted a resolution demanding free elections in Fiji by 99 votes to 20, with 30 "
                "abstentions."
            ),
            "on a resolution demanding free elections in Fiji",
            True,
        ),
        (
            "The General Assembly condemned the coup in Fiji on Friday. The vote was 119-1 with 36 abstentions.",
            "to condemn the coup in Fiji",
            True,
        ),
        (
            (
                "The General Assembly on Friday called, for the third year running, for an end to whaling off Fiji. "
                "The vote was 119-1 with 36 abstentions."
            ),
            "to call for an end to whaling off Fiji",
            None,
        ),
        (
            (
                "Countries vote to protect the whales of Fiji\n\nThe Assembly adopted the text by consensus. In "
                "another decision, it voted 148-4 with 20 abstentions to convene a conference on water in Fiji."
            ),
            "to convene a conference on water in Fiji",
            True,
        ),
        (
            (
                "Countries vote to protect the whales of Fiji\n\nThe Assembly adopted the text by consensus. In "
                "another decision, 148 countries voted in favour, 4 against and 20 abstained."
            ),
            None,
            None,
        ),
        (
            "The Human Rights Council voted 19-17 against holding a debate on prisons in Fiji, with 11 abstentions.",
            "on holding a debate on prisons in Fiji",
            False,
        ),
    ],
)
def test_what_it_was_about_and_whether_it_carried(text: str, subject: str | None, adopted: bool | None) -> None:
    found = tallies(text)
    assert [(finding.values["subject"], finding.values["adopted"]) for finding in found] == [(subject, adopted)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Assembly voted 97-13 with 30 abstentions on Oct. 12, 2022.", "2022-10-12"),
        ("On 12 October 2022 the Assembly voted 97-13 with 30 abstentions.", "2022-10-12"),
        ("The Assembly voted 97-13 with 30 abstentions on Wednesday.", "2024-06-19"),
        ("A 2014 resolution was adopted by a vote of 100-11 with 58 abstentions in the Assembly.", "2014"),
        ("Since the invasion on May 2, the Assembly has met. It voted 97-13 with 30 abstentions.", None),
        ("In April, the Assembly voted 97-13 with 30 abstentions.", "2024-04"),
        (
            "The Assembly voted on Tuesday. After a long debate, 97 voted in favour, 13 against and 30 abstained.",
            "2024-06-18",
        ),
    ],
)
def test_the_date_of_a_vote(text: str, when: str | None) -> None:
    assert [finding.values["date"] for finding in tallies(text)] == [when]


def test_without_a_date_of_publication_no_weekday_is_guessed() -> None:
    found = tallies("The Assembly voted 97-13 with 30 abstentions on Wednesday, as on March 2.", None)
    assert [finding.values["date"] for finding in found] == [None]
