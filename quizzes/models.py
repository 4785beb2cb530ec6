"""The desk: articles and the facts read in them, the questions written from the facts, and how a class sat them.

What people say and do is stored (a rejection, an edit, an answer); what follows from it (which questions are asked, how
a class did) is computed.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from quizzes.items import Finding, Item, Key, Source
from unsim.rooms.models import Participant, Room

Teacher = User | AnonymousUser

PACES = [("teacher", _("Paced by the teacher")), ("self", _("At one's own pace"))]
STAGES = [("open", _("Open")), ("locked", _("Locked")), ("answer", _("Answer shown")), ("over", _("Over"))]
# Plain strings, so that migrations do not import the item craft.
ITEM_KINDS = [
    ("single_choice", _("Single choice")),
    ("multiple_choice", _("Multiple choice")),
    ("true_false", _("True or false")),
    ("number", _("Number")),
    ("order", _("Order")),
    ("match", _("Match")),
    ("short_text", _("Short text")),
]


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


class QuizQuerySet(models.QuerySet["Quiz"]):
    def of(self, teacher: Teacher) -> QuizQuerySet:
        """This teacher's quizzes as they are worked on, without the editions that classes have sat."""
        return self.filter(owner=teacher.pk, original=None)

    def with_counts(self) -> QuizQuerySet:
        """Each quiz with `asked` questions and `sat`: in how many runs."""
        questions = Question.objects.filter(quiz=OuterRef("pk")).asked().order_by().values("quiz")
        asked = Subquery(questions.annotate(n=Count("pk")).values("n"))
        return self.annotate(asked=Coalesce(asked, 0), sat=Count("editions__runs", distinct=True))


class Quiz(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="quizzes")
    title = models.CharField(max_length=120)
    articles = models.ManyToManyField(Article, related_name="quizzes")
    # What the questions were written with: the same articles, size and seed give the same questions.
    size = models.PositiveSmallIntegerField()
    seed = models.PositiveIntegerField(default=0)
    # An edition: the quiz as one class sat it, so that later edits change no answer and no report.
    original = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="editions")
    created_at = models.DateTimeField()

    objects = QuizQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name_plural = "quizzes"

    def __str__(self) -> str:
        return self.title

    @property
    def version(self) -> int:
        """As the teacher counts: from 1."""
        return self.seed + 1


def rests_on_rejected() -> Exists:
    return Exists(Rejection.objects.filter(fact__questions=OuterRef("pk"), teacher=OuterRef("quiz__owner")))


class QuestionQuerySet(models.QuerySet["Question"]):
    def judged(self) -> QuestionQuerySet:
        """Each question with `unfounded`: whether it rests on a fact that the quiz's owner rejected."""
        return self.annotate(unfounded=rests_on_rejected())

    def asked(self) -> QuestionQuerySet:
        return self.filter(dropped=False).exclude(rests_on_rejected())

    def with_source(self) -> QuestionQuerySet:
        return self.select_related("article").prefetch_related("options")

    def in_bank_of(self, teacher: Teacher) -> QuestionQuerySet:
        """What the teacher wrote or kept, newest first; what stands in several quizzes once."""
        kept = self.filter(quiz__owner=teacher.pk, quiz__original=None).asked().order_by()
        once = kept.values("kind", "stem").annotate(newest=Max("pk"))
        return self.filter(pk__in=once.values("newest")).order_by("-pk")


class Question(models.Model):
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=ITEM_KINDS)
    stem = models.TextField()
    explanation = models.TextField(blank=True)
    key = models.JSONField()  # the shape of each kind: quizzes.items.Key
    # What the options of a match are matched with, in the order shown; empty for other kinds.
    matches = models.JSONField(default=list, blank=True)
    # Where the answer stands: offsets of the fact in the article's text, and the sentence around it.
    # Null for a question from elsewhere that names no source.
    article = models.ForeignKey(Article, null=True, blank=True, on_delete=models.PROTECT, related_name="questions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence = models.TextField()
    facts = models.ManyToManyField(Fact, related_name="questions")
    edited = models.BooleanField(default=False)
    dropped = models.BooleanField(default=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.stem

    def as_item(self) -> Item:
        """The item as the craft knows it, standing alone: without the list of articles it was written from."""
        options = tuple(option.text for option in self.options.all())
        source = Source(0, self.start, self.end, self.sentence)
        matches = tuple(self.matches)
        return Item(self.kind, self.stem, options, self.right, self.explanation, (), source, matches)

    @property
    def right(self) -> Key:
        key: Key = self.key
        return key


class Tag(models.Model):
    """A word by which a teacher finds a question again."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["question", "name"], name="one_tag_of_a_name")]

    def __str__(self) -> str:
        return self.name


class Option(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["question", "position"], name="one_option_at_a_place")]

    def __str__(self) -> str:
        return self.text


class RunQuerySet(models.QuerySet["Run"]):
    def of(self, quiz: Quiz) -> RunQuerySet:
        """The runs of a quiz's editions, newest first."""
        return self.filter(quiz__original=quiz).select_related("room").order_by("-pk")


class Run(models.Model):
    """A quiz as it is sat in a room. `quiz` is an edition of it.

    Paced by the teacher, the stages are open, locked and answer for each question, then over. At one's own pace they
    are open and over, and there is no current question.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="runs")
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="runs")
    paced = models.CharField(max_length=8, choices=PACES)
    stage = models.CharField(max_length=8, choices=STAGES, default="open")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_paced_run_has_a_question",
                condition=Q(paced="teacher", question__isnull=False) | Q(paced="self", question=None),
            ),
            models.CheckConstraint(
                name="over_once_ended",
                condition=Q(stage="over", ended_at__isnull=False) | (~Q(stage="over") & Q(ended_at=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"run {self.pk}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def counted(self) -> AnswerQuerySet:
        """Without those of participants whom the teacher removed from the room."""
        return self.filter(participant__removed_at=None)


class Answer(models.Model):
    """A participant's answer to a question: one row, changed in place until the question is locked."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="answers")
    response = models.JSONField()  # a list of places, a number or a text: quizzes.items.parse
    score = models.FloatField()  # 0 to 1
    answered_at = models.DateTimeField()
    # At one's own pace: whether the participant has gone on from the explanation to the next question.
    read = models.BooleanField(default=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "question", "participant"], name="one_answer_to_a_question"),
            models.CheckConstraint(name="score_from_0_to_1", condition=Q(score__gte=0) & Q(score__lte=1)),
        ]

    def __str__(self) -> str:
        return f"answer of {self.participant_id} to {self.question_id}"
