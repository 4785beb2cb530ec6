from quizzes.items.writing.timeline import timeline_drafts

from .making import article, drafts, event, right, stems, tally


def test_when_a_vote_was():
    assert stems(timeline_drafts, article(tally()), form="vote date") == {
        "When did the UN General Assembly vote to condemn the annexation of regions, with 143 in favour, 5 against, "
        "35 abstaining?",
        "On which day did the UN General Assembly vote to condemn the annexation of regions, with 143 in favour, "
        "5 against, 35 abstaining?",
    }
    (draft,) = drafts(timeline_drafts, article(tally()), form="vote date")
    assert right(draft.item) == ["12 October 2022"]
    assert draft.item.explanation == "The UN General Assembly voted on this on 12 October 2022."


def test_a_vote_whose_subject_comes_again_has_no_one_date():
    again = tally(141, 7, 32, date="2023-02-23")
    assert drafts(timeline_drafts, article(tally(), again), form="vote date") == []


def test_only_an_exact_day_is_asked_for():
    assert drafts(timeline_drafts, article(tally(date="2022-10")), form="vote date") == []


def test_when_an_event_was():
    (draft,) = drafts(timeline_drafts, article(event("2014", "Russia took Crimea from Ukraine")))
    assert (
        draft.item.stem
        == "According to the article “What the Assembly decided”, when did Russia take Crimea from Ukraine?"
    )
    assert right(draft.item) == ["2014"]
    (draft,) = drafts(timeline_drafts, article(event("2022-04", "the Assembly suspended Russia from the Council")))
    assert draft.item.stem == (
        "According to the article “What the Assembly decided”, when did the UN General Assembly suspend Russia from "
        "the Council?"
    )
    assert right(draft.item) == ["April 2022"]


def test_events_told_with_two_dates_or_in_unclear_words_are_not_asked_for():
    twice = [event("2014", "Russia took Crimea from Ukraine"), event("2015", "Russia took Crimea from Ukraine")]
    assert drafts(timeline_drafts, article(*twice)) == []
    assert drafts(timeline_drafts, article(event("2014", "it took Crimea from Ukraine"))) == []
    assert drafts(timeline_drafts, article(event("2022-09-26/2022-10-02", "Russia took Crimea"))) == []
    assert drafts(timeline_drafts, article(event("2022-10-11", "the minister met 160 diplomats"))) == []


def test_no_article_tells_of_what_comes_after_it():
    told = article(event("2022-09", "Russia held votes in parts of Ukraine"), published="2022-09-28")
    for seed in range(20):
        (draft,) = drafts(timeline_drafts, told, seed=seed)
        assert draft.item.options[-1] == "September 2022"
