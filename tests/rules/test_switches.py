"""Every switch of a profile does something: turned, it changes what the law says."""

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.rules.meetings import DRAFT, TIED, VOTING, K, after, moves, step
from unsim.rules.attendance import Attendance
from unsim.rules.electorate import electorate
from unsim.rules.explanations import Moment, why_not_explain
from unsim.rules.floor import opened
from unsim.rules.in_order import in_order
from unsim.rules.procedure import Method
from unsim.rules.profile import Profile, Yield
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, edited
from unsim.rules.question import decide_motion, decide_question
from unsim.rules.refusals import Reason, RuledOut
from unsim.rules.roll_call_vote import Answer, begin
from unsim.rules.speakers import SpeakersList
from unsim.rules.tally import Tally

NOW = datetime(2022, 10, 12, tzinfo=UTC)
CLOSE = Tally(60, 40, 0)


def reason(done: Callable[[], Any]) -> Reason | None:
    try:
        done()
    except RuledOut as refused:
        return refused.reason
    return None


def answers(profile: Profile, passed: int = 0) -> tuple[Answer, ...]:
    roll_call = begin(
        profile,
        ["FRA", "IND"],
        {"FRA": Attendance.PRESENT_AND_VOTING},
        drawn="FRA" if profile.roll_call_by_lot else "",
    )
    for answer in (Answer.YES, Answer.PASS)[:passed]:
        roll_call = roll_call.answer(roll_call.next_up, answer)
    return roll_call.call().answers


def explains(profile: Profile, delegation: str) -> bool:
    return why_not_explain(profile, delegation, ("UKR", "ALB"), Method.RECORDED, Moment.AFTER) is None


def yielded(profile: Profile) -> Reason | None:
    speaking = SpeakersList(("FRA",)).call_next(profile, seconds=60, now=NOW)
    return reason(lambda: speaking.yield_to(profile, Yield.CHAIR, now=NOW))


def question(profile: Profile, *, important: bool) -> object:
    return decide_question(profile, CLOSE, present=100, important=important).outcome


def motion(profile: Profile, kind: K) -> object:
    return decide_motion(profile, kind, CLOSE, present=100).outcome


# switch: the profile it is turned in, its other value, and what is then different.
TURNED: dict[str, tuple[Profile, Any, Callable[[Profile], object]]] = {
    "name": (MODEL_UN, "Our club", lambda profile: profile.name),
    "body": (
        edited(GENERAL_ASSEMBLY, second_vote_on_tie=False),
        "council",
        lambda profile: decide_question(profile, Tally(8, 0, 7), present=15).outcome,
    ),
    "order": (
        MODEL_UN,
        [kind for kind in MODEL_UN.order if kind is not K.MODERATED_CAUCUS],
        lambda profile: in_order(profile, opened(profile)),
    ),
    "majority_for_drafts": (GENERAL_ASSEMBLY, "two_thirds", lambda profile: question(profile, important=False)),
    "majority_for_important": (GENERAL_ASSEMBLY, "simple", lambda profile: question(profile, important=True)),
    "majority_to_close_debate": (GENERAL_ASSEMBLY, "two_thirds", lambda profile: motion(profile, K.CLOSE_DEBATE)),
    "majority_to_overrule": (GENERAL_ASSEMBLY, "two_thirds", lambda profile: motion(profile, K.APPEAL)),
    "present_and_voting_binds": (MODEL_UN, False, answers),
    "roll_call_by_lot": (
        MODEL_UN,
        True,
        lambda profile: begin(profile, ["A", "B"], {}, drawn="B" * profile.roll_call_by_lot).order,
    ),
    "passes": (MODEL_UN, False, answers),
    "second_round_may_abstain": (MODEL_UN, True, lambda profile: answers(profile, passed=2)),
    "rights": (MODEL_UN, False, answers),
    "explanations": (GENERAL_ASSEMBLY, False, lambda profile: explains(profile, "IND")),
    "cosponsors_explain": (GENERAL_ASSEMBLY, True, lambda profile: explains(profile, "ALB")),
    "observers_vote_on_procedure": (
        MODEL_UN,
        False,
        lambda profile: electorate(profile, ["FRA"], ["VAT"], procedural=True),
    ),
    "method_on_request": (
        GENERAL_ASSEMBLY,
        False,
        lambda profile: reason(lambda: after(profile, moves(K.ROLL_CALL), step("put"))),
    ),
    "friendly_amendments": (
        MODEL_UN,
        False,
        lambda profile: reason(
            lambda: after(
                profile,
                DRAFT,
                moves(K.AMENDMENT),
                step("accept_amendment", name="A", consenting=["UKR", "ALB"]),
            )
        ),
    ),
    "seconds": (
        MODEL_UN,
        False,
        lambda profile: reason(lambda: after(profile, moves(K.SUSPEND_MEETING), step("put"))),
    ),
    "second_vote_on_tie": (
        GENERAL_ASSEMBLY,
        False,
        lambda profile: (
            decide_question(profile, Tally(5, 5, 0), present=10).outcome,
            after(profile, DRAFT, VOTING, TIED).draft is None,
        ),
    ),
    "reply_seconds": (
        GENERAL_ASSEMBLY,
        [300],
        lambda profile: SpeakersList().grant_reply(profile, "RUS").call_next(profile, seconds=None, now=NOW),
    ),
    "speech_seconds": (MODEL_UN, 60, lambda profile: opened(profile).speech_seconds),
    "yields": (MODEL_UN, ["questions"], yielded),
}


@pytest.mark.parametrize("switch", TURNED)
def test_a_switch_does_something(switch):
    profile, value, says = TURNED[switch]
    assert says(profile) != says(edited(profile, **{switch: value}))


def test_no_switch_is_forgotten():
    assert set(TURNED) == {field.name for field in fields(Profile)}
