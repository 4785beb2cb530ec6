"""What holds of every question that is written, whatever the facts are."""

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.items import flaws, flaws_of_quiz
from quizzes.items.writing import write
from quizzes.items.writing.choosing import choose
from quizzes.items.writing.known import ROLES, gather
from quizzes.items.writing.ordering import arrange
from quizzes.items.writing.people import surname_of
from quizzes.items.writing.writer import all_drafts
from unsim.members import find

from .facts import LIBRARIES
from .making import right, story

# No test of time: the machine may be busy.
lawful = settings(deadline=None, max_examples=40)
SEEDS = st.integers(0, 10_000)
WAYS = {"In favour": "yes", "Against": "no", "Abstained": "abstain", "Did not vote": "absent"}
WORDS = {"voted in favour": "yes", "voted against": "no", "abstained": "abstain", "did not vote": "absent"}


def asked(draft, *names):
    """The vote that a draft asks about and what it asks of it."""
    return next((int(point[1]), point[2]) for point in sorted(draft.asks) if point[0] == "vote" and point[2] in names)


def told_numbers(articles, vote, role):
    return {told.finding.values[role] for told in vote.tellings} - {None}


@lawful
@given(LIBRARIES, st.integers(0, 30), SEEDS)
def test_a_quiz_is_sound(articles, count, seed):
    items = write(articles, count=count, seed=seed)
    assert len(items) <= count
    assert flaws_of_quiz(items) == []
    for item in items:
        assert flaws(item) == []
        assert item.stem == item.stem.strip()
        assert item.stem[0] == item.stem[0].upper()
        assert "  " not in item.stem
        assert not re.search(r"[{}]|\bNone\b", item.stem + item.explanation + "".join(item.options))


@lawful
@given(LIBRARIES, SEEDS)
def test_the_same_seed_gives_the_same_quiz(articles, seed):
    assert write(articles, count=8, seed=seed) == write(articles, count=8, seed=seed)


@lawful
@given(LIBRARIES, SEEDS)
def test_every_question_shows_its_source(articles, seed):
    for item in write(articles, count=20, seed=seed):
        finding = articles[item.source.article].findings[item.facts[0][1]]
        assert item.facts[0][0] == item.source.article
        assert (item.source.start, item.source.end) == (finding.start, finding.end)
        assert item.source.sentence == finding.sentence
        assert all(fact < len(articles[place].findings) for place, fact in item.facts)


@lawful
@given(LIBRARIES, SEEDS)
def test_no_two_options_are_the_same_and_the_key_is_one_of_them(articles, seed):
    for draft in all_drafts(story(*articles, seed=seed)):
        item = draft.item
        if item.kind == "number":
            assert item.key["value"] >= 0
        elif item.kind == "short_text":
            assert all(item.key["accepted"])
            assert not any(name in item.stem for name in item.key["accepted"] if item.stem.endswith("name."))
        elif item.kind == "order":
            assert sorted(item.key) == list(range(len(item.options)))
            assert item.key != list(range(len(item.options)))
            assert 3 <= len(set(item.options)) == len(item.options)
        elif item.kind == "match":
            assert len(item.key) == len(set(item.options)) == len(item.options) >= 3
            assert len(set(item.matches)) == len(item.matches)
            assert set(item.key) <= set(range(len(item.matches)))
        else:
            assert len(set(item.options)) == len(item.options) >= 2
            assert item.key
            assert set(item.key) <= set(range(len(item.options)))


@lawful
@given(LIBRARIES, SEEDS)
def test_numbers_are_those_that_the_articles_tell(articles, seed):
    told = story(*articles, seed=seed)
    for draft in all_drafts(told):
        if draft.form in ("figure", "figure typed"):
            number, role = asked(draft, *ROLES)
            key = draft.item.key["value"] if draft.item.kind == "number" else int(right(draft.item)[0])
            assert told_numbers(articles, told.known.votes[number], role) == {key}
        if draft.form == "figure claim":
            number, role = asked(draft, *ROLES)
            told_here = told_numbers(articles, told.known.votes[number], role)
            (count,) = re.findall(r"\b(\d+) members? (?:voted|abstained|did)", draft.item.stem)
            assert right(draft.item) == [str({int(count)} == told_here)]


@lawful
@given(LIBRARIES, SEEDS)
def test_who_voted_how_is_never_wrong(articles, seed):
    told = story(*articles, seed=seed)
    for draft in all_drafts(told):
        if draft.form not in ("stand", "who", "who each"):
            continue
        vote = told.known.votes[int(next(iter(draft.asks))[1])]
        ways = {iso3: {one.text("vote") for one in said} for iso3, said in vote.positions.items()}
        if draft.form == "stand":
            assert ways[next(iter(draft.asks))[2]] == {WAYS[right(draft.item)[0]]}
            continue
        way = next(way for words, way in WORDS.items() if f"these members {words}" in draft.item.stem)
        for option in draft.item.options:
            member = find(option)
            if option in right(draft.item):
                assert ways[member.iso3] == {way}
            else:
                named = [iso3 for iso3, said in ways.items() if said == {way}]
                closed = told_numbers(articles, vote, way) == {len(named)}
                assert way not in ways.get(member.iso3, set())
                assert member.iso3 in ways or closed


@lawful
@given(LIBRARIES, SEEDS)
def test_words_are_put_to_who_said_them(articles, seed):
    told = story(*articles, seed=seed)
    speakers = {(surname_of(one.text("speaker")), one.text("text").rstrip(".")) for one in told.known.told["quote"]}
    for draft in all_drafts(told):
        if draft.form == "said":
            words = re.search("“([^”]*)”[?]?$", draft.item.stem)[1]
            said = {name for name, text in speakers if text == words}
            for option in draft.item.options:
                assert (surname_of(option) in said) == (option in right(draft.item))


@lawful
@given(LIBRARIES, SEEDS)
def test_of_permanent_members_only_who_cast_the_veto_is_offered_as_right(articles, seed):
    told = story(*articles, seed=seed)
    for draft in all_drafts(told):
        if draft.form == "veto":
            place, fact = draft.item.facts[0]
            assert find(right(draft.item)[0]).iso3 == articles[place].findings[fact].values["member"]


@lawful
@given(LIBRARIES, SEEDS)
def test_no_question_tells_what_another_asks(articles, seed):
    chosen = choose(all_drafts(story(*articles, seed=seed)), 30, Random(seed))
    for one in chosen:
        for other in chosen:
            assert one is other or not one.asks & (other.asks | other.tells)


@lawful
@given(LIBRARIES, SEEDS)
def test_no_answer_that_was_shown_tells_what_a_later_question_asks(articles, seed):
    chosen = choose(all_drafts(story(*articles, seed=seed)), 30, Random(seed))
    by_item = {(draft.item.kind, draft.item.stem): draft for draft in chosen}
    shown = set()
    for item in arrange(chosen, Random(seed)):
        draft = by_item[item.kind, item.stem]
        assert draft.asks.isdisjoint(shown)
        shown |= draft.shows


@lawful
@given(LIBRARIES, SEEDS)
def test_a_question_shows_all_that_its_sentence_tells(articles, seed):
    told = story(*articles, seed=seed)
    for draft in all_drafts(told):
        place = draft.item.facts[0]
        for vote in told.known.votes:
            for one in vote.tellings:
                if one.place == place:
                    assert {vote.point(role) for role in ROLES if one.number(role) is not None} <= draft.shows


@lawful
@given(LIBRARIES)
def test_a_vote_is_in_one_place_only(articles):
    places = [told.place for vote in gather(articles).votes for told in vote.tellings]
    assert len(places) == len(set(places))
    assert len(places) == sum(finding.kind == "tally" for one in articles for finding in one.findings)
