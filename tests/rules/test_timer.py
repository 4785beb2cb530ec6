from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.timer import ZERO, Timer, timer

START = datetime(2022, 10, 12, 15, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_time_runs_only_while_it_is_started():
    stopped = timer(90)
    assert (stopped.remaining(after(500)), stopped.running, stopped.ends_at()) == (timedelta(seconds=90), False, None)
    running = stopped.start(START)
    assert running.remaining(after(30)) == timedelta(seconds=60)
    assert running.ends_at() == after(90)
    paused = running.pause(after(30))
    assert paused.remaining(after(300)) == timedelta(seconds=60)
    again = paused.start(after(300))
    assert again.remaining(after(310)) == timedelta(seconds=50)
    assert again.ends_at() == after(360)


def test_who_goes_on_has_nothing_left_and_used_more():
    running = timer(90).start(START)
    assert not running.over(after(89.9))
    assert running.over(after(90))
    assert (running.remaining(after(100)), running.used(after(100))) == (ZERO, timedelta(seconds=100))


def test_a_second_start_changes_nothing():
    running = timer(90).start(START)
    assert running.start(after(30)) == running


def test_a_second_pause_changes_nothing():
    paused = timer(90).start(START).pause(after(10))
    assert paused.pause(after(50)) == paused


def test_a_clock_that_was_set_back_gives_no_time_away():
    assert timer(90).start(START).remaining(after(-60)) == timedelta(seconds=90)


@pytest.mark.parametrize("seconds", [0, -5])
def test_no_time_is_no_timer(seconds):
    with pytest.raises(ValueError, match="no time"):
        timer(seconds)


@given(st.integers(1, 600), st.lists(st.tuples(st.booleans(), st.integers(0, 50)), max_size=12))
def test_nothing_is_used_but_what_passed_while_it_ran(allotted, steps):
    clock, ran, value = START, ZERO, timer(allotted)
    for start, seconds in steps:
        value = value.start(clock) if start else value.pause(clock)
        passed = timedelta(seconds=seconds)
        ran += passed if start else ZERO
        clock += passed
        assert value.used(clock) == ran
        assert value.remaining(clock) == max(ZERO, timedelta(seconds=allotted) - ran)


def test_a_timer_can_be_part_spent_from_the_start():
    assert Timer(timedelta(seconds=90), spent=timedelta(seconds=80)).remaining(START) == timedelta(seconds=10)
