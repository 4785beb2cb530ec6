"""How a class sat a quiz."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quizzes.models.quizzes import Question, Quiz
from unsim.rooms.models import Participant, Room

PACES = [("teacher", _("Paced by the teacher")), ("self", _("At one's own pace"))]
STAGES = [("open", _("Open")), ("locked", _("Locked")), ("answer", _("Answer shown")), ("over", _("Over"))]


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
