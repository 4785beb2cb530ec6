"""Quizzes, and the questions written from the facts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from quizzes.items import Item, Key, Source
from quizzes.models.articles import Article, Fact, Rejection, Teacher

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

    def with_facts(self) -> QuestionQuerySet:
        """For a list of questions, each shown with the sentences that its answer rests on."""
        return self.with_source().prefetch_related("facts__article")

    def owned_by(self, teacher: Teacher) -> QuestionQuerySet:
        """Those of the teacher's quizzes, without the editions that a class sat."""
        return self.filter(quiz__owner=teacher.pk, quiz__original=None).asked()

    def copies_of(self, question: Question) -> QuestionQuerySet:
        """The same question in any quiz of its owner, itself among them: the bank shows the newest of them."""
        return self.owned_by(question.quiz.owner).filter(kind=question.kind, stem=question.stem)

    def in_bank_of(self, teacher: Teacher) -> QuestionQuerySet:
        """What the teacher wrote or kept, newest first; what stands in several quizzes once."""
        kept = self.owned_by(teacher).order_by()
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

    # Its tags and those of its copies, where it is shown in the bank.
    tags_in_bank: tuple[str, ...] = ()

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


class TagQuerySet(models.QuerySet["Tag"]):
    def names_of(self, questions: QuestionQuerySet) -> tuple[str, ...]:
        """Each once, in the order of the alphabet."""
        return tuple(sorted(set(self.filter(question__in=questions.order_by()).values_list("name", flat=True))))


class Tag(models.Model):
    """A word by which a teacher finds a question again."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=40)

    objects = TagQuerySet.as_manager()

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
