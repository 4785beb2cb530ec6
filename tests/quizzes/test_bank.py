from dataclasses import replace

import pytest

from quizzes import authoring, collecting, sitting
from quizzes.bank import ON_A_PAGE, Search, found_by, shelves_of
from quizzes.question_forms import form_for, wording_of
from tests.factories import (
    NOON,
    ArticleFactory,
    QuestionFactory,
    QuizFactory,
    RoomFactory,
    order_question,
    quiz_of,
    tagged,
    text_question,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz():
    """Three questions that have little in common."""
    quiz = QuizFactory()
    tagged(QuestionFactory(quiz=quiz, stem="Who spoke first?", explanation="The envoy of Chad."), "people", "debate")
    order_question(quiz=quiz, stem="What came when?", article=ArticleFactory(title="On the embargo"))
    tagged(text_question(quiz=quiz, stem="Who vetoed it?", sentence="Russia cast a veto."), "veto")
    return quiz


def stems(teacher, **search):
    return [question.stem for question in found_by(teacher, Search(**search))]


def test_all_newest_first(quiz):
    assert stems(quiz.owner) == ["Who vetoed it?", "What came when?", "Who spoke first?"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ({"words": "WHO"}, ["Who vetoed it?", "Who spoke first?"]),
        ({"words": "who chad"}, ["Who spoke first?"]),
        ({"words": "embargo"}, ["What came when?"]),
        ({"words": "debate began"}, ["What came when?"]),
        ({"words": "people"}, ["Who spoke first?"]),
        ({"words": "cast"}, ["Who vetoed it?"]),
        ({"words": "nobody"}, []),
        ({"words": "%"}, []),
        ({"tag": "veto"}, ["Who vetoed it?"]),
        ({"tag": "vet"}, []),
        ({"kind": "order"}, ["What came when?"]),
        ({"kind": "order", "tag": "veto"}, []),
        ({"article": 0}, ["Who vetoed it?", "What came when?", "Who spoke first?"]),
    ],
)
def test_by_words_tag_and_kind(quiz, search, found):
    assert stems(quiz.owner, **search) == found


def test_by_article(quiz):
    assert stems(quiz.owner, article=quiz.questions.get(kind="order").article_id) == ["What came when?"]


def test_holds_only_ones_own_and_kept(quiz):
    other = quiz_of(1)
    dropped, kept = quiz.questions.all()[:2]
    authoring.drop(question=dropped)
    assert dropped.stem not in stems(quiz.owner)
    assert kept.stem in stems(quiz.owner)
    assert other.questions.get().stem not in stems(quiz.owner)


def test_holds_what_stands_in_several_quizzes_once_and_no_edition(quiz):
    collecting.put_in(quiz=quiz_of(0, quiz.owner), questions=list(quiz.questions.all()))
    sitting.start(room=RoomFactory(owner=quiz.owner), quiz=quiz, paced="teacher", now=NOON)
    assert len(stems(quiz.owner)) == 3


def test_comes_in_pages(quiz):
    for _ in range(ON_A_PAGE):
        QuestionFactory(quiz=quiz)
    assert len(found_by(quiz.owner, Search(), 2)) == 3
    assert found_by(quiz.owner, Search(), "99").number == found_by(quiz.owner, Search(), 2).number
    assert found_by(quiz.owner, Search(), "x").number == 1


def test_its_shelves_are_what_can_be_found(quiz):
    shelves = shelves_of(quiz.owner)
    assert shelves.tags == ("debate", "people", "veto")
    assert [kind for kind, _name in shelves.kinds] == ["single_choice", "order", "short_text"]
    assert {article.pk for article in shelves.articles} == {question.article_id for question in quiz.questions.all()}
    assert shelves_of(quiz_of(0).owner).tags == ()


class TestCopies:
    """The bank shows the newest copy; its older ones had been tagged."""

    @pytest.fixture
    def copy(self, quiz):
        other = quiz_of(0, quiz.owner)
        copy = QuestionFactory(quiz=other, stem="Who spoke first?")
        tagged(copy, "debate", "late")
        return copy

    def shown(self, copy):
        (found,) = found_by(copy.quiz.owner, Search(words="who spoke"))
        assert found == copy
        return found.tags_in_bank

    def test_show_the_tags_of_all(self, copy):
        assert self.shown(copy) == ("debate", "late", "people")
        assert shelves_of(copy.quiz.owner).tags == ("debate", "late", "people", "veto")

    @pytest.mark.parametrize("search", [{"tag": "people"}, {"words": "people"}, {"tag": "late", "words": "who people"}])
    def test_are_found_by_the_tags_of_any(self, copy, search):
        assert stems(copy.quiz.owner, **search) == ["Who spoke first?"]

    def test_a_colleagues_copy_has_no_part_in_it(self, copy):
        tagged(QuestionFactory(quiz=QuizFactory(), stem="Who spoke first?"), "foreign")
        assert "foreign" not in self.shown(copy)

    def test_are_put_in_with_the_tags_of_all(self, copy):
        third = quiz_of(0, copy.quiz.owner)
        collecting.put_in(quiz=third, questions=[copy])
        assert [tag.name for tag in third.questions.get().tags.all()] == ["debate", "late", "people"]

    def test_are_edited_with_the_tags_of_all(self, copy):
        form = form_for(copy)
        assert form["tags"].value() == "debate, late, people"
        wording = replace(wording_of(copy), tags=("people", "new"), stem="Who spoke at first?")
        authoring.edit(question=copy, wording=wording)
        (older, newer) = found_by(copy.quiz.owner, Search(words="who spoke")).object_list[::-1]
        assert (older.tags_in_bank, newer.tags_in_bank) == (("people",), ("new", "people"))
