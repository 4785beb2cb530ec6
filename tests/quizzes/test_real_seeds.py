"""The briefs that come with unsim, from their files to a quiz."""

import pytest
from django.conf import settings

from quizzes import authoring, seeding, showing
from quizzes.comparing import disputes_for
from quizzes.drafts import draft_of
from quizzes.models import Article, Fact, Rejection
from tests.factories import NOON, TeacherFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seeds():
    seeding.load(settings.SEEDS_DIR / "articles")


def write(owner=None, size=8, seed=0):
    articles = list(Article.objects.seeds())
    return authoring.write_quiz(
        owner=owner or TeacherFactory(), title="A quiz", articles=articles, size=size, seed=seed, now=NOON
    )


def stems(quiz):
    return [question.stem for question in quiz.questions.asked()]


def test_there_are_five_with_facts_at_their_places():
    assert Article.objects.count() == 5
    for fact in Fact.objects.select_related("article"):
        assert fact.article.text[fact.start : fact.end].strip()
        assert fact.sentence in fact.article.text


def test_the_two_dates_of_the_veto_are_shown_as_a_disagreement():
    told = {one.what: {telling.words for telling in one.tellings} for one in disputes_for(TeacherFactory())}
    assert told["Veto · Russia · date"] == {"29 September 2022", "30 September 2022"}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", [5, 8])
def test_a_quiz_has_its_questions_each_with_a_marked_source_and_without_flaws(size, seed):
    draft = draft_of(write(size=size, seed=seed))
    assert len(draft.asked) == size
    for asked in draft.asked:
        assert asked.right
        assert all(source.marked for source in asked.sources)
        assert asked.flaws == ()


def test_the_same_seed_gives_the_same_questions_and_the_next_others():
    assert stems(write()) == stems(write())
    assert set(stems(write())) != set(stems(write(seed=1)))


def test_nothing_is_asked_of_what_the_teacher_rejected():
    owner = TeacherFactory()
    for fact in Fact.objects.filter(kind="tally"):
        Rejection.objects.create(fact=fact, teacher=owner)
    quiz = write(owner, size=20)
    assert quiz.questions.exists()
    assert not quiz.questions.filter(facts__kind="tally").exists()


def test_every_question_fits_the_projector_page():
    for question in write(size=40).questions.all():
        assert showing.asked(question).fit in ("", "dense")
