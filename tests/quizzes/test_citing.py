import pytest
from django.template.loader import render_to_string

from quizzes.citing import in_several_articles, sources_of
from tests.factories import ArticleFactory, FactFactory, QuestionFactory, number_question, tally_values

pytestmark = pytest.mark.django_db
TEXT = (
    "The text was adopted by 128 votes to 9, with 37 abstentions. Nineteen states took no part. "
    "Belarus, North Korea and Mali voted against. India abstained."
)
FIRST = TEXT[: TEXT.index(" Nineteen")]
AGAINST, ABSTAINED = "Belarus, North Korea and Mali voted against.", "India abstained."
COUNT = "128 votes to 9, with 37 abstentions"


@pytest.fixture
def article():
    return ArticleFactory(text=TEXT)


def place(words, sentence, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "sentence": sentence, **more}


def position(article, name, sentence=AGAINST):
    values = {"member": name[:3].upper(), "vote": "no", "tally": 0}
    return FactFactory(article=article, kind="position", values=values, **place(name, sentence))


def tally(article, sentence=FIRST, **figures):
    values = tally_values(yes=128, no=9, abstain=37, **figures)
    return FactFactory(article=article, values=values, **place(COUNT, sentence))


def marked(question):
    return [source.marked for source in sources_of(question)]


class TestOneSentence:
    def test_sets_the_fact_apart(self):
        (source,) = sources_of(QuestionFactory())
        parts = [(piece.text, piece.marked) for piece in source.pieces]
        assert parts == [
            ("It adopted the text by 143 votes to ", False),
            ("5", True),
            (", with 35 abstentions.", False),
        ]

    def test_takes_the_one_that_holds_the_place_where_it_stands_twice(self):
        article = ArticleFactory(text="It was 5. It was 5.")
        question = QuestionFactory(article=article, start=17, end=18, sentence="It was 5.")
        assert marked(question) == [("5",)]

    @pytest.mark.parametrize(("start", "end"), [(0, 3), (70, 90), (500, 510)])
    def test_marks_nothing_rather_than_the_wrong_words(self, start, end):
        (source,) = sources_of(QuestionFactory(start=start, end=end))
        assert [piece.text for piece in source.pieces] == [QuestionFactory().sentence]
        assert source.marked == ()

    def test_a_question_without_a_source_has_none(self):
        assert sources_of(QuestionFactory(article=None)) == ()

    def test_of_two_marks_in_one_place_the_questions_own_stays(self):
        question = QuestionFactory()
        question.facts.add(FactFactory(article=question.article))
        assert marked(question) == [("5",)]


class TestMembers:
    """Which of these voted against?"""

    @pytest.fixture
    def question(self, article):
        question = QuestionFactory(
            article=article,
            kind="multiple_choice",
            key=[0, 2],
            choices=("Belarus", "India", "Mali"),
            **place("Belarus", AGAINST),
        )
        question.facts.set([position(article, name) for name in ("Belarus", "Mali")])
        return question

    def test_each_right_one_is_marked(self, question):
        (source,) = sources_of(question)
        assert source.marked == ("Belarus", "Mali")
        assert "".join(piece.text for piece in source.pieces) == AGAINST

    def test_the_count_of_the_vote_is_not_where_it_stands(self, question, article):
        question.facts.add(tally(article))
        assert marked(question) == [("Belarus", "Mali")]

    def test_nor_is_it_in_another_article(self, question):
        question.facts.add(FactFactory())
        assert marked(question) == [("Belarus", "Mali")]

    def test_lines_that_stand_in_several_sentences_are_several_passages(self, question, article):
        question.kind, question.matches = "match", ["Against", "Abstained"]
        question.facts.add(position(article, "India", ABSTAINED))
        assert marked(question) == [("Belarus", "Mali"), ("India",)]


class TestFigures:
    SENTENCES = TEXT[: TEXT.index(" Belarus")]

    def asked(self, article, options, key, **figures):
        question = QuestionFactory(article=article, choices=options, key=key, **place(COUNT, self.SENTENCES))
        question.facts.add(tally(article, self.SENTENCES, **figures))
        return question

    def test_the_count_where_it_holds_the_answer(self, article):
        assert marked(self.asked(article, ("5", "9"), [1], absent=19)) == [(COUNT,)]

    def test_the_number_where_it_stands_beside_the_count(self, article):
        assert marked(self.asked(article, ("9", "19"), [1], absent=19)) == [("Nineteen",)]

    def test_a_number_that_is_none_of_the_vote(self, article):
        """It follows from the others, and what reads the same may be a day."""
        assert marked(self.asked(article, ("9", "19"), [1])) == [(COUNT,)]

    def test_a_number_that_is_typed(self, article):
        question = number_question(article=article, **place(COUNT, self.SENTENCES))
        question.key = {"value": 19, "tolerance": 0}
        question.facts.add(tally(article, self.SENTENCES, absent=19))
        assert marked(question) == [("Nineteen",)]


class TestSeveralArticles:
    def test_the_sentences_of_other_articles_are_shown_too(self):
        question = QuestionFactory()
        here, there = FactFactory(article=question.article), FactFactory()
        question.facts.set([here, there])
        first, second = sources_of(question)
        assert (first.article, second.article) == (question.article, there.article)
        assert second.marked == ("143 votes to 5, with 35 abstentions",)

    def test_it_is_said_only_where_they_are_several(self, article):
        question = QuestionFactory(article=article, kind="match", **place("Belarus", AGAINST))
        question.facts.add(position(article, "India", ABSTAINED))
        here = sources_of(question)
        question.facts.add(position(ArticleFactory(text=TEXT), "Mali"))
        both = sources_of(question)
        assert (len(here), len(both)) == (2, 3)
        assert (in_several_articles(here), in_several_articles(both), in_several_articles(())) == (False, True, False)
        shown = [render_to_string("quizzes/source.html", {"sources": told, "titled": True}) for told in (here, both)]
        assert ["in several articles" in page for page in shown] == [False, True]
        assert "<mark>India</mark> abstained." in shown[0]
