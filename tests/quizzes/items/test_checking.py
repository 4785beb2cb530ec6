from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from quizzes.items import Article, Finding, Item, Source, read
from quizzes.items.checking import Contradiction, contradiction
from quizzes.items.writing.known import gather
from quizzes.items.writing.story import story_of
from quizzes.items.writing.writer import all_drafts
from tests.quizzes.items.writing.making import event, membership, position, tally, veto
from unsim.seedfile import read_front_matter

BRIEFS = sorted((Path(__file__).resolve().parents[3] / "seeds" / "articles").glob("*.md"))
IN_FAVOUR = "How many members voted in favour when the UN General Assembly voted on it?"
WAYS = ("In favour", "Against", "Abstained", "Did not vote")


def number(value, stem=IN_FAVOUR, tolerance=0):
    key = {"value": value, "tolerance": tolerance}
    return Item("number", stem, (), key, "", (), Source(0, 0, 1, "x"))


def choice(options, right, stem="Which is it?"):
    return Item("single_choice", stem, options, [right], "", (), Source(0, 0, 1, "x"))


def facts(*told):
    return [Finding(kind, values, 0, 1, "x", "by-hand") for kind, values in told]


def typed(*accepted, stem="Who was it?"):
    return Item("short_text", stem, (), {"accepted": list(accepted)}, "", (), Source(0, 0, 1, "x"))


SAID = ("quote", {"speaker": "Jane Roe", "role": "US envoy", "text": "We shall see it through"})
HELD = ("office", {"person": "Jane Roe", "role": "US envoy"})
COUNTED = ("quantity", {"value": 250, "of": "soldiers"})


@pytest.mark.parametrize(
    ("item", "told", "says"),
    [
        (number(140), [tally()], ("143", "140")),
        (number(5), [tally()], ("143", "5")),
        (number(143), [tally()], None),
        (number(140, tolerance=3), [tally()], None),
        (number(140, "How many abstentions were there when it voted?"), [tally()], ("35", "140")),
        (number(140, "How many members did not vote when it voted?"), [tally()], None),
        (number(140, "How many of them did not vote?"), [tally(), membership()], None),
        (number(140), [tally(), tally(yes=141)], None),
        (number(140), [tally(), tally(yes=None)], ("143", "140")),
        (number(192, "How many members does it have?"), [membership()], ("193", "192")),
        (number(300, "Which number is missing?", 25), [COUNTED], ("250", "300")),
        (number(260, "Which number is missing?", 25), [COUNTED], None),
        (choice(("5", "143"), 0, IN_FAVOUR), [tally()], ("143", "5")),
        (choice(("5", "143"), 1, IN_FAVOUR), [tally()], None),
        (choice(WAYS, 0), [position("BLR", "no"), tally()], ("Against", "In favour")),
        (choice(WAYS, 1), [position("BLR", "no"), tally()], None),
        (choice(("Belarus", "India"), 1), [position("BLR", "no"), tally()], ("Belarus", "India")),
        (choice(("Belarus", "India"), 0), [position("BLR", "no"), tally()], None),
        (choice(("the Russian Federation", "China"), 0), [veto()], None),
        (choice(("Russia", "China"), 1), [veto()], ("Russia", "China")),
        (choice(("Russia", "nobody"), 1), [veto()], None),
        (choice(("Jane Roe", "John Doe"), 1), [SAID], ("Jane Roe", "John Doe")),
        (choice(("Jane Roe", "John Doe"), 0), [SAID], None),
        (choice(("We shall see it through", "It is over"), 1), [SAID], None),
        (typed("John Doe", "Doe"), [HELD], ("Jane Roe", "John Doe")),
        (typed("Jane Roe", "Roe"), [HELD], None),
        (typed("China"), [veto()], ("Russia", "China")),
        (typed("Russian Federation", "Russia"), [veto()], None),
        (typed("Russian Federation"), [veto()], None),
        (typed("Russland"), [veto()], ("Russia", "Russland")),
        (choice(("1 May 2022", "2 May 2022"), 0), [event("2022-05-02", "it began")], ("2 May 2022", "1 May 2022")),
        (choice(("1 May 2022", "2 May 2022"), 1), [event("2022-05-02", "it began")], None),
        (choice(("1 May 2022", "2 May 2022"), 1), [event("2022-05-02", "it"), event("2022-05-01", "it")], None),
        (choice(("5", "143"), 0, IN_FAVOUR), [], None),
    ],
)
def test_the_key_is_held_against_the_one_value_that_the_facts_give(item, told, says):
    assert contradiction(item, facts(*told)) == (Contradiction(*says) if says else None)


def test_other_kinds_are_not_looked_at():
    statement = Item("true_false", IN_FAVOUR, ("True", "False"), [0], "", (), Source(0, 0, 1, "x"))
    several = Item("multiple_choice", IN_FAVOUR, ("5", "35", "143"), [0, 1], "", (), Source(0, 0, 1, "x"))
    assert [contradiction(item, facts(tally())) for item in (statement, several)] == [None, None]


@pytest.fixture(scope="module")
def written():
    """Every question that the briefs give, with its facts."""
    articles = []
    for path in BRIEFS:
        matter = read_front_matter(path)
        told = matter.fields["published"]
        day = date.fromisoformat(told) if len(told) == 10 else None
        findings = tuple(read(matter.body, day))
        articles.append(Article(matter.fields["title"], matter.body, matter.fields["publisher"], told, findings))
    drafts = all_drafts(story_of(gather(articles), Random(1)))
    return [(draft, [articles[a].findings[f] for a, f in draft.item.facts]) for draft in drafts]


def test_no_question_contradicts_its_facts_as_it_is_written(written):
    assert [draft.item.stem for draft, told in written if contradiction(draft.item, told)] == []


def test_every_question_on_one_value_does_with_another_key(written):
    forms = {"figure", "figure typed", "stand", "who", "veto", "size", "event", "vote date"}
    looked = [(draft.item, told) for draft, told in written if draft.form in forms and draft.item.kind != "short_text"]
    assert len(looked) > 50
    for item, told in looked:
        if item.kind == "number":
            other = replace(item, key={"value": item.key["value"] + 1, "tolerance": 0})
        else:
            other = replace(item, key=[(item.right[0] + 1) % len(item.options)])
        assert contradiction(other, told), item.stem
