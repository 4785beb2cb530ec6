"""Where a meeting stands: its drafts, what was moved, what is being voted on, and the President's rulings."""

import enum
from dataclasses import dataclass

from unsim.rules.amendments import Amendments, AmendmentStatus
from unsim.rules.division import Division
from unsim.rules.motions import METHOD, MotionKind, Moved, Stage
from unsim.rules.procedure import Method


class DraftStatus(enum.StrEnum):
    """NOT_ACTED_ON: rule 74. NOT_COMPETENT: rule 79. NOT_PUT: rule 91. WITHDRAWN: rule 80."""

    PENDING = "pending"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    NOT_ACTED_ON = "not_acted_on"
    NOT_COMPETENT = "not_competent"
    NOT_PUT = "not_put"
    WITHDRAWN = "withdrawn"


NO_AMENDMENTS = Amendments()


@dataclass(frozen=True)
class Draft:
    """A proposal before the meeting. `important`: on an important question (rule 83). `ties`: of the question that is
    being put."""

    name: str
    sponsors: tuple[str, ...]
    important: bool = False
    status: DraftStatus = DraftStatus.PENDING
    amendments: Amendments = NO_AMENDMENTS
    division: Division | None = None
    ties: int = 0

    @property
    def amended(self) -> bool:
        return any(each.status is AmendmentStatus.ADOPTED for each in self.amendments.all)


@dataclass(frozen=True)
class Ruling:
    """The President's ruling on a point of order (`upheld`: well taken) or on whether a motion is in order."""

    on: Moved
    upheld: bool
    overruled: bool = False


@dataclass(frozen=True)
class Caucus:
    """Seconds in all, and of each speech in a moderated one (Model UN)."""

    kind: MotionKind
    seconds: int
    each: int | None


class QuestionOf(enum.StrEnum):
    AMENDMENT = "amendment"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True)
class Question:
    """What is put to the vote now: an amendment or a part, by `name`, or the draft as a whole."""

    of: QuestionOf
    draft: Draft
    name: str


@dataclass(frozen=True)
class Floor:
    """`drafts` in order of submission. `pending`: moved, not yet disposed of. `put`: motions being voted on; an appeal
    may stand over another. `point`: raised, and not yet ruled on or answered. `appealable`: the last ruling still is.
    `method`: decided for the drafts; None leaves it to the President. `secret_asked`: a secret ballot was asked for,
    though not moved. `resumes`: the stage to which a suspended or adjourned meeting comes back. `moved`: how many
    motions and points there have been.
    """

    stage: Stage = Stage.DEBATE
    drafts: tuple[Draft, ...] = ()
    pending: tuple[Moved, ...] = ()
    put: tuple[Moved, ...] = ()
    point: Moved | None = None
    rulings: tuple[Ruling, ...] = ()
    appealable: bool = False
    method: Method | None = None
    secret_asked: bool = False
    speech_seconds: int | None = None
    list_closed: bool = False
    caucus: Caucus | None = None
    resumes: Stage | None = None
    moved: int = 0

    @property
    def draft(self) -> Draft | None:
        """The one that is put first: rival drafts are taken in order of submission (rule 91)."""
        return next((draft for draft in self.drafts if draft.status is DraftStatus.PENDING), None)

    @property
    def question(self) -> Question | None:
        """Amendments first, then the parts of a division, then the whole (rules 89 and 90); None outside the voting."""
        draft = self.draft
        if draft is None or self.stage is not Stage.VOTING:
            return None
        if draft.amendments.next:
            return Question(QuestionOf.AMENDMENT, draft, draft.amendments.next.name)
        if draft.division and draft.division.next_part:
            return Question(QuestionOf.PART, draft, draft.division.next_part.name)
        return Question(QuestionOf.WHOLE, draft, draft.name)

    @property
    def voting(self) -> bool:
        """Whether any vote is being taken; then only its conduct may be questioned (rule 88)."""
        return self.stage is Stage.VOTING or bool(self.put)

    @property
    def appealing(self) -> bool:
        return any(moved.kind is MotionKind.APPEAL for moved in (*self.pending, *self.put))

    @property
    def reconsiderable(self) -> tuple[str, ...]:
        """What was decided and can be opened again (rule 81): drafts by name, and METHOD."""
        decided = (DraftStatus.ADOPTED, DraftStatus.REJECTED)
        drafts = tuple(draft.name for draft in self.drafts if draft.status in decided)
        return (*drafts, METHOD) if self.method else drafts
