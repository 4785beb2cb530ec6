"""Laws of reading: no text crashes it, offsets point into the text as given, and the time it takes is linear."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzes.items import Finding, Kind, read

PIECES = [
    "The General Assembly",
    "Security Council",
    " voted ",
    "143-5",
    " with 35 abstentions",
    "Russia",
    " and ",
    "China",
    " abstained",
    ", including ",
    "“",
    "”",
    '"',
    "‘",
    "’",
    ".",
    "\n\n",
    "\n",
    " on March 2",
    " in 2014",
    " said ",
    "Ambassador Jane Roe",
    "Moscow",
    "so did ",
    "Those five were ",
    " joined ",
    "parliament",
    "one hundred and five ",
    "vetoed",
    " against ",
    " in favour ",
    "(",
    ")",
    " - ",
    "None",
    "0",
    "9999",
    "\u2028",
    "İ",
    "ß",
    "١٢",
    "\x00",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
FIELDS = {
    "tally": {"body", "yes", "no", "abstain", "absent", "date", "subject", "adopted"},
    "position": {"member", "vote", "tally"},
    "veto": {"member", "date", "subject"},
    "membership": {"body", "count"},
    "quote": {"speaker", "role", "text"},
    "office": {"person", "role"},
    "event": {"date", "what"},
    "quantity": {"value", "of"},
    "procedure": {"body", "topic", "holds"},
}


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates(date(1945, 1, 1), date(2100, 1, 1))))
@example("", None)
@example("“" * 50 + "he said", None)
@example("143-5-35-10-" * 30 + " votes", None)
@example("Russia, China, " * 60 + "abstained.", None)
def test_any_text_can_be_read(text: str, published: date | None) -> None:
    findings = read(text, published)
    for finding in findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.sentence in text
        assert set(finding.values) == FIELDS[finding.kind]
    assert findings == read(text, published)
    assert findings == sorted(findings, key=lambda finding: (finding.start, finding.end, finding.kind))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_facts_keep_their_bounds(text: str) -> None:
    findings = read(text)
    for finding in findings:
        if finding.kind == Kind.POSITION and finding.values["tally"] is not None:
            assert findings[finding.values["tally"]].kind == Kind.TALLY  # type: ignore[index]
        if finding.kind == Kind.TALLY:
            assert _votes(finding) <= {"Security Council": 15, "Human Rights Council": 47}.get(
                str(finding.values["body"]), 1000
            )
        if finding.kind == Kind.QUOTE:
            assert text[finding.start : finding.end] == finding.values["text"]


def _votes(finding: Finding) -> int:
    return sum(int(finding.values[role] or 0) for role in ("yes", "no", "abstain"))


@pytest.mark.parametrize(
    "unit",
    [
        "Russia, ",
        "143-",
        "one hundred and ",
        "“a ",
        "voted in favour and ",
        "members of the Council of the ",
        "Ambassador to the United Nations of ",
        "the the the ",
        "(((",
        "....",
        "no no no ",
        "Foreign Minister Prime Minister ",
        " with Russia, China opposed",
        "M N B D A C ",
        "a\n",
        "“a” ‘b’ ",
        "on March 2, ",
        "countries, including ",
        " ",
        "\t \n",
        "-",
        "5 ",
        "’s ",
        "“",
        '"a" ',
        "“What a day it was,” he said. ",
        "Ambassador Jane Roe said “it is over now”. ",
        "Moscow, Beijing and ",
        "US defense allies ",
        "island state of Palau and ",
        "Kenya and the whole of the ",
        "so did Peru, ",
        "They were Chad. ",
        "Fiji - including Peru - ",
        "Fiji voted with Russia, as did 4 others: ",
        "Fiji voted against. Mali voted with Fiji. ",
        "- 12 to 5 in favour ",
        "the number stood at none of of the 193 members in favour moved into the yes column ",
        "Russia, which has been there, ",
        "Russia, like China, ",
        "silently loudly ",
        "Al-A Al-A ",
        "Jane Roe, a b c, ",
        "Assembly yesterday asked ",
        "A.B.C.",
        "Congo (",
        "In favour 5. Against 5. ",
    ],
)
def test_long_monotonous_texts_are_read(unit: str) -> None:
    """Not timed here (tests/bench/items.py is for that): a rule that went wild on one of these would not come back."""
    read(unit * (12_000 // len(unit)))


def test_offsets_survive_odd_spaces_and_letters() -> None:
    text = "\n\n  İ told you:\u00a0The  General\nAssembly voted 143–5, with 35 abstentions.\n"
    (tally,) = [finding for finding in read(text) if finding.kind == "tally"]
    assert text[tally.start : tally.end] == "143–5, with 35 abstentions"
