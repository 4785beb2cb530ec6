import pytest

from quizzes.items.writing.figures import figure_drafts

from .making import article, drafts, membership, right, stems, tally

OTHER = tally(93, 24, 58, date="2022-04-07", subject="to suspend Russia from the Human Rights Council")


def test_stems_of_a_figure():
    assert stems(figure_drafts, article(tally(None, None, 35)), form="figure") == {
        "On 12 October 2022, the UN General Assembly voted to condemn the annexation of regions. "
        "How many members abstained?",
        "How many abstentions were there when the UN General Assembly voted on 12 October 2022 to condemn the "
        "annexation of regions?",
        "How many members abstained when the UN General Assembly voted on 12 October 2022 to condemn the annexation "
        "of regions?",
    }


def test_a_vote_without_subject_is_asked_by_its_article_only():
    assert stems(figure_drafts, article(tally(None, 5, 35, subject=None)), form="figure") >= {
        "The article “What the Assembly decided” (13 October 2022) tells of a vote in the UN General Assembly "
        "on 12 October 2022. "
        "How many members voted against?"
    }


def test_options_and_key():
    for seed in range(20):
        for draft in drafts(figure_drafts, article(tally(), OTHER), form="figure", seed=seed):
            numbers = [int(option) for option in draft.item.options]
            assert numbers == sorted(set(numbers))
            assert len(numbers) == 4


def test_the_key_is_the_number_told():
    found = [right(draft.item) for draft in drafts(figure_drafts, article(tally()), form="figure")]
    assert found == [["143"], ["5"], ["35"]]


def test_a_number_to_type():
    (draft,) = drafts(figure_drafts, article(tally(None, 5, None)), form="figure typed")
    assert draft.item.kind == "number"
    assert draft.item.key == {"value": 5, "tolerance": 0}
    assert draft.item.options == ()


def test_nobody_is_asked_to_type_nought():
    assert drafts(figure_drafts, article(tally(None, 0, None)), form="figure typed") == []


def test_the_explanation_names_the_vote_of_a_wrong_number():
    told = {
        d.item.explanation
        for seed in range(20)
        for d in drafts(figure_drafts, article(tally()), article(OTHER), form="figure", seed=seed)
    }
    assert any("24 is the number against in the vote to suspend Russia from" in why for why in told)


def test_a_vote_that_an_article_looks_back_on_is_not_named_for_its_number():
    told = {
        d.item.explanation
        for seed in range(20)
        for d in drafts(figure_drafts, article(tally(), OTHER), form="figure", seed=seed)
    }
    assert any("24 is the number against in another vote that the article tells of." in why for why in told)


def test_a_number_that_the_subject_holds_is_not_asked():
    told = article(tally(None, 5, None, subject="to condemn the annexation of 5 regions"))
    assert drafts(figure_drafts, told) == []


def test_numbers_that_contradict_each_other_are_not_asked():
    told = [
        article(tally(143, 5, None)),
        article(tally(143, 5, None, absent=10)),
        article(tally(143, 5, 35, absent=11)),
    ]
    assert not any("did not vote" in draft.item.stem for draft in drafts(figure_drafts, *told))


def test_what_the_other_numbers_leave():
    (draft,) = drafts(figure_drafts, article(tally(), membership()), form="rest")
    assert draft.item.stem == (
        "On 12 October 2022, the UN General Assembly voted to condemn the annexation of regions: 143 in favour, "
        "5 against, 35 abstaining. The UN General Assembly has 193 members. How many of them did not vote?"
    )
    assert draft.item.key == {"value": 10, "tolerance": 0}
    assert draft.item.facts == ((0, 0), (0, 1))


@pytest.mark.parametrize(
    "facts",
    [
        [tally()],
        [tally(), membership(count=190)],
        [tally(no=None), membership()],
        [tally(absent=9), membership()],
        [tally(yes=153), membership()],
        [tally(date="1999-10-12"), membership()],
        [tally(date=None), membership()],
    ],
)
def test_no_rest_where_it_is_not_certain(facts):
    assert drafts(figure_drafts, article(*facts), form="rest") == []
