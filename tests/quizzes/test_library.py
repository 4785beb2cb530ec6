import pytest

from quizzes import correcting, library
from quizzes.models import Article, Fact, Question, Rejection
from tests.factories import QuestionFactory, TeacherFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "The 193-member General Assembly adopted the text on 12 October 2022. "
    "The vote was 143-5, with 35 abstentions.\n\nRussia had vetoed a similar one in the Security Council."
)


def add(owner=None, text=TEXT, published="2022-10-12"):
    owner = owner or TeacherFactory()
    return library.add_article(owner=owner, title="A vote", publisher="The Daily", published=published, text=text)


class TestAdd:
    def test_keeps_the_text_as_it_is_and_reads_its_facts(self):
        text = "  " + TEXT + " \n"
        article = add(text=text)
        article.refresh_from_db()
        assert article.text == text
        assert {"membership", "tally", "veto"} <= set(article.facts.values_list("kind", flat=True))

    def test_every_fact_points_at_its_words(self):
        article = add()
        for fact in article.facts.all():
            assert 0 <= fact.start < fact.end <= len(article.text)
            assert fact.sentence in article.text

    def test_the_numbers_are_the_places_in_the_text(self):
        facts = list(add().facts.all())
        assert [fact.number for fact in facts] == list(range(len(facts)))

    def test_a_text_without_facts_is_kept_too(self):
        assert not add(text="Nothing happened.").facts.exists()

    @pytest.mark.parametrize("published", ["", "2022-10", "2022"])
    def test_from_less_than_a_day_no_date_is_guessed(self, published):
        article = add(text="The Assembly voted 143-5 with 35 abstentions on Wednesday.", published=published)
        assert {fact.values.get("date") for fact in article.facts.filter(kind="tally")} == {None}

    @pytest.mark.parametrize(("typed", "kept"), [("", "2022-10-13"), ("2022-10-14", "2022-10-14")])
    def test_takes_the_date_that_the_text_shows_where_none_is_typed(self, typed, kept):
        assert add(text="13 October 2022\n\n" + TEXT, published=typed).published == kept

    def test_twice_is_once(self):
        owner = TeacherFactory()
        assert add(owner) == add(owner)
        assert add() != add(owner)
        assert owner.articles.count() == 1

    def test_stops_at_a_full_shelf(self, monkeypatch):
        monkeypatch.setattr(library, "MOST_ARTICLES", 1)
        owner = TeacherFactory()
        add(owner)
        with pytest.raises(library.LibraryFull):
            add(owner, text=TEXT + " More.")
        assert Article.objects.count() == 1


class TestReadAgain:
    def test_changes_nothing_where_nothing_changed(self):
        article = add()
        before = list(article.facts.values())
        library.read_facts(article=article)
        assert list(article.facts.values()) == before

    def test_keeps_what_is_found_again_with_its_rejections_and_questions(self):
        article = add()
        tally = article.facts.get(kind="tally")
        Rejection.objects.create(fact=tally, teacher=article.owner)
        QuestionFactory(article=article).facts.add(tally)
        article.text = TEXT.replace("Russia had vetoed a similar one in the Security Council.", "")
        library.read_facts(article=article)
        assert not article.facts.filter(kind="veto").exists()
        assert article.facts.get(kind="tally") == tally
        assert tally.rejections.exists()
        assert tally.questions.exists()


class TestJudge:
    def test_a_rejection_is_of_one_teacher_and_taken_back(self):
        fact = add().facts.first()
        one, other = TeacherFactory(), TeacherFactory()
        for _click in range(2):
            library.reject(fact=fact, teacher=one)
        assert fact not in Fact.objects.kept_by(one)
        assert fact in Fact.objects.kept_by(other)
        for _click in range(2):
            library.restore(fact=fact, teacher=one)
        assert fact in Fact.objects.kept_by(one)

    def test_its_questions_follow_and_come_back(self):
        fact = add().facts.first()
        question = QuestionFactory(article=fact.article)
        question.facts.add(fact)
        library.reject(fact=fact, teacher=question.quiz.owner)
        assert not Question.objects.asked().exists()
        library.restore(fact=fact, teacher=question.quiz.owner)
        assert Question.objects.asked().get() == question

    def test_another_teachers_rejection_leaves_them(self):
        fact = add().facts.first()
        question = QuestionFactory(article=fact.article)
        question.facts.add(fact)
        library.reject(fact=fact, teacher=TeacherFactory())
        assert Question.objects.asked().get() == question


class TestEdit:
    TEXT = (
        "The General Assembly voted on Wednesday. It adopted the text on ports by 143 votes to 5, with 35 abstentions."
    )

    @pytest.fixture
    def article(self):
        return add(text=self.TEXT, published="2022-10-13")

    def date(self, article, published, **told):
        told = {"title": "A vote", "publisher": "The Daily", "link": "", **told}
        library.edit_article(article=article, published=published, **told)
        article.refresh_from_db()

    def tally(self, article):
        return article.facts.found().get(kind="tally")

    def test_without_another_date_every_fact_stays_as_it_is(self, article):
        before = list(article.facts.values())
        self.date(article, "2022-10-13", title="Another", link="https://x.example/")
        assert list(article.facts.values()) == before
        assert (article.title, article.link) == ("Another", "https://x.example/")

    def test_with_another_date_the_days_are_others(self, article):
        assert self.tally(article).values["date"] == "2022-10-12"
        self.date(article, "2022-11-03")
        assert self.tally(article).values["date"] == "2022-11-02"
        assert article.published == "2022-11-03"

    def test_without_a_date_the_text_is_searched_for_one(self):
        article = add(text="13 October 2022\n\n" + self.TEXT, published="2022-11-03")
        self.date(article, "")
        assert article.published == "2022-10-13"
        assert self.tally(article).values["date"] == "2022-10-12"

    def test_what_was_rejected_stays_so_with_its_questions(self, article):
        question = QuestionFactory(article=article, quiz__owner=article.owner)
        question.facts.add(self.tally(article))
        library.reject(fact=self.tally(article), teacher=article.owner)
        self.date(article, "2022-11-03")
        assert self.tally(article).values["date"] == "2022-11-02"
        assert self.tally(article) not in article.facts.kept_by(article.owner)
        assert not Question.objects.asked().exists()
        library.restore(fact=self.tally(article), teacher=article.owner)
        assert Question.objects.asked().get() == question

    def test_what_was_kept_stays_so(self, article):
        self.date(article, "2022-11-03")
        assert not Rejection.objects.exists()

    def test_what_was_corrected_stays_so(self, article):
        values = {**self.tally(article).values, "yes": 142}
        mine = correcting.correct(fact=self.tally(article), teacher=article.owner, values=values)
        self.date(article, "2022-11-03")
        mine.refresh_from_db()
        assert (mine.values, mine.stands_for) == (values, self.tally(article))
        assert list(article.facts.kept_by(article.owner).filter(kind="tally")) == [mine]


class TestDelete:
    def test_takes_the_facts_with_it(self):
        library.delete_article(article=add())
        assert not Article.objects.exists()
        assert not Fact.objects.exists()

    def test_is_refused_while_questions_rest_on_it(self):
        article = add()
        QuestionFactory(article=article)
        with pytest.raises(library.InUse):
            library.delete_article(article=article)
        assert Article.objects.get() == article
