import pytest

from quizzes.items.writing.bodies import body_drafts

from .making import article, drafts, membership, procedure, right, stems


def test_how_many_members():
    assert stems(body_drafts, article(membership()), form="size") == {
        "How many members does the UN General Assembly have?",
        "How many states are members of the UN General Assembly?",
    }
    (draft,) = drafts(body_drafts, article(membership("Security Council", 15)), form="size")
    assert right(draft.item) == ["15"]
    (draft,) = drafts(body_drafts, article(membership("Security Council", 15)), form="size typed")
    assert draft.item.key == {"value": 15, "tolerance": 0}


def test_sizes_that_contradict_each_other_are_not_asked_for():
    told = article(membership(), title="One of them"), article(membership(count=190), title="The other one")
    assert drafts(body_drafts, *told) == []


@pytest.mark.parametrize(
    ("body", "topic", "holds", "stem"),
    [
        ("General Assembly", "binding", False, "Resolutions of the UN General Assembly are legally binding."),
        ("Security Council", "binding", True, "Resolutions of the UN Security Council can be legally binding."),
        (
            "General Assembly",
            "veto",
            False,
            "A permanent member can stop a resolution of the UN General Assembly with a veto.",
        ),
        (
            "Security Council",
            "veto",
            True,
            "A permanent member can stop a resolution of the UN Security Council with a veto.",
        ),
    ],
)
def test_rules(body, topic, holds, stem):
    (draft,) = drafts(body_drafts, article(procedure(body, topic, holds)), form="rule claim")
    assert draft.item.stem == stem
    assert right(draft.item) == [str(holds)]


def test_in_which_body():
    (draft,) = drafts(body_drafts, article(procedure("Security Council", "veto", True)), form="where")
    assert draft.item.stem == "In which of these UN bodies can a permanent member stop a resolution with a veto?"
    assert right(draft.item) == ["UN Security Council"]
    assert drafts(body_drafts, article(procedure("General Assembly", "veto", False)), form="where") == []


def test_how_votes_are_held():
    (draft,) = drafts(body_drafts, article(procedure("General Assembly", "public", True)))
    assert draft.item.stem == "How does the UN General Assembly usually vote on its resolutions?"
    assert right(draft.item) == ["In public: each vote is seen"]


def test_other_rules_are_left_aside():
    assert drafts(body_drafts, article(procedure("General Assembly", "majority", True))) == []
