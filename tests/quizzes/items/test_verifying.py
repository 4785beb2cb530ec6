from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items import Item, ItemKind, Source
from quizzes.items.verifying import Doubt, Proposal, Unproven, proven, reworded

SENTENCE = "The General Assembly adopted the text by 143 votes to five, with 35 abstentions."
TEXT = f"New York, 12 October. {SENTENCE}\nAmbassador Joan Brook of Freedonia\ncalled it a clear answer to Sylvania."
GOOD = Proposal(
    stem="How many members abstained when the General Assembly adopted the text?",
    options=("5", "24", "35", "143 thousand"),
    answer="35",
    sentence=SENTENCE,
)
CHOICE = replace(
    GOOD,
    stem="Which ambassador called the vote a clear answer to Sylvania?",
    options=("Anna Lane", "Joan Brook", "Maria Field"),
    answer="Joan Brook",
    sentence="Ambassador Joan Brook of Freedonia called it a clear answer to Sylvania.",
)
FIGURE = replace(GOOD, options=(), answer="35")


def doubt_about(proposal, others=()):
    with pytest.raises(Unproven) as refused:
        proven(proposal, TEXT, others)
    return refused.value.doubt


def test_a_choice_that_stands_in_the_article_is_taken():
    item = proven(CHOICE, TEXT)
    assert (item.kind, item.key, item.options) == (ItemKind.SINGLE_CHOICE, [1], CHOICE.options)
    # The article's own words, its line break with them.
    assert item.source.sentence == TEXT[item.source.start : item.source.end]
    assert "Freedonia\ncalled" in item.source.sentence


def test_a_number_is_asked_for_without_options():
    item = proven(FIGURE, TEXT)
    assert (item.kind, item.key) == (ItemKind.NUMBER, {"value": 35, "tolerance": 0})


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({"sentence": "The Assembly rejected it."}, Doubt.SENTENCE),
        ({"sentence": ""}, Doubt.SENTENCE),
        ({"answer": "Anna Lane"}, Doubt.ANSWER),
        ({"answer": ""}, Doubt.ANSWER),
        ({"answer": "Joan Brook", "options": ("Anna Lane", "Maria Field", "Joan Lake")}, Doubt.KIND),
        ({"options": ("Joan Brook", "Joan Brook", "Anna Lane")}, Doubt.KIND),
        ({"options": ("Joan Brook", "Anna Lane")}, Doubt.KIND),
        ({"options": ("Anna Lane", "Joan Brook", "Freedonia")}, Doubt.SECOND_ANSWER),
        ({"stem": "Which ambassador called the vote of 1999 a clear answer?"}, Doubt.STRANGE),
        ({"stem": "Which ambassador called it a clear answer to Ruritania?"}, Doubt.STRANGE),
        ({"stem": "Which ambassador did not call the vote a clear answer?"}, Doubt.FLAW),
        ({"stem": ""}, Doubt.KIND),
    ],
)
def test_what_does_not_is_left_out(change, doubt):
    assert doubt_about(replace(CHOICE, **change)) == doubt


def test_a_figure_must_be_one():
    assert doubt_about(replace(FIGURE, answer="five")) == Doubt.KIND


def test_what_is_asked_already_is_left_out():
    assert doubt_about(CHOICE, [proven(CHOICE, TEXT)]) == Doubt.ASKED


def test_part_of_a_word_or_of_a_number_is_no_answer():
    assert doubt_about(replace(FIGURE, answer="14")) == Doubt.ANSWER


ASKED = Item(
    ItemKind.NUMBER,
    "How many of the 193 members voted with Freedonia?",
    (),
    {"value": 35, "tolerance": 0},
    "",
    (),
    Source(0, 0, 1, "x"),
)


def test_a_rewording_keeps_numbers_and_names():
    stem = "Of the 193 members, how many took the side of Freedonia?"
    assert reworded(ASKED, f" {stem}\n") == replace(ASKED, stem=stem)


@pytest.mark.parametrize(
    ("stem", "doubt"),
    [
        ("", Doubt.ASKED),
        (ASKED.stem, Doubt.ASKED),
        ("How many of the 192 members voted with Freedonia?", Doubt.CHANGED),
        ("How many of the 193 members voted with Sylvania?", Doubt.CHANGED),
        ("How many members voted with Freedonia?", Doubt.CHANGED),
        ("How many of the 193 members never voted with Freedonia?", Doubt.FLAW),
    ],
)
def test_another_meaning_is_not_taken(stem, doubt):
    with pytest.raises(Unproven) as refused:
        reworded(ASKED, stem)
    assert refused.value.doubt == doubt


@given(st.text(), st.lists(st.text(), max_size=6), st.text(), st.sampled_from(["", SENTENCE]) | st.text())
def test_no_proposal_whatever_breaks_the_check(stem, options, answer, sentence):
    proposal = Proposal(stem, tuple(options), answer, sentence)
    try:
        item = proven(proposal, TEXT)
    except Unproven:
        return
    assert proposal.answer.casefold() in item.source.sentence.casefold()
