"""A room is one class at one time: its code, who is in it, and the one pointer to what is on now."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models


class RoomQuerySet(models.QuerySet["Room"]):
    def of(self, teacher: User) -> RoomQuerySet:
        return self.filter(owner=teacher)

    def open(self) -> RoomQuerySet:
        return self.filter(closed_at=None)

    def open_first(self) -> RoomQuerySet:
        return self.order_by(models.F("closed_at").desc(nulls_first=True), "-created_at")


class Room(models.Model):
    code = models.CharField(max_length=6, unique=True)
    name = models.CharField(max_length=80)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rooms")
    locked = models.BooleanField(default=False)
    demonstration = models.BooleanField(default=False)
    screen_key = models.CharField(max_length=32)
    # What is on now: the kind of an activity and its number; empty is the lobby.
    now_kind = models.CharField(max_length=16, blank=True)
    now_id = models.PositiveBigIntegerField(null=True, blank=True)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RoomQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def here(self) -> ParticipantQuerySet:
        return self.filter(removed_at=None)

    def seen_since(self, at: datetime) -> ParticipantQuerySet:
        return self.here().filter(seen_at__gte=at)


class Participant(models.Model):
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="participants")
    name = models.CharField(max_length=40)
    # The name as it is compared: two students cannot differ by case or spacing alone.
    name_key = models.CharField(max_length=120)
    rejoin_code = models.CharField(max_length=8)
    # Raised when the identity moves to another device: the cookie of the old one then no longer fits.
    generation = models.PositiveIntegerField(default=1)
    # The random number of the form that was sent: the same form sent twice is one participant.
    ticket = models.CharField(max_length=32, blank=True)
    simulated = models.BooleanField(default=False)
    joined_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["name_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "name_key"], condition=models.Q(removed_at=None), name="one_name_in_a_room"
            ),
            models.UniqueConstraint(fields=["room", "rejoin_code"], name="one_rejoin_code_in_a_room"),
        ]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """A link that signs a teacher in once: the first of an installation, a colleague, or a forgotten password.

    Only the hash of the link's secret is kept.
    """

    digest = models.CharField(max_length=64, unique=True)
    # Empty: whoever follows it makes an account; else a new password for this one.
    teacher = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)
    first = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation {self.pk}"
