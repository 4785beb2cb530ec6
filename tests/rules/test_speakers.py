from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unsim.rules.profile import Yield
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, edited
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.speakers import SpeakersList, SpeechKind

NOW = datetime(2022, 10, 10, 15, 0, tzinfo=UTC)
ONE_REPLY = edited(GENERAL_ASSEMBLY, reply_seconds=[120])


def later(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def refused(reason: Reason):
    return pytest.raises(RuledOut, match=f"^{reason}")


def listed(*delegations: str) -> SpeakersList:
    speakers = SpeakersList()
    for delegation in delegations:
        speakers = speakers.ask(delegation, closed=False)
    return speakers


def speaking(profile=MODEL_UN, seconds=90) -> SpeakersList:
    return listed("FRA", "IND").call_next(profile, seconds=seconds, now=NOW)


def test_in_the_order_in_which_they_asked():
    speakers = listed("UKR", "FRA", "IND").call_next(GENERAL_ASSEMBLY, seconds=None, now=NOW)
    assert (speakers.speaking.delegation, speakers.speaking.timer, speakers.waiting) == ("UKR", None, ("FRA", "IND"))


def test_one_entry_at_a_time():
    with refused(Reason.ALREADY_LISTED):
        listed("UKR", "FRA").ask("UKR", closed=False)


def test_who_speaks_may_ask_for_later():
    assert speaking().ask("FRA", closed=False).waiting == ("IND", "FRA")


def test_a_closed_list_takes_nobody_but_keeps_who_waits():
    with refused(Reason.LIST_CLOSED):
        listed("UKR").ask("FRA", closed=True)
    assert listed("UKR").call_next(GENERAL_ASSEMBLY, seconds=60, now=NOW).speaking.delegation == "UKR"


def test_leaving_the_list():
    assert listed("UKR", "FRA").leave("UKR").waiting == ("FRA",)
    with refused(Reason.NOT_LISTED):
        listed("UKR").leave("FRA")


def test_clearing_it_lets_the_speaker_finish():
    cleared = speaking().grant_reply(MODEL_UN, "UKR").clear()
    assert (cleared.waiting, cleared.speaking.delegation, cleared.replies) == ((), "FRA", ("UKR",))


def test_one_speaks_at_a_time():
    with refused(Reason.SOMEBODY_SPEAKS):
        speaking().call_next(MODEL_UN, seconds=90, now=NOW)


def test_nobody_is_left():
    with refused(Reason.NOBODY_LISTED):
        SpeakersList().call_next(GENERAL_ASSEMBLY, seconds=None, now=NOW)


@pytest.mark.parametrize(
    "step",
    [
        lambda speakers: speakers.finish(),
        lambda speakers: speakers.pause(NOW),
        lambda speakers: speakers.go_on(NOW),
        lambda speakers: speakers.yield_to(MODEL_UN, Yield.CHAIR, now=NOW),
    ],
)
def test_what_needs_a_speaker(step):
    with refused(Reason.NOBODY_SPEAKS):
        step(listed("FRA"))


def test_the_time_stands_still_during_a_point_of_order():
    speakers = speaking().pause(later(30)).go_on(later(100))
    assert speakers.speaking.timer.remaining(later(110)) == timedelta(seconds=50)
    assert speakers.finish().speaking is None


def test_a_speech_without_a_limit_can_be_paused_too():
    speakers = speaking(seconds=None).pause(NOW).go_on(NOW)
    assert speakers.speaking.timer is None


def test_replies_come_last_ten_minutes_and_then_five():
    speakers = listed("FRA").grant_reply(GENERAL_ASSEMBLY, "RUS").grant_reply(GENERAL_ASSEMBLY, "RUS")
    heard = []
    for _ in range(3):
        speakers = speakers.call_next(GENERAL_ASSEMBLY, seconds=60, now=NOW)
        speech = speakers.speaking
        heard.append((speech.delegation, speech.kind, speech.timer.remaining(NOW).total_seconds()))
        speakers = speakers.finish()
    assert heard == [
        ("FRA", SpeechKind.SPEECH, 60),
        ("RUS", SpeechKind.REPLY, 600),
        ("RUS", SpeechKind.REPLY, 300),
    ]


def test_the_second_reply_is_the_shorter_one_also_when_it_is_granted_after_the_first():
    speakers = SpeakersList().grant_reply(GENERAL_ASSEMBLY, "RUS").call_next(GENERAL_ASSEMBLY, seconds=60, now=NOW)
    speakers = speakers.finish().grant_reply(GENERAL_ASSEMBLY, "RUS")
    speech = speakers.call_next(GENERAL_ASSEMBLY, seconds=60, now=NOW).speaking
    assert speech.timer.remaining(NOW) == timedelta(seconds=300)


@pytest.mark.parametrize(("profile", "most"), [(GENERAL_ASSEMBLY, 2), (ONE_REPLY, 1)])
def test_no_more_replies_on_an_item_than_the_profile_has_lengths_for(profile, most):
    speakers = SpeakersList()
    for _ in range(most):
        speakers = speakers.grant_reply(profile, "RUS")
    with refused(Reason.ENOUGH_REPLIES):
        speakers.grant_reply(profile, "RUS")
    assert speakers.grant_reply(profile, "UKR").replies[-1] == "UKR"


def test_yielding_to_the_chair_ends_the_speech():
    assert speaking().yield_to(MODEL_UN, Yield.CHAIR, now=later(10)).speaking is None


def test_yielding_to_questions_leaves_the_clock_running():
    speech = speaking().yield_to(MODEL_UN, Yield.QUESTIONS, now=later(10)).speaking
    assert (speech.delegation, speech.open_to_questions) == ("FRA", True)
    assert speech.timer.remaining(later(20)) == timedelta(seconds=70)


def test_yielding_to_a_delegation_gives_it_what_is_left_and_no_more_yields():
    speakers = speaking().yield_to(MODEL_UN, Yield.DELEGATE, delegate="NAM", now=later(60))
    speech = speakers.speaking
    assert (speech.delegation, speech.kind) == ("NAM", SpeechKind.YIELDED)
    assert speech.timer.remaining(later(70)) == timedelta(seconds=20)
    with refused(Reason.YIELDED_ALREADY):
        speakers.yield_to(MODEL_UN, Yield.CHAIR, now=later(70))


@pytest.mark.parametrize(
    ("profile", "to", "delegate"),
    [
        (GENERAL_ASSEMBLY, Yield.CHAIR, ""),
        (edited(MODEL_UN, yields=["questions"]), Yield.CHAIR, ""),
        (MODEL_UN, Yield.DELEGATE, ""),
        (MODEL_UN, Yield.DELEGATE, "FRA"),
    ],
)
def test_yields_that_are_not_possible(profile, to, delegate):
    with refused(Reason.NO_YIELD):
        speaking().yield_to(profile, to, delegate=delegate, now=later(10))


def test_neither_a_reply_nor_a_speech_without_limit_is_yielded():
    reply = SpeakersList().grant_reply(MODEL_UN, "RUS").call_next(MODEL_UN, seconds=90, now=NOW)
    for speakers in (reply, speaking(seconds=None)):
        with refused(Reason.NO_YIELD):
            speakers.yield_to(MODEL_UN, Yield.CHAIR, now=later(10))


def test_what_was_yielded_or_used_up_is_gone():
    with refused(Reason.YIELDED_ALREADY):
        speaking().yield_to(MODEL_UN, Yield.QUESTIONS, now=NOW).yield_to(MODEL_UN, Yield.CHAIR, now=NOW)
    with refused(Reason.NO_TIME_LEFT):
        speaking().yield_to(MODEL_UN, Yield.DELEGATE, delegate="NAM", now=later(90))


@given(st.lists(st.tuples(st.sampled_from(["ask", "leave", "next", "reply"]), st.sampled_from("ABC")), max_size=30))
def test_however_it_is_used_nobody_stands_on_it_twice(steps):
    speakers = SpeakersList()
    for step, delegation in steps:
        try:
            if step == "ask":
                speakers = speakers.ask(delegation, closed=False)
            elif step == "leave":
                speakers = speakers.leave(delegation)
            elif step == "reply":
                speakers = speakers.grant_reply(GENERAL_ASSEMBLY, delegation)
            else:
                speakers = SpeakersList(speakers.waiting, None, speakers.replies, speakers.replied)
                speakers = speakers.call_next(GENERAL_ASSEMBLY, seconds=60, now=NOW)
        except RuledOut:
            continue
        assert len(set(speakers.waiting)) == len(speakers.waiting)
        assert all(speakers.replied.count(each) <= 2 for each in "ABC")
