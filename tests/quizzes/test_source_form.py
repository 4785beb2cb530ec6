import pytest
from django.http import QueryDict

from quizzes.authoring import NO_SOURCE
from quizzes.source_form import SourceForm
from tests.factories import ArticleFactory, QuestionFactory, TeacherFactory

pytestmark = pytest.mark.django_db


def sent(article, words):
    data = QueryDict(mutable=True)
    data.update({"article": (article and article.pk) or "", "words": words})
    return data


@pytest.fixture
def article():
    return ArticleFactory(owner=TeacherFactory())


def form(article, words, cited=True):
    return SourceForm(article.owner, data=sent(article if cited else None, words))


def test_words_of_an_article_with_their_sentence(article):
    filled = form(article, "143 votes to 5")
    assert filled.is_valid()
    cited = filled.cited
    assert (cited.article, article.text[cited.start : cited.end]) == (article, "143 votes to 5")
    assert cited.sentence == "It adopted the text by 143 votes to 5, with 35 abstentions."


def test_none_for_a_new_question_stays_none(article):
    empty = form(article, " ", cited=False)
    assert empty.is_valid()
    assert empty.cited is None


@pytest.mark.parametrize(
    ("words", "cited", "field", "says"),
    [
        ("144 votes", True, "words", "do not stand"),
        (".", True, "words", "more than once"),
        ("", True, "words", "Copy the words"),
        ("143 votes", False, "article", "Choose the article"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(article, words, cited, field, says):
    wrong = form(article, words, cited=cited)
    assert not wrong.is_valid()
    assert says in str(wrong.errors[field])


def test_begins_with_the_source_that_a_question_has(article):
    question = QuestionFactory(article=article, start=42, end=56)
    shown = SourceForm(article.owner, question)
    assert (shown["article"].value(), shown["words"].value()) == (article.pk, "143 votes to 5")


def test_a_source_can_be_taken_away_and_one_that_stays_is_not_looked_for(article):
    question = QuestionFactory(article=article, start=42, end=56)
    stays, gone = (
        SourceForm(article.owner, question, data) for data in (sent(article, "143 votes to 5"), sent(None, ""))
    )
    assert stays.is_valid()
    assert gone.is_valid()
    assert (stays.cited, gone.cited) == (None, NO_SOURCE)
