from quizzes.items.writing.stands import stand_drafts

from .making import article, drafts, position, right, stems, tally

AGAINST = ("SYR", "NIC", "PRK", "BLR", "RUS")
LISTED = [tally(), *(position(iso3, "no") for iso3 in AGAINST), position("CHN", "abstain")]
OPEN = [tally(), *(position(iso3, "no") for iso3 in AGAINST[:3]), position("CHN", "abstain")]


def test_how_a_member_voted():
    assert stems(stand_drafts, article(tally(), position("USA", "yes")), form="stand") == {
        "On 12 October 2022, the UN General Assembly voted to condemn the annexation of regions. "
        "How did the United States vote?",
        "How did the United States vote when the UN General Assembly voted on 12 October 2022 to condemn the "
        "annexation of regions?",
    }


def test_the_four_ways_in_their_order():
    (draft,) = drafts(stand_drafts, article(tally(), position("CHN", "abstain")), form="stand")
    assert draft.item.options == ("In favour", "Against", "Abstained", "Did not vote")
    assert right(draft.item) == ["Abstained"]
    assert draft.item.facts == ((0, 1), (0, 0))


def test_the_member_that_a_text_is_about_is_not_asked_for():
    about = "to condemn the Russian annexation of regions"
    assert drafts(stand_drafts, article(tally(subject=about), position("RUS", "no"))) == []


def test_a_position_told_by_another_article_only_is_asked_with_that_article():
    found = drafts(stand_drafts, article(tally()), article(tally(), position("CHN", "abstain")), form="stand")
    assert [draft.item.source.article for draft in found] == [1]


def test_which_member_abstained_has_known_others():
    for seed in range(20):
        found = drafts(stand_drafts, article(*OPEN), form="who", seed=seed)
        assert [right(draft.item) for draft in found] == [["China"]]
        assert set(found[0].item.options) == {"China", "Syria", "Nicaragua", "North Korea"}


def test_where_all_are_named_neighbours_are_wrong_for_sure():
    for seed in range(20):
        for draft in drafts(stand_drafts, article(*LISTED), form="who", seed=seed):
            named = {"Syria", "Nicaragua", "North Korea", "Belarus", "Russia"}
            way = "abstained" in draft.item.stem
            others = set(draft.item.options) - set(right(draft.item))
            assert len(others) == 3
            assert others <= named if way else not others & named


def test_in_the_council_only_what_is_told_is_wrong_for_sure():
    told = [tally(13, 1, 1, body="Security Council"), position("RUS", "no"), position("CHN", "abstain")]
    assert drafts(stand_drafts, article(*told), form="who") == []


def test_each_of_several():
    found = [d for seed in range(20) for d in drafts(stand_drafts, article(*LISTED), form="who each", seed=seed)]
    assert found
    for draft in found:
        assert draft.item.kind == "multiple_choice"
        assert draft.item.stem.endswith("Which of these members voted against? Mark each of them.")
        assert len(draft.item.options) == 5
        assert set(right(draft.item)) <= {"Syria", "Nicaragua", "North Korea", "Belarus", "Russia"}
        assert list(draft.item.options) == sorted(draft.item.options)
        assert draft.item.explanation.endswith("voted against, and the source names every member that did.")
