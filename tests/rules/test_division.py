import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.division import Division, Part

PREAMBLE, FIRST, SECOND = Part("preamble", False), Part("1", True), Part("2", True)


def voted(division: Division, *results: bool) -> Division:
    for adopted in results:
        division = division.settle(adopted=adopted)
    return division


def test_parts_are_voted_on_in_turn():
    division = Division((PREAMBLE, FIRST, SECOND), rest_operative=False)
    assert division.next_part == PREAMBLE
    division = voted(division, True, False)
    assert (division.next_part, division.complete, division.kept) == (SECOND, False, (PREAMBLE,))
    division = voted(division, True)
    assert (division.next_part, division.complete, division.kept) == (None, True, (PREAMBLE, SECOND))


@pytest.mark.parametrize(
    ("parts", "rest_operative", "results", "rejected"),
    [
        ((FIRST, SECOND), False, (False, False), True),
        ((FIRST, SECOND), False, (False, True), False),
        ((FIRST, SECOND), True, (False, False), False),
        ((FIRST, SECOND), False, (False,), False),
        ((PREAMBLE, FIRST), False, (True, False), True),
        ((PREAMBLE,), True, (False,), False),
    ],
)
def test_without_any_operative_part_there_is_nothing_left(parts, rest_operative, results, rejected):
    assert voted(Division(parts, rest_operative), *results).whole_rejected is rejected


@pytest.mark.parametrize("parts", [(), (FIRST, Part("1", False))])
def test_a_division_needs_parts_with_names_of_their_own(parts):
    with pytest.raises(ValueError, match="parts"):
        Division(parts, rest_operative=True)


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.data())
def test_every_part_is_voted_on_once(operative, data):
    division = Division(tuple(Part(str(number), each) for number, each in enumerate(operative)), rest_operative=False)
    put = []
    while division.next_part:
        put.append(division.next_part)
        division = division.settle(adopted=data.draw(st.booleans()))
    assert tuple(put) == division.parts
    assert division.whole_rejected is not any(part.operative for part in division.kept)
