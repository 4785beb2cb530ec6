from datetime import timedelta

import pytest

from quizzes import authoring, items
from quizzes.authoring import Wording
from quizzes.models import Quiz, Rejection
from tests.factories import NOON, ArticleFactory, FactFactory, TeacherFactory, quiz_of, tagged
from tests.quizzes import writer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def simple_writer(monkeypatch):
    monkeypatch.setattr(items, "write", writer.write)


@pytest.fixture
def article():
    """An article with three facts, of which the third is a position tied to the second, a tally."""
    article = ArticleFactory()
    size = {"body": "General Assembly", "count": 193}
    FactFactory(article=article, number=0, start=0, kind="membership", values=size)
    FactFactory(article=article, number=1, start=10)
    FactFactory(
        article=article, number=2, start=20, kind="position", values={"member": "CHN", "vote": "no", "tally": 1}
    )
    return article


def written(article, owner=None, size=8, seed=0):
    return authoring.write_quiz(
        owner=owner or TeacherFactory(), title="A quiz", articles=[article], size=size, seed=seed, now=NOON
    )


def stems(quiz):
    return [question.stem for question in quiz.questions.asked()]


class TestWrite:
    def test_keeps_the_items_with_options_source_and_facts(self, article):
        quiz = written(article)
        first = quiz.questions.first()
        assert [question.position for question in quiz.questions.all()] == [0, 1, 2]
        assert [option.text for option in first.options.all()] == ["3", "5", "24", "35"]
        assert (first.key, first.article, first.start) == ([1], article, article.facts.first().start)
        assert first.sentence == article.facts.first().sentence
        assert list(first.facts.all()) == [article.facts.first()]

    def test_is_the_same_again_for_the_same_articles_size_and_seed(self, article):
        assert stems(written(article, seed=1)) == stems(written(article, seed=1))
        assert stems(written(article, seed=1)) != stems(written(article, seed=0))

    def test_writes_nothing_from_a_rejected_fact(self, article):
        owner = TeacherFactory()
        Rejection.objects.create(fact=article.facts.get(number=0), teacher=owner)
        assert len(stems(written(article, owner))) == 2
        assert len(stems(written(article))) == 3

    def test_a_position_keeps_its_tally_though_its_place_moved(self, article, monkeypatch):
        owner, seen = TeacherFactory(), []
        monkeypatch.setattr(
            items, "write", lambda articles, **rest: seen.append(articles) or writer.write(articles, **rest)
        )
        written(article, owner)
        Rejection.objects.create(fact=article.facts.get(number=0), teacher=owner)
        written(article, owner)
        Rejection.objects.create(fact=article.facts.get(number=1), teacher=owner)
        written(article, owner)
        assert [articles[0].findings[-1].values["tally"] for articles in seen] == [1, 0, None]

    def test_at_a_double_click_is_one(self, article):
        owner = TeacherFactory()
        first = written(article, owner)
        assert written(article, owner) == first
        assert written(article, owner, seed=1) != first
        assert written(article) != first
        later = NOON + timedelta(minutes=1)
        assert authoring.write_quiz(
            owner=owner, title=first.title, articles=[article], size=8, seed=0, now=later
        ) not in (first, None)

    def test_out_of_nothing_is_refused_and_leaves_nothing(self):
        with pytest.raises(authoring.NothingWritten):
            written(ArticleFactory())
        assert not Quiz.objects.exists()


class TestAnotherVersion:
    def test_replaces_the_questions_by_those_of_the_next_seed(self, article):
        quiz = written(article)
        authoring.rewrite(quiz=quiz)
        quiz.refresh_from_db()
        assert quiz.seed == 1
        assert stems(quiz) == stems(written(article, seed=1))

    def test_is_refused_where_it_would_lose_an_edit(self, article):
        quiz = written(article)
        quiz.questions.filter(position=0).update(edited=True)
        before = stems(quiz)
        with pytest.raises(authoring.EditedInside):
            authoring.rewrite(quiz=quiz)
        quiz.refresh_from_db()
        assert (quiz.seed, stems(quiz)) == (0, before)

    def test_as_a_new_quiz_leaves_the_old_one(self, article):
        quiz = written(article)
        before = stems(quiz)
        other = authoring.write_version(quiz=quiz, now=NOON)
        assert (other.owner, other.title, other.size, other.seed) == (quiz.owner, quiz.title, quiz.size, 1)
        assert stems(quiz) == before


class TestOrder:
    def test_drop_and_add_back_at_the_end(self):
        quiz = quiz_of(3)
        first, second, third = quiz.questions.all()
        authoring.drop(question=first)
        assert list(quiz.questions.asked()) == [second, third]
        authoring.add_back(question=first)
        assert list(quiz.questions.asked()) == [second, third, first]

    def test_adding_back_what_is_there_moves_nothing(self):
        quiz = quiz_of(2)
        before = list(quiz.questions.all())
        authoring.add_back(question=before[0])
        assert list(quiz.questions.asked()) == before

    @pytest.mark.parametrize(
        ("place", "up", "order"), [(1, True, "bac"), (1, False, "acb"), (0, True, "abc"), (2, False, "abc")]
    )
    def test_move(self, place, up, order):
        quiz = quiz_of(3)
        questions = list(quiz.questions.all())
        authoring.move(question=questions[place], up=up)
        assert [questions.index(question) for question in quiz.questions.asked()] == ["abc".index(c) for c in order]

    def test_move_passes_over_what_is_not_asked(self):
        quiz = quiz_of(3)
        first, second, third = quiz.questions.all()
        authoring.drop(question=second)
        authoring.move(question=third, up=True)
        assert list(quiz.questions.asked()) == [third, first]

    def test_moving_what_was_dropped_changes_nothing(self):
        quiz = quiz_of(2)
        first, second = quiz.questions.all()
        authoring.drop(question=first)
        authoring.move(question=first, up=False)
        assert list(quiz.questions.asked()) == [second]


def test_edit_replaces_the_wording_and_keeps_the_source():
    question = quiz_of(1).questions.get()
    before = (question.article, question.start, question.end, question.sentence)
    authoring.edit(question=question, wording=Wording("New?", ("x", "y"), [1], "Why."))
    question.refresh_from_db()
    assert (question.stem, question.key, question.explanation, question.edited) == ("New?", [1], "Why.", True)
    assert [option.text for option in question.options.all()] == ["x", "y"]
    assert (question.article, question.start, question.end, question.sentence) == before


def test_rename():
    quiz = quiz_of(1)
    authoring.rename(quiz=quiz, title="Another")
    quiz.refresh_from_db()
    assert quiz.title == "Another"


class TestAdd:
    WORDING = Wording("Who said it?", (), {"accepted": ["Blinken"]}, "So it says.", tags=("people",))

    def test_stands_at_the_end_as_the_teachers_own(self):
        quiz = quiz_of(2)
        question = authoring.add(quiz=quiz, kind="short_text", wording=self.WORDING)
        assert list(quiz.questions.asked())[-1] == question
        assert (question.kind, question.article, question.edited) == ("short_text", None, True)
        assert [tag.name for tag in question.tags.all()] == ["people"]

    def test_with_lines(self):
        wording = Wording("How?", ("Chad", "Chile"), [1, 0], "", matches=("For", "Against"))
        question = authoring.add(quiz=quiz_of(0), kind="match", wording=wording)
        assert ([option.text for option in question.options.all()], question.matches) == (
            ["Chad", "Chile"],
            ["For", "Against"],
        )

    def test_a_double_click_is_one(self):
        quiz = quiz_of(0)
        one, two = (authoring.add(quiz=quiz, kind="short_text", wording=self.WORDING) for _ in range(2))
        assert one == two

    def test_into_a_full_quiz_is_refused(self):
        quiz = quiz_of(authoring.LARGEST)
        with pytest.raises(authoring.QuizFull):
            authoring.add(quiz=quiz, kind="short_text", wording=self.WORDING)
        assert quiz.questions.count() == authoring.LARGEST


def test_an_edit_replaces_the_tags():
    question = tagged(quiz_of(1).questions.get(), "old")
    authoring.edit(question=question, wording=Wording("New?", ("x", "y"), [1], "", tags=("new",)))
    assert [tag.name for tag in question.tags.all()] == ["new"]
