"""The teacher's quizzes: written from articles, then dropped from, edited and ordered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import authoring, proposing, sitting
from quizzes.drafts import draft_of
from quizzes.exchange import exports_of
from quizzes.forms import QuizForm, TitleForm
from quizzes.models import ITEM_KINDS, Question, Quiz, Run
from quizzes.question_form import QuestionForm
from quizzes.question_forms import form_for, new_form
from quizzes.source_form import SourceForm
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
    return _quiz_page(request, _mine(request, pk))


@require_POST
@login_required
def rename_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    mine, form = _mine(request, pk), TitleForm(request.POST)
    if not form.is_valid():
        return _quiz_page(request, mine, title_form=form)
    authoring.rename(quiz=mine, title=form.cleaned_data["title"])
    return redirect("quiz", pk=pk)


@require_POST
@login_required
def rewrite_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    mine = _mine(request, pk)
    return _changed(request, mine, lambda: authoring.rewrite(quiz=mine))


@require_POST
@login_required
def another_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """Another version beside this one."""
    mine = _mine(request, pk)
    try:
        other = authoring.write_version(quiz=mine, now=timezone.now())
    except Refusal as refusal:
        return _quiz_page(request, mine, refusal)
    return redirect("quiz", pk=other.pk)


@require_POST
@login_required
def propose_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Further questions of a language model, where one is set up."""
    mine = _mine(request, pk)
    return _changed(request, mine, lambda: proposing.propose(quiz=mine))


@require_POST
@login_required
def reword_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Another wording by the same."""
    question = _question(request, pk)
    return _changed(request, question.quiz, lambda: proposing.reword(question=question))


@require_POST
@login_required
def share_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens a room in which the quiz is taken at one's own pace."""
    mine = _mine(request, pk)
    try:
        run = sitting.share(quiz=mine, now=timezone.now())
    except Refusal as refusal:
        return _quiz_page(request, mine, refusal)
    return redirect("desk", code=run.room.code)


@require_POST
@login_required
def drop_question(request: HttpRequest, pk: int) -> HttpResponse:
    question = _question(request, pk)
    return _changed(request, question.quiz, lambda: authoring.drop(question=question))


@require_POST
@login_required
def add_question_back(request: HttpRequest, pk: int) -> HttpResponse:
    question = _question(request, pk)
    return _changed(request, question.quiz, lambda: authoring.add_back(question=question))


@require_POST
@login_required
def move_question(request: HttpRequest, pk: int) -> HttpResponse:
    question, up = _question(request, pk), request.POST.get("to") == "up"
    return _changed(request, question.quiz, lambda: authoring.move(question=question, up=up))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest, pk: int) -> HttpResponse:
    """`?kind=`; without one it asks for it."""
    mine, kind = _mine(request, pk), request.GET.get("kind", "")
    if kind not in dict(ITEM_KINDS):
        return render(request, "quizzes/new_question.html", {"quiz": mine, "kinds": ITEM_KINDS})
    data = request.POST if request.method == "POST" else None
    form, source = new_form(kind, data), SourceForm(request.user, data=data)
    context: dict[str, Any] = {"quiz": mine, "form": form, "source": source, "kind": kind}
    if not form.is_bound or not _are_valid(form, source):
        return render(request, "quizzes/edit_question.html", context, status=422 if form.is_bound else 200)
    try:
        question = authoring.add(quiz=mine, kind=kind, wording=form.wording(), cited=source.cited)
    except Refusal as refusal:
        return render(request, "quizzes/edit_question.html", {**context, "refusal": refusal}, status=refusal.status)
    return redirect(f"{reverse('quiz', args=[pk])}#q-{question.pk}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_question(request: HttpRequest, pk: int) -> HttpResponse:
    question = _question(request, pk)
    data = request.POST if request.method == "POST" else None
    form = form_for(question, data)
    # A question that was written from facts keeps their source.
    source = None if question.facts.exists() else SourceForm(request.user, question, data)
    if form.is_bound and _are_valid(form, source):
        authoring.edit(question=question, wording=form.wording(), cited=source.cited if source else None)
        return redirect(f"{reverse('quiz', args=[question.quiz_id])}#q-{question.pk}")
    context = {"quiz": question.quiz, "question": question, "form": form, "source": source, "kind": question.kind}
    return render(request, "quizzes/edit_question.html", context, status=422 if form.is_bound else 200)


def _are_valid(form: QuestionForm, source: SourceForm | None) -> bool:
    """Both are looked at, so that every error is told at once."""
    return all([form.is_valid(), source is None or source.is_valid()])


def _mine(request: HttpRequest, pk: int) -> Quiz:
    return get_object_or_404(Quiz.objects.of(request.user), pk=pk)


def _question(request: HttpRequest, pk: int) -> Question:
    mine = Question.objects.filter(quiz__in=Quiz.objects.of(request.user))
    return get_object_or_404(mine.with_source().select_related("quiz", "article"), pk=pk)


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
