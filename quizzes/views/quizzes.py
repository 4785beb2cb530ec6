"""The teacher's quizzes: written from articles, then dropped from, edited and ordered."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import authoring, proposing, sitting
from quizzes.drafts import draft_of
from quizzes.exchange import exports_of
from quizzes.forms import QuizForm, TitleForm
from quizzes.models import Quiz, Run
from quizzes.views.questions import my_question, my_quiz
from unsim.refusals import Refusal
from unsim.rooms.pages import HtmxRequest


@require_safe
@login_required
def quizzes(request: HttpRequest) -> HttpResponse:
    return render(request, "quizzes/quizzes.html", {"quizzes": Quiz.objects.of(request.user).with_counts()})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_quiz(request: HttpRequest) -> HttpResponse:
    """`?article=` marks articles beforehand; one alone gives its title to the quiz."""
    form = QuizForm.beginning_with(request.GET.getlist("article"), request.user, request.POST or None)
    refusal, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("quiz", pk=_write(cast(User, request.user), form).pk)
        except Refusal as refused:
            refusal, status = refused, refused.status
    elif request.method == "POST":
        status = 422
    return render(request, "quizzes/new_quiz.html", {"form": form, "refusal": refusal}, status=status)


def _write(teacher: User, form: QuizForm) -> Quiz:
    data = form.cleaned_data
    return authoring.write_quiz(
        owner=teacher,
        title=data["title"],
        articles=list(data["articles"]),
        size=data["size"],
        seed=0,
        now=timezone.now(),
    )


@require_safe
@login_required
def quiz(request: HttpRequest, pk: int) -> HttpResponse:
    return _quiz_page(request, my_quiz(request, pk))


@require_POST
@login_required
def rename_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    mine, form = my_quiz(request, pk), TitleForm(request.POST)
    if not form.is_valid():
        return _quiz_page(request, mine, title_form=form)
    authoring.rename(quiz=mine, title=form.cleaned_data["title"])
    return redirect("quiz", pk=pk)


@require_POST
@login_required
def rewrite_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    mine = my_quiz(request, pk)
    return _changed(request, mine, lambda: authoring.rewrite(quiz=mine))


@require_POST
@login_required
def another_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """Another version beside this one."""
    mine = my_quiz(request, pk)
    try:
        other = authoring.write_version(quiz=mine, now=timezone.now())
    except Refusal as refusal:
        return _quiz_page(request, mine, refusal)
    return redirect("quiz", pk=other.pk)


@require_POST
@login_required
def propose_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Further questions of a language model, where one is set up."""
    mine = my_quiz(request, pk)
    return _changed(request, mine, lambda: proposing.propose(quiz=mine))


@require_POST
@login_required
def reword_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Another wording by the same."""
    question = my_question(request, pk)
    return _changed(request, question.quiz, lambda: proposing.reword(question=question))


@require_POST
@login_required
def share_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens a room in which the quiz is taken at one's own pace."""
    mine = my_quiz(request, pk)
    try:
        run = sitting.share(quiz=mine, now=timezone.now())
    except Refusal as refusal:
        return _quiz_page(request, mine, refusal)
    return redirect("desk", code=run.room.code)


@require_POST
@login_required
def drop_question(request: HttpRequest, pk: int) -> HttpResponse:
    question = my_question(request, pk)
    return _changed(request, question.quiz, lambda: authoring.drop(question=question))


@require_POST
@login_required
def add_question_back(request: HttpRequest, pk: int) -> HttpResponse:
    question = my_question(request, pk)
    return _changed(request, question.quiz, lambda: authoring.add_back(question=question))


@require_POST
@login_required
def move_question(request: HttpRequest, pk: int) -> HttpResponse:
    question, up = my_question(request, pk), request.POST.get("to") == "up"
    return _changed(request, question.quiz, lambda: authoring.move(question=question, up=up))


def _changed(request: HttpRequest, quiz: Quiz, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except Refusal as refusal:
        return _quiz_page(request, quiz, refusal)
    return _quiz_page(request, quiz) if cast(HtmxRequest, request).htmx else redirect("quiz", pk=quiz.pk)


def _quiz_page(
    request: HttpRequest, quiz: Quiz, refusal: Refusal | None = None, title_form: TitleForm | None = None
) -> HttpResponse:
    quiz.refresh_from_db()
    form = title_form or TitleForm(initial={"title": quiz.title})
    context = {"quiz": quiz, "draft": draft_of(quiz), "runs": Run.objects.of(quiz), "form": form, "refusal": refusal}
    context |= {"exports": exports_of(quiz), "proposes": proposing.is_on()}
    name = "quizzes/quiz.html#questions" if cast(HtmxRequest, request).htmx else "quizzes/quiz.html"
    return render(request, name, context, status=refusal.status if refusal else 422 if title_form else 200)
