import pytest

from quizzes.items import Kind
from quizzes.wording import KINDS, date_in_words, fact_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-10-12", "12 October 2022"),
        ("2022-10", "October 2022"),
        ("2022", "2022"),
        ("2022-09-26/2022-10-02", "26 September 2022 to 2 October 2022"),
        ("", ""),
        (None, ""),
        ("2022-13-40", "2022-13-40"),
        ("last week", "last week"),
    ],
)
def test_dates(edtf, words):
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        (
            "tally",
            {"body": "General Assembly", "yes": 143, "no": 5, "abstain": 35, "absent": None, "date": "2022-10-12"},
            "143 in favour, 5 against, 35 abstaining · General Assembly · 12 October 2022",
        ),
        ("tally", {"yes": 13, "no": 0, "abstain": None}, "13 in favour, 0 against"),
        ("position", {"member": "CHN", "vote": "abstain"}, "China: abstaining"),
        ("position", {"member": "XYZ", "vote": "yes"}, "XYZ: in favour"),
        ("veto", {"member": "RUS", "date": "2022-09-30", "subject": None}, "Russia · 30 September 2022"),
        ("membership", {"body": "Security Council", "count": 15}, "Security Council · 15 members"),
        ("quote", {"speaker": "Ned Price", "role": None, "text": "No."}, "Ned Price: “No.”"),
        ("quote", {"speaker": None, "role": None, "text": "No."}, "“No.”"),
        ("office", {"person": "Ned Price", "role": "spokesman"}, "Ned Price · spokesman"),
        ("event", {"date": "2022-02-24", "what": "the invasion"}, "24 February 2022 · the invasion"),
        ("quantity", {"value": 160, "of": "diplomats"}, "160 diplomats"),
        (
            "procedure",
            {"body": "General Assembly", "topic": "veto", "holds": False},
            "General Assembly · there is no veto",
        ),
        ("rumour", {"a": "b", "c": None}, "b"),
    ],
)
def test_facts(kind, values, words):
    assert fact_in_words(kind, values) == words


def test_every_kind_has_a_name():
    assert set(KINDS) == {kind.value for kind in Kind}
