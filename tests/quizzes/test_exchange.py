import pytest

from quizzes import exchange
from quizzes.authoring import drop
from quizzes.items import formats
from quizzes.items.formats import Citation, Entry, Imported, NotThisFormat, Skipped
from quizzes.library import MOST_ARTICLES, LibraryFull
from quizzes.models import Article, Question, Quiz
from tests.factories import NOON, ArticleFactory, QuestionFactory, TeacherFactory, quiz_of, tagged

pytestmark = pytest.mark.django_db
CITED = Citation("A vote", "The Daily", "2022-10-12", "It adopted the text by 143 votes to 5.")
ONE = Entry("single_choice", "How many?", ("3", "5"), [1], "So it says.", CITED)
NUMBER = Entry("number", "How many in favour?", (), {"value": 143, "tolerance": 0})


@pytest.fixture
def teacher():
    return TeacherFactory()


def take_in(teacher, *entries):
    return exchange.take_in(owner=teacher, title="Mine", imported=Imported(list(entries), []), now=NOON)


def test_what_came_in_goes_out_the_same(teacher):
    assert exchange.entries_of(take_in(teacher, ONE, NUMBER)) == [ONE, NUMBER]


@pytest.mark.parametrize("name", formats.FORMATS)
def test_a_quiz_survives_the_way_through_a_file(teacher, name):
    quiz = quiz_of(3, teacher)
    form = formats.FORMATS[name]
    back = take_in(teacher, *exchange.read_file(form.write(exchange.entries_of(quiz))).items)
    asked = list(quiz.questions.values_list("kind", "stem", "key"))
    assert list(back.questions.values_list("kind", "stem", "key")) == asked


def test_dropped_questions_stay_at_home(teacher):
    quiz = quiz_of(2, teacher)
    drop(question=quiz.questions.first())
    assert len(exchange.entries_of(quiz)) == 1
    assert {export.held for export in exchange.exports_of(quiz)} == {1}


def test_a_format_says_how_many_it_holds(teacher):
    held = {export.key: export.held for export in exchange.exports_of(take_in(teacher, ONE, NUMBER))}
    assert (held["gift"], held["aiken"], held["kahoot"]) == (2, 1, 1)


def test_a_source_that_is_not_here_comes_as_an_excerpt(teacher):
    other = Entry("single_choice", "And?", ("3", "5"), [0], "", Citation("A vote", "The Daily", "2022-10-12", "More."))
    take_in(teacher, ONE, other)
    article = Article.objects.get()
    assert (article.owner, article.title, article.publisher) == (teacher, "A vote", "The Daily")
    assert article.text == "It adopted the text by 143 votes to 5.\nMore."
    assert article.facts.exists()


def test_a_source_that_is_here_is_the_source(teacher):
    article = ArticleFactory(title="A vote", publisher="The Daily", text="So.\nIt adopted the text by 143\nvotes to 5.")
    quiz = take_in(teacher, ONE)
    assert quiz.questions.get().article == article
    assert Article.objects.count() == 1


def test_a_colleagues_article_is_not_touched(teacher):
    ArticleFactory(title="A vote", publisher="The Daily", text=CITED.sentence, owner=TeacherFactory())
    assert take_in(teacher, ONE).questions.get().article.owner == teacher


def test_without_a_source_there_is_no_article(teacher):
    question = take_in(teacher, NUMBER).questions.get()
    assert (question.article, question.sentence) == (None, "")
    assert not Article.objects.exists()


def test_a_date_that_is_none_is_left_out(teacher):
    take_in(teacher, Entry("true_false", "So?", ("True", "False"), [0], "", Citation("A", "", "last week", "So.")))
    assert Article.objects.get().published == ""


def test_a_full_library_takes_no_source_and_no_quiz(teacher):
    Article.objects.bulk_create(Article(owner=teacher, title="x", text="x") for _ in range(MOST_ARTICLES))
    with pytest.raises(LibraryFull):
        take_in(teacher, ONE)
    assert not Quiz.objects.exists()


def test_nothing_makes_no_quiz(teacher):
    with pytest.raises(exchange.NothingCameIn):
        exchange.take_in(owner=teacher, title="x", imported=Imported([], [Skipped("line", "1", "no")]), now=NOON)
    assert not Quiz.objects.exists()


def test_a_file_of_no_format_is_refused_with_the_readers_reason():
    with pytest.raises(exchange.Unreadable) as refused:
        exchange.read_file(b"\x89PNG\r\n\x1a\n")
    assert "UTF-8" in str(refused.value)
    assert isinstance(refused.value.__cause__, NotThisFormat)


def test_a_question_that_no_format_holds_does_not_stop_the_others(teacher):
    quiz = quiz_of(1, teacher)
    QuestionFactory(quiz=quiz, stem="x" * 5000)
    assert Question.objects.count() == 2
    assert len(exchange.entries_of(quiz)) == 1


@pytest.mark.parametrize("name", ["json", "csv", "xlsx", "moodle"])
def test_tags_travel_where_the_format_has_a_place_for_them(teacher, name):
    quiz = quiz_of(1, teacher)
    tagged(quiz.questions.get(), "peace", "un vote")
    file = formats.FORMATS[name].write(exchange.entries_of(quiz))
    back = take_in(teacher, *exchange.read_file(file).items).questions.get()
    assert [tag.name for tag in back.tags.all()] == ["peace", "un vote"]
