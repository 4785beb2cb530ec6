"""The speakers' list as JSON, and back: nothing is lost, whatever happened on it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.assembly.models import Meeting
from unsim.assembly.speaking import (
    CaucusTime,
    Speaking,
    is_closed,
    read,
    seconds_of_speech,
    written,
)
from unsim.rules.floor import opened
from unsim.rules.floor_state import Caucus, Floor
from unsim.rules.motions import MotionKind, Stage
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, as_dict
from unsim.rules.speakers import SpeakersList, Speech, SpeechKind
from unsim.rules.timer import Timer

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
times = st.timedeltas(timedelta(0), timedelta(hours=3))
timers = st.builds(
    Timer, times, times, st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
)
codes = st.sampled_from(["ALB", "FRA", "UKR", "VAT"])
several = st.lists(codes, unique=True).map(tuple)
speeches = st.builds(Speech, codes, st.sampled_from(SpeechKind), st.none() | timers, st.booleans())
lists = st.builds(SpeakersList, several, st.none() | speeches, several, st.lists(codes).map(tuple))
states = st.builds(
    Speaking,
    lists,
    st.none() | st.integers(10, 3600),
    st.booleans(),
    several,
    st.integers(0, 9),
    st.none() | st.builds(CaucusTime, timers, lists),
)


@given(states)
def test_what_is_written_is_read_again(speaking):
    assert read(json.loads(json.dumps(written(speaking)))) == speaking


def test_nothing_is_an_empty_list():
    assert read({}) == Speaking()


CAUCUS = Caucus(MotionKind.MODERATED_CAUCUS, 600, 60)


@pytest.mark.parametrize(
    ("floor", "closed", "is_so"),
    [
        (Floor(), False, False),
        (Floor(), True, True),
        (Floor(list_closed=True), False, True),
        (Floor(stage=Stage.CLOSED), False, True),
        (Floor(stage=Stage.SUSPENDED), False, True),
        (Floor(list_closed=True, caucus=CAUCUS), True, False),
    ],
)
def test_when_the_list_is_closed(floor, closed, is_so):
    assert is_closed(floor, Speaking(closed=closed)) is is_so


@pytest.mark.parametrize(
    ("profile", "decided", "limit", "caucus", "seconds"),
    [
        (GENERAL_ASSEMBLY, None, None, None, None),
        (GENERAL_ASSEMBLY, None, 120, None, 120),
        (GENERAL_ASSEMBLY, 60, 120, None, 60),
        (MODEL_UN, 90, None, None, 90),
        (MODEL_UN, 90, 45, None, 45),
        (MODEL_UN, 30, 45, None, 30),
        (MODEL_UN, 90, 45, CAUCUS, 60),
    ],
)
def test_how_long_a_speech_may_be(profile, decided, limit, caucus, seconds):
    meeting = Meeting(profile=as_dict(profile))
    floor = Floor(speech_seconds=decided, caucus=caucus)
    assert seconds_of_speech(meeting, floor, Speaking(limit=limit)) == seconds
    assert opened(profile).speech_seconds == profile.speech_seconds


def test_a_caucus_has_a_list_of_its_own():
    general, own = SpeakersList(("ALB",)), SpeakersList(("FRA",))
    speaking = Speaking(general, caucus=CaucusTime(Timer(timedelta(minutes=10)), own))
    assert speaking.heard(Floor(caucus=CAUCUS)) == own
    assert speaking.heard(Floor()) == general
    after = speaking.with_heard(Floor(caucus=CAUCUS), SpeakersList())
    assert (after.heard(Floor(caucus=CAUCUS)), after.speakers) == (SpeakersList(), general)
