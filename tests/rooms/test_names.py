import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rooms.names import ALPHABET, BadName, clean_code, clean_name, name_key, new_code


def test_the_alphabet_has_no_look_alikes():
    assert len(set(ALPHABET)) == len(ALPHABET)
    for pair in ("0O", "1I", "1L", "2Z", "5S", "8B", "UV"):
        assert not set(pair) <= set(ALPHABET), pair


def test_a_code_has_six_characters_of_it():
    code = new_code()
    assert len(code) == 6
    assert set(code) <= set(ALPHABET)


@pytest.mark.parametrize(
    ("typed", "code"), [("k7m4qx", "K7M4QX"), (" K7M 4QX ", "K7M4QX"), ("k7m-4qx", "K7M4QX"), ("", "")]
)
def test_a_code_is_read_as_people_type_it(typed, code):
    assert clean_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("Amina", "Amina"), ("  Amina   B. ", "Amina B."), ("Zoe\u0308", "Zoë"), ("陳", "陳"), ("O'Neil-7", "O'Neil-7")],
)
def test_names_that_are_let_in(typed, shown):
    assert clean_name(typed) == shown


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "...", "a" * 31, "Ami\x00na", "Ami\u202ena", "zero\u200bwidth", "bell\x07"],
)
def test_names_that_are_not(typed):
    with pytest.raises(BadName):
        clean_name(typed)


@given(st.text())
def test_whatever_is_typed_is_refused_or_shown_on_one_line(typed):
    try:
        name = clean_name(typed)
    except BadName:
        return
    assert 1 <= len(name) <= 30
    assert name.isprintable()
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("one", "other"), [("Amina", "AMINA"), ("Amina B", "amina  b"), ("ﬁn", "fin"), ("Straße", "STRASSE")]
)
def test_names_that_look_alike_are_one_name(one, other):
    assert name_key(one) == name_key(other)


def test_the_alphabet_is_capitals_and_figures():
    assert set(ALPHABET) <= set(string.ascii_uppercase + string.digits)
