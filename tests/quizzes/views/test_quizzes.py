import pytest

from quizzes import authoring, items
from quizzes.models import Question, Quiz, Rejection, Run
from tests.cast import HTMX
from tests.factories import ArticleFactory, FactFactory, QuestionFactory, quiz_of
from tests.quizzes import writer

pytestmark = pytest.mark.django_db
NOT_TEACHERS = ["delegate", "other_delegate", "projector", "stranger"]
QUIZ_ACTS = ["rename", "rewrite", "another", "share", "propose"]
QUESTION_ACTS = ["drop", "back", "move", "reword"]
WORDING = {"stem": "New?", "explanation": "", "option_0": "1", "option_1": "2", "right": "1"}


@pytest.fixture(autouse=True)
def simple_writer(monkeypatch):
    monkeypatch.setattr(items, "write", writer.write)


@pytest.fixture
def quiz(cast):
    return quiz_of(3, cast.room.owner, title="My quiz")


def quiz_url(quiz, act=""):
    return f"/teach/quizzes/{quiz.pk}/{act}{'/' if act else ''}"


def question_url(quiz, act="", place=0):
    return f"/teach/questions/{quiz.questions.all()[place].pk}/{act}{'/' if act else ''}"


def stored():
    return list(Quiz.objects.values()), list(Question.objects.values()), Run.objects.count()


class TestList:
    def test_shows_ones_own_with_what_is_asked(self, cast, quiz):
        quiz_of(1, cast.other_room.owner, title="A colleague's")
        authoring.drop(question=quiz.questions.first())
        page = cast.teacher.get("/teach/quizzes/").content.decode()
        assert "My quiz" in page
        assert "2 questions" in page
        assert "A colleague" not in page

    def test_counts_the_classes_that_took_it_and_hides_their_editions(self, cast, quiz):
        cast.teacher.post(f"/rooms/{cast.room.code}/runs/new/", {"quiz": quiz.pk, "paced": "teacher"})
        page = cast.teacher.get("/teach/quizzes/").content.decode()
        assert "taken once" in page
        assert page.count("My quiz") == 1

    def test_without_any_says_what_to_do(self, cast):
        assert b"Look at the articles first" in cast.teacher.get("/teach/quizzes/").content


class TestNew:
    def form(self, article, **change):
        return {"title": "Fresh", "articles": [article.pk], "size": "5"} | change

    def test_writes_the_questions(self, cast):
        fact = FactFactory()
        answer = cast.teacher.post("/teach/quizzes/new/", self.form(fact.article))
        quiz = Quiz.objects.get()
        assert answer.url == quiz_url(quiz)
        assert (quiz.owner, quiz.title, quiz.questions.count()) == (cast.room.owner, "Fresh", 1)

    def test_marks_the_article_one_comes_from(self, cast):
        article = ArticleFactory()
        page = cast.teacher.get(f"/teach/quizzes/new/?article={article.pk}").content.decode()
        assert f'value="{article.pk}" id="id_articles_0" checked' in page
        assert f'name="title" value="{article.title}"' in page

    @pytest.mark.parametrize("query", ["", "?article=x", "?article=99999999999", "?article=%00"])
    def test_without_an_article_it_has_no_title_yet(self, cast, query):
        page = cast.teacher.get(f"/teach/quizzes/new/{query}").content.decode()
        assert 'name="title" maxlength' in page

    def test_a_colleagues_title_is_not_told(self, cast):
        article = ArticleFactory(owner=cast.other_room.owner, slug="", title="Of a colleague")
        assert b"Of a colleague" not in cast.teacher.get(f"/teach/quizzes/new/?article={article.pk}").content

    def test_says_that_the_articles_give_fewer(self, cast):
        article = FactFactory().article
        for size, said in (("5", True), ("1", False)):
            answer = cast.teacher.post("/teach/quizzes/new/", self.form(article, size=size), follow=True)
            assert (f"You asked for {size}: no more were found for this version".encode() in answer.content) == said

    @pytest.mark.parametrize(
        "change", [{"title": ""}, {"articles": []}, {"articles": ["0"]}, {"size": "0"}, {"size": "41"}, {"size": "x"}]
    )
    def test_says_at_the_field_what_is_wrong(self, cast, change):
        answer = cast.teacher.post("/teach/quizzes/new/", self.form(FactFactory().article, **change))
        assert answer.status_code == 422
        assert b"errorlist" in answer.content
        assert not Quiz.objects.exists()

    def test_a_colleagues_article_cannot_be_chosen(self, cast):
        article = ArticleFactory(owner=cast.other_room.owner, slug="")
        FactFactory(article=article)
        assert cast.teacher.post("/teach/quizzes/new/", self.form(article)).status_code == 422

    def test_out_of_nothing_is_refused_with_what_to_do(self, cast):
        answer = cast.teacher.post("/teach/quizzes/new/", self.form(ArticleFactory()))
        assert answer.status_code == 422
        assert b"no facts" in answer.content


class TestPage:
    def test_shows_key_source_and_flaws(self, cast, quiz, monkeypatch):
        flaw = items.Flaw("longest", "The right option is the longest.", "Shorten it.")
        monkeypatch.setattr("quizzes.drafts.flaws", lambda item: [flaw] if "0" in item.stem else [])
        monkeypatch.setattr("quizzes.drafts.flaws_of_quiz", lambda all_items: [(1, flaw)])
        quiz.questions.filter(position=0).update(stem="Stem 0?")
        quiz.questions.exclude(position=0).update(stem="Another?")
        page = cast.teacher.get(quiz_url(quiz)).content.decode()
        assert page.count("The right option is the longest. Shorten it.") == 2
        assert "<mark>5</mark>, with 35 abstentions." in page
        assert page.count('class="right"') == 3

    def test_shows_what_is_not_asked_and_why(self, cast, quiz):
        first, second, _third = quiz.questions.all()
        authoring.drop(question=first)
        Rejection.objects.create(fact=second.facts.get(), teacher=cast.room.owner)
        page = cast.teacher.get(quiz_url(quiz)).content.decode()
        assert "Dropped" in page
        assert "you rejected the fact" in page
        assert page.count('class="card stack"') == 1

    def test_leads_to_the_reports_of_the_classes_that_took_it(self, cast, quiz):
        cast.teacher.post(f"/rooms/{cast.room.code}/runs/new/", {"quiz": quiz.pk, "paced": "teacher"})
        url = f"/rooms/{cast.room.code}/runs/{Run.objects.get().pk}/report/"
        assert f'href="{url}"' in cast.teacher.get(quiz_url(quiz)).content.decode()
        assert f'href="{url}"' in cast.teacher.get(f"/rooms/{cast.room.code}/runs/new/").content.decode()

    def test_runs_no_text_of_a_question(self, cast, quiz):
        QuestionFactory(quiz=quiz, stem="<script>x", choices=("<b>1", "2"), explanation="<i>y")
        page = cast.teacher.get(quiz_url(quiz)).content.decode()
        assert not [tag for tag in ("<script>x", "<b>1", "<i>y") if tag in page]


class TestActs:
    def test_rename(self, cast, quiz):
        cast.teacher.post(quiz_url(quiz, "rename"), {"title": "Better"})
        assert Quiz.objects.get().title == "Better"

    def test_rename_to_nothing_is_refused(self, cast, quiz):
        answer = cast.teacher.post(quiz_url(quiz, "rename"), {"title": " "})
        assert answer.status_code == 422
        assert Quiz.objects.get().title == "My quiz"

    def test_another_version_in_place(self, cast, quiz):
        answer = cast.teacher.post(quiz_url(quiz, "rewrite"), headers=HTMX)
        assert answer.content.strip().startswith(b'<div id="questions"')
        assert b"version 2" in answer.content

    def test_another_version_that_would_lose_an_edit_is_refused(self, cast, quiz):
        quiz.questions.filter(position=0).update(edited=True)
        before = stored()
        answer = cast.teacher.post(quiz_url(quiz, "rewrite"), headers=HTMX)
        assert answer.status_code == 409
        assert b"Another version as a new quiz" in answer.content
        assert stored() == before

    def test_another_version_as_a_new_quiz(self, cast, quiz):
        answer = cast.teacher.post(quiz_url(quiz, "another"))
        other = Quiz.objects.get(seed=1)
        assert answer.url == quiz_url(other)
        assert quiz.questions.count() == 3

    @pytest.mark.parametrize("act", ["rewrite", "another"])
    def test_another_version_of_nothing_is_refused(self, cast, quiz, act, monkeypatch):
        monkeypatch.setattr(items, "write", lambda *args, **kwargs: [])
        before = stored()
        assert cast.teacher.post(quiz_url(quiz, act)).status_code == 422
        assert stored() == before

    def test_share_opens_a_room_of_its_own(self, cast, quiz):
        answer = cast.teacher.post(quiz_url(quiz, "share"))
        run = Run.objects.get()
        assert (run.paced, run.room.owner) == ("self", cast.room.owner)
        assert run.room != cast.room
        assert answer.url == f"/rooms/{run.room.code}/desk/"

    def test_share_of_nothing_is_refused(self, cast, quiz):
        quiz.questions.update(dropped=True)
        before = stored()
        assert cast.teacher.post(quiz_url(quiz, "share")).status_code == 422
        assert stored() == before

    def test_drop_add_back_and_move(self, cast, quiz):
        first, second, third = quiz.questions.all()
        cast.teacher.post(question_url(quiz, "drop"))
        assert list(quiz.questions.asked()) == [second, third]
        cast.teacher.post(f"/teach/questions/{first.pk}/back/")
        assert list(quiz.questions.asked()) == [second, third, first]
        cast.teacher.post(f"/teach/questions/{first.pk}/move/", {"to": "up"})
        cast.teacher.post(f"/teach/questions/{second.pk}/move/", {"to": "down"})
        assert list(quiz.questions.asked()) == [first, second, third]


class TestWho:
    @pytest.mark.parametrize("act", ["", *QUIZ_ACTS])
    def test_a_colleagues_quiz_is_not_found(self, cast, quiz, act):
        before = stored()
        client = cast.other_teacher
        answer = client.post(quiz_url(quiz, act), {"title": "x"}) if act else client.get(quiz_url(quiz))
        assert answer.status_code == 404
        assert stored() == before

    @pytest.mark.parametrize("act", ["", *QUESTION_ACTS])
    def test_a_colleagues_question_is_not_found(self, cast, quiz, act):
        before = stored()
        assert cast.other_teacher.post(question_url(quiz, act), WORDING).status_code == 404
        assert stored() == before

    @pytest.mark.parametrize("who", NOT_TEACHERS)
    def test_only_teachers(self, cast, quiz, who):
        before, client = stored(), getattr(cast, who)
        pages = ["/teach/quizzes/", "/teach/quizzes/new/", quiz_url(quiz), question_url(quiz)]
        acts = [quiz_url(quiz, act) for act in QUIZ_ACTS] + [question_url(quiz, act) for act in QUESTION_ACTS]
        answers = [client.get(page) for page in pages] + [client.post(act, {"title": "x"}) for act in acts]
        assert all(answer.url.startswith("/sign-in/") for answer in answers)
        assert stored() == before

    def test_acts_are_posted(self, cast, quiz):
        acts = [quiz_url(quiz, act) for act in QUIZ_ACTS] + [question_url(quiz, act) for act in QUESTION_ACTS]
        assert [cast.teacher.get(act).status_code for act in acts] == [405] * len(acts)

    def test_what_is_not_there_is_not_found(self, cast):
        for path in ("quizzes/0/", "questions/0/"):
            assert cast.teacher.get(f"/teach/{path}").status_code == 404
