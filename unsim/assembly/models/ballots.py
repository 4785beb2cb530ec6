"""What is put to the vote, the votes, and what was declared."""

from __future__ import annotations

from django.db import models

from unsim.assembly.models.meetings import Delegation, Meeting
from unsim.assembly.models.texts import VOTE_CHOICES, Member, Resolution


class Motion(models.Model):
    """What is put to the meeting, by which method and majority."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="motions")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="motions")
    method = models.CharField(max_length=12)  # unsim.rules.procedure.Method
    majority = models.CharField(max_length=24)  # unsim.rules.majority.majority_named; empty in the Council
    put_at = models.DateTimeField()
    # The whole text, or one of its amendments or parts by `name`; or a motion of procedure, whose kind is the name.
    of = models.CharField(max_length=10, default="whole")
    name = models.CharField(max_length=80, blank=True)
    # A motion, an amendment or a part as the board shows it.
    words = models.TextField(blank=True)
    # Whether the result settles a question on the floor; else it is an experiment on a text that was decided before.
    settles = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]


class BallotQuerySet(models.QuerySet["Ballot"]):
    def of(self, meeting: Meeting) -> BallotQuerySet:
        return self.filter(motion__meeting=meeting).select_related("motion__resolution", "motion__meeting")

    def standing(self) -> BallotQuerySet:
        """Without those that the President took back."""
        return self.exclude(stage="void")

    def declared(self) -> BallotQuerySet:
        return self.filter(stage="declared")


class Ballot(models.Model):
    """One round of voting on a motion."""

    motion = models.ForeignKey(Motion, on_delete=models.CASCADE, related_name="ballots")
    stage = models.CharField(max_length=10, default="open")  # unsim.rules.procedure.BallotStage
    # A recorded vote: whether the board hides the votes until they are locked.
    hidden = models.BooleanField(default=False)
    # Before the lock: seconds before `closes_at` from which a hidden board shows the votes; None with the lock.
    reveal_last = models.PositiveSmallIntegerField(null=True, blank=True)
    # The countdown's end on the server's clock: no vote is taken after it.
    closes_at = models.DateTimeField(null=True, blank=True)
    # A roll call's order, and what was answered so far; see unsim.assembly.roll_calls.
    roll = models.JSONField(null=True, blank=True)
    # A show of hands as counted in the hall: {"yes", "no", "abstain"}.
    hands = models.JSONField(null=True, blank=True)
    # Member codes, sorted: the delegations that may vote in this round, fixed when it is opened.
    electorate = models.JSONField(default=list)
    opened_at = models.DateTimeField()

    # A secret ballot only. The private key is wrapped under the opening key, which is never stored.
    public_key = models.BinaryField(null=True, blank=True)
    wrapped_key = models.BinaryField(null=True, blank=True)
    # Member codes, sorted: whose paper is in the box. Nothing here tells an order.
    cast = models.JSONField(default=list)
    # Few papers, or all alike: then only whether the proposal was adopted is published, and no totals are ever stored.
    outcome_only = models.BooleanField(default=False)
    # Once the box has been opened: {"yes", "no", "abstain", "absent", "invalid"}, where the papers without a choice are
    # among the absent; or {"outcome", "invalid"}. And the sorted inclusion codes.
    totals = models.JSONField(null=True, blank=True)
    codes = models.JSONField(default=list)

    objects = BallotQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    @property
    def undecided(self) -> bool:
        return self.stage in ("open", "locked", "counted")


class Vote(models.Model):
    """An open vote. Changing it is an update of the one row. `by`: the delegation itself, the chair, or simulated."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="votes")
    choice = models.CharField(max_length=8, choices=VOTE_CHOICES)
    by = models.CharField(max_length=10, default="delegation")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "delegation"], name="one_vote_of_a_delegation")]


class Envelope(models.Model):
    """A sealed paper. It bears no delegation, no time and no number that counts up; its key is the inclusion code."""

    code = models.CharField(max_length=64, primary_key=True)
    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="envelopes")
    ciphertext = models.BinaryField()


class Record(models.Model):
    """What the President declared: written once."""

    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, related_name="record")
    declared_at = models.DateTimeField()
    # {"decision", "sum", "rule", "tally": {...}, "votes": {iso3: choice} or null, "took_part": [iso3] or null, ...}
    content = models.JSONField()


class Correction(models.Model):
    """How a delegation had meant to vote: a footnote to the record, which it never changes (practice)."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="corrections")
    member = models.ForeignKey(Member, on_delete=models.PROTECT)
    cast = models.CharField(max_length=8, choices=VOTE_CHOICES)
    intended = models.CharField(max_length=8, choices=VOTE_CHOICES)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["member__seat_order"]
        constraints = [models.UniqueConstraint(fields=["record", "member"], name="one_correction_of_a_vote")]
