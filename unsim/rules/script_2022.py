"""October 2022 as a guided script: how the Assembly came to vote in the open on Ukraine's four regions.

What no source settles is left out (None) and said in `uncertain`. The words for the President are the application's.
"""

import datetime
import enum
from dataclasses import dataclass

from unsim.rules.decision import Body, Decision, Outcome, decide, decide_council
from unsim.rules.majority import AnyMajority, Majority
from unsim.rules.motions import MotionKind
from unsim.rules.procedure import Method
from unsim.rules.sentences import gettext_noop
from unsim.rules.tally import Tally


class StepKind(enum.StrEnum):
    """What the class does at a step: votes on a text or on a motion, or hears of it."""

    TEXT = "text"
    MOTION = "motion"
    HEARD = "heard"


@dataclass(frozen=True)
class ScriptStep:
    """`by`: the codes of those who acted. `text`: the slug of the text of `seeds/resolutions`. `method`: by which the
    class votes on it.

    `tally`: the real one, None where it is not fully known; then `known_no` may hold the one number that is.
    `majority`: None in the Council. `vetoes`: codes. `outcome`: None where nothing was decided.
    """

    slug: str
    date: datetime.date | None
    body: Body
    kind: StepKind
    by: tuple[str, ...]
    happened: str
    source: str
    text: str = ""
    motion: MotionKind | None = None
    method: Method | None = None
    majority: AnyMajority | None = None
    tally: Tally | None = None
    known_no: int | None = None
    vetoes: tuple[str, ...] = ()
    outcome: Outcome | None = None
    uncertain: str = ""


_OCTOBER_10 = datetime.date(2022, 10, 10)

SCRIPT: tuple[ScriptStep, ...] = (
    ScriptStep(
        slug="veto",
        date=datetime.date(2022, 9, 30),
        body=Body.COUNCIL,
        kind=StepKind.TEXT,
        by=("USA", "ALB"),
        happened=gettext_noop(
            "In the Security Council the United States and Albania put a draft against the referendums to the vote. "
            "Ten members are in favour, the Russian Federation is against, four abstain: the draft is vetoed."
        ),
        source=gettext_noop("Press reports of 30 September 2022"),
        text="s-2022-720",
        method=Method.RECORDED,
        tally=Tally(10, 1, 4, 0),
        vetoes=("RUS",),
        outcome=Outcome.REJECTED,
    ),
    ScriptStep(
        slug="request",
        date=datetime.date(2022, 10, 3),
        body=Body.ASSEMBLY,
        kind=StepKind.HEARD,
        by=("ALB", "UKR"),
        happened=gettext_noop(
            "Albania and Ukraine ask in writing that the Assembly's emergency special session be resumed."
        ),
        source=gettext_noop("Transcript of the Assembly's meeting"),
    ),
    ScriptStep(
        slug="letter",
        date=None,
        body=Body.ASSEMBLY,
        kind=StepKind.HEARD,
        by=("RUS",),
        happened=gettext_noop(
            "In a letter to all missions the Russian Federation asks for a secret ballot. It says that under pressure "
            "it is hard to take a position in the open, and that the Legal Counsel thinks such a ballot possible."
        ),
        source=gettext_noop("Associated Press, October 2022"),
        motion=MotionKind.SECRET_BALLOT,
        uncertain=gettext_noop("The letter was sent before 10 October; its day is not established."),
    ),
    ScriptStep(
        slug="introduction",
        date=_OCTOBER_10,
        body=Body.ASSEMBLY,
        kind=StepKind.HEARD,
        by=("UKR",),
        happened=gettext_noop("Ukraine introduces its draft. Csaba Kőrösi of Hungary presides."),
        source=gettext_noop("Press reports of 10 October 2022"),
        text="a-res-es-11-4",
        uncertain=gettext_noop("Whether this came before or after the votes on how to vote is not established."),
    ),
    ScriptStep(
        slug="recorded-vote",
        date=_OCTOBER_10,
        body=Body.ASSEMBLY,
        kind=StepKind.MOTION,
        by=("ALB",),
        happened=gettext_noop(
            "On a point of order Albania moves that the draft be decided by a recorded vote. So the Assembly votes on "
            "this motion, in the open, and not on a motion for a secret ballot. It is adopted."
        ),
        source=gettext_noop("Reuters and other press reports of 10 and 11 October 2022"),
        motion=MotionKind.RECORDED_VOTE,
        method=Method.RECORDED,
        majority=Majority.SIMPLE,
        tally=Tally(107, 13, 39, 34),
        outcome=Outcome.ADOPTED,
        uncertain=gettext_noop(
            "Some reports give 24 members that did not vote; of 193 members it must have been 34. How most of them "
            "voted, one by one, is not known."
        ),
    ),
    ScriptStep(
        slug="appeal",
        date=_OCTOBER_10,
        body=Body.ASSEMBLY,
        kind=StepKind.MOTION,
        by=("RUS",),
        happened=gettext_noop(
            "The Russian Federation appeals against the President's ruling. To vote in favour is to overrule the "
            "President; 100 members vote against, and the ruling stands."
        ),
        source=gettext_noop("Press reports of 10 October 2022"),
        motion=MotionKind.APPEAL,
        method=Method.RECORDED,
        majority=Majority.SIMPLE,
        known_no=100,
        outcome=Outcome.REJECTED,
        uncertain=gettext_noop("Accounts differ on how many were in favour and how many abstained."),
    ),
    ScriptStep(
        slug="reconsideration",
        date=_OCTOBER_10,
        body=Body.ASSEMBLY,
        kind=StepKind.MOTION,
        by=("RUS",),
        happened=gettext_noop(
            "The Russian Federation moves to reconsider the decision on how to vote. That takes two thirds; the motion "
            "is rejected."
        ),
        source=gettext_noop("Press Trust of India and LiveMint, 11 October 2022"),
        motion=MotionKind.RECONSIDER,
        method=Method.RECORDED,
        majority=Majority.TWO_THIRDS,
        tally=Tally(16, 104, 34, 39),
        outcome=Outcome.REJECTED,
    ),
    ScriptStep(
        slug="debate",
        date=_OCTOBER_10,
        body=Body.ASSEMBLY,
        kind=StepKind.HEARD,
        by=("RUS",),
        happened=gettext_noop(
            "The Russian Federation asks for an immediate vote; the President says that the debate comes first. More "
            "than 60 speakers take the floor until 12 October."
        ),
        source=gettext_noop("Press reports of October 2022"),
        text="a-res-es-11-4",
    ),
    ScriptStep(
        slug="vote",
        date=datetime.date(2022, 10, 12),
        body=Body.ASSEMBLY,
        kind=StepKind.TEXT,
        by=(),
        happened=gettext_noop("The Assembly adopts the draft by a recorded vote, as its resolution ES-11/4."),
        source=gettext_noop("UN Digital Library, voting record (Dag Hammarskjöld Library)"),
        text="a-res-es-11-4",
        method=Method.RECORDED,
        majority=Majority.TWO_THIRDS,
        tally=Tally(143, 5, 35, 10),
        outcome=Outcome.ADOPTED,
    ),
)


def decided(step: ScriptStep) -> Decision | None:
    """What the real numbers decide, by the law; None where they are not known.

    Who was in the hall without voting is not recorded: a quorum is taken for granted, as its President did.
    """
    if step.tally is None:
        return None
    if step.majority is None:
        return decide_council(step.tally, vetoes=step.vetoes, procedural=False)
    return decide(step.tally, step.majority, present=step.tally.members)
