"""What counts as the same answer in other letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.typed import is_accepted, normalised
from unsim.members import all_members


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("blinken", "Blinken"),
        ("The  Security Council.", "Security Council"),
        ("Turkiye", "Türkiye"),
        ("Cote d Ivoire", "Côte d’Ivoire"),
        ("US", "U.S."),
        ("Thomas Greenfield", "Thomas-Greenfield"),
        ("Blinkin", "Blinken"),
        ("Belnken", "Blenken"),
        ("Securty Counsil", "Security Council"),
        ("143", "143"),
    ],
)
def test_slips_and_spellings_are_let_pass(typed: str, accepted: str) -> None:
    assert is_accepted(typed, [accepted])


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("Ireland", "Iceland"),
        ("Gambia", "Zambia"),
        ("North Korea", "South Korea"),
        ("Irak", "Iraq"),
        ("no secret ballot", "secret ballot"),
        ("142", "143"),
        ("14300", "14301"),
        ("Council", "Security Council"),
        ("Lavrov", "Nebenzya"),
        ("", "Blinken"),
    ],
)
def test_another_answer_is_not(typed: str, accepted: str) -> None:
    assert not is_accepted(typed, [accepted])


def test_no_member_is_taken_for_another() -> None:
    names = {member.iso3: member.all_names for member in all_members()}
    for iso3, own in names.items():
        folded = {normalised(name) for name in own}
        others = [name for other, rest in names.items() if other != iso3 for name in rest]
        assert not [name for name in others if is_accepted(name, own) and normalised(name) not in folded]


@given(st.text(max_size=60))
def test_a_text_is_accepted_for_itself_and_normalising_twice_is_once(text: str) -> None:
    assert is_accepted(text, [text])
    assert normalised(normalised(text)) == normalised(text)
