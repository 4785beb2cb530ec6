import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.comparing import Beside
from quizzes.marking import MarkedFact, facts_for, stretches
from quizzes.models import Rejection
from tests.factories import ArticleFactory, FactFactory, TeacherFactory, tally_values


def fact(number, start, end):
    return MarkedFact(number, number, "tally", "Vote count", "", "", False, "", False, start, end, Beside())


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6))
def test_the_pieces_are_the_text_and_each_fact_covers_its_own_characters(text, spans):
    facts = [fact(n, start, min(start + length, len(text))) for n, (start, length) in enumerate(spans)]
    facts = [one for one in facts if one.start < one.end]
    pieces = stretches(text, facts)
    assert "".join(piece.text for piece in pieces) == text
    for one in facts:
        assert "".join(piece.text for piece in pieces if one in piece.under) == text[one.start : one.end]
        assert [piece for piece in pieces if one in piece.ends] == [piece for piece in pieces if one in piece.under][
            -1:
        ]


def test_the_wider_fact_lies_outside():
    (first, second, third) = stretches("abcdef", [fact(1, 2, 4), fact(2, 0, 6)])
    assert [[one.number for one in piece.under] for piece in (first, second, third)] == [[2], [2, 1], [2]]
    assert [[one.number for one in piece.ends] for piece in (first, second, third)] == [[], [1], [2]]


@pytest.mark.django_db
def test_facts_for_a_teacher_with_words_and_what_was_rejected():
    article, teacher = ArticleFactory(), TeacherFactory()
    tally = FactFactory(article=article, number=0, values=tally_values())
    FactFactory(article=article, number=1, kind="position", values={"member": "BLR", "vote": "no", "tally": 0})
    Rejection.objects.create(fact=tally, teacher=teacher)
    first, second = facts_for(article, teacher)
    assert (first.number, first.kind_name, first.rejected) == (1, "Vote count", True)
    assert (second.number, second.words, second.rejected) == (2, "Belarus: against (143-5-35)", False)
    assert not facts_for(article, TeacherFactory())[0].rejected
