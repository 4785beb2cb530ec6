"""The bytes of the frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.live.client import parsed
from unsim.live import Part, frames


def part(shape: str = "a", /, **cells: str) -> Part:
    return Part("".join(cells.values()), cells, shape)


@given(st.text(alphabet=st.one_of(st.sampled_from("\r\n:"), st.characters(codec="utf-8"))))
def test_whatever_the_html_it_is_one_event_whose_data_is_the_html(html: str):
    block = frames.frame("board", html)
    assert block.endswith(b"\n\n")
    assert b"\n\n" not in block[:-2]
    assert list(parsed(block[:-2])) == [("board", html.replace("\r\n", "\n").replace("\r", "\n"))]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_no_line_end_begins_a_field(end: str):
    assert frames.frame("board", f"Ann{end}event: beat") == b"event: board\ndata: Ann\ndata: event: beat\n\n"


def test_only_the_changed_cells():
    before = part(x='<li id="x">1</li>', y='<li id="y">1</li>')
    after = part(x='<li id="x">1</li>', y='<li id="y">2</li>')
    assert frames.cells(before, after) == b'event: cells\ndata: <li id="y" hx-swap-oob="true">2</li>\n\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(part(x='<b id="x">1</b>'), part("b", x='<b id="x">2</b>'), id="another shape"),
        pytest.param(part(x='<b id="x">1</b>'), part(x='<b id="x">2</b>', y='<b id="y"></b>'), id="a new cell"),
        pytest.param(part(x='<b id="x">1</b>', y='<b id="y"></b>'), part(x='<b id="x">2</b>'), id="a cell less"),
        pytest.param(Part("1", {}, ""), Part("2", {}, ""), id="a change outside the cells"),
    ],
)
def test_otherwise_the_whole_part(before: Part, after: Part):
    assert frames.cells(before, after) is None


@pytest.mark.parametrize(
    ("name", "html", "marked"),
    [
        ("x", '<li id="x">1</li>', '<li id="x" hx-swap-oob="true">1</li>'),
        ("c-UKR", '<div id="c-UKR" class="yes"></div>', '<div id="c-UKR" hx-swap-oob="true" class="yes"></div>'),
        ("x", '<b id="x"> id="x"</b>', '<b id="x" hx-swap-oob="true"> id="x"</b>'),
    ],
)
def test_a_cell_is_marked_for_the_place_of_its_id(name: str, html: str, marked: str):
    assert frames.out_of_band(name, html) == marked


@pytest.mark.parametrize("html", ['<li class="a" id="x">', '<li id="y"><b id="x"></b></li>', "text", ' <li id="x">'])
def test_a_cell_that_does_not_begin_with_its_id_is_refused(html: str):
    with pytest.raises(ValueError, match="The cell x must begin"):
        frames.out_of_band("x", html)
