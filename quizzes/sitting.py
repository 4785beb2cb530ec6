"""The acts of a run: the teacher starts it and leads it from question to question, the participants answer.

An act that finds its work done already (a double click) changes nothing and says nothing; an act on a question that is
no longer the current one (a stale page, a second tab) is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from quizzes.clicks import DOUBLE_CLICK
from quizzes.editions import edition_of
from quizzes.items import BadResponse, Given, ItemKind, parse, score
from quizzes.models import Answer, Question, Quiz, Run
from unsim.refusals import Refusal
from unsim.rooms import hosting
from unsim.rooms.models import Participant, Room
from unsim.rooms.now import tell

KIND = "run"
TYPED = (ItemKind.NUMBER, ItemKind.SHORT_TEXT)
BAD_RESPONSES = {
    "empty": _("There is no answer here yet. Give one, then send it."),
    "not an option": _("This is not one of the answers. Choose one of those shown."),
    "one option only": _("Only one answer can be chosen here. Choose one."),
    "not a number": _("This is not a number. Type digits only, for example 143."),
    "unfinished": _("A line has no answer yet. Choose one for each line, then send them."),
    "one place twice": _("Two lines have the same place. Give each line a place of its own."),
    "too long": _("This is too long for a short answer. A few words will do."),
}


class NothingToAsk(Refusal):
    status = 422
    message = _("This quiz has no questions to ask. Add some back, or write a new quiz.")


class MovedOn(Refusal):
    message = _("The quiz has moved on since this page was loaded. Here is where it stands now.")


class NotOpen(Refusal):
    message = _("This question is locked: answers can no longer be given or changed. Look at the screen.")


class NotOn(Refusal):
    message = _("This quiz is not on in the room now. Look at what is on, and ask your teacher.")


class RunIsOver(Refusal):
    message = _("This quiz is over: answers can no longer be given. Your answers are kept.")


class AnsweredAlready(Refusal):
    message = _("You have answered this question; the first answer counts. Go on to the next one.")


class UnknownQuestion(Refusal):
    status = 422
    message = _("This question is not part of the quiz. Answer the one that is shown.")


class NotYours(Refusal):
    status = 403
    message = _("This quiz belongs to another room. Answer the one in your own.")


class NotAnAnswer(Refusal):
    status = 422


@transaction.atomic
def start(*, room: Room, quiz: Quiz, paced: str, now: datetime) -> Run:
    """The run of a fresh edition, put on in the room with its first question open. RoomIsClosed, NothingToAsk.

    Started twice at a double click it is one run.
    """
    Room.objects.select_for_update().get(pk=room.pk)
    if (twin := _just_started(room.runs.all(), quiz, now)) is not None:
        return twin
    edition = edition_of(quiz=quiz, now=now)
    first = edition.questions.first()
    if first is None:
        raise NothingToAsk
    question = first if paced == "teacher" else None
    run = Run.objects.create(room=room, quiz=edition, paced=paced, question=question, started_at=now)
    hosting.put_on(room=room, kind=KIND, pk=run.pk, now=now)
    return run


@transaction.atomic
def share(*, quiz: Quiz, now: datetime) -> Run:
    """A quiz to be taken by link is a room of its own with a self-paced run on."""
    Quiz.objects.select_for_update().get(pk=quiz.pk)
    if (twin := _just_started(Run.objects.filter(paced="self"), quiz, now)) is not None:
        return twin
    room = hosting.open_room(owner=quiz.owner, name=quiz.title[:80], now=now)
    return start(room=room, quiz=quiz, paced="self", now=now)


@transaction.atomic
def lock(*, run: Run, question: Question) -> None:
    """No answer to the question is taken any more."""
    fresh = _at(run, question)
    if fresh.stage == "open":
        _move(fresh, "locked", question)


@transaction.atomic
def reopen(*, run: Run, question: Question) -> None:
    """Takes a lock back, as long as the answer has not been shown."""
    fresh = _at(run, question)
    if fresh.stage == "answer":
        raise MovedOn(_("The answer has been shown, so this question stays locked. Go on to the next one."))
    if fresh.stage == "locked":
        _move(fresh, "open", question)


@transaction.atomic
def show(*, run: Run, question: Question) -> None:
    """Shows the answer; locks the question first if that was not done."""
    fresh = _at(run, question)
    if fresh.stage != "answer":
        _move(fresh, "answer", question)


@transaction.atomic
def go_on(*, run: Run, question: Question, now: datetime) -> None:
    """From the answer of `question` to the next question, or to the results after the last."""
    fresh = _locked(run)
    following = _after(fresh, question)
    if fresh.stage == "open" and following is not None and fresh.question_id == following.pk:
        return
    if fresh.stage == "over" and following is None:
        return
    if fresh.question_id != question.pk or fresh.stage != "answer":
        raise MovedOn
    if following is None:
        _finish(fresh, now)
    else:
        _move(fresh, "open", following)


@transaction.atomic
def end(*, run: Run, now: datetime) -> None:
    """Ends a run where it stands. What was answered is kept and counts."""
    fresh = _locked(run)
    if fresh.stage != "over":
        _finish(fresh, now)


@transaction.atomic
def answer(*, run: Run, question: Question, participant: Participant, response: Sequence[str], now: datetime) -> Answer:
    """Stores the participant's answer, or changes it. `response`: what the form sent, as text.

    Paced by the teacher an answer may change until the lock; at one's own pace the first one stands.
    """
    fresh = _locked(run)
    _check_open(fresh, question, participant)
    given = response_of(question, response)
    if fresh.paced == "self":
        return _first(fresh, question, participant, given, now)
    stored = _store(fresh, question, participant, given, now)
    tell(fresh.room)
    return stored


@transaction.atomic
def read_on(*, run: Run, question: Question, participant: Participant) -> None:
    """At one's own pace: the explanation has been read, the next question may come."""
    Answer.objects.filter(run=run, question=question, participant=participant).update(read=True)


def response_of(question: Question, typed: Sequence[str]) -> Given:
    """What is stored of a form's answer. NotAnAnswer for what is none."""
    try:
        given = parse(question.kind, "".join(typed[:1]) if question.kind in TYPED else list(typed))
        score(question.kind, question.right, given)
    except BadResponse as error:
        raise NotAnAnswer(BAD_RESPONSES[error.reason]) from error
    if isinstance(given, list) and max(given) >= _choices(question):
        raise NotAnAnswer(BAD_RESPONSES["not an option"])
    return given


def _choices(question: Question) -> int:
    return len(question.matches) if question.kind == ItemKind.MATCH else question.options.count()


def _just_started(runs: QuerySet[Run], quiz: Quiz, now: datetime) -> Run | None:
    return runs.filter(quiz__original=quiz, stage="open", answers=None, started_at__gt=now - DOUBLE_CLICK).first()


def _locked(run: Run) -> Run:
    """The run as it is now, held until the transaction ends: a lock and an answer wait for each other."""
    return Run.objects.select_related("room").select_for_update(of=("self",)).get(pk=run.pk)


def _at(run: Run, question: Question) -> Run:
    fresh = _locked(run)
    if fresh.stage == "over" or fresh.question_id != question.pk:
        raise MovedOn
    return fresh


def _after(run: Run, question: Question) -> Question | None:
    return run.quiz.questions.filter(position__gt=question.position).first()


def _move(run: Run, stage: str, question: Question) -> None:
    run.stage, run.question = stage, question
    run.save(update_fields=["stage", "question"])
    tell(run.room)


def _finish(run: Run, now: datetime) -> None:
    run.stage, run.ended_at = "over", now
    run.save(update_fields=["stage", "ended_at"])
    tell(run.room)


def _check_open(run: Run, question: Question, participant: Participant) -> None:
    if participant.room_id != run.room_id:
        raise NotYours
    if question.quiz_id != run.quiz_id:
        raise UnknownQuestion
    if run.stage == "over":
        raise RunIsOver
    if (run.room.now_kind, run.room.now_id) != (KIND, run.pk):
        raise NotOn
    if run.paced == "teacher" and (run.question_id, run.stage) != (question.pk, "open"):
        raise NotOpen if run.question_id == question.pk else MovedOn


def _store(run: Run, question: Question, participant: Participant, given: Given, now: datetime) -> Answer:
    """One statement under the unique constraint: two taps at the same moment leave one row."""
    answer = Answer(run=run, question=question, participant=participant, response=given, answered_at=now)
    answer.score = score(question.kind, question.right, given)
    Answer.objects.bulk_create(
        [answer],
        update_conflicts=True,
        unique_fields=["run", "question", "participant"],
        update_fields=["response", "score", "answered_at"],
    )
    return answer


def _first(run: Run, question: Question, participant: Participant, given: Given, now: datetime) -> Answer:
    before = Answer.objects.filter(run=run, question=question, participant=participant).first()
    if before is None:
        stored = _store(run, question, participant, given, now)
        tell(run.room)
        return stored
    if before.response != given:
        raise AnsweredAlready
    return before
