"""A quiz in a room: the teacher leads it, the students answer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from quizzes import sitting
from quizzes.models import Question, Run
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required, participant_required
from unsim.rooms.models import Participant, Room
from unsim.rooms.pages import answer_desk, answer_phone


@require_POST
@owner_required
def lock(request: HttpRequest, room: Room, pk: int, question: int) -> HttpResponse:
    run, at = _place(room, pk, question)
    return _led(request, room, lambda: sitting.lock(run=run, question=at))


@require_POST
@owner_required
def reopen(request: HttpRequest, room: Room, pk: int, question: int) -> HttpResponse:
    run, at = _place(room, pk, question)
    return _led(request, room, lambda: sitting.reopen(run=run, question=at))


@require_POST
@owner_required
def show(request: HttpRequest, room: Room, pk: int, question: int) -> HttpResponse:
    run, at = _place(room, pk, question)
    return _led(request, room, lambda: sitting.show(run=run, question=at))


@require_POST
@owner_required
def go_on(request: HttpRequest, room: Room, pk: int, question: int) -> HttpResponse:
    run, at = _place(room, pk, question)
    return _led(request, room, lambda: sitting.go_on(run=run, question=at, now=timezone.now()))


@require_POST
@owner_required
def end(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    run = get_object_or_404(room.runs, pk=pk)
    return _led(request, room, lambda: sitting.end(run=run, now=timezone.now()))


@require_POST
@participant_required
def answer(request: HttpRequest, room: Room, participant: Participant, pk: int, question: int) -> HttpResponse:
    # Any run and any question: whether they are this participant's to answer is for the act to say.
    run, at = get_object_or_404(Run, pk=pk), get_object_or_404(Question, pk=question)
    response = request.POST.getlist("response")
    try:
        sitting.answer(run=run, question=at, participant=participant, response=response, now=timezone.now())
    except Refusal as refusal:
        return answer_phone(request, room, participant, refusal=refusal)
    return answer_phone(request, room, participant)


@require_POST
@participant_required
def read_on(request: HttpRequest, room: Room, participant: Participant, pk: int, question: int) -> HttpResponse:
    run, at = _place(room, pk, question)
    sitting.read_on(run=run, question=at, participant=participant)
    return answer_phone(request, room, participant)


def _place(room: Room, pk: int, question: int) -> tuple[Run, Question]:
    run = get_object_or_404(room.runs, pk=pk)
    return run, get_object_or_404(run.quiz.questions, pk=question)


def _led(request: HttpRequest, room: Room, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return answer_desk(request, room, refusal=refusal)
    return answer_desk(request, room)
