"""Every step of the floor has a sentence, and none of them shows a name of the code."""

import pytest

from unsim.assembly.step_minutes import STEPS, step_sentence
from unsim.rules import minutes


def entry(step, **data):
    told = {key: data.pop(key) for key in ("kind_of", "of", "asked") if key in data}
    more = {"kind": told.get("kind_of"), "of": told.get("of"), "name": told.get("asked", "")}
    return {"step": step, "data": data, **{key: value for key, value in more.items() if value is not None}}


DATA = {
    "move": {"kind": "close_debate", "by": "ALB"},
    "second": {"number": 1, "by": "FRA", "kind_of": "close_debate"},
    "drop": {"number": 1, "kind_of": "close_debate"},
    "withdraw": {"number": 1, "by": "ALB", "kind_of": "close_debate"},
    "object_to": {"number": 1, "by": "FRA", "kind_of": "close_list"},
    "hear": {"by": "FRA", "side": "against", "kind_of": "close_debate"},
    "rule": {"upheld": True, "kind_of": "point_of_order"},
    "rule_out": {"number": 1, "kind_of": "close_debate"},
    "put": {"kind_of": "appeal"},
    "grant": {"kind_of": "close_list"},
    "decide": {"carried": False, "kind_of": "appeal"},
    "withdraw_draft": {"name": "On tea", "by": "ALB"},
    "introduce": {"name": "On tea", "sponsors": []},
    "rank_amendments": {"names": ["A2", "A1"]},
    "exclude_amendments": {"name": "A1", "others": ["A2"]},
    "accept_amendment": {"name": "A1", "consenting": ["ALB"]},
    "withdraw_amendment": {"name": "A1", "by": "ALB"},
    "settle": {"outcome": "adopted", "of": "amendment", "asked": "A1"},
}


@pytest.mark.parametrize("step", minutes.STEPS)
def test_a_sentence_for_each(step):
    sentence = step_sentence(entry(step, **dict(DATA.get(step, {}))))
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "_" not in sentence
    assert sentence != step


@pytest.mark.parametrize(
    ("step", "data", "sentence"),
    [
        ("move", {"kind": "point_of_order", "by": "RUS", "about": "conduct"}, "Russia raised: Point of order."),
        ("move", {"kind": "reconsider", "by": "RUS", "about": "method"},
         "Russia moved: Reconsider a decision (how to vote)."),
        ("move", {"kind": "amendment", "by": "X07", "about": "A1"}, "X07 moved: Amendment (A1)."),
        ("rule", {"upheld": False, "kind_of": "point_of_order"},
         "The President ruled: not well taken. Point of order."),
        ("rule", {"upheld": True, "kind_of": "personal_privilege"},
         "The President answered: Point of personal privilege."),
        ("settle", {"outcome": "rejected", "of": "whole", "asked": "On tea"}, "Not adopted: the text “On tea”."),
        ("settle", {"outcome": "equally_divided", "of": "part", "asked": "3"},
         "Equally divided, to be voted on once more: a part of the text."),
        ("exclude_amendments", {"name": "A1", "others": []}, "Amendment A1 leaves room for the others."),
        ("of_a_later_version", {}, "of_a_later_version"),
    ],
)  # fmt: skip
def test_the_sentences(step, data, sentence):
    assert step_sentence(entry(step, **data)) == sentence


def test_no_sentence_without_a_step():
    ways = {"raise", "move_about", "hear_for", "hear_against", "well_taken", "not_well_taken", "answered", "carried",
            "lost", "exclude_nothing", "settle_adopted", "settle_rejected", "settle_equally_divided"}  # fmt: skip
    assert set(STEPS) - ways <= set(minutes.STEPS)
