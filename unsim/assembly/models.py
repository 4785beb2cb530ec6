"""The hall: who sits in it, what is put to the vote, and what was declared.

What people do is stored (votes, sealed papers, log entries); what follows from it is computed. A tally is never stored
while a ballot is open; a `Record` is written once, by the declaration, and never edited.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from unsim.rooms.models import Participant, Room

VOTE_CHOICES = [
    ("yes", _("In favour")),
    ("no", _("Against")),
    ("abstain", _("Abstaining")),
    ("absent", _("Not voting")),
]


class Member(models.Model):
    """One of the 193 members, from seeds/members.csv. English alphabetical order in every language."""

    iso3 = models.CharField(max_length=3, primary_key=True)
    seat_order = models.PositiveSmallIntegerField(unique=True)
    un_name = models.CharField(max_length=80)
    common_name = models.CharField(max_length=80)
    grid_label = models.CharField(max_length=40)
    regional_group = models.CharField(max_length=60)
    group_note = models.CharField(max_length=200, blank=True)
    admitted = models.PositiveSmallIntegerField()
    permanent = models.BooleanField(default=False)
    names = models.JSONField(default=dict)  # language code -> name

    class Meta:
        ordering = ["seat_order"]

    def __str__(self) -> str:
        return self.common_name


class Resolution(models.Model):
    """A text: seeded from the UN's record, a practice text, or typed in by a teacher for one room."""

    symbol = models.CharField(max_length=32, blank=True)
    title = models.CharField(max_length=300)
    date = models.DateField(null=True, blank=True)
    body = models.CharField(max_length=20, default="assembly")  # or "council"
    summary = models.TextField(blank=True)
    sponsors = models.TextField(blank=True)
    majority = models.CharField(max_length=12, default="simple")
    procedural = models.BooleanField(default=False)
    practice = models.BooleanField(default=False)
    source = models.TextField(blank=True)
    source_url = models.URLField(blank=True)
    # Null for a seed; a typed text belongs to its room.
    room = models.ForeignKey(Room, null=True, blank=True, on_delete=models.CASCADE, related_name="resolutions")
    slug = models.SlugField(max_length=60, blank=True)

    class Meta:
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=models.Q(room=None), name="one_seed_of_a_slug")
        ]

    def __str__(self) -> str:
        return self.symbol or self.title


class RealVote(models.Model):
    """How a member really voted on a seeded text."""

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="real_votes")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="real_votes")
    choice = models.CharField(max_length=8, choices=VOTE_CHOICES)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["resolution", "member"], name="one_real_vote")]


class Meeting(models.Model):
    """A meeting of the General Assembly in a room. N is the number of its delegations."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="meetings")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="meetings")
    stage = models.CharField(max_length=12, default="seating")  # unsim.rules.procedure.MeetingStage
    # Whether students may take a seat by themselves while the delegations are dealt.
    open_choice = models.BooleanField(default=False)
    # What the room looks at: the debrief, in place of the vote. It can be left again; no rule knows it.
    debrief = models.BooleanField(default=False)
    # Counts up whenever the President changed who sits where: then every phone fetches its country card again.
    seatings = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"meeting {self.pk}"

    @property
    def last_vote_is_void(self) -> bool:
        last = Ballot.objects.of(self).last()
        return last is not None and last.stage == "void"


class Delegation(models.Model):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="delegations")
    member = models.ForeignKey(Member, on_delete=models.PROTECT)
    present = models.BooleanField(default=False)

    class Meta:
        ordering = ["member__seat_order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="one_delegation_of_a_member")]

    def __str__(self) -> str:
        return self.member.common_name


SEATS_OF_A_DELEGATION = 2


class Seat(models.Model):
    """A participant in a delegation, which up to SEATS_OF_A_DELEGATION share; else an observer without a vote."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="seats")
    delegation = models.ForeignKey(Delegation, null=True, blank=True, on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="seats")
    # A student may ask for another seat without saying why.
    wants_swap = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "participant"], name="one_seat_of_a_participant")]


class Motion(models.Model):
    """What is put to the meeting, by which method and majority."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="motions")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="motions")
    method = models.CharField(max_length=10)  # unsim.rules.procedure.Method
    majority = models.CharField(max_length=12)  # unsim.rules.majority.Majority
    put_at = models.DateTimeField()

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
    """An open vote. Changing it is an update of the one row."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="votes")
    choice = models.CharField(max_length=8, choices=VOTE_CHOICES)

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


class LogEntry(models.Model):
    """What happened in a meeting, in order; rows are added, never changed. Casting a paper is not in it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField()
    what = models.CharField(max_length=24)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
