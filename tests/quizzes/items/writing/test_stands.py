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
        assert "hich of these members voted against" in draft.item.stem
        assert draft.item.stem.endswith("? Mark each of them.")
        assert len(draft.item.options) == 5
        assert set(right(draft.item)) <= {"Syria", "Nicaragua", "North Korea", "Belarus", "Russia"}
        assert list(draft.item.options) == sorted(draft.item.options)
        first, *others, last = right(draft.item)
        names = f"{', '.join([first, *others])} and {last}"
        assert draft.item.explanation == f"{names} voted against, and the source names every member that did."


def test_members_are_matched_with_their_votes():
    told = article(tally(), *(position(m, "yes") for m in ("ALB", "FRA", "GMB", "GBR", "UKR")), *LISTED[1:])
    found = [d.item for seed in range(20) for d in drafts(stand_drafts, told, form="stand each", seed=seed)]
    assert found
    for item in found:
        pairs = {option: item.matches[match] for option, match in zip(item.options, item.key, strict=True)}
        assert item.matches == ("In favour", "Against", "Abstained")
        assert list(item.options) == sorted(item.options)
        assert 3 <= len(item.options) <= 5
        assert len(set(pairs.values())) > 1
        assert all(list(pairs.values()).count(way) <= 3 for way in item.matches)
        for option, way in pairs.items():
            assert (way == "In favour") == (option in ("Albania", "France", "Gambia", "United Kingdom", "Ukraine"))
    assert {item.stem for item in found} == {
        "On 12 October 2022, the UN General Assembly voted to condemn the annexation of regions. How did each of these "
        "members vote?",
        "How did each of these members vote when the UN General Assembly voted on 12 October 2022 to condemn the "
        "annexation of regions?",
    }


def test_members_that_all_voted_alike_are_not_matched():
    assert drafts(stand_drafts, article(*LISTED[:-1]), form="stand each") == []


def test_the_one_member_that_voted_so_is_typed():
    alone = article(tally(no=1), position("NIC", "no"), position("ALB", "yes"))
    (draft,) = drafts(stand_drafts, alone, form="only")
    assert draft.item.kind == "short_text"
    assert draft.item.key["accepted"][0] == "Nicaragua"
    assert draft.item.stem.endswith("Type its name.")
    assert ("vote", "0", "no") in draft.tells
    assert drafts(stand_drafts, article(tally(no=2), position("NIC", "no")), form="only") == []
