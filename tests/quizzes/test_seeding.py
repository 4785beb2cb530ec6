import pytest

from quizzes import seeding
from quizzes.models import Article, Fact, Rejection
from tests.factories import TeacherFactory
from unsim.seedfile import BadSeed

pytestmark = pytest.mark.django_db

BRIEF = """---
title: The Assembly votes
publisher: The Daily
published: 2022-10-12
source_title: A vote at the UN
---
The vote was 143-5, with 35 abstentions.

China abstained.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "assembly-votes.md").write_text(BRIEF)
    return tmp_path


def everything():
    return list(Article.objects.values()), list(Fact.objects.values())


def test_loads_the_brief_with_its_facts(folder):
    seeding.load(folder)
    article = Article.objects.get()
    assert (article.slug, article.title, article.publisher) == ("assembly-votes", "The Assembly votes", "The Daily")
    assert (article.published, article.source_title) == ("2022-10-12", "A vote at the UN")
    assert article.owner is None
    assert article.text == "The vote was 143-5, with 35 abstentions.\n\nChina abstained."
    assert "tally" in article.facts.values_list("kind", flat=True)


def test_loading_twice_changes_nothing(folder):
    seeding.load(folder)
    before = everything()
    seeding.load(folder)
    assert everything() == before


def test_a_mended_brief_is_taken_and_rejections_stay(folder):
    seeding.load(folder)
    fact = Fact.objects.filter(kind="tally").get()
    Rejection.objects.create(fact=fact, teacher=TeacherFactory())
    (folder / "assembly-votes.md").write_text(BRIEF.replace("China abstained.", "Nobody spoke."))
    seeding.load(folder)
    assert "Nobody spoke." in Article.objects.get().text
    assert Rejection.objects.get().fact == fact


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("a.md", BRIEF.replace("publisher: The Daily\n", ""), 1, "publisher is missing"),
        ("a.md", BRIEF.replace("title: The Assembly votes", "title:"), 2, "title is empty"),
        ("a.md", BRIEF.replace("2022-10-12", "October"), 4, "published must be a date"),
        ("a.md", BRIEF.replace("source_title", "author: X\nsource_title"), 5, "author is not known"),
        ("a.md", BRIEF.replace("The Daily", "D" * 121), 3, "longer than 120"),
        ("a.md", BRIEF.split("---\n")[0] + "---\n" + BRIEF.split("---\n")[1] + "---\n", 6, "no text"),
        ("a.md", BRIEF.removeprefix("---\n"), 1, "first line"),
        ("Not A Slug.md", BRIEF, 1, "name of the file"),
    ],
)
def test_a_bad_one_is_told_by_file_and_line_and_nothing_is_loaded(tmp_path, name, text, line, says):
    (tmp_path / "0-good.md").write_text(BRIEF)
    (tmp_path / name).write_text(text)
    with pytest.raises(BadSeed, match=says) as bad:
        seeding.load(tmp_path)
    assert (bad.value.path.name, bad.value.line) == (name, line)
    assert not Article.objects.exists()


@pytest.mark.parametrize("published", ["", "2022", "2022-10", "2022-09-26/2022-10-02"])
def test_a_date_may_be_less_than_a_day(folder, published):
    (folder / "assembly-votes.md").write_text(BRIEF.replace("2022-10-12", published))
    seeding.load(folder)
    assert Article.objects.get().published == published
