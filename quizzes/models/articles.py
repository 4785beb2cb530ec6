"""Articles, the facts read in them, and what each teacher makes of those."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from quizzes.items import Finding

Teacher = User | AnonymousUser


class ArticleQuerySet(models.QuerySet["Article"]):
    def seeds(self) -> ArticleQuerySet:
        return self.filter(owner=None)

    def visible_to(self, teacher: Teacher) -> ArticleQuerySet:
        """The seeds, and what this teacher added."""
        return self.filter(Q(owner=None) | Q(owner=teacher.pk))

    def with_counts(self, teacher: Teacher) -> ArticleQuerySet:
        """Each article with `kept`: how many of its facts this teacher has not rejected."""
        seen = Q(facts__owner=None) | Q(facts__owner=teacher.pk)
        rejected = Q(facts__rejections__teacher=teacher.pk)
        return self.annotate(
            kept=Count("facts", filter=seen, distinct=True) - Count("facts", filter=rejected, distinct=True)
        )


class Article(models.Model):
    """A text that questions are written from, kept exactly as given: facts point into it by character."""

    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=120, blank=True)
    # EDTF, since a source may show a month only; empty where it shows nothing.
    published = models.CharField(max_length=40, blank=True)
    # The title of the article that a brief of ours draws on; empty for a text given as it is.
    source_title = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)  # where the text stands; shown, never fetched
    text = models.TextField()
    # Null for a seed, which every teacher sees.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="articles"
    )
    slug = models.SlugField(max_length=80, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["slug", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=Q(owner=None), name="one_seed_article_of_a_slug")
        ]

    def __str__(self) -> str:
        return self.title


class FactQuerySet(models.QuerySet["Fact"]):
    def found(self) -> FactQuerySet:
        return self.filter(owner=None)

    def visible_to(self, teacher: Teacher) -> FactQuerySet:
        """What was read in the texts, and what this teacher corrected or added."""
        return self.filter(Q(owner=None) | Q(owner=teacher.pk))

    def judged_by(self, teacher: Teacher) -> FactQuerySet:
        """Each fact that this teacher sees with `rejected`: whether the teacher does not want it used."""
        mine = Rejection.objects.filter(fact=OuterRef("pk"), teacher=teacher.pk)
        return self.visible_to(teacher).annotate(rejected=Exists(mine))

    def kept_by(self, teacher: Teacher) -> FactQuerySet:
        return self.visible_to(teacher).exclude(rejections__teacher=teacher.pk)


class Fact(models.Model):
    """One finding in an article, or what a teacher put in its place or beside it.

    By its `number` a position names its tally. A finding's is its place in the order of the text; a correction has
    that of the fact it stands for, an added fact the next one free.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="facts")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    values = models.JSONField(default=dict)  # the shape of each kind: quizzes.items.Finding
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence = models.TextField()
    rule = models.CharField(max_length=80)
    # Null for what was read in the text; else the teacher who alone sees the fact and uses it.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="facts"
    )
    # The fact that this one corrects; of a fact and its corrections a teacher keeps one at most.
    stands_for = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="corrections")

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ["article", "start", "end", "number", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_correction_is_a_teachers", condition=Q(stands_for=None) | Q(owner__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} of article {self.article_id}"

    def as_finding(self) -> Finding:
        return Finding(self.kind, self.values, self.start, self.end, self.sentence, self.rule)


class Rejection(models.Model):
    """A teacher's word that a fact is not to be used. The fact stays for others: seeds are shared."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="rejections")
    teacher = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rejections")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fact", "teacher"], name="one_rejection_of_a_fact")]

    def __str__(self) -> str:
        return f"{self.fact} rejected by {self.teacher_id}"
