import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from quizzes.items.intake import LARGEST_FILE, apart
from quizzes.models import Article, Rejection
from tests.cast import HTMX
from tests.factories import ArticleFactory, FactFactory, QuestionFactory, TeacherFactory, tally_values
from tests.quizzes.items.intake.files import PAGE

pytestmark = pytest.mark.django_db
FORM = {
    "title": "A vote",
    "publisher": "The Daily",
    "published": "2022-10-12",
    "text": "The vote was 143-5, with 35 abstentions.",
}
NOT_TEACHERS = ["delegate", "other_delegate", "projector", "stranger"]


@pytest.fixture
def fact():
    return FactFactory()


@pytest.fixture
def own(cast):
    """An article that the teacher added."""
    return ArticleFactory(owner=cast.room.owner, slug="", title="My own")


def article_url(article):
    return f"/teach/articles/{article.pk}/"


def disagree():
    """Two articles that date one veto to two days."""
    return [
        FactFactory(kind="veto", values={"member": "RUS", "date": date, "subject": None})
        for date in ("2022-09-30", "2022-09-29")
    ]


class TestList:
    def test_shows_the_seeds_and_ones_own(self, cast, own):
        ArticleFactory(title="A seed")
        ArticleFactory(owner=TeacherFactory(), slug="", title="A colleague's")
        page = cast.teacher.get("/teach/articles/").content.decode()
        assert "My own" in page
        assert "A seed" in page
        assert "A colleague" not in page

    def test_counts_the_facts_that_are_kept(self, cast, fact):
        FactFactory(article=fact.article)
        assert b"2 facts" in cast.teacher.get("/teach/articles/").content
        Rejection.objects.create(fact=fact, teacher=cast.room.owner)
        assert b"1 fact " in cast.teacher.get("/teach/articles/").content
        assert b"2 facts" in cast.other_teacher.get("/teach/articles/").content

    def test_shows_where_sources_disagree(self, cast):
        disagree()
        page = cast.teacher.get("/teach/articles/").content.decode()
        assert "Where the sources disagree" in page
        assert page.index("30 September 2022") != page.index("29 September 2022")

    def test_shows_where_they_agree(self, cast):
        for title in ("One", "Two"):
            FactFactory(article__title=title, values=tally_values(date="2022-10-12"))
        page = cast.teacher.get("/teach/articles/").content.decode()
        assert "Where the sources agree (1)" in page


class TestPage:
    def test_says_at_the_fact_that_another_article_disagrees(self, cast):
        one, _other = disagree()
        page = cast.teacher.get(article_url(one.article)).content.decode()
        assert "Sources disagree" in page
        assert "says: 29 September 2022" in page

    def test_marks_the_facts_where_they_stand(self, cast, fact):
        page = cast.teacher.get(article_url(fact.article)).content.decode()
        words = fact.article.text[fact.start : fact.end]
        assert f'<mark class="fact tally depth-1">{words}</mark>' in page
        assert 'href="#fact-1"' in page
        assert 'id="fact-1"' in page

    def test_shows_text_and_runs_none_of_it(self, cast):
        text = "<script>alert(1)</script> & <img src=x onerror=y>"
        article = ArticleFactory(text=text, title="<b>T</b>", publisher="<i>P</i>")
        FactFactory(article=article, start=3, end=12, values=tally_values(body="<u>x</u>"))
        page = cast.teacher.get(article_url(article)).content.decode()
        for injected in ("<script>alert", "<img src=x", "<b>T", "<i>P", "<u>x"):
            assert injected not in page

    def test_of_a_colleague_is_not_found(self, cast, own):
        assert cast.teacher.get(article_url(own)).status_code == 200
        assert cast.other_teacher.get(article_url(own)).status_code == 404

    def test_that_is_not_there_is_not_found(self, cast):
        assert cast.teacher.get("/teach/articles/0/").status_code == 404


class TestAdd:
    def test_reads_it_and_shows_it(self, cast):
        answer = cast.teacher.post("/teach/articles/new/", FORM)
        article = Article.objects.get()
        assert (answer.status_code, answer.url) == (302, article_url(article))
        assert (article.owner, article.text) == (cast.room.owner, FORM["text"])
        assert article.facts.filter(kind="tally").exists()

    def test_keeps_spaces_and_the_line_ends_that_were_pasted(self, cast):
        cast.teacher.post("/teach/articles/new/", FORM | {"text": "  One.\r\n\r\nTwo.  "})
        assert Article.objects.get().text == "  One.\n\nTwo.  "

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"title": ""}, "Give it a title, or choose a file above."),
            ({"title": "x" * 301}, "300"),
            ({"title": "a\x07b"}, "cannot be printed"),
            ({"publisher": "x" * 121}, "120"),
            ({"published": "yesterday"}, "This is no date"),
            ({"published": "2022-13-01"}, "This is no date"),
            ({"published": "2022-02-30"}, "This is no date"),
            ({"text": ""}, "Paste the article&#x27;s text here, or choose a file above."),
            ({"text": " \n "}, "nothing in it"),
            ({"text": "x" * 50_001}, "50000"),
            ({"text": "a\x00b"}, "Null characters"),
        ],
    )
    def test_says_at_the_field_what_is_wrong_and_keeps_what_was_typed(self, cast, change, says):
        answer = cast.teacher.post("/teach/articles/new/", FORM | change)
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert FORM["publisher"] in answer.content.decode() or "publisher" in change
        assert not Article.objects.exists()

    @pytest.mark.parametrize("published", ["", "2022", "2022-10", "2022-10-12"])
    def test_takes_a_date_as_far_as_it_is_known(self, cast, published):
        cast.teacher.post("/teach/articles/new/", FORM | {"published": published})
        assert Article.objects.get().published == published

    def test_a_full_shelf_is_said(self, cast, monkeypatch):
        monkeypatch.setattr("quizzes.library.MOST_ARTICLES", 0)
        answer = cast.teacher.post("/teach/articles/new/", FORM)
        assert answer.status_code == 409
        assert FORM["text"] in answer.content.decode()


class TestFile:
    """What is read of each kind of file: tests/quizzes/items/intake."""

    def send(self, cast, data, name="a.txt", **typed):
        empty = dict.fromkeys(FORM, "")
        file = SimpleUploadedFile(name, data)
        return cast.teacher.post("/teach/articles/new/", {**empty, **typed, "file": file})

    def test_fills_the_form_and_adds_nothing_yet(self, cast):
        answer = self.send(cast, PAGE.encode(), "a.html")
        page = answer.content.decode()
        assert answer.status_code == 200
        for field in ("Assembly condemns annexation", "The Daily", "2022-10-12", "https://daily.example/vote"):
            assert f'value="{field}"' in page
        assert "The vote was 143-5" in page
        assert "The file was read" in page
        assert not Article.objects.exists()

    def test_what_was_typed_goes_before_what_the_file_states(self, cast):
        page = self.send(cast, PAGE.encode(), "a.html", title="Mine", published="2022").content.decode()
        assert 'value="Mine"' in page
        assert 'value="2022"' in page
        assert 'value="The Daily"' in page

    def test_what_it_fills_can_be_added(self, cast):
        filled = self.send(cast, b"A vote\n\nIt was 143-5.").context["form"].initial
        cast.teacher.post("/teach/articles/new/", filled)
        assert Article.objects.get().text == "A vote\n\nIt was 143-5."

    @pytest.mark.parametrize(
        ("data", "name", "status", "says"),
        [
            (b"", "a.txt", 422, "no text"),
            (b"x" * (LARGEST_FILE + 1), "a.txt", 413, "larger than 8 MB"),
            (b"x" * 50_001, "a.txt", 413, "(50000 characters)"),
            (b"%PDF-1.7", "a.pdf", 422, "damaged"),
            (b"%PDF-1.7", "a.docx", 422, "not what its name says"),
            (b"plain", "a.exe", 422, "Choose a .txt"),
            (b"plain", "../../" + "a" * 400 + ".exe", 422, "Choose a .txt"),
        ],
    )
    def test_one_that_is_not_taken_is_said_and_nothing_typed_is_lost(self, cast, data, name, status, says):
        answer = self.send(cast, data, name, title="Mine", publisher="The Daily", link="https://x.example/")
        page = answer.content.decode()
        assert answer.status_code == status
        assert says in page
        for typed in ("Mine", "The Daily", "https://x.example/"):
            assert f'value="{typed}"' in page

    def test_beside_a_text_is_one_too_many(self, cast):
        answer = self.send(cast, b"From the file", text="Pasted")
        assert answer.status_code == 422
        assert "a text in the form already" in answer.content.decode()
        assert "Pasted" in answer.content.decode()

    def test_while_another_is_read_waits(self, cast):
        with apart._turn:
            assert self.send(cast, b"A vote", title="Mine").status_code == 503

    def test_nothing_of_it_runs(self, cast):
        page = self.send(cast, b"<script>alert(1)</script></textarea><b>x", title='"><i>').content.decode()
        for injected in ("<script>alert", "</textarea><b>", '"><i>'):
            assert injected not in page


class TestLink:
    @pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp:x", "https://", "https://x.example/" + "x" * 500])
    def test_must_be_an_address(self, cast, link):
        assert cast.teacher.post("/teach/articles/new/", FORM | {"link": link}).status_code == 422

    def test_is_shown_beside_the_text(self, cast):
        answer = cast.teacher.post("/teach/articles/new/", FORM | {"link": "x.example/a?b=1&c"})
        assert 'href="https://x.example/a?b=1&amp;c"' in cast.teacher.get(answer.url).content.decode()


class TestJudge:
    def test_rejects_and_restores(self, cast, fact):
        answer = cast.teacher.post(f"/teach/facts/{fact.pk}/reject/")
        assert answer.url == f"{article_url(fact.article)}#of-{fact.pk}"
        page = cast.teacher.get(answer.url).content.decode()
        assert "rejected" in page
        assert "<mark" not in page
        cast.teacher.post(f"/teach/facts/{fact.pk}/restore/")
        assert "<mark" in cast.teacher.get(answer.url).content.decode()

    def test_htmx_gets_the_part(self, cast, fact):
        answer = cast.teacher.post(f"/teach/facts/{fact.pk}/reject/", headers=HTMX)
        assert answer.content.strip().startswith(b'<div id="reading"')

    def test_is_for_oneself_alone(self, cast, fact):
        cast.teacher.post(f"/teach/facts/{fact.pk}/reject/")
        assert "<mark" in cast.other_teacher.get(article_url(fact.article)).content.decode()

    @pytest.mark.parametrize("act", ["reject", "restore"])
    def test_of_a_colleagues_fact_is_not_found(self, cast, own, act):
        fact = FactFactory(article=own)
        assert cast.other_teacher.post(f"/teach/facts/{fact.pk}/{act}/").status_code == 404
        assert cast.teacher.post(f"/teach/facts/0/{act}/").status_code == 404
        assert not Rejection.objects.exists()


class TestDelete:
    def test_of_ones_own(self, cast, own):
        assert cast.teacher.post(f"{article_url(own)}delete/").url == "/teach/articles/"
        assert not Article.objects.exists()

    def test_of_one_in_use_is_refused_with_why(self, cast, own):
        QuestionFactory(article=own)
        answer = cast.teacher.post(f"{article_url(own)}delete/")
        assert answer.status_code == 409
        assert b"rest on this article" in answer.content
        assert Article.objects.exists()

    def test_of_a_seed_or_a_colleagues_is_not_found(self, cast, own):
        assert cast.teacher.post(f"{article_url(ArticleFactory())}delete/").status_code == 404
        assert cast.other_teacher.post(f"{article_url(own)}delete/").status_code == 404
        assert Article.objects.count() == 2


class TestEdit:
    TOLD = {"title": "Another title", "publisher": "The Weekly", "published": "2022-10", "link": "https://x.example/a"}

    def url(self, article):
        return f"{article_url(article)}edit/"

    def test_begins_on_the_page_of_ones_own_article(self, cast, own):
        assert self.url(own) in cast.teacher.get(article_url(own)).content.decode()
        seed = ArticleFactory()
        assert self.url(seed) not in cast.teacher.get(article_url(seed)).content.decode()

    def test_is_filled_with_what_is_told(self, cast, own):
        form = cast.teacher.get(self.url(own)).context["form"]
        assert [form[name].value() for name in self.TOLD] == ["My own", "The Daily Assembly", "2022-10-12", ""]

    def test_keeps_what_is_sent_and_the_text(self, cast, own):
        answer = cast.teacher.post(self.url(own), self.TOLD)
        assert (answer.status_code, answer.url) == (302, article_url(own))
        text = own.text
        own.refresh_from_db()
        assert {name: getattr(own, name) for name in self.TOLD} == self.TOLD
        assert own.text == text

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"title": ""}, "Give it a title."),
            ({"title": "x" * 301}, "300"),
            ({"publisher": "x" * 121}, "120"),
            ({"published": "2022-02-30"}, "This is no date"),
            ({"link": "javascript:alert(1)"}, "valid URL"),
        ],
    )
    def test_is_checked_as_a_new_one_is(self, cast, own, change, says):
        answer = cast.teacher.post(self.url(own), self.TOLD | change)
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert Article.objects.get().title == "My own"

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_of_a_seed_or_a_colleagues_is_not_found(self, cast, own, method):
        assert getattr(cast.teacher, method)(self.url(ArticleFactory()), self.TOLD).status_code == 404
        assert getattr(cast.other_teacher, method)(self.url(own), self.TOLD).status_code == 404
        assert not Article.objects.filter(title="Another title").exists()


@pytest.mark.parametrize("who", NOT_TEACHERS)
@pytest.mark.parametrize("path", ["articles/", "articles/new/", "articles/{a}/", "articles/{a}/edit/"])
def test_pages_are_for_teachers(cast, fact, who, path):
    answer = getattr(cast, who).get("/teach/" + path.format(a=fact.article_id))
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


@pytest.mark.parametrize("who", NOT_TEACHERS)
@pytest.mark.parametrize(
    "path",
    ["articles/new/", "facts/{f}/reject/", "facts/{f}/restore/", "articles/{a}/delete/", "articles/{a}/edit/"],
)
def test_acts_are_for_teachers(cast, fact, who, path):
    answer = getattr(cast, who).post("/teach/" + path.format(f=fact.pk, a=fact.article_id), FORM)
    assert answer.url.startswith("/sign-in/")
    assert not Rejection.objects.exists()
    assert Article.objects.get().title == fact.article.title


@pytest.mark.parametrize("path", ["facts/{f}/reject/", "facts/{f}/restore/", "articles/{a}/delete/"])
def test_acts_are_posted(cast, fact, path):
    assert cast.teacher.get("/teach/" + path.format(f=fact.pk, a=fact.article_id)).status_code == 405


@pytest.mark.parametrize("path", ["articles/", "articles/{a}/"])
def test_pages_are_read(cast, fact, path):
    assert cast.teacher.post("/teach/" + path.format(a=fact.article_id)).status_code == 405
