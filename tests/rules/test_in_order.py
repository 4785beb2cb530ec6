import pytest

from tests.rules.meetings import (
    ADOPTED,
    DRAFT,
    LOST,
    PUT,
    RIVAL,
    VOTING,
    K,
    after,
    carries,
    moves,
    step,
)
from unsim.rules.in_order import contested, in_order, why_no_business, why_not
from unsim.rules.motions import MotionKind, Moved
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL
from unsim.rules.refusals import Reason

RULED = (moves(K.POINT_OF_ORDER), step("rule", upheld=False))
CLOSED = carries(K.CLOSE_DEBATE)
ONE_VOTED = (DRAFT, RIVAL, VOTING, ADOPTED)


def reason(profile, floor, kind) -> tuple[Reason, str] | None:
    why = why_not(profile, floor, kind)
    return why and (why.reason, why.rule)


def test_in_debate_ranked():
    assert in_order(GENERAL_ASSEMBLY, after(GENERAL_ASSEMBLY, DRAFT)) == [
        K.POINT_OF_ORDER,
        K.SUSPEND_MEETING,
        K.ADJOURN_MEETING,
        K.ADJOURN_DEBATE,
        K.CLOSE_DEBATE,
        K.COMPETENCE,
        K.TIME_LIMIT,
        K.CLOSE_LIST,
        K.DIVISION,
        K.RECORDED_VOTE,
        K.ROLL_CALL,
        K.SECRET_BALLOT,
        K.AMENDMENT,
    ]


def test_once_the_debate_is_closed():
    assert in_order(GENERAL_ASSEMBLY, after(GENERAL_ASSEMBLY, DRAFT, *CLOSED)) == [
        K.POINT_OF_ORDER,
        K.SUSPEND_MEETING,
        K.ADJOURN_MEETING,
        K.ADJOURN_DEBATE,
        K.COMPETENCE,
        K.DIVISION,
        K.RECORDED_VOTE,
        K.ROLL_CALL,
        K.SECRET_BALLOT,
    ]


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        ((DRAFT, VOTING), [K.POINT_OF_ORDER]),
        ((DRAFT, VOTING, *RULED), [K.POINT_OF_ORDER, K.APPEAL]),
        ((DRAFT, VOTING, *RULED, moves(K.APPEAL)), []),
        ((DRAFT, VOTING, *RULED, moves(K.APPEAL), PUT), [K.POINT_OF_ORDER]),
        ((DRAFT, VOTING, *RULED, moves(K.APPEAL), PUT, *RULED), [K.POINT_OF_ORDER]),
        ((DRAFT, moves(K.POINT_OF_ORDER)), []),
        ((moves(K.SUSPEND_MEETING), PUT), [K.POINT_OF_ORDER]),
        (carries(K.SUSPEND_MEETING), []),
        (carries(K.ADJOURN_MEETING), []),
        (
            ONE_VOTED,
            [
                K.POINT_OF_ORDER,
                K.SUSPEND_MEETING,
                K.ADJOURN_MEETING,
                K.ADJOURN_DEBATE,
                K.COMPETENCE,
                K.DIVISION,
                K.RECONSIDER,
                K.RECORDED_VOTE,
                K.ROLL_CALL,
                K.SECRET_BALLOT,
                K.VOTE_ON_NEXT,
            ],
        ),
    ],
)
def test_what_is_in_order(steps, kinds):
    assert in_order(GENERAL_ASSEMBLY, after(GENERAL_ASSEMBLY, *steps)) == kinds


def test_model_un_offers_its_own():
    offered = in_order(MODEL_UN, after(MODEL_UN))
    assert offered[:4] == list(MODEL_UN.order[:4])
    assert {K.UNMODERATED_CAUCUS, K.MODERATED_CAUCUS} <= set(offered)


def test_during_a_caucus_only_points():
    floor = after(MODEL_UN, moves(K.MODERATED_CAUCUS), step("second", number=1, by="FRA"), step("grant"))
    assert in_order(MODEL_UN, floor) == list(MODEL_UN.order[:4])
    assert reason(MODEL_UN, floor, K.SUSPEND_MEETING) == (Reason.IN_CAUCUS, "")
    ended = after(MODEL_UN, step("end_caucus"), floor=floor)
    assert K.SUSPEND_MEETING in in_order(MODEL_UN, ended)


@pytest.mark.parametrize(
    ("steps", "kind", "expected"),
    [
        ((), K.MODERATED_CAUCUS, (Reason.NOT_IN_THIS_PROFILE, "")),
        ((), K.APPEAL, (Reason.NOTHING_TO_APPEAL, "rule 71")),
        ((), K.CLOSE_DEBATE, (Reason.NO_DRAFT, "")),
        ((), K.DIVISION, (Reason.NO_DRAFT, "")),
        ((), K.RECONSIDER, (Reason.NOTHING_DECIDED, "rule 81")),
        ((DRAFT,), K.VOTE_ON_NEXT, (Reason.NO_RIVAL, "rule 91")),
        ((DRAFT, VOTING, ADOPTED), K.VOTE_ON_NEXT, (Reason.NO_RIVAL, "rule 91")),
        ((DRAFT, *CLOSED), K.CLOSE_DEBATE, (Reason.NOT_AT_THIS_STAGE, "rule 75")),
        ((DRAFT, *CLOSED), K.AMENDMENT, (Reason.NOT_AT_THIS_STAGE, "rule 90")),
        ((DRAFT, moves(K.DIVISION), step("grant")), K.DIVISION, (Reason.DIVIDED, "rule 89")),
        ((moves(K.RECORDED_VOTE), step("grant")), K.SECRET_BALLOT, (Reason.METHOD_DECIDED, "rule 81")),
        ((moves(K.CLOSE_LIST), step("grant")), K.CLOSE_LIST, (Reason.LIST_CLOSED, "rule 73")),
        ((moves(K.SUSPEND_MEETING),), K.SUSPEND_MEETING, (Reason.ALREADY_MOVED, "")),
        ((moves(K.SUSPEND_MEETING), PUT), K.ADJOURN_MEETING, (Reason.VOTING_BEGUN, "rule 88")),
        ((DRAFT, VOTING), K.CLOSE_DEBATE, (Reason.VOTING_BEGUN, "rule 88")),
        ((moves(K.POINT_OF_ORDER),), K.POINT_OF_ORDER, (Reason.RULING_DUE, "rule 71")),
        ((*RULED, moves(K.APPEAL)), K.SUSPEND_MEETING, (Reason.APPEAL_DUE, "rule 71")),
        (carries(K.SUSPEND_MEETING), K.POINT_OF_ORDER, (Reason.NO_MEETING, "")),
        ((*RULED, moves(K.SUSPEND_MEETING)), K.APPEAL, (Reason.NOTHING_TO_APPEAL, "rule 71")),
        ((*RULED, moves(K.APPEAL), PUT, LOST), K.APPEAL, (Reason.NOTHING_TO_APPEAL, "rule 71")),
    ],
)
def test_why_not(steps, kind, expected):
    assert reason(GENERAL_ASSEMBLY, after(GENERAL_ASSEMBLY, *steps), kind) == expected


def test_the_council_cites_its_own_rules():
    floor = after(SECURITY_COUNCIL)
    assert reason(SECURITY_COUNCIL, floor, K.APPEAL) == (Reason.NOTHING_TO_APPEAL, "Council rule 30")
    assert reason(SECURITY_COUNCIL, floor, K.CLOSE_DEBATE) == (Reason.NOT_IN_THIS_PROFILE, "")


def test_other_business_waits_for_what_has_to_be_settled_at_once():
    def why(*steps):
        refusal = why_no_business(GENERAL_ASSEMBLY, after(GENERAL_ASSEMBLY, *steps))
        return refusal and refusal.reason

    assert why(DRAFT) is None
    assert why(moves(K.SUSPEND_MEETING)) is None
    assert why(moves(K.POINT_OF_ORDER)) is Reason.RULING_DUE
    assert why(*RULED, moves(K.APPEAL)) is Reason.APPEAL_DUE
    assert why(DRAFT, VOTING) is Reason.VOTING_BEGUN
    assert why(*carries(K.ADJOURN_MEETING)) is Reason.NO_MEETING


@pytest.mark.parametrize(
    ("steps", "kind", "is_contested"),
    [
        ((), K.RECORDED_VOTE, False),
        ((step("ask_secret"),), K.RECORDED_VOTE, True),
        ((step("ask_secret"),), K.ROLL_CALL, True),
        ((step("ask_secret"),), K.SECRET_BALLOT, False),
        ((step("ask_secret"),), K.SUSPEND_MEETING, False),
        ((moves(K.SECRET_BALLOT),), K.RECORDED_VOTE, True),
    ],
)
def test_a_request_for_names_is_contested_by_one_for_secrecy(steps, kind: MotionKind, is_contested):
    floor = after(GENERAL_ASSEMBLY, *steps)
    assert contested(floor, Moved(9, kind, "ALB")) is is_contested
