import pytest

from quizzes import authoring, correcting, library
from quizzes.findings import findings_of
from quizzes.items.passages import find_passage
from quizzes.models import Fact, Question, Rejection
from tests.factories import NOON, ArticleFactory, FactFactory, QuestionFactory, TeacherFactory, tally_values

pytestmark = pytest.mark.django_db
OTHER = tally_values(yes=142)


@pytest.fixture
def fact():
    return FactFactory(number=0)


@pytest.fixture
def teacher():
    return TeacherFactory()


def kept(fact, teacher):
    return list(fact.article.facts.kept_by(teacher))


def add(article, teacher, words="The hall was full", kind="event", **values):
    values = values or {"date": "2022-10-12", "what": "the hall was full"}
    passage = find_passage(article.text, words)
    return correcting.add_fact(article=article, teacher=teacher, kind=kind, values=values, passage=passage)


class TestCorrect:
    def test_is_used_in_the_place_of_what_was_found(self, fact, teacher):
        mine = correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        assert kept(fact, teacher) == [mine]
        assert (mine.values, mine.number, mine.start, mine.end) == (OTHER, fact.number, fact.start, fact.end)
        assert (mine.sentence, mine.rule) == (fact.sentence, "corrected")

    def test_changes_nothing_for_others(self, fact, teacher):
        correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        assert kept(fact, TeacherFactory()) == [fact]
        assert list(fact.article.facts.visible_to(TeacherFactory())) == [fact]

    def test_twice_is_once(self, fact, teacher):
        first = correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        assert correcting.correct(fact=fact, teacher=teacher, values=OTHER) == first
        assert Fact.objects.count() == 2

    def test_without_a_change_is_none(self, fact, teacher):
        assert correcting.correct(fact=fact, teacher=teacher, values=tally_values()) == fact
        assert not Rejection.objects.exists()

    def test_again_changes_the_correction_that_nothing_rests_on(self, fact, teacher):
        mine = correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        again = correcting.correct(fact=mine, teacher=teacher, values=tally_values(yes=141))
        assert again == mine
        assert kept(fact, teacher)[0].values["yes"] == 141

    def test_again_keeps_the_one_that_questions_rest_on_out_of_use(self, fact, teacher):
        mine = correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        question = QuestionFactory(article=fact.article, quiz__owner=teacher)
        question.facts.add(mine)
        again = correcting.correct(fact=mine, teacher=teacher, values=tally_values(yes=141))
        assert kept(fact, teacher) == [again]
        assert again.stands_for == fact
        assert not Question.objects.asked().exists()

    def test_back_to_an_earlier_correction_is_that_one(self, fact, teacher):
        mine = correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        library.restore(fact=fact, teacher=teacher)
        assert kept(fact, teacher) == [fact]
        assert correcting.correct(fact=fact, teacher=teacher, values=OTHER) == mine
        assert kept(fact, teacher) == [mine]

    def test_the_questions_on_the_old_fact_are_asked_no_more(self, fact, teacher):
        question = QuestionFactory(article=fact.article, quiz__owner=teacher)
        question.facts.add(fact)
        correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        assert not Question.objects.asked().exists()
        library.restore(fact=fact, teacher=teacher)
        assert Question.objects.asked().get() == question

    def test_a_restored_correction_takes_the_place_again(self, fact, teacher):
        mine = correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        library.restore(fact=fact, teacher=teacher)
        library.restore(fact=mine, teacher=teacher)
        assert kept(fact, teacher) == [mine]

    def test_a_position_stays_with_its_corrected_vote(self, fact, teacher):
        FactFactory(
            article=fact.article, number=1, start=80, end=90, kind="position",
            values={"member": "BLR", "vote": "no", "tally": 0},
        )  # fmt: skip
        correcting.correct(fact=fact, teacher=teacher, values=OTHER)
        tally, position = findings_of(kept(fact, teacher))
        assert (tally.values["yes"], position.values["tally"]) == (142, 0)


class TestAdd:
    def test_stands_in_the_words_with_their_sentence(self, fact, teacher):
        mine = add(fact.article, teacher)
        assert fact.article.text[mine.start : mine.end] == "The hall was full"
        assert (mine.sentence, mine.rule, mine.owner) == ("The hall was full.", "added", teacher)
        assert mine.number == fact.number + 1

    def test_comes_where_it_stands_in_the_text(self, fact, teacher):
        mine = add(fact.article, teacher)
        assert kept(fact, teacher) == [mine, fact]

    def test_is_ones_own(self, fact, teacher):
        add(fact.article, teacher)
        assert kept(fact, TeacherFactory()) == [fact]

    def test_twice_is_once(self, fact, teacher):
        assert add(fact.article, teacher) == add(fact.article, teacher)

    def test_is_first_in_an_article_without_facts(self, teacher):
        assert add(ArticleFactory(), teacher).number == 0

    def test_a_vote_can_be_tied_to_it(self, fact, teacher):
        tally = add(fact.article, teacher, "full", "tally", **tally_values(yes=10, no=2, abstain=1))
        add(fact.article, teacher, "Then it rose", "position", member="BLR", vote="no", tally=tally.number)
        first, _found, position = findings_of(kept(fact, teacher))
        assert first.values["yes"] == 10
        assert position.values["tally"] == 0

    @pytest.mark.parametrize("act", ["add", "correct"])
    def test_many_are_refused(self, fact, teacher, monkeypatch, act):
        monkeypatch.setattr(correcting, "MOST_FACTS", 0)
        acts = {
            "add": lambda: add(fact.article, teacher),
            "correct": lambda: correcting.correct(fact=fact, teacher=teacher, values=OTHER),
        }
        with pytest.raises(correcting.TooManyFacts):
            acts[act]()


class TestWriting:
    TEXT = "On 12 October 2022 the General Assembly adopted a text on Ukraine by 143 votes to 5, with 35 abstentions."

    def write(self, article, teacher):
        quiz = authoring.write_quiz(owner=teacher, title="Q", articles=[article], size=10, seed=0, now=NOON)
        return quiz.questions.asked()

    def test_questions_come_from_the_corrected_fact_with_its_sentence(self, teacher):
        article = library.add_article(owner=teacher, title="T", publisher="", published="2022-10-13", text=self.TEXT)
        found = article.facts.get(kind="tally")
        mine = correcting.correct(fact=found, teacher=teacher, values={**found.values, "yes": 144})
        asked = self.write(article, teacher).filter(facts=mine)
        assert asked
        assert all(question.sentence == self.TEXT for question in asked)
        numbers = [question.key["value"] for question in asked if question.kind == "number"]
        assert 143 not in numbers
        assert not self.write(article, teacher).filter(facts=found)

    def test_questions_come_from_an_added_fact(self, teacher):
        article = ArticleFactory(owner=teacher, slug="", text=self.TEXT)
        mine = add(article, teacher, "143 votes to 5", "tally", **tally_values(date="2022-10-12", subject="on Ukraine"))
        assert self.write(article, teacher).filter(facts=mine)


class TestReadAgain:
    TEXT = "The General Assembly adopted it, 143-5 with 35 abstentions. Belarus voted against."

    @pytest.fixture
    def article(self, teacher):
        return library.add_article(owner=teacher, title="T", publisher="", published="2022-10-12", text=self.TEXT)

    def test_changes_nothing_where_nothing_changed(self, article, teacher):
        correcting.correct(fact=article.facts.get(kind="tally"), teacher=teacher, values=OTHER)
        add(article, teacher, "Belarus")
        before = list(article.facts.values())
        library.read_facts(article=article)
        assert list(article.facts.values()) == before

    def test_own_facts_and_their_ties_follow_the_findings(self, article, teacher):
        tally = article.facts.get(kind="tally")
        mine = correcting.correct(fact=tally, teacher=teacher, values=OTHER)
        added = add(article, teacher, "Belarus", "position", member="BLR", vote="no", tally=mine.number)
        article.text = "The 193-member General Assembly met on 12 October 2022. " + article.text
        shift = len(article.text) - len(self.TEXT)
        article.facts.update(start=shift, end=shift + 1)  # whatever: only the numbers are looked at
        library.read_facts(article=article)
        found = article.facts.found()
        assert sorted(found.values_list("number", flat=True)) == list(range(found.count()))
        mine.refresh_from_db()
        added.refresh_from_db()
        assert added.number >= found.count() or added.number == mine.number
        assert added.values["tally"] == mine.number

    def test_words_that_are_read_otherwise_now_stay_corrected(self, article, teacher):
        tally = article.facts.get(kind="tally")
        mine = correcting.correct(fact=tally, teacher=teacher, values=OTHER)
        Fact.objects.filter(pk=tally.pk).update(values=tally_values(yes=1))  # as an older reading had it
        library.read_facts(article=article)
        mine.refresh_from_db()
        assert mine.stands_for == article.facts.found().get(kind="tally") != tally
        assert list(article.facts.kept_by(teacher).filter(kind="tally")) == [mine]

    def test_a_correction_of_what_is_found_no_more_stands_alone(self, article, teacher):
        mine = correcting.correct(fact=article.facts.get(kind="tally"), teacher=teacher, values=OTHER)
        article.text = "Nothing happened."
        library.read_facts(article=article)
        mine.refresh_from_db()
        assert (mine.stands_for, mine.number) == (None, 0)
        assert list(article.facts.kept_by(teacher)) == [mine]
