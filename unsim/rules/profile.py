"""A rule profile: every switch by which one meeting's rules differ from another's."""

import enum
from dataclasses import dataclass, replace

from unsim.rules.decision import Body
from unsim.rules.majority import AnyMajority, Majority
from unsim.rules.motion_table import ASSEMBLY_ORDER, COUNCIL_RULES, RULES
from unsim.rules.motions import MotionKind, MotionRule, Way


class Yield(enum.StrEnum):
    """To whom a speaker may leave the rest of the time (Model UN)."""

    QUESTIONS = "questions"
    CHAIR = "chair"
    DELEGATE = "delegate"


@dataclass(frozen=True)
class Profile:
    """A default is the Assembly's own rule. `profiles` checks that the switches go together.

    `order`: the motions and points that exist here, one that outranks the others first. `majority_for_important`: on
    an important question (rule 83). `present_and_voting_binds`: who answered so may not abstain. `roll_call_by_lot`:
    else it starts at A. `passes`: once, with a second round, in which to abstain only if `second_round_may_abstain`.
    `rights`: yes or no with the right to explain it. `cosponsors_explain`: their votes; rule 88 bars the proposer,
    practice the co-sponsors too. `method_on_request`: one member suffices for a recorded vote or a roll call; else it
    is voted on. `seconds`: motions need a second. `second_vote_on_tie`: else a tie rejects at once. `reply_seconds`:
    of the first, second ... right of reply on an item. `speech_seconds`: None without a limit.
    """

    name: str
    body: Body = Body.ASSEMBLY
    order: tuple[MotionKind, ...] = ASSEMBLY_ORDER
    majority_for_drafts: AnyMajority = Majority.SIMPLE
    majority_for_important: AnyMajority = Majority.TWO_THIRDS
    majority_to_close_debate: AnyMajority = Majority.SIMPLE
    majority_to_overrule: AnyMajority = Majority.SIMPLE
    present_and_voting_binds: bool = False
    roll_call_by_lot: bool = True
    passes: bool = False
    second_round_may_abstain: bool = False
    rights: bool = False
    explanations: bool = True
    cosponsors_explain: bool = False
    observers_vote_on_procedure: bool = False
    method_on_request: bool = True
    friendly_amendments: bool = False
    seconds: bool = False
    second_vote_on_tie: bool = True
    reply_seconds: tuple[int, ...] = (600, 300)
    speech_seconds: int | None = None
    yields: tuple[Yield, ...] = ()

    def rule_of(self, kind: MotionKind) -> MotionRule:
        """The table's line for this kind, as this profile has it."""
        rule = RULES[kind]
        way = self._way(kind, rule)
        return replace(
            rule,
            rule=self.cited(rule.rule),
            way=way,
            majority=self._majority(kind, rule),
            seconded=self.seconds and way in (Way.VOTE, Way.UNLESS_OBJECTED),
        )

    def cited(self, rule: str) -> str:
        """The Assembly's rule in this body; empty where the Council has none for the matter."""
        if self.body is Body.COUNCIL and rule.startswith("rule "):
            return COUNCIL_RULES.get(rule, "")
        return rule

    def _way(self, kind: MotionKind, rule: MotionRule) -> Way:
        if rule.way is Way.REQUEST and not self.method_on_request:
            return Way.VOTE
        if kind is MotionKind.DIVISION and self.body is Body.COUNCIL:
            return Way.UNLESS_SPONSOR_OBJECTS
        return rule.way

    def _majority(self, kind: MotionKind, rule: MotionRule) -> AnyMajority | None:
        if self.body is Body.COUNCIL:
            return None
        chosen = {
            MotionKind.CLOSE_DEBATE: self.majority_to_close_debate,
            MotionKind.APPEAL: self.majority_to_overrule,
        }
        return chosen.get(kind, rule.majority)
