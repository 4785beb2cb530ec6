import pytest

from tests.rules.meetings import (
    CARRIED,
    DRAFT,
    LOST,
    PUT,
    VOTING,
    K,
    after,
    carries,
    moves,
    refused,
    step,
)
from unsim.rules.floor import needs_vote, next_motion, opened
from unsim.rules.in_order import in_order
from unsim.rules.motions import Side, Stage
from unsim.rules.procedure import Method
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL, edited
from unsim.rules.refusals import Reason

GA = GENERAL_ASSEMBLY
POINT = moves(K.POINT_OF_ORDER)
RULED = (POINT, step("rule", upheld=False))
SECONDS = edited(GENERAL_ASSEMBLY, seconds=True)


def hear(by: str, side: Side):
    return step("hear", by=by, side=side)


def test_the_floor_of_a_new_meeting():
    floor = opened(MODEL_UN)
    assert (floor.stage, floor.draft, floor.speech_seconds) == (Stage.DEBATE, None, 90)
    assert opened(GA).speech_seconds is None


def test_motions_are_numbered_and_stand_until_they_are_put():
    floor = after(GA, DRAFT, moves(K.CLOSE_DEBATE, "FRA"), POINT, step("rule", upheld=True), moves(K.SUSPEND_MEETING))
    assert [(each.number, each.kind, each.by) for each in floor.pending] == [
        (1, K.CLOSE_DEBATE, "FRA"),
        (3, K.SUSPEND_MEETING, "RUS"),
    ]
    assert next_motion(GA, floor).number == 3


def test_a_motion_that_is_not_in_order_is_not_taken():
    with refused(Reason.NO_DRAFT):
        after(GA, moves(K.CLOSE_DEBATE))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (K.TIME_LIMIT, {"seconds": None}),
        (K.TIME_LIMIT, {"seconds": 0}),
        (K.UNMODERATED_CAUCUS, {"seconds": None}),
        (K.MODERATED_CAUCUS, {"each": None}),
        (K.MODERATED_CAUCUS, {"each": 0}),
        (K.MODERATED_CAUCUS, {"each": 601}),
        (K.MODERATED_CAUCUS, {"seconds": None}),
    ],
)
def test_a_time_that_is_missing(kind, data):
    with refused(Reason.NO_TIME):
        after(MODEL_UN, moves(kind, **data))


@pytest.mark.parametrize("parts", [[], [["1", True], ["1", False]]])
def test_a_division_needs_parts(parts):
    with refused(Reason.NO_PARTS):
        after(GA, DRAFT, moves(K.DIVISION, parts=parts))


@pytest.mark.parametrize(
    ("kind", "about"),
    [(K.CLOSE_DEBATE, "L.6"), (K.DIVISION, "method"), (K.AMENDMENT, " ")],
)
def test_what_a_motion_is_about_must_be_before_the_meeting(kind, about):
    with refused(Reason.UNKNOWN):
        after(GA, DRAFT, moves(kind, about=about))


def test_only_what_was_decided_can_be_reconsidered():
    decided = (DRAFT, moves(K.RECORDED_VOTE), step("grant"))
    assert after(GA, *decided, moves(K.RECONSIDER)).pending[0].about == "method"
    with refused(Reason.UNKNOWN):
        after(GA, *decided, moves(K.RECONSIDER, about="L.5"))


def test_a_motion_is_about_the_draft_that_is_put_first():
    assert after(GA, DRAFT, moves(K.CLOSE_DEBATE)).pending[0].about == "L.5"


def test_a_point_of_order_during_a_vote_is_about_its_conduct():
    for voting in ((DRAFT, VOTING), (moves(K.SUSPEND_MEETING), PUT)):
        with refused(Reason.NOT_ABOUT_CONDUCT, "rule 88"):
            after(GA, *voting, moves(K.POINT_OF_ORDER, about=""))
        assert after(GA, *voting, POINT).point
    assert after(GA, DRAFT, moves(K.POINT_OF_ORDER, about="")).point


def test_the_president_rules_at_once_and_the_ruling_can_be_appealed_against():
    floor = after(GA, POINT, step("rule", upheld=True))
    assert (floor.point, floor.appealable, floor.rulings[-1].upheld) == (None, True, True)


def test_a_point_that_is_answered_leaves_nothing_to_appeal_against():
    floor = after(MODEL_UN, moves(K.PARLIAMENTARY_INQUIRY), step("rule", upheld=True))
    assert (floor.point, floor.appealable, floor.rulings) == (None, False, ())


def test_no_ruling_without_a_point():
    with refused(Reason.NO_POINT):
        after(GA, step("rule", upheld=True))


@pytest.mark.parametrize(
    "steps",
    [
        (moves(K.TIME_LIMIT), *RULED, PUT),
        (moves(K.TIME_LIMIT), *RULED, step("grant")),
        (moves(K.TIME_LIMIT), PUT, *RULED, CARRIED),
        (*RULED, moves(K.TIME_LIMIT)),
        (*RULED, DRAFT),
        (DRAFT, *RULED, VOTING),
        (*RULED, step("open_debate")),
    ],
)
def test_a_ruling_that_is_not_appealed_against_at_once_stands(steps):
    assert not after(GA, *steps).appealable


def test_an_appeal_that_is_lost_leaves_the_ruling_standing():
    floor = after(GA, *RULED, moves(K.APPEAL), PUT, LOST)
    assert (floor.rulings[-1].upheld, floor.rulings[-1].overruled, floor.appealable) == (False, False, False)


def test_an_appeal_that_carries_turns_the_ruling_round():
    floor = after(GA, *RULED, *carries(K.APPEAL))
    assert (floor.rulings[-1].upheld, floor.rulings[-1].overruled) == (True, True)


def test_an_appeal_is_voted_on_even_in_the_midst_of_a_vote():
    floor = after(GA, moves(K.SUSPEND_MEETING), PUT, *RULED, moves(K.APPEAL), PUT)
    assert [each.kind for each in floor.put] == [K.SUSPEND_MEETING, K.APPEAL]
    floor = after(GA, LOST, floor=floor)
    assert [each.kind for each in floor.put] == [K.SUSPEND_MEETING]
    assert after(GA, CARRIED, floor=floor).stage is Stage.SUSPENDED


def test_no_appeal_against_a_ruling_on_an_appeal():
    floor = after(GA, *RULED, moves(K.APPEAL), PUT, *RULED)
    assert not floor.appealable


def test_neither_the_point_nor_the_appeal_can_be_passed_over():
    with refused(Reason.RULING_DUE, "rule 71"):
        after(GA, moves(K.SUSPEND_MEETING), PUT, POINT, CARRIED)
    with refused(Reason.APPEAL_DUE, "rule 71"):
        after(GA, moves(K.SUSPEND_MEETING), PUT, *RULED, moves(K.APPEAL), CARRIED)


def test_an_appeal_is_always_voted_on():
    with refused(Reason.VOTE_NEEDED):
        after(GA, *RULED, moves(K.APPEAL), step("grant"))


def test_a_motion_ruled_out_of_order_comes_back_if_the_ruling_is_overruled():
    ruled_out = after(GA, moves(K.SUSPEND_MEETING), step("rule_out", number=1))
    assert ruled_out.pending == ()
    back = after(GA, *carries(K.APPEAL), floor=ruled_out)
    assert [each.number for each in back.pending] == [1]
    assert back.rulings[-1].overruled
    stays_out = after(GA, moves(K.APPEAL), PUT, LOST, floor=ruled_out)
    assert stays_out.pending == ()


def test_only_a_motion_that_waits_can_be_ruled_out():
    with refused(Reason.UNKNOWN):
        after(GA, step("rule_out", number=1))
    with refused(Reason.VOTING_BEGUN):
        after(GA, moves(K.SUSPEND_MEETING), moves(K.ADJOURN_MEETING), PUT, step("rule_out", number=2))


def test_motions_are_put_in_their_order():
    floor = after(GA, DRAFT, moves(K.CLOSE_DEBATE), moves(K.ADJOURN_MEETING), moves(K.SUSPEND_MEETING))
    kinds = []
    while floor.pending:
        floor = after(GA, PUT, floor=floor)
        kinds.append(floor.put[-1].kind)
        floor = after(GA, LOST, floor=floor)
    assert kinds == [K.SUSPEND_MEETING, K.ADJOURN_MEETING, K.CLOSE_DEBATE]


def test_one_vote_at_a_time():
    with refused(Reason.VOTING_BEGUN):
        after(GA, moves(K.SUSPEND_MEETING), moves(K.ADJOURN_MEETING), PUT, PUT)
    with refused(Reason.NO_MOTION):
        after(GA, PUT)
    with refused(Reason.NO_VOTE):
        after(GA, moves(K.SUSPEND_MEETING), CARRIED)


def test_one_member_suffices_for_a_recorded_vote():
    with refused(Reason.NO_VOTE_NEEDED):
        after(GA, moves(K.RECORDED_VOTE), PUT)
    assert after(GA, moves(K.RECORDED_VOTE), step("grant")).method is Method.RECORDED


def test_an_objection_to_a_recorded_vote_changes_nothing():
    with refused(Reason.NO_OBJECTION_POSSIBLE):
        after(GA, moves(K.RECORDED_VOTE), step("object_to", number=1, by="RUS"))


def test_where_secrecy_was_asked_for_the_meeting_decides():
    asked = (step("ask_secret"), moves(K.RECORDED_VOTE, "ALB"))
    with refused(Reason.VOTE_NEEDED):
        after(GA, *asked, step("grant"))
    floor = after(GA, *asked, PUT, CARRIED)
    assert (floor.method, floor.secret_asked) == (Method.RECORDED, False)


def test_model_un_votes_on_a_roll_call():
    seconded = (moves(K.ROLL_CALL), step("second", number=1, by="FRA"))
    assert after(MODEL_UN, *seconded, PUT, CARRIED).method is Method.ROLL_CALL


def test_secrecy_is_asked_for_while_the_way_to_vote_is_open():
    with refused(Reason.METHOD_DECIDED):
        after(GA, moves(K.RECORDED_VOTE), step("grant"), step("ask_secret"))
    with refused(Reason.NOT_IN_THIS_PROFILE):
        after(MODEL_UN, step("ask_secret"))


def test_a_division_is_granted_unless_somebody_objects():
    asked = (DRAFT, moves(K.DIVISION))
    assert after(GA, *asked, step("grant")).draft.division
    with refused(Reason.NO_VOTE_NEEDED):
        after(GA, *asked, PUT)
    objected = (*asked, step("object_to", number=1, by="IND"))
    with refused(Reason.VOTE_NEEDED):
        after(GA, *objected, step("grant"))
    assert after(GA, *objected, PUT, CARRIED).draft.division
    assert after(GA, *objected, PUT, LOST).draft.division is None


def test_in_the_council_only_a_sponsor_s_objection_counts_and_it_ends_the_request():
    asked = (DRAFT, moves(K.DIVISION))
    with refused(Reason.ONLY_SPONSORS):
        after(SECURITY_COUNCIL, *asked, step("object_to", number=1, by="IND"))
    assert after(SECURITY_COUNCIL, *asked, step("object_to", number=1, by="UKR")).pending == ()
    assert after(SECURITY_COUNCIL, *asked, step("grant")).draft.division


def test_without_objection_a_motion_is_granted_without_a_vote():
    assert after(GA, moves(K.SUSPEND_MEETING), step("grant")).stage is Stage.SUSPENDED
    floor = after(
        GA,
        moves(K.SUSPEND_MEETING),
        step("object_to", number=1, by="FRA"),
        step("object_to", number=1, by="FRA"),
    )
    assert floor.pending[0].objections == ("FRA",)
    assert needs_vote(floor, floor.pending[0])


@pytest.mark.parametrize("how", ["put", "grant"])
def test_where_seconds_are_asked_for_a_motion_waits_for_one(how):
    with refused(Reason.NOT_SECONDED):
        after(SECONDS, moves(K.SUSPEND_MEETING), step(how))
    assert after(SECONDS, moves(K.SUSPEND_MEETING), step("second", number=1, by="FRA"), step(how))


def test_who_may_second():
    with refused(Reason.OWN_SECOND):
        after(SECONDS, moves(K.SUSPEND_MEETING, "RUS"), step("second", number=1, by="RUS"))
    with refused(Reason.NO_SECOND_NEEDED):
        after(GA, moves(K.SUSPEND_MEETING), step("second", number=1, by="FRA"))
    twice = [step("second", number=1, by=by) for by in ("FRA", "IND")]
    with refused(Reason.NO_SECOND_NEEDED):
        after(SECONDS, moves(K.SUSPEND_MEETING), *twice)
    with refused(Reason.UNKNOWN):
        after(SECONDS, step("second", number=1, by="FRA"))


def test_what_nobody_seconds_falls_and_nothing_is_ruled():
    floor = after(SECONDS, moves(K.SUSPEND_MEETING), step("drop", number=1))
    assert (floor.pending, floor.rulings) == ((), ())
    appeal = after(SECONDS, *RULED, moves(K.APPEAL), step("drop", number=2))
    assert in_order(SECONDS, appeal)[:2] == [K.POINT_OF_ORDER, K.SUSPEND_MEETING]
    with refused(Reason.NO_SECOND_NEEDED):
        after(SECONDS, moves(K.SUSPEND_MEETING), step("second", number=1, by="FRA"), step("drop", number=1))
    with refused(Reason.NO_SECOND_NEEDED):
        after(GA, moves(K.SUSPEND_MEETING), step("drop", number=1))


def test_the_mover_may_withdraw_until_the_vote():
    assert after(GA, moves(K.SUSPEND_MEETING, "RUS"), step("withdraw", number=1, by="RUS")).pending == ()
    with refused(Reason.NOT_THE_MOVER, "rule 80"):
        after(GA, moves(K.SUSPEND_MEETING, "RUS"), step("withdraw", number=1, by="FRA"))
    with refused(Reason.BEING_VOTED, "rule 80"):
        after(GA, moves(K.SUSPEND_MEETING, "RUS"), PUT, step("withdraw", number=1, by="RUS"))


@pytest.mark.parametrize(
    ("kind", "rule", "in_favour", "against"),
    [
        (K.SUSPEND_MEETING, "rule 76", 0, 0),
        (K.CLOSE_DEBATE, "rule 75", 0, 2),
        (K.TIME_LIMIT, "rule 72", 2, 2),
        (K.ADJOURN_DEBATE, "rule 74", 2, 2),
        (K.DIVISION, "rule 89", 2, 2),
    ],
)
@pytest.mark.parametrize("side", Side)
def test_how_many_may_speak_on_a_motion(kind, rule, in_favour, against, side):
    limit = in_favour if side is Side.FOR else against
    heard = [hear(by, side) for by in ("FRA", "IND")[:limit]]
    floor = after(GA, DRAFT, moves(kind), *heard)
    with refused(Reason.ENOUGH_SPEAKERS if limit else Reason.NO_SPEECHES, rule):
        after(GA, hear("NAM", side), floor=floor)


def test_who_moves_to_adjourn_the_debate_speaks_besides():
    four = [hear("FRA", Side.FOR), hear("IND", Side.FOR), hear("UKR", Side.AGAINST), hear("ALB", Side.AGAINST)]
    floor = after(GA, DRAFT, moves(K.ADJOURN_DEBATE, "RUS"), *four, hear("RUS", Side.FOR))
    assert len(floor.pending[0].speakers) == 5
    floor = after(GA, DRAFT, moves(K.ADJOURN_DEBATE, "RUS"), hear("RUS", Side.FOR), *four)
    assert len(floor.pending[0].speakers) == 5


def test_where_no_rule_says_how_many_all_may_speak_once():
    many = [hear(by, Side.FOR) for by in ("FRA", "IND", "NAM", "UKR")]
    floor = after(GA, DRAFT, moves(K.COMPETENCE), *many)
    assert len(floor.pending[0].speakers) == 4
    with refused(Reason.ALREADY_SPOKE):
        after(GA, hear("FRA", Side.AGAINST), floor=floor)


def test_one_speaks_on_the_motion_that_comes_next():
    floor = after(GA, DRAFT, moves(K.TIME_LIMIT), moves(K.CLOSE_DEBATE), hear("FRA", Side.AGAINST))
    assert [len(each.speakers) for each in floor.pending] == [0, 1]
    with refused(Reason.NO_MOTION):
        after(GA, hear("FRA", Side.FOR))
    with refused(Reason.VOTING_BEGUN):
        after(GA, DRAFT, moves(K.CLOSE_DEBATE), moves(K.TIME_LIMIT), PUT, hear("FRA", Side.FOR))


def test_a_suspended_meeting_goes_on_where_it_stopped():
    closed = (DRAFT, *carries(K.CLOSE_DEBATE), moves(K.DIVISION))
    floor = after(GA, *closed, *carries(K.SUSPEND_MEETING), step("resume"))
    assert (floor.stage, floor.resumes) == (Stage.CLOSED, None)
    assert [each.kind for each in floor.pending] == [K.DIVISION]


def test_after_an_adjournment_the_item_is_taken_up_again_but_no_motion_is():
    floor = after(GA, DRAFT, moves(K.CLOSE_DEBATE), *carries(K.ADJOURN_MEETING))
    assert (floor.stage, floor.pending) == (Stage.ADJOURNED, ())
    floor = after(GA, step("resume"), floor=floor)
    assert (floor.stage, floor.draft.name) == (Stage.DEBATE, "L.5")


def test_only_what_stopped_goes_on():
    with refused(Reason.NOT_SUSPENDED):
        after(GA, step("resume"))
    with refused(Reason.NO_CAUCUS):
        after(MODEL_UN, step("end_caucus"))
