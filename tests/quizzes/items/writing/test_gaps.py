from datetime import date

import pytest

from quizzes.items import Article, Finding, read
from quizzes.items.writing.gaps import gap_drafts

from .making import drafts


def told(text, title="What the Assembly decided"):
    return Article(title, text, "The Daily Paper", "2022-10-13", tuple(read(text, date(2022, 10, 13))))


def test_a_sentence_with_its_number_left_out():
    (draft,) = drafts(gap_drafts, told("Fiji has sent 250 soldiers to the peace mission in Kenya."))
    item = draft.item
    assert item.kind == "number"
    assert "“Fiji has sent … soldiers to the peace mission in Kenya.” Which number is missing?" in item.stem
    assert item.key == {"value": 250, "tolerance": 25}
    assert item.source.sentence == "Fiji has sent 250 soldiers to the peace mission in Kenya."


def test_a_number_below_a_hundred_is_asked_exactly():
    (draft,) = drafts(gap_drafts, told("Fiji has sent 25 soldiers to the peace mission in Kenya."))
    assert draft.item.key == {"value": 25, "tolerance": 0}


@pytest.mark.parametrize(
    "text",
    [
        "Fiji has sent 4 soldiers to the peace mission in Kenya.",
        "They have sent 250 soldiers to the peace mission in Kenya.",
        "Somebody has sent 250 soldiers to the mission that nobody has named.",
        "Fiji has sent 250 soldiers to the mission, and its 250 soldiers are in Kenya.",
        "Fiji has sent 250 soldiers.",
        "The vote came after Fiji had sent 250 soldiers to the peace mission in Kenya.",
        "A parliament spoke on the subject after Fiji had sent 250 soldiers to Kenya.",
        "“Fiji has sent 250 soldiers to the peace mission in Kenya.”",
        "Fiji has sent roughly 250 soldiers to the peace mission in Kenya.",
        "More than 250 soldiers of Fiji have been sent to Kenya since, according to the mission.",
        "At the roll call in Fiji, 107 member states answered yes and Kenya did not.",
    ],
)
def test_sentences_that_do_not_stand_alone(text):
    assert drafts(gap_drafts, told(text)) == []


def test_a_title_that_tells_the_number() -> None:
    text = "Fiji has sent 250 soldiers to the peace mission in Kenya."
    assert drafts(gap_drafts, told(text, "Fiji sends 250 soldiers to Kenya")) == []


DONORS = "Donors have so far paid $310 million of the $900 million that was requested."


def given(text, words, value, rule):
    """What a teacher adds or corrects, in words of the text's first sentence."""
    start = text.index(words)
    values = {"value": value, "of": "things"}
    finding = Finding("quantity", values, start, start + len(words), text.split("\n")[0], rule)
    return Article("What the Assembly decided", text, "The Daily Paper", "2022-10-13", (finding,))


@pytest.mark.parametrize("rule", ["added", "corrected"])
@pytest.mark.parametrize(
    ("text", "words", "value", "gap"),
    [
        ("Fiji has sent 250 soldiers to the peace mission in Kenya.", "sent 250 soldiers", 250, "sent … soldiers"),
        ("Fiji has sent 4 soldiers to the peace mission in Kenya.", "4 soldiers", 4, "sent … soldiers"),
        (DONORS, "$310 million of the $900 million", 900, "$310 million of the $… million"),
        ("The talks in the harbour cost 3,400 dollars in the end.", "3,400 dollars", 3400, "cost … dollars"),
    ],
)
def test_a_teachers_number_is_asked_too(text, words, value, gap, rule):
    (draft,) = drafts(gap_drafts, given(text, words, value, rule))
    assert gap in draft.item.stem
    assert draft.item.key["value"] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (DONORS, "that was requested", 310),
        (DONORS, "$310 million", 31),
        ("Fiji has sent 250 soldiers, and its 250 soldiers are in Kenya.", "250 soldiers, and", 250),
        ("They have sent 250 soldiers to the peace mission in Kenya.", "250 soldiers", 250),
    ],
)
def test_but_only_where_it_can_be_left_out_of_its_words(text, words, value):
    assert drafts(gap_drafts, given(text, words, value, "added")) == []


def test_the_rule_of_another_number_is_not_a_teachers():
    assert drafts(gap_drafts, given(DONORS, "$310 million", 310, "percent")) == []
