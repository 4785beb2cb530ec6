"""Sealed papers: what comes out of a box is what went in, and nothing else can be read."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox

from unsim.assembly.sealed import (
    MARKS,
    NOISE,
    PAPER,
    WrongKey,
    fits,
    inclusion_code,
    new_box,
    new_noise,
    noise_of,
    open_papers,
    seal,
)
from unsim.rules.choices import CASTABLE, Choice
from unsim.rules.tally import Tally, count

choices = st.lists(st.sampled_from(CASTABLE), max_size=12)


def papers_of(cast, box):
    noises = [new_noise() for _ in cast]
    return [
        (inclusion_code(noise), seal(choice, noise, box.public_key)) for choice, noise in zip(cast, noises, strict=True)
    ]


@settings(max_examples=25)
@given(choices)
def test_what_was_cast_is_counted(cast):
    box = new_box()
    opened = open_papers(papers_of(cast, box), box.wrapped_key, box.opening_key)
    assert opened.tally == count(cast)
    assert opened.invalid == 0


@pytest.mark.parametrize("choice", CASTABLE)
def test_every_paper_is_equally_long(choice):
    assert len(seal(choice, new_noise(), new_box().public_key)) == PAPER


def test_the_same_paper_is_never_sealed_alike():
    box, noise = new_box(), new_noise()
    assert seal(Choice.YES, noise, box.public_key) != seal(Choice.YES, noise, box.public_key)


def test_every_mark_is_one_letter_and_stands_for_one_choice():
    assert {len(mark) for mark in MARKS} == {1}
    assert sorted(MARKS.values()) == sorted(CASTABLE)


def test_an_absent_delegation_has_no_paper():
    with pytest.raises(KeyError):
        seal(Choice.ABSENT, new_noise(), new_box().public_key)


@pytest.mark.parametrize("length", [0, NOISE - 1, NOISE + 1])
def test_a_paper_takes_sixteen_random_bytes(length):
    with pytest.raises(ValueError, match="random bytes"):
        seal(Choice.YES, bytes(length), new_box().public_key)


def test_the_inclusion_code_is_the_hash_of_the_random_bytes():
    assert inclusion_code(b"0123456789abcdef") == hashlib.sha256(b"0123456789abcdef").hexdigest()


def test_noise_is_read_from_a_form():
    assert noise_of("00ff" * 8) == bytes.fromhex("00ff" * 8)


@pytest.mark.parametrize("typed", ["", "00", "0" * 31, "0" * 33, "zz" * 16, "00 11 " * 5 + "00"])
def test_noise_that_nobody_made_is_refused(typed):
    with pytest.raises(ValueError, match="hex"):
        noise_of(typed)


@pytest.mark.parametrize("key", [b"", b"short", bytes(32), bytes(33)])
def test_another_key_opens_nothing(key):
    box = new_box()
    assert not fits(box.wrapped_key, key)
    with pytest.raises(WrongKey):
        open_papers(papers_of([Choice.YES], box), box.wrapped_key, key)


def test_a_shredded_box_fits_no_key():
    assert not fits(b"", new_box().opening_key)


def test_the_opening_key_fits():
    box = new_box()
    assert fits(box.wrapped_key, box.opening_key)


def test_two_boxes_have_nothing_in_common():
    one, other = new_box(), new_box()
    assert {one.public_key, one.wrapped_key, one.opening_key}.isdisjoint(
        {other.public_key, other.wrapped_key, other.opening_key}
    )


def test_the_opening_key_is_in_no_representation():
    box = new_box()
    assert box.opening_key.hex() not in repr(box)
    assert repr(box.opening_key) not in repr(box)


def sealed_text(text, box):
    return SealedBox(PublicKey(box.public_key)).encrypt(text)


@pytest.mark.parametrize(
    "forge",
    [
        lambda box, noise: b"",
        lambda box, noise: bytes(PAPER),
        lambda box, noise: seal(Choice.YES, noise, box.public_key)[:-1],
        lambda box, noise: seal(Choice.YES, noise, new_box().public_key),
        lambda box, noise: sealed_text(b"x" + noise, box),
        lambda box, noise: sealed_text(b"", box),
        lambda box, noise: seal(Choice.YES, new_noise(), box.public_key),
    ],
    ids=["nothing", "zeros", "cut short", "for another box", "no such choice", "an empty paper", "another's code"],
)
def test_a_forged_paper_is_invalid_and_stops_nothing(forge):
    box, noise = new_box(), new_noise()
    forged = [(inclusion_code(noise), forge(box, noise))]
    opened = open_papers([*papers_of([Choice.NO, Choice.YES], box), *forged], box.wrapped_key, box.opening_key)
    assert opened.tally == Tally(yes=1, no=1, abstain=0)
    assert opened.invalid == 1


@pytest.mark.parametrize(
    ("cast", "unanimous"),
    [
        ([Choice.YES] * 5, True),
        ([Choice.ABSTAIN] * 5, True),
        ([Choice.YES] * 5 + [Choice.NO], False),
        ([Choice.NO, Choice.ABSTAIN], False),
        ([], False),
    ],
)
def test_unanimous_is_when_the_totals_give_every_paper_away(cast, unanimous):
    box = new_box()
    assert open_papers(papers_of(cast, box), box.wrapped_key, box.opening_key).unanimous is unanimous


def test_papers_are_opened_in_another_order_than_they_were_cast(monkeypatch):
    box, read = new_box(), []
    monkeypatch.setattr("unsim.assembly.sealed._read", lambda _box, code, _paper: read.append(code))
    cast = papers_of([Choice.YES] * 40, box)
    open_papers(cast, box.wrapped_key, box.opening_key)
    assert sorted(read) == sorted(code for code, _paper in cast)
    assert read != [code for code, _paper in cast]
