from datetime import timedelta

import pytest
from django.db import transaction

from tests.factories import NOON, ballot_in, delegate_of, hall_with, observer_in
from unsim.assembly import script_floor, speakers, steps
from unsim.assembly.casting import AnotherSeat
from unsim.assembly.floor import VoteGoingOn
from unsim.assembly.minutes import minutes_of
from unsim.assembly.seating import NotDealt
from unsim.assembly.speakers import InPrivate, LimitDecided, NoSeatToSpeakFrom, NoSpeakers, NotYourSpeech
from unsim.assembly.speakers_shown import SHOWN, speakers_of
from unsim.assembly.speaking import speaking_of
from unsim.assembly.steps import NotInOrderNow
from unsim.rules.profile import Yield
from unsim.rules.profiles import MODEL_UN, as_dict

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return hall_with("ALB FRA UKR")


@pytest.fixture
def club():
    return hall_with("ALB FRA UKR", profile=as_dict(MODEL_UN))


def later(seconds: int):
    return NOON + timedelta(seconds=seconds)


def listed(meeting, *codes):
    for code in codes:
        speakers.ask(meeting=meeting, code=code)
    return meeting


def called(meeting, *codes, now=NOON):
    listed(meeting, *codes)
    speakers.call_next(meeting=meeting, now=now)
    return meeting


def state(meeting):
    meeting.refresh_from_db()
    return speaking_of(meeting).heard(steps.floor_of(meeting))


def shown(meeting):
    meeting.refresh_from_db()
    return speakers_of(meeting, steps.floor_of(meeting))


@transaction.atomic
def take(meeting, step, **data):
    meeting.refresh_from_db()
    return steps.take(meeting, step, NOON, **data)


def test_in_the_order_in_which_they_asked(meeting):
    called(meeting, "UKR", "ALB")
    assert (state(meeting).speaking.delegation, state(meeting).waiting) == ("UKR", ("ALB",))
    assert [minute.sentence for minute in minutes_of(meeting)] == ["Ukraine had the floor."]


def test_one_entry_of_a_delegation_at_a_time(meeting):
    listed(meeting, "ALB")
    with pytest.raises(NotInOrderNow, match="is on the list already"):
        speakers.ask(meeting=meeting, code="ALB")
    assert state(meeting).waiting == ("ALB",)


def test_leaving_the_list(meeting):
    listed(meeting, "ALB", "FRA")
    speakers.leave(meeting=meeting, code="ALB")
    assert state(meeting).waiting == ("FRA",)
    with pytest.raises(NotInOrderNow, match="not on the list"):
        speakers.leave(meeting=meeting, code="ALB")


def test_an_observer_speaks(meeting):
    observer_in(meeting, "EUE")
    called(meeting, "EUE")
    assert shown(meeting).speaker.who.observer


def test_who_is_not_here_does_not_speak(meeting):
    with pytest.raises(NotDealt):
        speakers.ask(meeting=meeting, code="USA")


@pytest.mark.parametrize("stage", ["seating", "closed"])
def test_outside_a_session_nobody_speaks(meeting, stage):
    meeting.stage = stage
    meeting.save()
    with pytest.raises(NoSpeakers):
        listed(meeting, "ALB")


def test_during_a_vote_nobody_is_called_but_a_speech_can_be_ended(meeting):
    called(meeting, "ALB", "FRA")
    ballot_in(meeting)
    with pytest.raises(VoteGoingOn):
        listed(meeting, "UKR")
    speakers.finish(meeting=meeting)
    with pytest.raises(VoteGoingOn):
        speakers.call_next(meeting=meeting, now=NOON)
    assert state(meeting).speaking is None


def test_in_a_suspended_meeting_nobody_speaks(meeting):
    take(meeting, "move", kind="suspend_meeting", by="ALB")
    take(meeting, "put")
    take(meeting, "decide", carried=True)
    with pytest.raises(NotInOrderNow, match="suspended or adjourned"):
        listed(meeting, "ALB")


class TestTheTime:
    def test_of_a_speech_stands_still_and_goes_on(self, club):
        called(club, "ALB")
        assert shown(club).speaker.clock.ends == later(90)
        speakers.pause(meeting=club, now=later(30))
        assert (shown(club).speaker.clock.ends, shown(club).speaker.clock.left) == (None, "1:00")
        speakers.go_on(meeting=club, now=later(100))
        assert shown(club).speaker.clock.ends == later(160)

    def test_without_a_limit(self, meeting):
        called(meeting, "ALB")
        assert shown(meeting).speaker.clock is None

    def test_is_limited_by_the_president_from_the_next_speech_on(self, meeting):
        called(meeting, "ALB", "FRA")
        for _click in range(2):
            speakers.set_limit(meeting=meeting, seconds=60, now=NOON)
        assert shown(meeting).speaker.clock is None
        speakers.finish(meeting=meeting)
        speakers.call_next(meeting=meeting, now=NOON)
        assert shown(meeting).speaker.clock.ends == later(60)
        speakers.set_limit(meeting=meeting, seconds=None, now=NOON)
        assert shown(meeting).limit is None
        assert [entry.what for entry in meeting.log.all()] == ["spoke", "limit_set", "spoke", "limit_lifted"]

    def test_is_limited_by_a_motion_and_then_not_by_the_president(self, meeting):
        take(meeting, "move", kind="time_limit", by="ALB", seconds=30)
        take(meeting, "put")
        take(meeting, "decide", carried=True)
        with pytest.raises(LimitDecided):
            speakers.set_limit(meeting=meeting, seconds=600, now=NOON)
        called(meeting, "ALB")
        assert shown(meeting).speaker.clock.ends == later(30)


class TestTheList:
    def test_is_cleared(self, meeting):
        listed(meeting, "ALB", "FRA")
        before = shown(meeting).print("phone")
        speakers.clear(meeting=meeting, now=NOON)
        assert state(meeting).waiting == ()
        assert shown(meeting).print("phone") != before, "phones offer other buttons"

    def test_is_closed_and_opened_by_the_president(self, meeting):
        listed(meeting, "ALB")
        for closed in (True, True, False):
            speakers.close_list(meeting=meeting, closed=closed, now=NOON)
        speakers.close_list(meeting=meeting, closed=True, now=NOON)
        with pytest.raises(NotInOrderNow, match="list is closed"):
            speakers.ask(meeting=meeting, code="FRA")
        speakers.call_next(meeting=meeting, now=NOON)
        assert [entry.what for entry in meeting.log.all()] == ["list_closed", "list_opened", "list_closed", "spoke"]

    def test_that_a_motion_closed_is_not_opened_by_the_president(self, meeting):
        take(meeting, "move", kind="close_list", by="ALB")
        take(meeting, "grant")
        for act in (
            lambda: speakers.close_list(meeting=meeting, closed=False, now=NOON),
            lambda: speakers.ask(meeting=meeting, code="FRA"),
        ):
            with pytest.raises(NotInOrderNow, match="list is closed"):
                act()

    def test_shows_the_next_five_and_how_many_more(self):
        codes = ("ALB", "CHN", "FRA", "GBR", "RUS", "UKR", "USA")
        meeting = listed(hall_with(" ".join(codes)), *codes)
        assert [who.code for who in shown(meeting).next] == list(codes[:SHOWN])
        assert shown(meeting).more == 2
        assert not shown(meeting).empty

    def test_the_desk_is_not_fetched_anew_whenever_somebody_asks(self, meeting):
        prints = [shown(listed(meeting, code)).print("desk") for code in ("ALB", "FRA", "UKR")]
        assert len(set(prints)) == 1


class TestARightOfReply:
    def test_is_asked_for_granted_and_taken_at_the_end_of_the_list(self, meeting):
        listed(meeting, "FRA")
        for _click in range(2):
            speakers.ask_reply(meeting=meeting, code="ALB")
        assert [who.code for who in shown(meeting).asking] == ["ALB"]
        speakers.grant_reply(meeting=meeting, code="ALB", now=NOON)
        assert (shown(meeting).asking, [who.code for who in shown(meeting).replies]) == ((), ["ALB"])
        speakers.call_next(meeting=meeting, now=NOON)
        speakers.finish(meeting=meeting)
        speakers.call_next(meeting=meeting, now=NOON)
        assert shown(meeting).speaker.kind == "reply"
        assert shown(meeting).speaker.clock.ends == later(600)

    def test_is_not_granted(self, meeting):
        speakers.ask_reply(meeting=meeting, code="ALB")
        speakers.refuse_reply(meeting=meeting, code="ALB")
        assert (shown(meeting).asking, shown(meeting).replies) == ((), ())

    def test_not_more_than_two(self, meeting):
        for _time in range(2):
            speakers.grant_reply(meeting=meeting, code="ALB", now=NOON)
        with pytest.raises(NotInOrderNow, match="No more than 2 replies"):
            speakers.ask_reply(meeting=meeting, code="ALB")

    def test_also_when_the_list_is_closed(self, meeting):
        speakers.close_list(meeting=meeting, closed=True, now=NOON)
        speakers.grant_reply(meeting=meeting, code="ALB", now=NOON)
        assert shown(meeting).replies


class TestYielding:
    def give(self, meeting, to, delegate="", code="ALB"):
        speakers.yield_to(meeting=meeting, code=code, to=to, delegate=delegate, now=later(30))

    def test_to_a_delegation_to_questions_and_to_the_chair(self, club):
        self.give(called(club, "ALB"), Yield.DELEGATE, "FRA")
        assert (shown(club).turn, shown(club).speaker.clock.ends) == ("FRA", later(90))
        speakers.finish(meeting=club)
        self.give(called(club, "ALB"), Yield.QUESTIONS)
        assert shown(club).speaker.questions
        speakers.finish(meeting=club)
        self.give(called(club, "ALB"), Yield.CHAIR)
        assert shown(club).speaker is None

    def test_not_the_time_of_another(self, club):
        called(club, "ALB")
        with pytest.raises(NotYourSpeech):
            self.give(club, Yield.CHAIR, code="FRA")

    def test_not_to_somebody_who_is_not_here(self, club):
        with pytest.raises(NotDealt):
            self.give(called(club, "ALB"), Yield.DELEGATE, "USA")

    def test_not_in_the_assembly(self, meeting):
        with pytest.raises(NotInOrderNow):
            self.give(called(meeting, "ALB"), Yield.CHAIR)


class TestACaucus:
    def begin(self, meeting, kind, **data):
        take(meeting, "move", kind=kind, by="ALB", **data)
        take(meeting, "second", number=1, by="FRA")
        take(meeting, "put")
        take(meeting, "decide", carried=True)

    def test_a_moderated_one_has_its_time_and_its_own_list(self, club):
        called(club, "UKR", "FRA")
        self.begin(club, "moderated_caucus", seconds=600, each=30)
        assert (shown(club).caucus.clock.ends, shown(club).speaker, shown(club).waiting) == (later(600), None, ())
        assert not shown(club).called
        called(club, "ALB", now=later(5))
        assert shown(club).called
        assert shown(club).speaker.clock.ends == later(35)
        take(club, "end_caucus")
        assert ([who.code for who in shown(club).waiting], shown(club).caucus) == (["FRA"], None)

    def test_its_time_stands_still_and_goes_on(self, club):
        self.begin(club, "unmoderated_caucus", seconds=600)
        speakers.run_caucus(meeting=club, on=False, now=later(60))
        assert shown(club).caucus.clock.left == "9:00"
        speakers.run_caucus(meeting=club, on=True, now=later(120))
        assert shown(club).caucus.clock.ends == later(660)

    def test_in_an_unmoderated_one_nobody_is_called(self, club):
        self.begin(club, "unmoderated_caucus", seconds=600)
        with pytest.raises(InPrivate):
            listed(club, "ALB")
        assert shown(club).private

    def test_a_second_one_has_its_own_time(self, club):
        self.begin(club, "unmoderated_caucus", seconds=600)
        take(club, "end_caucus")
        take(club, "move", kind="unmoderated_caucus", by="ALB", seconds=300)
        take(club, "second", number=2, by="FRA")
        take(club, "put")
        take(club, "decide", carried=True)
        assert shown(club).caucus.clock.ends == later(300)

    def test_without_one_there_is_no_time_to_stop(self, club):
        with pytest.raises(NotInOrderNow, match="no caucus"):
            speakers.run_caucus(meeting=club, on=False, now=NOON)

    def test_nobody_replies_in_one(self, club):
        self.begin(club, "moderated_caucus", seconds=600, each=30)
        with pytest.raises(NotInOrderNow):
            speakers.ask_reply(meeting=club, code="ALB")


def test_a_participant_speaks_for_the_own_delegation(meeting):
    albania = delegate_of(meeting, "ALB")
    assert speakers.code_of(meeting, albania, "ALB") == "ALB"
    with pytest.raises(AnotherSeat):
        speakers.code_of(meeting, albania, "FRA")
    meeting.seats.filter(participant=albania).update(delegation=None)
    with pytest.raises(NoSeatToSpeakFrom):
        speakers.code_of(meeting, albania, "ALB")


def test_the_president_has_words_for_the_list(meeting):
    assert script_floor.on_the_list(shown(meeting)) == ""
    assert script_floor.on_the_list(shown(listed(meeting, "FRA"))).endswith("on the list: France.")
    assert script_floor.on_the_list(shown(called(meeting))).endswith("I thank France.")
    speakers.finish(meeting=meeting)
    speakers.grant_reply(meeting=meeting, code="UKR", now=NOON)
    assert "Ukraine for a right of reply" in script_floor.on_the_list(shown(meeting))
