"""Explanations of vote: who may, before and after, in which order, and who has the floor until when."""

from datetime import timedelta

import pytest

from tests.factories import NOON, ResolutionFactory, ballot_in, delegate_of, hall_with
from unsim.assembly import explaining, putting, roll_calls, scenes, steps
from unsim.assembly.casting import AnotherSeat, NoSeat
from unsim.assembly.explaining_shown import explanations_now, own_explaining
from unsim.assembly.floor import note
from unsim.assembly.meetings import introduce
from unsim.assembly.models import Ballot
from unsim.assembly.proceedings import declare
from unsim.assembly.steps import NotInOrderNow
from unsim.rules.majority import Majority
from unsim.rules.procedure import Method
from unsim.rules.profiles import MODEL_UN, as_dict
from unsim.rules.roll_call_vote import Answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    text = ResolutionFactory(sponsors="Ukraine, Albania")
    meeting = hall_with("ALB FRA RUS UKR", resolution=text)
    introduce(meeting, text, ["UKR", "ALB"], NOON)
    return meeting


def ask(meeting, code, *, on=True) -> None:
    person = delegate_of(meeting, code)
    explaining.ask(meeting=meeting, participant=person, code=code, on=on, now=NOON)


def waiting(meeting) -> list[str]:
    return list(now(meeting).waiting)


def now(meeting):
    return explanations_now(meeting, steps.floor_of(meeting))


def declared(meeting, **fields) -> Ballot:
    ballot = ballot_in(meeting, {"FRA": "yes", "RUS": "no"}, stage="locked", **fields)
    declare(ballot=ballot, now=NOON)
    return ballot


def test_before_the_vote_in_the_order_in_which_they_asked(meeting):
    for code in ("RUS", "FRA", "RUS"):
        ask(meeting, code)
    assert waiting(meeting) == ["RUS", "FRA"]
    ask(meeting, "RUS", on=False)
    assert waiting(meeting) == ["FRA"]


@pytest.mark.parametrize("code", ["UKR", "ALB"])
def test_not_by_who_proposed_the_text(meeting, code):
    with pytest.raises(NotInOrderNow, match="rule 88"):
        ask(meeting, code)
    assert own_explaining(meeting, steps.floor_of(meeting), code) == {}
    assert own_explaining(meeting, steps.floor_of(meeting), "FRA")["explain"] == {"asked": False, "moment": "before"}


def test_not_while_a_vote_is_taken(meeting):
    ballot_in(meeting)
    with pytest.raises(explaining.NotNow):
        ask(meeting, "FRA")
    assert now(meeting) is None


def test_after_the_vote_there_is_a_list_of_its_own(meeting):
    ask(meeting, "RUS")
    declared(meeting)
    assert waiting(meeting) == []
    ask(meeting, "FRA")
    assert waiting(meeting) == ["FRA"]
    note(meeting, NOON, "gone_on")
    assert waiting(meeting) == [], "before whatever comes next"


def test_none_of_a_secret_ballot(meeting):
    totals = {"yes": 4, "no": 0, "abstain": 0, "absent": 0, "invalid": 0}
    declare(ballot=ballot_in(meeting, stage="counted", method="secret", totals=totals), now=NOON)
    with pytest.raises(NotInOrderNow, match="secret ballot is not explained"):
        ask(meeting, "FRA")


def test_the_president_calls_them_and_each_has_ten_minutes(meeting):
    for code in ("RUS", "FRA"):
        ask(meeting, code)
    explaining.call(meeting=meeting, code="FRA", now=NOON)
    shown = now(meeting)
    assert (shown.speaking.name, shown.speaking.ends) == ("France", NOON + timedelta(minutes=10))
    assert (list(shown.waiting), shown.heard) == (["RUS"], {"FRA"})
    assert own_explaining(meeting, steps.floor_of(meeting), "FRA") == {}
    with pytest.raises(explaining.NotListed):
        explaining.call(meeting=meeting, code="FRA", now=NOON)
    for _click in range(2):
        explaining.end(meeting=meeting, now=NOON)
    assert now(meeting).speaking is None
    assert meeting.log.filter(what="explain_ended").count() == 1


def test_nobody_asks_for_another_delegation(meeting):
    with pytest.raises(AnotherSeat):
        explaining.ask(meeting=meeting, participant=delegate_of(meeting, "FRA"), code="RUS", on=True, now=NOON)
    with pytest.raises(NoSeat):
        explaining.ask(meeting=meeting, participant=delegate_of(hall_with("FRA"), "FRA"), code="FRA", on=True, now=NOON)


def test_who_answered_with_rights_is_on_the_list_and_nobody_else_gets_there():
    meeting = hall_with("ALB FRA", profile=as_dict(MODEL_UN))
    way = putting.Way(Method.ROLL_CALL, Majority.SIMPLE)
    ballot = putting.put_question(meeting=meeting, way=way, now=NOON)
    for code, answer in (("ALB", Answer.NO), ("FRA", Answer.YES_WITH_RIGHTS)):
        roll_calls.answer_for(ballot=ballot, code=code, answer=answer, now=NOON)
    declare(ballot=ballot, now=NOON)
    assert now(meeting).waiting == {"FRA": "France"}
    with pytest.raises(NotInOrderNow, match="not explained by the rules"):
        ask(meeting, "ALB")
    explaining.call(meeting=meeting, code="FRA", now=NOON)
    assert now(meeting).waiting == {}


def test_the_pages_of_the_session_show_it_too(meeting):
    ask(meeting, "FRA")
    explaining.call(meeting=meeting, code="FRA", now=NOON)
    for audience in ("phone", "screen", "desk"):
        scene = scenes.scene_for(scenes.stand_of(meeting.room, meeting.pk), audience)
        assert "Explanation of vote" in scene.cells["explaining"]
        assert scene.cells["explaining"] in scene.html
