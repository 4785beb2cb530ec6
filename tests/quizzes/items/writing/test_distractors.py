from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.items.option_order import ordinal
from quizzes.items.writing.days import in_words
from quizzes.items.writing.distractors import dates_around, numbers_around

NUMBERS = st.integers(0, 193)


@given(NUMBERS, st.lists(NUMBERS), st.integers())
def test_four_numbers_ascending_the_key_once(key, pool, seed):
    options = numbers_around(key, pool, largest=193, rng=Random(seed))
    assert options is not None
    assert options == sorted(set(options))
    assert len(options) == 4
    assert key in options
    assert all(0 <= option <= 193 for option in options)


def test_numbers_of_the_pool_come_first():
    found = {tuple(numbers_around(141, [143, 140, 93, 35], largest=193, rng=Random(seed))) for seed in range(40)}
    assert all({*options} & {143, 140, 93} for options in found)


def test_every_place_of_the_key_occurs():
    places = {numbers_around(35, [5, 24, 38, 58], largest=193, rng=Random(seed)).index(35) for seed in range(60)}
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize(("key", "other"), [(5, 143), (143, 5)])
def test_nothing_of_another_order_of_magnitude(key, other):
    assert all(other not in numbers_around(key, [other], largest=193, rng=Random(seed)) for seed in range(30))


def test_no_room_for_wrong_numbers():
    assert numbers_around(1, [], largest=2, rng=Random(1)) is None


DAYS = st.dates().filter(lambda day: 1900 < day.year < 2100).map(lambda day: day.isoformat())


@given(st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4])), st.lists(DAYS), st.integers())
def test_four_dates_ascending_the_key_once(key, pool, seed):
    options = dates_around(key, pool, barred=(), rng=Random(seed))
    values = [ordinal(option) for option in options]
    assert in_words(key) in options
    assert len(set(options)) == 4
    assert None not in values
    assert values == sorted(values)


def test_what_may_be_right_too_is_no_option():
    for seed in range(30):
        options = dates_around("2022-03-24", ["2022-03-02", "2022-04-07"], barred=["2022-03-02"], rng=Random(seed))
        assert "2 March 2022" not in options


def test_far_days_are_no_options():
    for seed in range(30):
        assert "16 March 2014" not in dates_around("2022-03-24", ["2014-03-16"], barred=(), rng=Random(seed))
