"""The members, the texts that are put to them, and how they really voted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from unsim.rooms.models import Room

VOTE_CHOICES = [
    ("yes", _("In favour")),
    ("no", _("Against")),
    ("abstain", _("Abstaining")),
    ("absent", _("Not voting")),
]


class MemberManager(models.Manager["Member"]):
    """The members alone."""

    def get_queryset(self) -> models.QuerySet[Member]:
        return super().get_queryset().filter(observer=False)


class Member(models.Model):
    """One of the 193 members, or an observer, from the seeds. English alphabetical order in every language.

    `objects` are the members; `everyone` has the observers too, who are sorted after them.
    """

    iso3 = models.CharField(max_length=3, primary_key=True)
    seat_order = models.PositiveSmallIntegerField(unique=True)
    un_name = models.CharField(max_length=80)
    common_name = models.CharField(max_length=80)
    grid_label = models.CharField(max_length=40)
    regional_group = models.CharField(max_length=60)
    group_note = models.CharField(max_length=200, blank=True)
    admitted = models.PositiveSmallIntegerField()
    permanent = models.BooleanField(default=False)
    # An observer: a seat and a voice, and no vote but on procedure where a rule profile says so.
    observer = models.BooleanField(default=False)
    names = models.JSONField(default=dict)  # language code -> name

    objects = MemberManager()
    everyone: models.Manager[Member] = models.Manager()

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
    majority = models.CharField(max_length=24, default="simple")  # unsim.rules.majority.majority_named
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


class RuleBook(models.Model):
    """A club's own rules: an edited copy of a shipped profile."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rule_books")
    name = models.CharField(max_length=80)
    switches = models.JSONField(default=dict)  # unsim.rules.profiles.as_dict

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="one_rule_book_of_a_name")]

    def __str__(self) -> str:
        return self.name
