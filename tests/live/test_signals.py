"""Signals on their way to another process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.live.signals import Ended, Told, packed, unpacked


@given(st.one_of(st.builds(Told, st.text(), st.text()), st.builds(Ended, st.text())), st.text())
def test_what_is_packed_is_unpacked(signal: Told | Ended, sender: str):
    assert unpacked(packed(signal, sender)) == (sender, signal)
    assert unpacked(packed(signal, sender).encode()) == (sender, signal)


@pytest.mark.parametrize("text", ["", "{}", "[]", '["me", "told", "room"]', '["me", "ended", 3]', '["me", "x", "y"]'])
def test_anything_else_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 -- json's own words, or ours
        unpacked(text)
