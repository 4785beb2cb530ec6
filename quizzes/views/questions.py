"""The teacher's own questions, and generated ones worded anew."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from quizzes import authoring
from quizzes.authoring import NO_SOURCE
from quizzes.contradicting import contradiction_in_words
from quizzes.models import ITEM_KINDS, Question, Quiz
from quizzes.question_form import QuestionForm
from quizzes.question_forms import form_for, new_form
from quizzes.source_form import SourceForm
from unsim.refusals import Refusal


def my_quiz(request: HttpRequest, pk: int) -> Quiz:
    return get_object_or_404(Quiz.objects.of(request.user), pk=pk)


def my_question(request: HttpRequest, pk: int) -> Question:
    mine = Question.objects.filter(quiz__in=Quiz.objects.of(request.user))
    return get_object_or_404(mine.with_source().select_related("quiz", "article"), pk=pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest, pk: int) -> HttpResponse:
    """`?kind=`; without one it asks for it."""
    mine, kind = my_quiz(request, pk), request.GET.get("kind", "")
    if kind not in dict(ITEM_KINDS):
        return render(request, "quizzes/new_question.html", {"quiz": mine, "kinds": ITEM_KINDS})
    data = request.POST if request.method == "POST" else None
    form, source = new_form(kind, data), SourceForm(request.user, data=data)
    context: dict[str, Any] = {"quiz": mine, "form": form, "source": source, "kind": kind}
    if not form.is_bound or not _are_valid(form, source):
        return render(request, "quizzes/edit_question.html", context, status=422 if form.is_bound else 200)
    try:
        question = authoring.add(quiz=mine, kind=kind, wording=form.wording(), cited=source.cited or NO_SOURCE)
    except Refusal as refusal:
        return render(request, "quizzes/edit_question.html", {**context, "refusal": refusal}, status=refusal.status)
    return redirect(f"{reverse('quiz', args=[pk])}#q-{question.pk}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_question(request: HttpRequest, pk: int) -> HttpResponse:
    question = my_question(request, pk)
    data = request.POST if request.method == "POST" else None
    form = form_for(question, data)
    # A question that was written from facts keeps their source.
    source = None if question.facts.exists() else SourceForm(request.user, question, data)
    if form.is_bound and _are_valid(form, source):
        authoring.edit(question=question, wording=form.wording(), cited=source.cited if source else None)
        return redirect(f"{reverse('quiz', args=[question.quiz_id])}#q-{question.pk}")
    context = {"quiz": question.quiz, "question": question, "form": form, "source": source, "kind": question.kind}
    context["contradiction"] = contradiction_in_words(question)
    return render(request, "quizzes/edit_question.html", context, status=422 if form.is_bound else 200)


def _are_valid(form: QuestionForm, source: SourceForm | None) -> bool:
    """Both are looked at, so that every error is told at once."""
    return all([form.is_valid(), source is None or source.is_valid()])
