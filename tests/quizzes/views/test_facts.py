import pytest

from quizzes.fact_forms import FORMS
from quizzes.items import Kind
from quizzes.items.passages import passage_at
from quizzes.models import Article, Fact, Rejection
from tests.factories import ArticleFactory, FactFactory, tally_values

pytestmark = pytest.mark.django_db
NOT_TEACHERS = ["delegate", "other_delegate", "projector", "stranger"]
NUMBERS = {"body": "General Assembly", "yes": "142", "no": "6", "abstain": "35"}
WORDS = {"words": "The hall was full", "kind": "event"}
EVENT = {"date": "2022-10-12", "what": "the hall was full"}
# Of each kind, what is typed and what is kept of it.
TYPED = {
    "tally": (
        NUMBERS | {"absent": "", "date": "2022-10", "subject": "Ukraine", "adopted": "True"},
        tally_values(yes=142, no=6, date="2022-10", subject="on Ukraine", adopted=True),
    ),
    "position": (
        {"member": "BLR", "vote": "no", "tally": ""},
        {"member": "BLR", "vote": "no", "tally": None},
    ),
    "veto": (
        {"member": "RUS", "date": "2022-09-29/2022-09-30", "subject": "on a text"},
        {"member": "RUS", "date": "2022-09-29/2022-09-30", "subject": "on a text"},
    ),
    "membership": ({"body": "General Assembly", "count": "193"}, {"body": "General Assembly", "count": 193}),
    "quote": (
        {"speaker": "A. Person", "role": "", "text": "hall was"},
        {"speaker": "A. Person", "role": None, "text": "hall was"},
    ),
    "office": ({"person": "A. Person", "role": "President"}, {"person": "A. Person", "role": "President"}),
    "event": (EVENT, EVENT),
    "quantity": ({"value": "143", "of": "votes"}, {"value": 143, "of": "votes"}),
    "procedure": (
        {"body": "Security Council", "topic": "veto", "holds": "False"},
        {"body": "Security Council", "topic": "veto", "holds": False},
    ),
}


@pytest.fixture
def fact():
    return FactFactory(number=0)


@pytest.fixture
def own(cast):
    return FactFactory(article=ArticleFactory(owner=cast.room.owner, slug=""), number=0)


def correct_url(fact):
    return f"/teach/facts/{fact.pk}/correct/"


def new_url(article):
    return f"/teach/articles/{article.pk}/facts/new/"


class TestCorrect:
    def test_shows_the_values_and_where_they_stand(self, cast, fact):
        page = cast.teacher.get(correct_url(fact)).content.decode()
        assert 'name="yes" value="143"' in page
        assert f"<mark>{fact.article.text[fact.start : fact.end]}</mark>" in page

    def test_keeps_the_correction_and_goes_to_it(self, cast, fact):
        answer = cast.teacher.post(correct_url(fact), NUMBERS)
        mine = Fact.objects.get(owner=cast.room.owner)
        assert answer.url == f"/teach/articles/{fact.article_id}/#of-{mine.pk}"
        assert (mine.values["yes"], mine.stands_for) == (142, fact)
        page = cast.teacher.get(answer.url).content.decode()
        assert "142 in favour" in page
        assert "corrected by you" in page
        assert "replaced" in page
        assert page.count("<mark") == 1

    def test_is_for_oneself_alone(self, cast, fact):
        cast.teacher.post(correct_url(fact), NUMBERS)
        page = cast.other_teacher.get(f"/teach/articles/{fact.article_id}/").content.decode()
        assert "142 in favour" not in page
        mine = Fact.objects.get(owner=cast.room.owner)
        for act in ("correct", "reject", "restore"):
            assert cast.other_teacher.post(f"/teach/facts/{mine.pk}/{act}/", NUMBERS).status_code == 404

    def test_counts_once_in_the_list_of_articles(self, cast, fact):
        cast.teacher.post(correct_url(fact), NUMBERS)
        assert b"1 fact " in cast.teacher.get("/teach/articles/").content
        assert b"1 fact " in cast.other_teacher.get("/teach/articles/").content

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"yes": "", "no": ""}, "at least two"),
            ({"yes": "190"}, "than the body has members (193)"),
            ({"yes": "many"}, "whole number"),
            ({"no": "-1"}, "greater than or equal to 0"),
            ({"date": "2022-02-30"}, "This is no date"),
            ({"date": "2022-12/2022-01"}, "This is no date"),
            ({"date": "2022-13/2022-14"}, "This is no date"),
            ({"body": "Nobody"}, "not one of the available choices"),
            ({"subject": "x" * 501}, "500"),
            ({"subject": "a\x07"}, "cannot be printed"),
        ],
    )
    def test_says_at_the_field_what_is_wrong_and_keeps_what_was_typed(self, cast, fact, change, says):
        answer = cast.teacher.post(correct_url(fact), NUMBERS | {"abstain": "34"} | change)
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert 'name="abstain" value="34"' in answer.content.decode()
        assert Fact.objects.count() == 1

    def test_a_body_of_which_the_text_alone_knows_stays(self, cast, fact):
        Fact.objects.filter(pk=fact.pk).update(values=tally_values(body="City Council", yes=900))
        cast.teacher.post(correct_url(fact), NUMBERS | {"body": "City Council"})
        assert Fact.objects.get(owner=cast.room.owner).values["body"] == "City Council"

    def test_a_quotation_stays_what_was_printed(self, cast, fact):
        values = {"speaker": "A", "role": None, "text": "joined … words"}
        Fact.objects.filter(pk=fact.pk).update(kind="quote", values=values)
        typed = {"speaker": "B", "role": "", "text": "joined … words"}
        assert cast.teacher.post(correct_url(fact), typed | {"text": "other words"}).status_code == 422
        assert cast.teacher.post(correct_url(fact), typed).status_code == 302
        assert Fact.objects.get(owner=cast.room.owner).values == values | {"speaker": "B"}

    def test_a_full_article_is_said(self, cast, fact, monkeypatch):
        monkeypatch.setattr("quizzes.correcting.MOST_FACTS", 0)
        answer = cast.teacher.post(correct_url(fact), NUMBERS)
        assert answer.status_code == 409
        assert 'value="142"' in answer.content.decode()

    def test_of_a_colleagues_fact_is_not_found(self, cast, own):
        assert cast.teacher.get(correct_url(own)).status_code == 200
        assert cast.other_teacher.get(correct_url(own)).status_code == 404
        assert cast.other_teacher.post(correct_url(own), NUMBERS).status_code == 404
        assert cast.teacher.get("/teach/facts/0/correct/").status_code == 404


class TestAdd:
    def test_begins_on_the_page_of_the_article(self, cast, fact):
        page = cast.teacher.get(f"/teach/articles/{fact.article_id}/").content.decode()
        assert f'action="{new_url(fact.article)}"' in page
        assert 'data-words-into="new-fact"' in page

    def test_asks_for_the_words(self, cast, fact):
        answer = cast.teacher.get(new_url(fact.article))
        assert answer.status_code == 200
        assert b"Words of the article" in answer.content

    def test_then_for_what_they_say(self, cast, fact):
        page = cast.teacher.get(new_url(fact.article), WORDS).content.decode()
        assert "<mark>The hall was full</mark>" in page
        assert 'name="what"' in page

    def test_keeps_it_and_goes_to_it(self, cast, fact):
        answer = cast.teacher.post(new_url(fact.article), WORDS | EVENT)
        mine = Fact.objects.get(owner=cast.room.owner)
        assert answer.url == f"/teach/articles/{fact.article_id}/#of-{mine.pk}"
        assert (mine.kind, mine.values, mine.sentence) == ("event", EVENT, "The hall was full.")
        page = cast.teacher.get(answer.url).content.decode()
        assert "added by you" in page
        assert '<mark class="fact event depth-1">The hall was full</mark>' in page
        assert "added by you" not in cast.other_teacher.get(answer.url).content.decode()

    @pytest.mark.parametrize(
        ("words", "number"),
        [("143 votes", 143), ("five votes against", 5), ("143 votes to 5", ""), ("The hall was full", "")],
    )
    def test_a_number_that_stands_alone_in_the_words_is_filled_in(self, cast, own, words, number):
        Article.objects.update(text="It had 143 votes to 5, five votes against. The hall was full.")
        form = cast.teacher.get(new_url(own.article), {"words": words, "kind": "quantity"}).context["form"]
        assert form["value"].value() == number

    def test_a_quantity_that_is_added_is_asked(self, cast, own):
        text = "The new bridge in the harbour cost $310 million and took nine years to build."
        Article.objects.update(title="A bridge is opened", text=text)
        sent = {"words": "$310 million", "kind": "quantity", "value": "310", "of": "million dollars"}
        cast.teacher.post(new_url(own.article), sent)
        Fact.objects.filter(owner=None).delete()
        quiz = {"title": "Bridges", "articles": [own.article_id], "size": "1"}
        page = cast.teacher.post("/teach/quizzes/new/", quiz, follow=True).content.decode()
        assert "cost $… million" in page

    def test_a_number_that_the_words_do_not_have_is_refused(self, cast, fact):
        sent = {"words": "143 votes to 5", "kind": "quantity", "value": "144", "of": "votes"}
        answer = cast.teacher.post(new_url(fact.article), sent)
        assert answer.status_code == 422
        assert b"does not stand in these words" in answer.content

    @pytest.mark.parametrize("kind", [kind.value for kind in Kind])
    def test_of_every_kind_in_the_shape_of_what_is_found(self, cast, fact, kind):
        typed, kept = TYPED[kind]
        words = "143 votes to 5" if kind == "quantity" else "The hall was full"
        answer = cast.teacher.post(new_url(fact.article), {"words": words, "kind": kind} | typed)
        assert answer.status_code == 302
        mine = Fact.objects.get(owner=cast.room.owner)
        assert (mine.kind, mine.values) == (kind, kept)
        assert cast.teacher.get(answer.url).status_code == 200
        again = FORMS[kind](None, passage_at(fact.article.text, mine.start, mine.end), [], mine.values)
        assert {name: again[name].value() for name in again.fields} == {
            name: "" if value is None else value for name, value in kept.items()
        }

    def test_a_position_goes_with_the_nearest_vote(self, cast, fact):
        page = cast.teacher.get(new_url(fact.article), WORDS | {"kind": "position"}).content.decode()
        assert f'<option value="{fact.number}" selected>143-5-35</option>' in page

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"words": "The hall was empty"}, "do not stand in the article"),
            ({"words": "th"}, "more than once"),
            ({"words": ""}, "required"),
            ({"words": "x" * 1001}, "1000"),
            ({"kind": "rumour"}, "not one of the available choices"),
            ({"kind": ""}, "required"),
        ],
    )
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_words_that_cannot_be_placed_are_said(self, cast, fact, method, change, says):
        answer = getattr(cast.teacher, method)(new_url(fact.article), WORDS | EVENT | change)
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert not Fact.objects.filter(owner=cast.room.owner).exists()

    @pytest.mark.parametrize(("start", "status"), [("5", 200), ("10", 200), ("", 422), ("6", 422), ("999", 422)])
    def test_the_place_tells_which_words_are_meant(self, cast, start, status):
        article = ArticleFactory(text="Yes, yes, yes.")
        asked = {"words": "yes", "kind": "event", "start": start}
        assert cast.teacher.get(new_url(article), asked).status_code == status

    def test_values_that_are_missing_are_said(self, cast, fact):
        answer = cast.teacher.post(new_url(fact.article), WORDS | {"what": "the hall was full"})
        assert answer.status_code == 422
        assert b"required" in answer.content
        assert b'value="the hall was full"' in answer.content

    def test_text_is_shown_and_none_of_it_runs(self, cast):
        article = ArticleFactory(text="<script>alert(1)</script> was said.")
        page = cast.teacher.get(new_url(article), {"words": "<script>alert(1)", "kind": "quote"}).content.decode()
        assert "<script>alert" not in page

    def test_to_a_colleagues_article_is_not_found(self, cast, own):
        assert cast.other_teacher.get(new_url(own.article)).status_code == 404
        assert cast.other_teacher.post(new_url(own.article), WORDS | EVENT).status_code == 404
        assert cast.teacher.get("/teach/articles/0/facts/new/").status_code == 404


@pytest.mark.parametrize("who", NOT_TEACHERS)
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("url", ["/teach/facts/{f}/correct/", "/teach/articles/{a}/facts/new/"])
def test_all_of_it_is_for_teachers(cast, fact, who, method, url):
    answer = getattr(getattr(cast, who), method)(url.format(f=fact.pk, a=fact.article_id), NUMBERS | WORDS | EVENT)
    assert answer.url.startswith("/sign-in/")
    assert Fact.objects.count() == 1
    assert not Rejection.objects.exists()


@pytest.mark.parametrize("url", ["/teach/facts/{f}/correct/", "/teach/articles/{a}/facts/new/"])
def test_other_methods_are_refused(cast, fact, url):
    assert cast.teacher.delete(url.format(f=fact.pk, a=fact.article_id)).status_code == 405
