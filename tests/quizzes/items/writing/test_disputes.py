from quizzes.items.writing.disputes import dispute_drafts

from .making import article, drafts, membership, procedure, right, tally, veto

COMMON = [membership(), procedure("General Assembly", "veto", False), procedure("General Assembly", "binding", False)]
ONE = article(veto(date="2022-09-30"), *COMMON, title="A six-page letter")
OTHER = article(veto(date="2022-09-29"), *COMMON, title="The Assembly condemns it")


def test_which_date_a_source_gives():
    found = {draft.item.stem: draft.item for draft in drafts(dispute_drafts, ONE, OTHER, form="dispute")}
    item = found[
        "The articles “A six-page letter” and “The Assembly condemns it” give different dates for Russia's veto in the "
        "UN Security Council. Which date does “A six-page letter” give?"
    ]
    assert right(item) == ["30 September 2022"]
    assert "29 September 2022" in item.options
    assert item.facts == ((0, 0), (1, 0))
    assert item.explanation == (
        "“A six-page letter” says 30 September 2022, “The Assembly condemns it” says 29 September 2022: "
        "the sources disagree."
    )


def test_what_they_contradict_each_other_about():
    (draft,) = drafts(dispute_drafts, ONE, OTHER, form="disputed point")
    assert right(draft.item) == ["The date of Russia's veto in the UN Security Council"]
    assert set(draft.item.options) - set(right(draft.item)) == {
        "The number of members of the UN General Assembly",
        "Whether there is a veto in the UN General Assembly",
        "Whether resolutions of the UN General Assembly are binding",
    }


def test_without_three_points_of_agreement_there_is_no_such_question():
    alone = article(veto(date="2022-09-29"), title="The Assembly condemns it")
    assert drafts(dispute_drafts, ONE, alone, form="disputed point") == []


def test_different_numbers():
    one, other = article(tally(143), title="One of them here"), article(tally(144), title="The other one here")
    found = {
        draft.item.stem: right(draft.item)
        for seed in range(12)
        for draft in drafts(dispute_drafts, one, other, seed=seed)
    }
    assert found[
        "On the number in favour in the vote of 12 October 2022 in the UN General Assembly, the articles “One of them "
        "here” and “The other one here” disagree. Which number stands in “One of them here”?"
    ] == ["143"]
    assert found[
        "The articles “One of them here” and “The other one here” give different numbers in favour for the vote of "
        "12 October 2022 in the UN General Assembly. Which number does “One of them here” give?"
    ] == ["143"]


def test_articles_of_one_title_cannot_be_told_apart():
    assert drafts(dispute_drafts, article(veto(date="2022-09-30")), article(veto(date="2022-09-29"))) == []


def test_agreement_is_no_question():
    assert drafts(dispute_drafts, ONE, ONE) == []
