import pytest

from quizzes.items.writing.scenes import stands_alone

from .making import article, story, tally, veto


def scene(fact, **more):
    return story(article(fact, **more)).scenes[0]


@pytest.mark.parametrize(
    ("fact", "main", "clause"),
    [
        (
            tally(),
            "on 12 October 2022, the UN General Assembly voted to condemn the annexation of regions",
            "the UN General Assembly voted on 12 October 2022 to condemn the annexation of regions",
        ),
        (
            tally(subject="on a resolution on the crisis in Ukraine"),
            "on 12 October 2022, the UN General Assembly voted on a resolution on the crisis in Ukraine",
            "the UN General Assembly voted, on 12 October 2022, on a resolution on the crisis in Ukraine",
        ),
        (
            tally(date="2014", subject="on a 2014 resolution on Ukraine and its borders"),
            "in 2014, the UN General Assembly voted on a resolution on Ukraine and its borders",
            "the UN General Assembly voted in 2014 on a resolution on Ukraine and its borders",
        ),
        (
            tally(date=None),
            "the UN General Assembly voted to condemn the annexation of regions, as was reported on 13 October 2022",
            "the UN General Assembly voted to condemn the annexation of regions (reported on 13 October 2022)",
        ),
        (
            tally(adopted=False),
            "on 12 October 2022, the UN General Assembly voted on a proposal to condemn the annexation of regions",
            "the UN General Assembly voted, on 12 October 2022, on a proposal to condemn the annexation of regions",
        ),
        (
            tally(13, 1, 1, body="Security Council", adopted=None),
            "on 12 October 2022, the UN Security Council voted on a proposal to condemn the annexation of regions",
            "the UN Security Council voted, on 12 October 2022, on a proposal to condemn the annexation of regions",
        ),
        (
            tally(subject=None),
            "the article “What the Assembly decided” (13 October 2022) tells of a vote in the UN General Assembly "
            "on 12 October 2022",
            "",
        ),
    ],
)
def test_how_a_vote_is_named(fact, main, clause):
    named = scene(fact)
    assert named.main == main
    assert named.clause == clause


def test_without_any_date():
    named = scene(tally(date=None), published=None)
    vote = "the UN General Assembly voted to condemn the annexation of regions"
    assert named.main == f"the article “What the Assembly decided” tells that {vote}"
    assert named.clause == f"{vote}, as the article “What the Assembly decided” tells"
    bare = scene(tally(date=None), published=None, title="A vote")
    assert bare.main == bare.clause == vote


def test_the_subject_is_borrowed_from_another_telling_and_its_fact_comes_along():
    one, two = story(article(tally(subject=None)), article(tally())).scenes
    assert one.main == two.main
    assert [told.place for told in one.told] == [(0, 0), (1, 0)]


@pytest.mark.parametrize(
    "facts",
    [
        [tally(body=None)],
        [tally(182, None, None, subject=None)],
        [tally(), tally(141)],
        [tally(subject=None), tally(93, 24, 58, subject=None)],
        [tally(14, 0, 1, subject=None, body="Security Council"), veto(date="2022-10-11")],
        [tally(subject=None, date="2022-08-12")],
        [tally(7, 7, 1, subject=None, body="Security Council"), veto(date="2022-10-12")],
    ],
)
def test_what_cannot_be_named_without_mistake_is_left_aside(facts):
    assert story(article(*facts)).scenes == ()


def test_a_vote_that_the_articles_contradict_each_other_about_is_left_aside():
    assert story(article(tally(143)), article(tally(144), title="Another report says")).scenes == ()


def test_a_vote_without_subject_in_an_article_without_title_is_left_aside():
    assert story(article(tally(subject=None), title="")).scenes == ()


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("to demand that Russia withdraw its forces", True),
        ("to condemn its attempt to annex regions of Ukraine", False),
        ("to condemn this attempt", False),
        ("to suspend it from the Human Rights Council", False),
        ("to hold elections next week", False),
        ("on a resolution on the humanitarian crisis in Ukraine", True),
        ("on a draft on the massacre", False),
        ("to renew the mandate", False),
        ("to set up an independent fact-finding mission", False),
        ("to set up an independent fact-finding mission in Sudan", True),
        ("to renew the mandate of the mission in Lebanon", True),
        ("on a draft resolution on the massacre in Bosnia", True),
    ],
)
def test_words_that_point_elsewhere(words, alone):
    assert stands_alone(words) is alone


@pytest.mark.parametrize(
    ("subject", "named"),
    [
        ("on a resolution that condemned the killings as genocide", False),
        ("on a resolution that condemned the killings in Bosnia as genocide", True),
        ("on a Dutch-led resolution that would have given the experts two more years", False),
        ("on a text that would have referred the conflict to the Hague-based court", False),
        ("on a first resolution on the North", False),
        ("on a U.S.-drafted resolution", False),
        ("on a British amendment", False),
        ("on a resolution on the death penalty", True),
        ("to begin work on a tax convention", True),
    ],
)
def test_a_subject_names_what_it_is_about(subject, named):
    (scene,) = story(article(tally(subject=subject))).scenes
    assert (scene.subject == subject) is named


@pytest.mark.parametrize(("date", "published", "told"), [("2019", "2022-10-13", 0), ("2022-12-30", "2023-01-01", 1)])
def test_the_vote_that_an_article_tells_of_is_none_of_the_past(date, published, told):
    assert len(story(article(tally(subject=None, date=date), published=published)).scenes) == told


def test_two_texts_of_one_day_on_the_rights_of_two_countries_are_told_apart():
    about = "on a draft on the situation of human rights in {}"
    here, there, again = (about.format(name) for name in ("Fiji", "the Republic of Palau", "the island of Fiji"))
    assert len(story(article(tally(subject=here), tally(85, 30, 68, subject=there))).scenes) == 2
    alike = article(tally(subject=here), tally(85, 30, 68, subject=again))
    assert not story(alike).scenes
