"""Starting a quiz in a room."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from quizzes import authoring, sitting
from quizzes.clicks import DOUBLE_CLICK
from quizzes.forms import QuickForm, RunForm
from quizzes.models import Article, Quiz
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required
from unsim.rooms.models import Room


class NothingChosen(Refusal):
    status = 422
    message = gettext_lazy("Choose one of your quizzes below, and how it is paced; then start it.")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_required
def new_run(request: HttpRequest, room: Room) -> HttpResponse:
    if request.method != "POST":
        return _page(request, room)
    form = RunForm(request.user, request.POST)
    if not form.is_valid():
        return _page(request, room, NothingChosen())
    return _start(request, room, form.cleaned_data["quiz"], form.cleaned_data["paced"])


@require_POST
@owner_required
def quick_run(request: HttpRequest, room: Room) -> HttpResponse:
    """Writes a quiz from the seeded articles and starts it. The next one in the same room asks other questions."""
    form = QuickForm(request.POST)
    if not form.is_valid():
        return _page(request, room, NothingChosen())
    now = timezone.now()
    try:
        quiz = authoring.write_quiz(
            owner=cast(User, request.user),
            title=_("%(size)s questions from the articles") % {"size": form.cleaned_data["size"]},
            articles=list(Article.objects.seeds()),
            size=form.cleaned_data["size"],
            seed=room.runs.filter(started_at__lt=now - DOUBLE_CLICK).count(),
            now=now,
        )
    except Refusal as refusal:
        return _page(request, room, refusal)
    return _start(request, room, quiz, "teacher")


def _start(request: HttpRequest, room: Room, quiz: Quiz, paced: str) -> HttpResponse:
    try:
        sitting.start(room=room, quiz=quiz, paced=paced, now=timezone.now())
    except Refusal as refusal:
        return _page(request, room, refusal)
    return redirect("desk", code=room.code)


def _page(request: HttpRequest, room: Room, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "room": room,
        "quizzes": Quiz.objects.of(request.user).with_counts(),
        "runs": room.runs.select_related("quiz").order_by("-pk"),
        "refusal": refusal,
    }
    return render(request, "quizzes/new_run.html", context, status=refusal.status if refusal else 200)
