import pytest

from unsim.assembly.exports import plain


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_a_formula_is_marked_as_text(cell):
    assert plain(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Albania", "A/RES/1", "a=b", 0, -1, 143])
def test_what_is_plain_stays(cell):
    assert plain(cell) == cell
