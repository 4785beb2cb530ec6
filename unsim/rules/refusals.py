"""What the President has to rule out of order, and by which rule."""

import enum
from collections.abc import Mapping
from typing import Any


class Reason(enum.StrEnum):
    # The floor: what may be moved, and what may be done with it.
    NOT_IN_THIS_PROFILE = "not_in_this_profile"
    NO_MEETING = "no_meeting"
    VOTING_BEGUN = "voting_begun"
    NOT_AT_THIS_STAGE = "not_at_this_stage"
    RULING_DUE = "ruling_due"
    APPEAL_DUE = "appeal_due"
    ALREADY_MOVED = "already_moved"
    NOTHING_TO_APPEAL = "nothing_to_appeal"
    NO_DRAFT = "no_draft"
    DRAFT_FIRST = "draft_first"
    NOTHING_DECIDED = "nothing_decided"
    METHOD_DECIDED = "method_decided"
    LIST_CLOSED = "list_closed"
    IN_CAUCUS = "in_caucus"
    DIVIDED = "divided"
    NO_RIVAL = "no_rival"
    UNKNOWN = "unknown"
    SAME_NAME = "same_name"
    NO_TIME = "no_time"
    NOT_ABOUT_CONDUCT = "not_about_conduct"
    NO_PARTS = "no_parts"
    NO_POINT = "no_point"
    NO_MOTION = "no_motion"
    NOT_SECONDED = "not_seconded"
    NO_SECOND_NEEDED = "no_second_needed"
    OWN_SECOND = "own_second"
    NOT_THE_MOVER = "not_the_mover"
    BEING_VOTED = "being_voted"
    AMENDED = "amended"
    NO_VOTE_NEEDED = "no_vote_needed"
    VOTE_NEEDED = "vote_needed"
    NO_OBJECTION_POSSIBLE = "no_objection_possible"
    ONLY_SPONSORS = "only_sponsors"
    NO_SPEECHES = "no_speeches"
    ENOUGH_SPEAKERS = "enough_speakers"
    ALREADY_SPOKE = "already_spoke"
    MOTIONS_FIRST = "motions_first"
    NO_VOTE = "no_vote"
    NOT_SUSPENDED = "not_suspended"
    NO_CAUCUS = "no_caucus"
    NOT_RANKED = "not_ranked"
    BAD_RANKING = "bad_ranking"
    NOT_FRIENDLY = "not_friendly"
    NO_SUCH_CLAUSE = "no_such_clause"
    # A roll call.
    NOT_CALLED = "not_called"
    PASSED_ALREADY = "passed_already"
    NO_PASSING = "no_passing"
    NO_RIGHTS = "no_rights"
    PROMISED_TO_VOTE = "promised_to_vote"
    NO_ABSTAINING_NOW = "no_abstaining_now"
    NOTHING_TO_UNDO = "nothing_to_undo"
    # The speakers' list.
    ALREADY_LISTED = "already_listed"
    NOT_LISTED = "not_listed"
    NOBODY_SPEAKS = "nobody_speaks"
    SOMEBODY_SPEAKS = "somebody_speaks"
    NOBODY_LISTED = "nobody_listed"
    ENOUGH_REPLIES = "enough_replies"
    NO_YIELD = "no_yield"
    YIELDED_ALREADY = "yielded_already"
    NO_TIME_LEFT = "no_time_left"
    # Around the vote.
    NO_EXPLANATIONS = "no_explanations"
    SECRET = "secret"  # noqa: S105 -- a reason, no password
    OWN_TEXT = "own_text"
    NOT_NOW = "not_now"
    VOTE_NOT_OVER = "vote_not_over"
    NO_NAMES = "no_names"
    SAME_VOTE = "same_vote"
    NOT_A_VOTER = "not_a_voter"
    TOO_MANY_HANDS = "too_many_hands"


_RULES: Mapping[Reason, str] = {
    Reason.VOTING_BEGUN: "rule 88",
    Reason.NOT_ABOUT_CONDUCT: "rule 88",
    Reason.RULING_DUE: "rule 71",
    Reason.APPEAL_DUE: "rule 71",
    Reason.NOTHING_TO_APPEAL: "rule 71",
    Reason.NOTHING_DECIDED: "rule 81",
    Reason.METHOD_DECIDED: "rule 81",
    Reason.LIST_CLOSED: "rule 73",
    Reason.DIVIDED: "rule 89",
    Reason.NO_RIVAL: "rule 91",
    Reason.NOT_THE_MOVER: "rule 80",
    Reason.BEING_VOTED: "rule 80",
    Reason.AMENDED: "rule 80",
    Reason.MOTIONS_FIRST: "rule 77",
    Reason.NOT_RANKED: "rule 90",
    Reason.BAD_RANKING: "rule 90",
    Reason.NO_PASSING: "rule 87",
    Reason.ENOUGH_REPLIES: "rule 73",
    Reason.SECRET: "rule 88",
    Reason.OWN_TEXT: "rule 88",
    Reason.NOT_NOW: "rule 88",
}


class RuledOut(Exception):
    """`rule` is empty where no rule says so but the matter itself. `values` fill the reason's sentence."""

    def __init__(self, reason: Reason, rule: str | None = None, **values: Any) -> None:
        self.reason = reason
        self.rule = _RULES.get(reason, "") if rule is None else rule
        self.values = values
        super().__init__(f"{reason} ({self.rule})" if self.rule else str(reason))
