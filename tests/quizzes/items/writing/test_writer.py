from datetime import date
from pathlib import Path

import pytest

from quizzes.items import Article, flaws, flaws_of_quiz, read
from quizzes.items.writing import write
from unsim.seedfile import read_front_matter

BRIEFS = sorted((Path(__file__).resolve().parents[4] / "seeds" / "articles").glob("*.md"))


@pytest.fixture(scope="module")
def briefs():
    return [_article(path) for path in BRIEFS]


def _article(path):
    matter = read_front_matter(path)
    published = matter.fields["published"]
    day = date.fromisoformat(published) if len(published) == 10 else None
    return Article(
        matter.fields["title"], matter.body, matter.fields["publisher"], published, tuple(read(matter.body, day))
    )


@pytest.mark.parametrize("count", [8, 20])
@pytest.mark.parametrize("seed", range(6))
def test_the_briefs_give_a_full_quiz_of_all_articles(briefs, count, seed):
    items = write(briefs, count=count, seed=seed)
    assert len(items) == count
    assert {item.source.article for item in items} == set(range(5))
    assert flaws_of_quiz(items) == []
    assert all(flaws(item) == [] for item in items)


@pytest.mark.parametrize("seed", range(6))
def test_a_quiz_of_the_briefs_is_varied(briefs, seed):
    items = write(briefs, count=8, seed=seed)
    kinds = [item.kind for item in items]
    assert len({item.stem.split()[0] for item in items}) >= 4
    assert kinds.count("true_false") <= 2
    assert len(set(kinds)) >= 2


def test_the_fact_stands_where_the_source_says(briefs):
    for item in write(briefs, count=20, seed=1):
        text = briefs[item.source.article].text
        sentence = text.find(item.source.sentence)
        assert sentence <= item.source.start < item.source.end <= sentence + len(item.source.sentence)


def test_another_seed_is_another_version(briefs):
    versions = {tuple(item.stem for item in write(briefs, count=8, seed=seed)) for seed in range(10)}
    assert len(versions) == 10


def test_keys_are_spread(briefs):
    for seed in range(10):
        places = [i.key[0] for i in write(briefs, count=20, seed=seed) if i.kind == "single_choice"]
        assert max(places.count(place) for place in set(places)) <= len(places) / 2


@pytest.mark.parametrize(("brief", "fewest"), [(0, 5), (1, 3), (2, 9), (3, 10), (4, 2)])
def test_every_version_of_a_short_article_has_about_as_many_questions_as_it_gives(briefs, brief, fewest):
    """What is chosen first rules others out: one look alone finds four to six, or eight to ten."""
    found = {len(write([briefs[brief]], count=20, seed=seed)) for seed in range(8)}
    assert min(found) == fewest
    assert max(found) <= fewest + 2


def test_the_same_seed_is_the_same_quiz_where_there_are_too_few(briefs):
    assert write([briefs[0]], count=20, seed=3) == write([briefs[0]], count=20, seed=3)


def test_nothing_to_write_from():
    assert write([], count=8, seed=1) == []
    assert write([Article("", "")], count=8, seed=1) == []
