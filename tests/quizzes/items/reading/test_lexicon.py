"""Sentences, numbers, dates and members: what the grammar stands on."""

from datetime import date

import pytest

from quizzes.items.reading import find_published
from quizzes.items.reading.dates import find_moments
from quizzes.items.reading.lexicon import mark_text
from quizzes.items.reading.nations import find_nations
from quizzes.items.reading.numbers import find_numbers
from quizzes.items.reading.sentences import LONGEST, split

THURSDAY = date(2022, 10, 6)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It met. It voted.", ["It met.", "It voted."]),
        ("The U.S. voted on Feb. 24. Russia did not.", ["The U.S. voted on Feb. 24.", "Russia did not."]),
        ("He works for the U.S. The vote failed.", ["He works for the U.S.", "The vote failed."]),
        ("“It failed.” She left.", ["“It failed.”", "She left."]),
        ("the end,” he said.Earlier, it rained.", ["the end,” he said.", "Earlier, it rained."]),
        ("A title without a stop\nThe text begins.", ["A title without a stop", "The text begins."]),
        (
            "A line that is wrapped in\nmid-sentence stays whole.",
            ["A line that is wrapped in\nmid-sentence stays whole."],
        ),
        ("Mr. J. Doe met Dr. Roe.", ["Mr. J. Doe met Dr. Roe."]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split(text)] == sentences


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    assert all(len(sentence.text) <= LONGEST for sentence in split("word " * 3000))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("143 for, 1,204 in all", [143, 1204]),
        ("one hundred and fifty-eight or forty one", [158, 41]),
        ("two dozen countries, none against, no abstentions, a lone dissenter", [24, 0, 0, 1]),
        ("87 percent, $10 billion, 12 km, 7:30, A/RES/68, 3.5, seven-month, no-one", []),
    ],
)
def test_numbers(text: str, values: list[int]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize("text", ["more than 140", "at least 110", "almost 60", "about 20", "up to 5"])
def test_round_numbers_are_marked_as_such(text: str) -> None:
    assert [number.approximate for number in find_numbers(text)] == [True]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on Oct. 12, 2022", "2022-10-12"),
        ("on 12 October", "2021-10-12"),
        ("on March 2", "2022-03-02"),
        ("the 2nd of March 2021", "2021-03-02"),
        ("on Wednesday", "2022-10-05"),
        ("on Thursday", "2022-10-06"),
        ("last Friday", "2022-09-30"),
        ("a possible vote on Wednesday", "2022-10-12"),
        ("last week", "2022-09-26/2022-10-02"),
        ("last month", "2022-09"),
        ("last year", "2021"),
        ("in April", "2022-04"),
        ("since the Feb. 24 invasion", "2022-02-24"),
        ("in December", "2021-12"),
        ("in early March 2014", "2014-03"),
        ("in 2014", "2014"),
        ("yesterday", "2022-10-05"),
        ("two days ago", "2022-10-04"),
        ("2022-03-24", "2022-03-24"),
        ("last night", "2022-10-05"),
        ("Two years ago", "2020"),
        ("18.12.2020", "2020-12-18"),
        ("29/10/2021", "2021-10-29"),
        ("12/10/2021", None),
        ("on February 30, 2022", None),
    ],
)
def test_dates_against_a_date_of_publication(text: str, when: str | None) -> None:
    assert [moment.when for moment in find_moments(text, THURSDAY)] == [when]


@pytest.mark.parametrize("text", ["Resolution 2334", "A/RES/1973", "May be", "2022 people", "he may 5"])
def test_what_is_no_date(text: str) -> None:
    assert [m.when for m in find_moments(text, THURSDAY)] == []


@pytest.mark.parametrize("text", ["on Wednesday", "on March 2", "last week", "in April", "yesterday"])
def test_nothing_is_guessed_without_a_date_of_publication(text: str) -> None:
    assert [moment.when for moment in find_moments(text, None)] == [None]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (" date 2022-10-12 The hall is seen on Sept. 21, 2021.", date(2022, 10, 12)),
        ("A title\n\nBy AFP\nSeptember 28, 2022\n\nText.", date(2022, 9, 28)),
        ("Published Mar 25, 2022 08:22 am\n\nText.", date(2022, 3, 25)),
        ("Top story Source: Agency Thursday, October 13, 2022 | 07:14 Share\n\nText.", date(2022, 10, 13)),
        ("NEW YORK, Oct 12, 2022 (Agency) - Text.", date(2022, 10, 12)),
        ("Radio Meridian, evening bulletin for the east, 25 March 2024\n\nText.", date(2024, 3, 25)),
        ("(18.12.2020, Rhine Courier)\n\nText.", date(2020, 12, 18)),
        ("On Oct. 12, 2022, the Assembly voted. It was late.", None),
        ("No date at all.", None),
    ],
)
def test_the_date_that_a_text_shows(text: str, published: date | None) -> None:
    assert find_published(text) == published


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Côte d’Ivoire, Cote D'Ivoire and the Ivory Coast", [("M", "CIV")] * 3),
        ("U.S., US, USA and America", [("M", "USA")] * 4),
        ("North Korea, DPRK, South Korea", [("M", "PRK"), ("M", "PRK"), ("M", "KOR")]),
        ("Guinea-Bissau and Guinea", [("M", "GNB"), ("M", "GIN")]),
        ("Swaziland, Burma, Türkiye, Holland", [("M", "SWZ"), ("M", "MMR"), ("M", "TUR"), ("M", "NLD")]),
        ("Federated States of Micronesia", [("M", "FSM")]),
        ("Moscow and a Chinese envoy", [("C", "RUS"), ("A", "CHN")]),
        ("Republic of Korea, Congo (Brazzaville), Papua Guinea", [("M", "KOR"), ("M", "COG"), ("M", "PNG")]),
        ("Korea; Dominican; Minister Israel Katz; American Samoa", [("A", "USA")]),
        ("the Kremlin and the Trump administration; the Moscow Times", [("C", "RUS"), ("C", "USA")]),
        ("RUSSIA VETOES", [("M", "RUS")]),
        ("us and them; Congo; Congolese; Victoria; New Mexico; Nigerian", [("A", "NGA")]),
    ],
)
def test_members_under_all_their_names(text: str, found: list[tuple[str, str]]) -> None:
    assert [(nation.sign, nation.named[0].iso3) for nation in find_nations(text)] == found


def test_a_list_of_members_is_one_and_counts_the_others() -> None:
    (sentence,) = mark_text("Britain, Germany, its ally Italy and 20 other countries abstained.", None)
    assert sentence.shape == "M abstained."
    assert sentence.members(0).count == 23
    assert [named.iso3 for named in sentence.members(0).named] == ["GBR", "DEU", "ITA"]


def test_the_shape_keeps_the_places_of_the_text() -> None:
    (sentence,) = mark_text("The  vote was “143–5”, with 35 abstentions on March 2.", THURSDAY)
    assert sentence.shape == 'the vote was "N-N", with N abstentions on D.'
    place = sentence.shape.index("with")
    assert sentence.text[slice(*sentence.span(place, place + 6))] == "with 35"
