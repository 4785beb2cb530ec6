from datetime import date

import pytest

from quizzes.items.writing.days import agree, in_words, is_day, length, span_of, when


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-10-12", date(2022, 10, 12), date(2022, 10, 12)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2022-09-26/2022-10-02", date(2022, 9, 26), date(2022, 10, 2)),
    ],
)
def test_spans(edtf, first, last):
    assert span_of(edtf) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "2022-13", "2022-02-30", "2022-00", "0000", "2022-10-12/2022-10-01", "1-2-3-4", None]
)
def test_no_dates(text):
    assert span_of(text) is None
    assert not is_day(text)


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        ("2022-10-12", "2022-10", True),
        ("2022-10-12", "2022", True),
        ("2022-10-12", "2022-10-13", False),
        ("2022-10-12", "", True),
        ("2022-09-26/2022-10-02", "2022-09-30", True),
        ("2022-09-26/2022-10-02", "2022-10-03", False),
    ],
)
def test_agreement_is_overlap(one, other, agreed):
    assert agree(one, other) is agreed
    assert agree(other, one) is agreed


def test_length_orders_by_exactness():
    assert sorted(["", "2014", "2014-03", "2014-03-16"], key=length) == ["2014-03-16", "2014-03", "2014", ""]


@pytest.mark.parametrize(
    ("edtf", "words", "placed"),
    [
        ("2022-10-02", "2 October 2022", "on 2 October 2022"),
        ("2022-10", "October 2022", "in October 2022"),
        ("2014", "2014", "in 2014"),
        (
            "2022-09-26/2022-10-02",
            "26 September 2022 to 2 October 2022",
            "between 26 September 2022 and 2 October 2022",
        ),
    ],
)
def test_words(edtf, words, placed):
    assert in_words(edtf) == words
    assert when(edtf) == placed
