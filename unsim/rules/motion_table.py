"""The table of motions: by the Assembly's rules 71 to 91, and by the Council's provisional rules 30 to 36 (S/96/Rev.7).

Not specified by a rule, and therefore open here (None): who may speak on competence, on a secret ballot and on whether
to vote on the next draft. No rule provides for a secret ballot on a text; rule 88 only mentions that votes are not
explained when one is held. The Council's motions to adjourn to a certain day and to refer a matter are not played.
"""

from collections.abc import Mapping

from unsim.rules.majority import Majority
from unsim.rules.motions import Effect, MotionKind, MotionRule, Requirement, Stage, Way

_DEBATE = frozenset({Stage.DEBATE})
_UNTIL_VOTING = frozenset({Stage.DEBATE, Stage.CLOSED})
_ALWAYS = frozenset({Stage.DEBATE, Stage.CLOSED, Stage.VOTING})
_K = MotionKind
_SIMPLE = Majority.SIMPLE
_NO_RULE = "no rule (rule 88 mentions it)"
_MODEL_UN = "Model UN"

RULES: Mapping[MotionKind, MotionRule] = {
    _K.POINT_OF_ORDER: MotionRule("rule 71", Way.RULING, Effect.NONE, interrupts=True, stages=_ALWAYS),
    _K.PERSONAL_PRIVILEGE: MotionRule(_MODEL_UN, Way.ANSWER, Effect.NONE, interrupts=True),
    _K.PARLIAMENTARY_INQUIRY: MotionRule(_MODEL_UN, Way.ANSWER, Effect.NONE),
    _K.POINT_OF_INFORMATION: MotionRule(_MODEL_UN, Way.ANSWER, Effect.NONE, stages=_DEBATE),
    _K.APPEAL: MotionRule(
        "rule 71",
        Way.VOTE,
        Effect.OVERRULE,
        majority=_SIMPLE,
        stages=_ALWAYS,
        requires=(Requirement.RULING,),
    ),
    _K.SUSPEND_MEETING: MotionRule("rule 76", Way.VOTE, Effect.SUSPEND, majority=_SIMPLE),
    _K.ADJOURN_MEETING: MotionRule("rule 76", Way.VOTE, Effect.ADJOURN, majority=_SIMPLE),
    _K.ADJOURN_DEBATE: MotionRule(
        "rule 74",
        Way.VOTE,
        Effect.NO_ACTION,
        speakers_for=2,
        speakers_against=2,
        mover_speaks=True,
        majority=_SIMPLE,
        requires=(Requirement.DRAFT,),
    ),
    _K.CLOSE_DEBATE: MotionRule(
        "rule 75",
        Way.VOTE,
        Effect.CLOSE_DEBATE,
        speakers_against=2,
        majority=_SIMPLE,
        stages=_DEBATE,
        requires=(Requirement.DRAFT,),
    ),
    _K.COMPETENCE: MotionRule(
        "rule 79",
        Way.VOTE,
        Effect.NO_COMPETENCE,
        speakers_for=None,
        speakers_against=None,
        majority=_SIMPLE,
        requires=(Requirement.DRAFT,),
    ),
    _K.TIME_LIMIT: MotionRule(
        "rule 72",
        Way.VOTE,
        Effect.LIMIT_SPEECHES,
        speakers_for=2,
        speakers_against=2,
        majority=_SIMPLE,
        stages=_DEBATE,
    ),
    _K.CLOSE_LIST: MotionRule(
        "rule 73",
        Way.UNLESS_OBJECTED,
        Effect.CLOSE_LIST,
        majority=_SIMPLE,
        stages=_DEBATE,
        requires=(Requirement.OPEN_LIST,),
    ),
    _K.DIVISION: MotionRule(
        "rule 89",
        Way.UNLESS_OBJECTED,
        Effect.DIVIDE,
        speakers_for=2,
        speakers_against=2,
        majority=_SIMPLE,
        requires=(Requirement.DRAFT, Requirement.UNDIVIDED),
    ),
    _K.RECONSIDER: MotionRule(
        "rule 81",
        Way.VOTE,
        Effect.REOPEN,
        speakers_against=2,
        majority=Majority.TWO_THIRDS,
        requires=(Requirement.DECISION,),
    ),
    _K.RECORDED_VOTE: MotionRule(
        "rule 87", Way.REQUEST, Effect.SET_METHOD, majority=_SIMPLE, requires=(Requirement.OPEN_METHOD,)
    ),
    _K.ROLL_CALL: MotionRule(
        "rule 87", Way.REQUEST, Effect.SET_METHOD, majority=_SIMPLE, requires=(Requirement.OPEN_METHOD,)
    ),
    _K.SECRET_BALLOT: MotionRule(
        _NO_RULE,
        Way.VOTE,
        Effect.SET_METHOD,
        speakers_for=None,
        speakers_against=None,
        majority=_SIMPLE,
        requires=(Requirement.OPEN_METHOD,),
    ),
    # Handed in during the debate; each is voted on before the draft, the furthest removed in substance first.
    _K.AMENDMENT: MotionRule(
        "rule 90",
        Way.SUBMITTED,
        Effect.AMEND,
        speakers_for=None,
        speakers_against=None,
        stages=_DEBATE,
        requires=(Requirement.DRAFT,),
    ),
    _K.VOTE_ON_NEXT: MotionRule(
        "rule 91",
        Way.VOTE,
        Effect.PUT_NEXT,
        speakers_for=None,
        speakers_against=None,
        majority=_SIMPLE,
        requires=(Requirement.RIVAL,),
    ),
    _K.UNMODERATED_CAUCUS: MotionRule(_MODEL_UN, Way.VOTE, Effect.CAUCUS, majority=_SIMPLE, stages=_DEBATE),
    _K.MODERATED_CAUCUS: MotionRule(_MODEL_UN, Way.VOTE, Effect.CAUCUS, majority=_SIMPLE, stages=_DEBATE),
}

POINTS = frozenset(kind for kind, rule in RULES.items() if rule.way in (Way.RULING, Way.ANSWER))

# The order of rule 77 (suspend, adjourn, adjourn the debate, close it), after what concerns a ruling; then the rest.
ASSEMBLY_ORDER: tuple[MotionKind, ...] = (
    _K.POINT_OF_ORDER,
    _K.APPEAL,
    _K.SUSPEND_MEETING,
    _K.ADJOURN_MEETING,
    _K.ADJOURN_DEBATE,
    _K.CLOSE_DEBATE,
    _K.COMPETENCE,
    _K.TIME_LIMIT,
    _K.CLOSE_LIST,
    _K.DIVISION,
    _K.RECONSIDER,
    _K.RECORDED_VOTE,
    _K.ROLL_CALL,
    _K.SECRET_BALLOT,
    _K.AMENDMENT,
    _K.VOTE_ON_NEXT,
)

# Rule 33 of the Council, which knows no closure of debate.
COUNCIL_ORDER: tuple[MotionKind, ...] = (
    _K.POINT_OF_ORDER,
    _K.APPEAL,
    _K.SUSPEND_MEETING,
    _K.ADJOURN_MEETING,
    _K.ADJOURN_DEBATE,
    _K.AMENDMENT,
    _K.DIVISION,
)

MODEL_UN_ORDER: tuple[MotionKind, ...] = (
    _K.POINT_OF_ORDER,
    _K.PERSONAL_PRIVILEGE,
    _K.PARLIAMENTARY_INQUIRY,
    _K.POINT_OF_INFORMATION,
    _K.APPEAL,
    _K.SUSPEND_MEETING,
    _K.ADJOURN_MEETING,
    _K.ADJOURN_DEBATE,
    _K.CLOSE_DEBATE,
    _K.UNMODERATED_CAUCUS,
    _K.MODERATED_CAUCUS,
    _K.TIME_LIMIT,
    _K.CLOSE_LIST,
    _K.DIVISION,
    _K.RECONSIDER,
    _K.ROLL_CALL,
    _K.AMENDMENT,
    _K.VOTE_ON_NEXT,
)

# The Council's own provisional rule where it has one for the same matter.
COUNCIL_RULES: Mapping[str, str] = {
    "rule 71": "Council rule 30",
    "rule 74": "Council rule 33",
    "rule 76": "Council rule 33",
    "rule 77": "Council rule 33",
    "rule 80": "Council rule 35",
    "rule 89": "Council rule 32",
    "rule 90": "Council rule 36",
    "rule 91": "Council rule 32",
}
