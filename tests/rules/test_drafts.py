import pytest

from tests.rules.meetings import (
    ADOPTED,
    CARRIED,
    DRAFT,
    PUT,
    REJECTED,
    RIVAL,
    TIED,
    VOTING,
    K,
    after,
    carries,
    moves,
    refused,
    step,
)
from unsim.rules.amendments import AmendmentStatus
from unsim.rules.floor_state import DraftStatus, QuestionOf
from unsim.rules.motions import METHOD, Stage
from unsim.rules.profiles import GENERAL_ASSEMBLY, MODEL_UN, SECURITY_COUNCIL
from unsim.rules.refusals import Reason

GA = GENERAL_ASSEMBLY
A, B, C = (moves(K.AMENDMENT, by, about=name) for name, by in (("A", "FRA"), ("B", "IND"), ("C", "NAM")))
RANKED = step("rank_amendments", names=["C", "A", "B"])
DIVIDED = (moves(K.DIVISION), step("grant"))


def put(floor) -> tuple[QuestionOf, str] | None:
    return floor.question and (floor.question.of, floor.question.name)


def statuses(floor) -> dict[str, DraftStatus]:
    return {draft.name: draft.status for draft in floor.drafts}


def test_a_draft_comes_while_the_debate_is_open():
    floor = after(GA, DRAFT, RIVAL)
    assert (floor.draft.name, floor.draft.sponsors, floor.draft.important) == ("L.5", ("UKR", "ALB"), True)
    assert not floor.drafts[1].important
    with refused(Reason.SAME_NAME):
        after(GA, DRAFT, DRAFT)
    with refused(Reason.NOT_AT_THIS_STAGE):
        after(GA, DRAFT, *carries(K.CLOSE_DEBATE), RIVAL)
    with refused(Reason.VOTING_BEGUN):
        after(GA, DRAFT, VOTING, RIVAL)


def test_a_sponsor_may_withdraw_it_until_the_vote():
    withdrawn = step("withdraw_draft", name="L.5", by="ALB")
    assert statuses(after(GA, DRAFT, withdrawn))["L.5"] is DraftStatus.WITHDRAWN
    assert after(GA, DRAFT, moves(K.CLOSE_DEBATE), withdrawn).pending == ()
    with refused(Reason.NOT_THE_MOVER, "rule 80"):
        after(GA, DRAFT, step("withdraw_draft", name="L.5", by="RUS"))
    with refused(Reason.BEING_VOTED, "rule 80"):
        after(GA, DRAFT, VOTING, withdrawn)
    with refused(Reason.VOTING_BEGUN):
        after(GA, DRAFT, moves(K.SUSPEND_MEETING), PUT, withdrawn)
    with refused(Reason.UNKNOWN):
        after(GA, DRAFT, withdrawn, withdrawn)
    with refused(Reason.BEING_VOTED, "Council rule 35"):
        after(SECURITY_COUNCIL, DRAFT, VOTING, withdrawn)


def test_an_amended_draft_is_no_longer_its_sponsors_to_withdraw():
    tied_later = (DRAFT, A, VOTING, ADOPTED, TIED)
    with refused(Reason.AMENDED, "rule 80"):
        after(GA, *tied_later, step("withdraw_draft", name="L.5", by="UKR"))


def test_amendments_first_the_furthest_removed_first_and_then_the_draft():
    floor = after(GA, DRAFT, A, B, C, RANKED, VOTING)
    seen = []
    while put(floor):
        seen.append(put(floor))
        floor = after(GA, REJECTED, floor=floor)
    assert seen == [
        (QuestionOf.AMENDMENT, "C"),
        (QuestionOf.AMENDMENT, "A"),
        (QuestionOf.AMENDMENT, "B"),
        (QuestionOf.WHOLE, "L.5"),
    ]


def test_an_adopted_amendment_may_leave_others_unput():
    excluded = step("exclude_amendments", name="C", others=["A"])
    floor = after(GA, DRAFT, A, B, C, RANKED, excluded, VOTING, ADOPTED)
    assert put(floor) == (QuestionOf.AMENDMENT, "B")
    assert floor.draft.amendments.all[1].status is AmendmentStatus.NOT_PUT


def test_the_president_ranks_them_before_the_voting():
    with refused(Reason.NOT_RANKED, "rule 90"):
        after(GA, DRAFT, A, B, VOTING)
    with refused(Reason.BAD_RANKING, "rule 90"):
        after(GA, DRAFT, A, B, step("rank_amendments", names=["A"]))
    with refused(Reason.BAD_RANKING, "Council rule 36"):
        after(SECURITY_COUNCIL, DRAFT, A, B, step("rank_amendments", names=["A"]))
    with refused(Reason.NO_DRAFT):
        after(GA, RANKED)
    with refused(Reason.VOTING_BEGUN):
        after(GA, DRAFT, A, VOTING, step("rank_amendments", names=["A"]))
    with refused(Reason.SAME_NAME):
        after(GA, DRAFT, A, A)


def test_friendly_amendments_where_the_profile_has_them():
    accepted = step("accept_amendment", name="A", consenting=["UKR", "ALB"])
    floor = after(MODEL_UN, DRAFT, A, accepted, VOTING)
    assert put(floor) == (QuestionOf.WHOLE, "L.5")
    with refused(Reason.NOT_FRIENDLY):
        after(MODEL_UN, DRAFT, A, step("accept_amendment", name="A", consenting=["UKR"]))
    with refused(Reason.NOT_IN_THIS_PROFILE):
        after(GA, DRAFT, A, accepted)


def test_an_accepted_amendment_does_not_keep_the_sponsors_from_withdrawing():
    accepted = step("accept_amendment", name="A", consenting=["UKR", "ALB"])
    withdrawn = after(MODEL_UN, DRAFT, A, accepted, step("withdraw_draft", name="L.5", by="UKR"))
    assert statuses(withdrawn)["L.5"] is DraftStatus.WITHDRAWN


def test_a_withdrawn_amendment_is_not_put():
    floor = after(GA, DRAFT, A, step("withdraw_amendment", name="A", by="FRA"), VOTING)
    assert put(floor) == (QuestionOf.WHOLE, "L.5")


def test_parts_and_then_what_is_left_as_a_whole():
    floor = after(GA, DRAFT, A, *DIVIDED, VOTING)
    seen = []
    for outcome in (REJECTED, REJECTED, ADOPTED, ADOPTED):
        seen.append(put(floor))
        floor = after(GA, outcome, floor=floor)
    assert seen == [
        (QuestionOf.AMENDMENT, "A"),
        (QuestionOf.PART, "1"),
        (QuestionOf.PART, "2"),
        (QuestionOf.WHOLE, "L.5"),
    ]
    assert statuses(floor)["L.5"] is DraftStatus.ADOPTED


def test_with_every_operative_part_the_whole_is_rejected():
    floor = after(GA, DRAFT, *DIVIDED, VOTING, REJECTED, REJECTED)
    assert (statuses(floor)["L.5"], floor.stage) == (DraftStatus.REJECTED, Stage.CLOSED)


def test_rival_drafts_in_the_order_in_which_they_came():
    floor = after(GA, DRAFT, RIVAL, VOTING)
    assert put(floor) == (QuestionOf.WHOLE, "L.5")
    floor = after(GA, ADOPTED, VOTING, floor=floor)
    assert put(floor) == (QuestionOf.WHOLE, "L.6")
    assert statuses(after(GA, REJECTED, floor=floor)) == {"L.5": DraftStatus.ADOPTED, "L.6": DraftStatus.REJECTED}


def test_motions_come_before_the_voting():
    with refused(Reason.MOTIONS_FIRST, "rule 77"):
        after(GA, DRAFT, moves(K.COMPETENCE), VOTING)
    with refused(Reason.NO_DRAFT):
        after(GA, VOTING)
    with refused(Reason.VOTING_BEGUN):
        after(GA, DRAFT, VOTING, VOTING)


def test_no_result_without_a_vote_nor_over_a_point_of_order():
    with refused(Reason.NO_VOTE):
        after(GA, DRAFT, ADOPTED)
    point = moves(K.POINT_OF_ORDER)
    with refused(Reason.RULING_DUE):
        after(GA, DRAFT, VOTING, point, ADOPTED)
    ruled = (DRAFT, VOTING, point, step("rule", upheld=True))
    with refused(Reason.APPEAL_DUE):
        after(GA, *ruled, moves(K.APPEAL), ADOPTED)
    with refused(Reason.APPEAL_DUE):
        after(GA, *ruled, moves(K.APPEAL), PUT, ADOPTED)
    assert after(GA, *ruled, moves(K.APPEAL), PUT, CARRIED, ADOPTED).stage is Stage.CLOSED


def test_a_ruling_that_was_not_appealed_against_at_once_stands():
    floor = after(GA, DRAFT, A, VOTING, moves(K.POINT_OF_ORDER), step("rule", upheld=True), ADOPTED)
    assert not floor.appealable


def test_a_tie_is_voted_on_again_later_and_then_rejects():
    floor = after(GA, DRAFT, VOTING, TIED)
    assert (floor.stage, floor.draft.ties) == (Stage.CLOSED, 1)
    adjourned = after(GA, *carries(K.ADJOURN_MEETING), step("resume"), VOTING, floor=floor)
    assert statuses(after(GA, TIED, floor=adjourned))["L.5"] is DraftStatus.REJECTED
    assert statuses(after(GA, ADOPTED, floor=adjourned))["L.5"] is DraftStatus.ADOPTED


def test_a_tied_amendment_is_put_again_and_the_tie_is_not_the_draft_s():
    floor = after(GA, DRAFT, A, VOTING, TIED, VOTING)
    assert put(floor) == (QuestionOf.AMENDMENT, "A")
    floor = after(GA, TIED, floor=floor)
    assert (put(floor), floor.draft.ties) == ((QuestionOf.WHOLE, "L.5"), 0)
    assert statuses(after(GA, TIED, floor=floor))["L.5"] is DraftStatus.PENDING


@pytest.mark.parametrize("profile", [MODEL_UN, SECURITY_COUNCIL])
def test_where_a_tie_is_final(profile):
    assert statuses(after(profile, DRAFT, VOTING, TIED))["L.5"] is DraftStatus.REJECTED


def test_the_next_item_begins_afresh():
    decided = (DRAFT, *carries(K.TIME_LIMIT), moves(K.CLOSE_LIST), step("grant"))
    decided += (step("ask_secret"), moves(K.ROLL_CALL), PUT, CARRIED, VOTING, ADOPTED)
    floor = after(GA, *decided, step("open_debate"))
    assert (floor.stage, floor.method, floor.secret_asked) == (Stage.DEBATE, None, False)
    assert (floor.speech_seconds, floor.list_closed) == (None, False)
    assert floor.reconsiderable == ("L.5",)
    with refused(Reason.SAME_NAME):
        after(GA, DRAFT, floor=floor)


def test_an_item_is_finished_before_the_next():
    with refused(Reason.DRAFT_FIRST):
        after(GA, DRAFT, step("open_debate"))
    with refused(Reason.MOTIONS_FIRST):
        after(GA, moves(K.SUSPEND_MEETING), step("open_debate"))


def test_what_can_be_reconsidered():
    floor = after(GA, DRAFT, RIVAL, moves(K.RECORDED_VOTE), step("grant"), VOTING, REJECTED)
    assert floor.reconsiderable == ("L.5", METHOD)
