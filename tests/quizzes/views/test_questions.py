import pytest

from quizzes.models import Option, Question, Run
from tests.factories import ArticleFactory, FactFactory, QuestionFactory, TeacherFactory, number_question, quiz_of

pytestmark = pytest.mark.django_db
NOT_TEACHERS = ["delegate", "other_delegate", "projector", "stranger"]
NUMBER = {"stem": "How many?", "value": "143", "tolerance": "0"}
SENTENCE = "It adopted the text by 143 votes to 5, with 35 abstentions."
WORDING = {"stem": "New?", "explanation": "", "option_0": "1", "option_1": "2", "right": "1"}


@pytest.fixture
def quiz(cast):
    return quiz_of(3, cast.room.owner)


def quiz_url(quiz, act=""):
    return f"/teach/quizzes/{quiz.pk}/{act}{'/' if act else ''}"


def question_url(quiz):
    return f"/teach/questions/{quiz.questions.first().pk}/"


def stored():
    return list(Question.objects.values()), list(Option.objects.values())


class TestEdit:
    def test_saves_and_comes_back(self, cast, quiz):
        answer = cast.teacher.post(question_url(quiz), WORDING)
        edited = quiz.questions.first()
        assert answer.url == f"{quiz_url(quiz)}#q-{edited.pk}"
        assert (edited.stem, edited.key, edited.edited) == ("New?", [1], True)
        assert b"edited" in cast.teacher.get(answer.url).content

    def test_an_error_stands_at_its_field_and_nothing_is_saved(self, cast, quiz):
        before = stored()
        answer = cast.teacher.post(question_url(quiz), WORDING | {"stem": "", "option_0": "2"})
        assert answer.status_code == 422
        assert b"twice" in answer.content
        assert b"This was not saved" in answer.content
        assert stored() == before

    @pytest.mark.parametrize(
        ("kind", "key", "says"),
        [
            ("single_choice", [1], 'type="radio" id="right-1" name="right" value="1" checked'),
            ("multiple_choice", [1, 2], 'type="checkbox" id="right-2" name="right" value="2" checked'),
            ("number", {"value": 143, "tolerance": 2}, 'name="value" value="143"'),
        ],
    )
    def test_shows_the_fields_of_the_kind(self, cast, quiz, kind, key, says):
        question = QuestionFactory(quiz=quiz, kind=kind, key=key)
        assert says in cast.teacher.get(f"/teach/questions/{question.pk}/").content.decode()

    def test_a_key_that_contradicts_its_fact_is_kept_and_said(self, cast, quiz):
        question = number_question(quiz=quiz, stem="How many members voted in favour?")
        question.facts.add(FactFactory(article=question.article))
        url, said = f"/teach/questions/{question.pk}/", "The article says 143; the key says 140."
        assert said not in cast.teacher.get(url).content.decode()
        sent = {"stem": question.stem, "value": "140", "tolerance": "0"}
        answer = cast.teacher.post(url, sent)
        question.refresh_from_db()
        assert question.key["value"] == 140
        for page in (answer.url, url):
            assert said in cast.teacher.get(page).content.decode()
        cast.teacher.post(url, sent | {"value": "143"})
        for page in (answer.url, url):
            assert said not in cast.teacher.get(page).content.decode()

    def test_of_an_edition_that_a_class_sat_is_not_found(self, cast, quiz):
        cast.teacher.post(f"/rooms/{cast.room.code}/runs/new/", {"quiz": quiz.pk, "paced": "teacher"})
        sat = Run.objects.get().quiz
        assert cast.teacher.post(question_url(sat), WORDING).status_code == 404
        assert cast.teacher.get(quiz_url(sat)).status_code == 404

    def test_a_source_that_stays_is_not_looked_for_again(self, cast, quiz):
        """An imported question's sentence may stand twice in what was imported with it."""
        article = ArticleFactory(owner=cast.room.owner, text=f"{SENTENCE}\n{SENTENCE}")
        question = QuestionFactory(
            quiz=quiz,
            kind="number",
            key={"value": 143, "tolerance": 0},
            article=article,
            start=0,
            end=0,
            sentence=SENTENCE,
        )
        url, source = f"/teach/questions/{question.pk}/", {"article": article.pk, "words": SENTENCE}
        assert SENTENCE in cast.teacher.get(url).content.decode()
        assert cast.teacher.post(url, NUMBER | source).status_code == 302
        question.refresh_from_db()
        assert (question.stem, question.article, question.sentence) == ("How many?", article, SENTENCE)
        assert cast.teacher.post(url, NUMBER | source | {"words": "143 votes"}).status_code == 422


class TestNewQuestion:
    def new_url(self, quiz, kind=""):
        return quiz_url(quiz, "questions/new") + (f"?kind={kind}" if kind else "")

    def test_asks_for_the_kind(self, cast, quiz):
        for kind in ("", "essay"):
            page = cast.teacher.get(self.new_url(quiz, kind)).content.decode()
            assert page.count("?kind=") == 7

    @pytest.mark.parametrize(
        ("kind", "form"),
        [
            ("single_choice", WORDING),
            ("true_false", {"stem": "It is so.", "right": "0"}),
            ("number", {"stem": "How many?", "value": "5", "tolerance": "0"}),
            ("order", {"stem": "When?", "line_0": "c", "line_1": "b", "line_2": "a"}),
            ("match", {"stem": "Who?", "line_0": "c", "match_0": "x", "line_1": "b", "match_1": "y"}),
            ("short_text", {"stem": "Who?", "accepted": "Blinken", "tags": "people"}),
        ],
    )
    def test_is_saved_and_stands_in_the_quiz(self, cast, quiz, kind, form):
        assert cast.teacher.get(self.new_url(quiz, kind)).status_code == 200
        answer = cast.teacher.post(self.new_url(quiz, kind), form)
        question = quiz.questions.last()
        assert (question.kind, question.stem) == (kind, form["stem"])
        assert answer.url == f"{quiz_url(quiz)}#q-{question.pk}"
        assert form["stem"] in cast.teacher.get(quiz_url(quiz)).content.decode()
        assert cast.teacher.get(f"/teach/questions/{question.pk}/").status_code == 200

    def test_cites_an_article(self, cast, quiz):
        article = ArticleFactory(owner=cast.room.owner)
        source = {"article": article.pk, "words": "143 votes to 5"}
        cast.teacher.post(self.new_url(quiz, "number"), NUMBER | source)
        question = quiz.questions.last()
        assert (question.article, question.sentence) == (article, SENTENCE)
        page = cast.teacher.get(f"/teach/questions/{question.pk}/").content.decode()
        assert "143 votes to 5</textarea>" in page
        cast.teacher.post(f"/teach/questions/{question.pk}/", NUMBER | {"article": "", "words": ""})
        question.refresh_from_db()
        assert (question.article, question.sentence, question.end) == (None, "", 0)

    def test_cites_no_article_of_a_colleague(self, cast, quiz):
        theirs = ArticleFactory(owner=TeacherFactory())
        source = {"article": theirs.pk, "words": "143 votes to 5"}
        answer = cast.teacher.post(self.new_url(quiz, "number"), NUMBER | source)
        assert answer.status_code == 422
        assert not quiz.questions.filter(article=theirs)

    def test_words_that_do_not_stand_there_are_refused_at_their_field(self, cast, quiz):
        source = {"article": ArticleFactory(owner=cast.room.owner).pk, "words": "144 votes"}
        before = stored()
        answer = cast.teacher.post(self.new_url(quiz, "number"), NUMBER | source)
        assert answer.status_code == 422
        assert b"do not stand in the article" in answer.content
        assert stored() == before

    def test_an_error_stands_at_its_field_and_nothing_is_saved(self, cast, quiz):
        before = stored()
        answer = cast.teacher.post(self.new_url(quiz, "order"), {"stem": "When?", "line_0": "kept"})
        assert answer.status_code == 422
        assert b"at least three lines" in answer.content
        assert b'value="kept"' in answer.content
        assert stored() == before

    def test_into_a_full_quiz_is_refused_and_loses_nothing(self, cast):
        full = quiz_of(40, cast.room.owner)
        answer = cast.teacher.post(self.new_url(full, "short_text"), {"stem": "Who?", "accepted": "Blinken"})
        assert answer.status_code == 409
        assert b"Blinken" in answer.content

    @pytest.mark.parametrize("who", NOT_TEACHERS)
    def test_only_teachers_write_one(self, cast, quiz, who):
        before, url = stored(), self.new_url(quiz, "short_text")
        client = getattr(cast, who)
        assert client.get(url).url.startswith("/sign-in/")
        assert client.post(url, {"stem": "Who?", "accepted": "Blinken"}).url.startswith("/sign-in/")
        assert stored() == before

    def test_a_colleague_finds_no_quiz_to_write_into(self, cast, quiz):
        before, url = stored(), self.new_url(quiz, "short_text")
        assert cast.other_teacher.get(url).status_code == 404
        assert cast.other_teacher.post(url, {"stem": "Who?", "accepted": "Blinken"}).status_code == 404
        assert stored() == before
