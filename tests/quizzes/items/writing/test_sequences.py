from quizzes.items.writing.sequences import sequence_drafts

from .making import article, drafts, event, tally, veto

VOTES = (
    tally(141, 5, 35, date="2022-03-02", subject="to demand a ceasefire"),
    tally(93, 24, 58, date="2022-04-07", subject="to suspend Russia from the Human Rights Council"),
    tally(143, 5, 35, date="2022-10-12", subject="to condemn the annexation of regions"),
)


def lines(draft):
    return [draft.item.options[line] for line in draft.item.key]


def test_votes_are_put_in_the_order_of_their_dates():
    (draft,) = drafts(sequence_drafts, article(*VOTES))
    assert lines(draft) == [
        "The UN General Assembly voted to demand a ceasefire",
        "The UN General Assembly voted to suspend Russia from the Human Rights Council",
        "The UN General Assembly voted to condemn the annexation of regions",
    ]
    assert draft.item.explanation == "The dates, in the right order: 2 March 2022; 7 April 2022; 12 October 2022."
    assert {("vote", str(n), "date") for n in range(3)} == draft.asks


def test_the_lines_never_stand_in_the_right_order_already():
    for seed in range(30):
        (draft,) = drafts(sequence_drafts, article(*VOTES), seed=seed)
        assert draft.item.key != [0, 1, 2]


def test_vetoes_and_events_stand_among_the_votes():
    told = article(
        VOTES[0],
        veto(date="2014-03-15", subject="on a draft resolution on the referendum in Crimea"),
        event("2014", "Russia took Crimea"),
        event("2022-02-24", "Finland joined NATO"),
    )
    found = {tuple(lines(draft)) for seed in range(30) for draft in drafts(sequence_drafts, told, seed=seed)}
    late = ("Finland joined NATO", "The UN General Assembly voted to demand a ceasefire")
    # The year 2014 may be before or after that March: never both.
    assert found == {
        ("Russia vetoed a draft resolution on the referendum in Crimea in the UN Security Council", *late),
        ("Russia took Crimea", *late),
    }


def test_what_may_have_been_at_the_same_time_is_not_put_in_order():
    spans = [("2022-03", "Russia took Kherson"), ("2022-03-02", "Finland joined NATO"), ("2022", "Ukraine lost Izium")]
    assert drafts(sequence_drafts, article(*(event(*span) for span in spans))) == []


def test_what_happens_again_and_again_or_shows_its_time_has_no_place():
    told = [
        event("2020-03", "Russia elected a president"),
        event("2021-03", "Ukraine met Russia"),
        event("2022-03", "Ukraine left 3 cities to Russia"),
        event("2023-03", "Russia left Kherson after Kyiv"),
    ]
    assert drafts(sequence_drafts, article(*told)) == []


def test_two_lines_are_no_order():
    assert drafts(sequence_drafts, article(*VOTES[:2])) == []
