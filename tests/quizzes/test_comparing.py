import pytest

from quizzes.comparing import accords_for, beside, disputes_for
from quizzes.models import Rejection
from tests.factories import ArticleFactory, FactFactory, TeacherFactory, tally_values

pytestmark = pytest.mark.django_db


def veto(date, **article):
    values = {"member": "RUS", "date": date, "subject": None}
    return FactFactory(article=ArticleFactory(**article), number=0, kind="veto", values=values)


def tally(**article):
    return FactFactory(article=ArticleFactory(**article), number=0, values=tally_values(date="2022-10-12"))


def told(disputes):
    return [(one.what, [(telling.words, telling.article.title) for telling in one.tellings]) for one in disputes]


def test_two_dates_of_one_veto_are_shown_with_who_says_which():
    veto("2022-09-30", title="A", slug="a")
    veto("2022-09-29", title="B", slug="b")
    assert told(disputes_for(TeacherFactory())) == [
        ("Veto · Russia · date", [("30 September 2022", "A"), ("29 September 2022", "B")])
    ]


def test_a_rejected_fact_disputes_nothing_for_this_teacher():
    one, _other = veto("2022-09-30"), veto("2022-09-29")
    teacher = TeacherFactory()
    Rejection.objects.create(fact=one, teacher=teacher)
    assert disputes_for(teacher) == ()
    assert len(disputes_for(TeacherFactory())) == 1


def test_a_colleagues_article_disputes_nothing():
    owner = TeacherFactory()
    veto("2022-09-30")
    veto("2022-09-29", owner=owner, slug="")
    assert disputes_for(TeacherFactory()) == ()
    assert len(disputes_for(owner)) == 1


def test_beside_a_fact_stands_what_others_say_of_it():
    one, other = veto("2022-09-30", title="A"), veto("2022-09-29", title="B")
    found = beside(one.article, TeacherFactory())
    assert list(found) == [one.pk]
    assert [(telling.words, telling.fact) for telling in found[one.pk].otherwise] == [("29 September 2022", other.pk)]


def test_beside_a_fact_stands_who_says_the_same():
    one, other = tally(title="A"), tally(title="B")
    assert beside(one.article, TeacherFactory())[one.pk].same == (other.article,)


def test_what_several_tell_alike_is_shown_once_with_who_tells_it():
    for title in "ABC":
        tally(title=title, slug=title.lower())
    tally(title="A colleague's", owner=TeacherFactory(), slug="")
    (accord,) = accords_for(TeacherFactory())
    assert (accord.kind_name, [article.title for article in accord.articles]) == ("Vote count", ["A", "B", "C"])
    assert accord.words.startswith("143 in favour, 5 against")


def test_nothing_stands_beside_what_nobody_else_tells():
    assert beside(tally().article, TeacherFactory()) == {}
