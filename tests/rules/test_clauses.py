import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.resolutions import read_resolutions
from unsim.rules.clauses import Change, ChangeKind, Clause, amended, division_of, kept, numbered, wording_of
from unsim.rules.division import Part
from unsim.rules.refusals import Reason, RuledOut

ADD, DELETE, REVISE = ChangeKind
TEXT = "The Assembly,\n\nNoting\nthis,\n\n1. Calls for water;\n\n2. Decides."


def texts(wording) -> list[str]:
    return [clause.text for clause in wording.clauses]


def test_paragraphs_are_clauses_and_those_with_a_number_are_operative():
    assert wording_of(TEXT).clauses == (
        Clause(1, "The Assembly,", False),
        Clause(2, "Noting this,", False),
        Clause(3, "Calls for water;", True),
        Clause(4, "Decides.", True),
    )


def test_a_text_of_nothing():
    assert wording_of(" \n\n \n").clauses == ()


def test_the_practice_text_can_be_divided():
    (practice,) = [text for text in read_resolutions() if text.practice]
    assert [number for number, _ in numbered(wording_of(practice.summary).clauses) if number] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (Change(DELETE, 3), ["The Assembly,", "Noting this,", "Decides."]),
        (
            Change(REVISE, 3, "3.  Demands water;"),
            ["The Assembly,", "Noting this,", "Demands water;", "Decides."],
        ),
        (
            Change(ADD, 3, "9. Asks for soap;"),
            ["The Assembly,", "Noting this,", "Calls for water;", "Asks for soap;", "Decides."],
        ),
        (
            Change(ADD, 0, "On a hot day,"),
            ["On a hot day,", "The Assembly,", "Noting this,", "Calls for water;", "Decides."],
        ),
    ],
)
def test_an_amendment_adds_deletes_or_revises(change, after):
    assert texts(amended(wording_of(TEXT), change)) == after


def test_what_is_added_with_a_number_is_operative():
    wording = amended(amended(wording_of(TEXT), Change(ADD, 4, "1. Asks for soap;")), Change(ADD, 1, "Recalling,"))
    assert [number for number, _ in numbered(wording.clauses)] == [None, None, None, 1, 2, 3]


def test_a_revised_clause_stays_what_it_is():
    assert amended(wording_of(TEXT), Change(REVISE, 1, "1. The Assembly,")).clauses[0] == Clause(
        1, "The Assembly,", False
    )


def test_the_key_of_a_deleted_clause_is_never_given_again():
    wording = amended(amended(wording_of(TEXT), Change(DELETE, 4)), Change(ADD, 3, "4. New;"))
    with pytest.raises(RuledOut):
        amended(wording, Change(REVISE, 4, "Changed"))


@pytest.mark.parametrize("kind", ChangeKind)
def test_a_clause_that_is_not_there(kind):
    with pytest.raises(RuledOut) as refused:
        amended(wording_of(TEXT), Change(kind, 7, "x"))
    assert (refused.value.reason, refused.value.values) == (Reason.NO_SUCH_CLAUSE, {"number": 7})


def test_a_division_by_clauses():
    division = division_of(wording_of(TEXT).clauses, [[2], [4, 3]])
    assert division.parts == (Part("2", False), Part("3,4", True))
    assert not division.rest_operative
    assert division_of(wording_of(TEXT).clauses, [[3]]).rest_operative


@pytest.mark.parametrize("groups", [[], [[]], [[3], []], [[3], [3]], [[3, 9]]])
def test_a_division_that_cannot_be(groups):
    with pytest.raises(RuledOut) as refused:
        division_of(wording_of(TEXT).clauses, groups)
    assert refused.value.reason is Reason.NO_PARTS


def test_the_text_without_the_parts_that_were_rejected():
    clauses = wording_of(TEXT).clauses
    division = division_of(clauses, [[2, 3], [4]]).settle(adopted=False).settle(adopted=True)
    assert [clause.key for clause in kept(clauses, division)] == [1, 4]


@given(st.lists(st.tuples(st.sampled_from(ChangeKind), st.integers(0, 8)), max_size=12))
def test_keys_stay_unique_whatever_is_amended(changes):
    wording = wording_of(TEXT)
    for kind, at in changes:
        try:
            wording = amended(wording, Change(kind, at, "1. Something;"))
        except RuledOut:
            continue
    keys = [clause.key for clause in wording.clauses]
    assert len(set(keys)) == len(keys)
    assert max(keys, default=0) <= wording.keys
