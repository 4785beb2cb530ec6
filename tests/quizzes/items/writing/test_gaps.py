from datetime import date

import pytest

from quizzes.items import Article, read
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
        "At the roll call in Fiji, 107 member states answered yes and Kenya did not.",
    ],
)
def test_sentences_that_do_not_stand_alone(text):
    assert drafts(gap_drafts, told(text)) == []


def test_a_title_that_tells_the_number() -> None:
    text = "Fiji has sent 250 soldiers to the peace mission in Kenya."
    assert drafts(gap_drafts, told(text, "Fiji sends 250 soldiers to Kenya")) == []
