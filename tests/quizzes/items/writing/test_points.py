from dataclasses import replace

from quizzes.items.writing.known import gather
from quizzes.items.writing.points import NOTHING, learned_from, overlap, quote_point
from quizzes.items.writing.writer import all_drafts

from .making import article, position, quote, story, tally, veto


def learned(*articles):
    return learned_from(gather(articles))


def test_a_sentence_tells_its_facts():
    told = article(tally(no=5), position("SYR", "no"), quote("Jane Roe", "We will never recognise this"))
    points = learned(told)
    of = [points.of(0, finding.sentence) for finding in told.findings]
    assert ("vote", "0", "no") in of[0]
    assert of[1] == {("vote", "0", "SYR")}
    assert len(of[2]) == 1


def test_a_passage_tells_all_that_its_sentences_tell():
    told = article(tally(), position("SYR", "no"))
    passage = " ".join(finding.sentence for finding in told.findings)
    assert learned(told).of(0, passage) > learned(told).of(0, told.findings[1].sentence)


def test_a_telling_that_names_a_member_tells_how_it_voted():
    told = article(tally(), position("SYR", "no"))
    first = replace(told.findings[0], sentence="Sentence 0 tells of a tally, Syria against.")
    learned_too = learned(replace(told, findings=(first, told.findings[1]))).of(0, first.sentence)
    assert ("vote", "0", "SYR") in learned_too


def test_another_article_tells_nothing_of_this_one():
    told = article(tally(), position("SYR", "no"))
    assert learned(told, article(tally())).of(1, told.findings[1].sentence) == NOTHING


def test_titles_tell_members_numbers_and_vetoes():
    facts = (tally(no=5), position("SYR", "no"), position("CHN", "abstain"), veto("RUS"))
    assert learned(article(*facts, title="What happened on Friday")).titles[0] == NOTHING
    assert learned(article(*facts, title="Syria votes against")).titles[0] == {("vote", "0", "SYR")}
    assert learned(article(*facts, title="Text adopted with 143 votes")).titles[0] == {("vote", "0", "yes")}
    assert {point[-1] for point in learned(article(*facts, title="Russia vetoes a draft")).titles[0]} == {
        "who",
        "failed",
    }


def test_no_question_cites_a_title_that_answers_it():
    title = "Syria says no as the Assembly votes"
    told = article(tally(date=None), position("SYR", "no"), title=title, publisher="", published=None)
    asking = [draft for draft in all_drafts(story(told)) if ("vote", "0", "SYR") in draft.asks]
    assert all(title not in draft.item.stem for draft in asking)
    plain = article(tally(date=None), position("SYR", "no"), title="The Assembly votes", publisher="", published=None)
    assert [draft for draft in all_drafts(story(plain)) if ("vote", "0", "SYR") in draft.asks]


def test_the_same_words_in_two_articles_are_one_point():
    one, other = (
        article(quote("Jane Roe", "We will never recognise this")),
        article(quote("Roe", "We will never recognise this, ever")),
    )
    (a,), (b,) = (gather([told]).told["quote"] for told in (one, other))
    assert quote_point(a) == quote_point(b)


def test_overlap():
    assert overlap("a b", "a b c")
    assert overlap("a b c", "b c")
    assert not overlap("a b", "b c")
