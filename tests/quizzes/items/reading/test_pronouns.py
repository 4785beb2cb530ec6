"""Whom "he" and "she" stand for."""

import pytest

from .test_people import WORDS, speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ana Lopez, the envoy of Fiji, welcomed it. “{WORDS},” she said.", "Ana Lopez"),
        (f"Ana Lopez, the envoy of Fiji, was there. She quoted President Joe Doe. “{WORDS},” she said.", "Ana Lopez"),
        (
            f"Joe Doe of Chad spoke first. For Fiji, Ana Lopez spoke next. She said: “{WORDS}.”",
            "Ana Lopez",
        ),
    ],
)
def test_who_is_told_of_just_before(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


def test_a_long_row_of_them_is_read() -> None:
    assert speakers("She met President Joe Doe. " * 3000 + f"“{WORDS},” she said.") == []
