from quizzes.items.writing.results import result_drafts

from .making import article, drafts, right, stems, tally

MARCH = tally(141, 5, 35, date="2022-03-02", subject="to demand that Russia withdraw its forces")
CRISIS = tally(140, 5, 38, date="2022-03-24", subject="on a resolution on the humanitarian crisis in Ukraine")
APRIL = tally(93, 24, 58, date="2022-04-07", subject="to suspend Russia from the Human Rights Council")
LABELS = (
    "The vote to demand that Russia withdraw its forces (2 March 2022)",
    "The vote on a resolution on the humanitarian crisis in Ukraine (24 March 2022)",
    "The vote to suspend Russia from the Human Rights Council (7 April 2022)",
    "The vote to condemn the annexation of regions (12 October 2022)",
)


def test_a_whole_result_among_others():
    (first, *_) = drafts(result_drafts, article(tally(), MARCH, CRISIS), form="result")
    assert right(first.item) == ["143 in favour, 5 against, 35 abstaining"]
    assert "143 in favour, 35 against, 5 abstaining" in first.item.options
    assert len(set(first.item.options)) == 4


def test_without_enough_other_results_none_is_asked():
    assert drafts(result_drafts, article(tally()), form="result") == []
    found = drafts(result_drafts, article(tally(no=None), MARCH, CRISIS, APRIL), form="result")
    assert {draft.item.facts for draft in found} == {((0, 1),), ((0, 2),), ((0, 3),)}


def test_which_vote_ended_so():
    found = drafts(result_drafts, article(tally(), MARCH, CRISIS, APRIL), form="which vote")
    draft = next(draft for draft in found if "93 in favour, 24 against, 58 abstaining" in draft.item.stem)
    assert right(draft.item) == [LABELS[2]]
    assert draft.item.options == LABELS


def test_two_votes_with_one_result_are_not_asked_for():
    twin = tally(140, 5, 38, date="2022-04-07", subject="to suspend Russia from the Human Rights Council")
    found = drafts(result_drafts, article(tally(), MARCH, CRISIS, twin), form="which vote")
    assert not any("140 in favour" in draft.item.stem for draft in found)


def test_which_brought_the_most():
    (draft,) = drafts(result_drafts, article(tally(), MARCH, CRISIS, APRIL), form="most yes")
    assert draft.item.stem == "In which of these votes of the UN General Assembly did the most members vote in favour?"
    assert right(draft.item) == [LABELS[3]]
    assert set(draft.item.facts) == {(0, 0), (0, 1), (0, 2), (0, 3)}
    (draft,) = drafts(result_drafts, article(tally(), MARCH, CRISIS, APRIL), form="most abstain")
    assert right(draft.item) == [LABELS[2]]


def test_two_with_the_most_are_not_asked_for():
    twin = tally(143, 5, 38, date="2022-03-24", subject="on a resolution on the humanitarian crisis in Ukraine")
    assert drafts(result_drafts, article(tally(), MARCH, twin), form="most yes") == []


def test_two_votes_are_no_row():
    assert stems(result_drafts, article(tally(), MARCH), form="which vote") == set()
