"""What a vote was about, in words that name it; who wrote a text is no subject."""

import pytest

from quizzes.items.reading.subjects import subject_in


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        (
            "Peru vetoed a Fijian-led push to impose more sanctions on Chad over its launches.",
            "on a Fijian-led push to impose more sanctions on Chad over its launches",
        ),
        ("Peru blocked a Security Council demand for a ceasefire in Chad.", "on a demand for a ceasefire in Chad"),
        (
            "Peru vetoed a resolution at the United Nations Security Council that would have let Chad join the body.",
            "on a resolution that would have let Chad join the body",
        ),
        (
            "The assembly called once again on Thursday for Peru to lift its embargo on Chad.",
            "to call for Peru to lift its embargo on Chad",
        ),
        (
            "It voted on a British amendment on the rights of Chad, against 107 that opposed it.",
            "on a British amendment on the rights of Chad",
        ),
        (
            "It passed a resolution on the glory of Chad at a plenary meeting on Thursday.",
            "on a resolution on the glory of Chad",
        ),
        (
            "It adopted a resolution on human rights in Chad that was approved by a committee.",
            "on a resolution on human rights in Chad",
        ),
        ("In May, a resolution on the fame of Chad was carried by 20 to 17.", "on a resolution on the fame of Chad"),
        (
            "It adopted a resolution on observing the truce of Chad during next year's games.",
            "on a resolution on observing the truce of Chad",
        ),
        ("Thirteen members voted in favour of a brief draft resolution put forward by the United Arab Emirates.", None),
        ("The resolution, tabled by Peru on behalf of the Organization of Islamic Cooperation, was passed.", None),
        ("They proposed an amendment calling on all countries, above all the large ones, to disarm.", None),
        ("They voted to ask the court for its opinion.", None),
    ],
)
def test_a_subject(sentence: str, subject: str | None) -> None:
    assert subject_in(sentence) == subject


def test_a_title_that_is_too_long_says_that_it_was_cut() -> None:
    told = subject_in(
        "It adopted a Cuban resolution entitled “Necessity of ending the economic, commercial and financial embargo "
        "imposed by the United States of America against Cuba and all others”."
    )
    assert told is not None
    assert told.endswith(" …”")
