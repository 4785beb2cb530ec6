from quizzes.items.writing.vetoes import veto_drafts

from .making import article, drafts, position, right, stems, tally, veto

ABOUT = "on a draft resolution against the referendum in Crimea"


def test_who_cast_the_veto():
    (draft,) = drafts(veto_drafts, article(veto()), form="veto")
    assert draft.item.stem == (
        "On 30 September 2022, a draft resolution was vetoed in the UN Security Council. Which of these members cast a "
        "veto?"
    )
    assert draft.item.options == ("China", "France", "Russia", "United Kingdom", "United States")
    assert right(draft.item) == ["Russia"]


def test_a_subject_makes_up_for_the_day():
    assert stems(veto_drafts, article(veto(date="2014", subject=ABOUT)), form="veto") == {
        "In 2014, a draft resolution against the referendum in Crimea was vetoed in the UN Security Council. Which of "
        "these members cast a veto?",
        "Which of these members vetoed a draft resolution against the referendum in Crimea in the UN Security Council "
        "in 2014?",
    }
    assert drafts(veto_drafts, article(veto(date="2014")), form="veto") == []
    assert drafts(veto_drafts, article(veto(date=None, subject=ABOUT)), form="veto") == []


def test_of_two_that_cast_a_veto_neither_is_a_wrong_option():
    for draft in drafts(veto_drafts, article(veto(), veto("CHN")), form="veto"):
        assert not {"China", "Russia"} <= set(draft.item.options)


def test_only_permanent_members_have_a_veto():
    assert drafts(veto_drafts, article(veto("ALB"))) == []


def test_a_subject_that_names_the_member_is_no_question():
    assert drafts(veto_drafts, article(veto(subject="on a draft resolution against Russia's war")), form="veto") == []


def test_a_disputed_day_is_asked_by_its_month():
    told = article(veto(subject=ABOUT)), article(veto(date="2022-09-29"), title="Another report says")
    found = drafts(veto_drafts, *told)
    assert {draft.form for draft in found} == {"veto", "veto typed"}
    assert all("n September 2022" in draft.item.stem for draft in found)


def test_when_the_veto_was_cast():
    assert stems(veto_drafts, article(veto(subject=ABOUT)), form="veto date") == {
        "When did Russia veto a draft resolution against the referendum in Crimea, in the UN Security Council?",
        "On which day was a draft resolution against the referendum in Crimea vetoed by Russia in the UN Security "
        "Council?",
    }
    twin = article(veto(subject=ABOUT), veto(date="2014-03-15", subject=ABOUT))
    assert drafts(veto_drafts, twin, form="veto date") == []


def test_why_a_draft_failed():
    vote = tally(10, 1, 4, body="Security Council", date="2022-09-30", adopted=False)
    (draft,) = drafts(veto_drafts, article(vote, veto()), form="why failed")
    assert stems(veto_drafts, article(vote, veto()), form="why failed") == {
        "On 30 September 2022, the UN Security Council voted on a proposal to condemn the annexation of regions. "
        "Why did the draft fail, although 10 of 15 members voted in favour?",
        "On 30 September 2022, the UN Security Council voted on a proposal to condemn the annexation of regions. "
        "10 of 15 members voted in favour, and still the draft failed. Why?",
    }
    assert right(draft.item) == ["A permanent member voted against it"]


def test_a_draft_without_nine_votes_or_without_a_veto_failed_otherwise():
    few = tally(8, 1, 6, body="Security Council", date="2022-09-30", adopted=False)
    assert drafts(veto_drafts, article(few, veto()), form="why failed") == []
    enough = tally(10, 1, 4, body="Security Council", date="2022-09-30", adopted=False)
    assert drafts(veto_drafts, article(enough, veto(date="2014-03-15")), form="why failed") == []
    assert drafts(veto_drafts, article(tally(date="2022-09-30"), veto()), form="why failed") == []


def test_a_subject_is_borrowed_only_from_what_is_surely_the_same_veto():
    undated = article(veto(date="2014"), veto(date=None, subject=ABOUT))
    assert drafts(veto_drafts, undated, form="veto") == []
    another = article(veto(date="2014", subject="on a draft resolution on the war in Syria"), veto("RUS", "2014-03-15"))
    assert all("15 March 2014" not in d.item.stem or "Syria" not in d.item.stem for d in drafts(veto_drafts, another))
    twice = article(veto()), article(veto(subject=ABOUT))
    assert stems(veto_drafts, *twice, form="veto") == {
        "On 30 September 2022, a draft resolution against the referendum in Crimea was vetoed in the UN Security "
        "Council. Which of these members cast a veto?",
        "Which of these members vetoed a draft resolution against the referendum in Crimea in the UN Security Council "
        "on 30 September 2022?",
    }


def test_a_member_that_voted_otherwise_cast_no_veto_on_this():
    vote = tally(13, 1, 1, body="Security Council", date="2022-09-30", adopted=False)
    told = article(vote, position("RUS", "abstain"), veto())
    assert drafts(veto_drafts, told, form="why failed") == []


def test_who_cast_the_only_veto_is_typed():
    (draft,) = drafts(veto_drafts, article(veto()), form="veto typed")
    assert draft.item.kind == "short_text"
    assert draft.item.key["accepted"][0] == "Russia"
    assert "Russian Federation" in draft.item.key["accepted"]
    assert len(draft.item.key["accepted"]) <= 10
    assert drafts(veto_drafts, article(veto(), veto("CHN")), form="veto typed") == []
