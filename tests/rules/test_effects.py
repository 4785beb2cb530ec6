"""A motion that carries does what it says: one test for every kind."""

from dataclasses import replace

import pytest

from tests.rules.meetings import (
    ADOPTED,
    CARRIED,
    DRAFT,
    LOST,
    PARTICULARS,
    PUT,
    REJECTED,
    RIVAL,
    VOTING,
    K,
    after,
    carries,
    moves,
    step,
)
from unsim.rules.amendments import AmendmentStatus
from unsim.rules.effects import carry, lose
from unsim.rules.floor_state import Caucus, DraftStatus, Floor
from unsim.rules.motion_table import POINTS
from unsim.rules.motions import Moved, Stage
from unsim.rules.procedure import Method
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN

GA = GENERAL_ASSEMBLY


def status(floor: Floor, name: str = "L.5") -> DraftStatus:
    return next(draft.status for draft in floor.drafts if draft.name == name)


def carried(floor: Floor, kind: K, profile=GA, **data) -> Floor:
    return carry(profile, floor, Moved(9, kind, "RUS", **{**PARTICULARS.get(kind, {}), **data}))


@pytest.mark.parametrize("kind", sorted(POINTS))
def test_points_change_nothing(kind):
    floor = after(GA, DRAFT)
    assert carried(floor, kind) == floor


def test_suspend_and_adjourn():
    for kind, stage in ((K.SUSPEND_MEETING, Stage.SUSPENDED), (K.ADJOURN_MEETING, Stage.ADJOURNED)):
        floor = carried(after(GA, DRAFT, *carries(K.CLOSE_DEBATE)), kind)
        assert (floor.stage, floor.resumes) == (stage, Stage.CLOSED)


def test_no_action():
    floor = after(GA, DRAFT, RIVAL, *carries(K.ADJOURN_DEBATE))
    assert status(floor) is DraftStatus.NOT_ACTED_ON
    assert floor.draft.name == "L.6"


def test_close_debate():
    assert after(GA, DRAFT, *carries(K.CLOSE_DEBATE)).stage is Stage.CLOSED


def test_no_competence():
    assert status(after(GA, DRAFT, *carries(K.COMPETENCE))) is DraftStatus.NOT_COMPETENT


def test_time_limit():
    assert after(GA, *carries(K.TIME_LIMIT, seconds=180)).speech_seconds == 180


def test_close_list():
    assert after(GA, moves(K.CLOSE_LIST), step("grant")).list_closed


def test_division():
    division = after(GA, DRAFT, moves(K.DIVISION), step("grant")).draft.division
    assert ([part.name for part in division.parts], division.rest_operative) == (["1", "2"], False)


@pytest.mark.parametrize(
    ("kind", "method"),
    [(K.RECORDED_VOTE, Method.RECORDED), (K.ROLL_CALL, Method.ROLL_CALL), (K.SECRET_BALLOT, Method.SECRET)],
)
def test_how_to_vote(kind, method):
    floor = carried(after(GA, step("ask_secret")), kind)
    assert (floor.method, floor.secret_asked) == (method, False)


def test_other_ways_to_vote_lapse():
    floor = after(GA, moves(K.RECORDED_VOTE, "ALB"), moves(K.SECRET_BALLOT), PUT, CARRIED)
    assert (floor.method, floor.pending) == (Method.RECORDED, ())


def test_reconsidering_how_to_vote_opens_it_again():
    floor = after(GA, moves(K.RECORDED_VOTE), step("grant"), *carries(K.RECONSIDER))
    assert (floor.method, floor.stage) == (None, Stage.DEBATE)


@pytest.mark.parametrize("outcome", [ADOPTED, REJECTED])
def test_reconsidering_a_draft_opens_the_debate_on_it_again(outcome):
    floor = after(GA, DRAFT, moves(K.DIVISION), step("grant"), VOTING, ADOPTED, ADOPTED, outcome)
    assert status(floor) in (DraftStatus.ADOPTED, DraftStatus.REJECTED)
    floor = after(GA, *carries(K.RECONSIDER, about="L.5"), floor=floor)
    assert (floor.stage, floor.draft.name, floor.draft.division, floor.draft.ties) == (Stage.DEBATE, "L.5", None, 0)


def test_an_amendment():
    floor = after(GA, DRAFT, moves(K.AMENDMENT, about="A"))
    adopted = carried(floor, K.AMENDMENT, about="A").draft.amendments.all[0].status
    rejected = lose(GA, floor, Moved(9, K.AMENDMENT, "RUS", "A")).draft.amendments.all[0].status
    assert (adopted, rejected) == (AmendmentStatus.ADOPTED, AmendmentStatus.REJECTED)


def test_voting_on_the_next_draft_or_not():
    voted = after(GA, DRAFT, RIVAL, VOTING, ADOPTED)
    assert status(after(GA, *carries(K.VOTE_ON_NEXT), floor=voted), "L.6") is DraftStatus.PENDING
    declined = after(GA, moves(K.VOTE_ON_NEXT), PUT, LOST, floor=voted)
    assert status(declined, "L.6") is DraftStatus.NOT_PUT
    assert declined.draft is None


@pytest.mark.parametrize(("kind", "each"), [(K.UNMODERATED_CAUCUS, None), (K.MODERATED_CAUCUS, 60)])
def test_a_caucus(kind, each):
    floor = after(MODEL_UN, moves(kind), step("second", number=1, by="FRA"), step("grant"))
    assert floor.caucus == Caucus(kind, 600, each)


def test_an_appeal_turns_the_ruling_round():
    floor = after(GA, moves(K.POINT_OF_ORDER), step("rule", upheld=True))
    assert not carried(floor, K.APPEAL).rulings[-1].upheld


@pytest.mark.parametrize("kind", sorted(set(GA.order) - POINTS - {K.VOTE_ON_NEXT, K.AMENDMENT, K.APPEAL}))
def test_a_lost_motion_changes_nothing(kind):
    floor = after(GA, DRAFT, RIVAL)
    assert lose(GA, floor, Moved(9, kind, "RUS", "L.5")) == floor


def test_motions_that_make_no_sense_any_more_lapse():
    waiting = (DRAFT, moves(K.DIVISION), moves(K.COMPETENCE), moves(K.TIME_LIMIT), moves(K.RECORDED_VOTE))
    kinds = [each.kind for each in after(GA, *waiting, *carries(K.ADJOURN_DEBATE)).pending]
    assert kinds == [K.TIME_LIMIT, K.RECORDED_VOTE]
    kinds = [each.kind for each in after(GA, *waiting, *carries(K.CLOSE_DEBATE)).pending]
    assert kinds == [K.DIVISION, K.COMPETENCE, K.RECORDED_VOTE]


def test_what_was_moved_on_one_draft_does_not_pass_to_its_rival():
    floor = after(GA, DRAFT, RIVAL, moves(K.DIVISION), *carries(K.COMPETENCE))
    assert floor.draft.name == "L.6"
    assert floor.pending == ()


def test_a_suspension_keeps_what_waits():
    floor = after(GA, DRAFT, moves(K.CLOSE_DEBATE), *carries(K.SUSPEND_MEETING))
    assert [each.kind for each in floor.pending] == [K.CLOSE_DEBATE]


def test_nothing_else_is_touched():
    before = after(GA, DRAFT)
    assert replace(after(GA, *carries(K.TIME_LIMIT), floor=before), speech_seconds=None, moved=0) == before
