"""A meeting, who sits in it, and what happened in it, in order."""

from __future__ import annotations

from django.db import models
from django.utils.functional import cached_property

from unsim.assembly.models.texts import Member, Resolution
from unsim.rooms.models import Participant, Room
from unsim.rules.profile import Profile
from unsim.rules.profiles import from_dict


class Meeting(models.Model):
    """A meeting of the General Assembly, or of the Security Council, in a room. N: its delegations but observers."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="meetings")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="meetings")
    stage = models.CharField(max_length=12, default="seating")  # unsim.rules.procedure.MeetingStage
    # Whether students may take a seat by themselves while the delegations are dealt.
    open_choice = models.BooleanField(default=False)
    # What the room looks at: the debrief, in place of the vote. It can be left again; no rule knows it.
    debrief = models.BooleanField(default=False)
    # Counts up whenever the President changed who sits where: then every phone fetches its country card again.
    seatings = models.PositiveIntegerField(default=0)
    # The switches of its rules that differ from the Assembly's own; see unsim.rules.profiles.
    profile = models.JSONField(default=dict, blank=True)
    # A guided script that the meeting follows, by name.
    scenario = models.CharField(max_length=20, blank=True)
    # How empty seats vote in the open: not at all (empty), "record", or drawn by an issue of unsim.alignment.
    simulation = models.CharField(max_length=24, blank=True)
    simulation_seed = models.CharField(max_length=24, blank=True)
    # The speakers' list and its timers; see unsim.assembly.speaking.
    speakers = models.JSONField(default=dict, blank=True)
    started_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"meeting {self.pk}"

    @cached_property
    def rules(self) -> Profile:
        """The rule profile of this meeting."""
        return from_dict(self.profile)

    @property
    def last_vote_is_void(self) -> bool:
        stages = self.motions.exclude(ballots=None).order_by("ballots__pk").values_list("ballots__stage", flat=True)
        return stages.last() == "void"


class Delegation(models.Model):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="delegations")
    member = models.ForeignKey(Member, on_delete=models.PROTECT)
    present = models.BooleanField(default=False)
    # "Present and voting": Model UN's promise not to abstain.
    promised = models.BooleanField(default=False)
    observer = models.BooleanField(default=False)
    # What to argue for, in one line; its students write it.
    argues = models.CharField(max_length=300, blank=True)

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


class DaisRole(models.Model):
    """A student on the dais: what the teacher handed over of the podium."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="dais")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="dais")
    role = models.CharField(max_length=10)  # unsim.assembly.dais.Role

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "participant"], name="one_role_of_a_participant")]


class Amendment(models.Model):
    """What an amendment to a text before the meeting would change; its fate is on the floor (see `steps`)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="amendments")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="amendments")
    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=8)  # unsim.rules.clauses.ChangeKind
    at = models.PositiveSmallIntegerField()  # the key of a clause
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "name"], name="one_amendment_of_a_name")]


class LogEntry(models.Model):
    """What happened in a meeting, in order; rows are added, never changed. Casting a paper is not in it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField()
    what = models.CharField(max_length=24)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]
