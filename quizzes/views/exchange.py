"""Questions to and from other programs."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import exchange
from quizzes.forms import Line
from quizzes.items.formats import FORMATS, LARGEST_FILE, Skipped
from quizzes.models import Quiz
from unsim.refusals import Refusal


class ImportForm(forms.Form):
    title = Line(label=gettext_lazy("Title of the new quiz"), max_length=120)
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("GIFT, Aiken, Moodle XML, QTI 2.1 (.zip), CSV, Excel (.xlsx), Kahoot's table or JSON."),
        error_messages={"empty": gettext_lazy("This file is empty.")},
    )

    def clean_file(self) -> bytes:
        """Its bytes, and no more of them than are read."""
        data: bytes = self.cleaned_data["file"].read(LARGEST_FILE + 1)
        return data


@require_safe
@login_required
def export_quiz(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    quiz, form = _mine(request, pk), FORMATS.get(name)
    if form is None:
        raise Http404
    entries = [entry for entry in exchange.entries_of(quiz) if form.holds(entry)]
    file_name = f"{slugify(quiz.title) or 'quiz'}.{form.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(form.write(entries), content_type=form.content_type, headers=headers)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_quiz(request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if not form.is_bound:
        return _import_page(request, form, 200)
    return _take_in(request, form) if form.is_valid() else _import_page(request, form, 422)


@require_safe
@login_required
def imported_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """How an import went, kept in the session of whoever made it."""
    quiz = _mine(request, pk)
    skipped = [Skipped(*told) for told in request.session.get(_session_key(quiz), [])]
    context = {"quiz": quiz, "count": quiz.questions.count(), "skipped": skipped}
    return render(request, "quizzes/imported.html", context)


def _take_in(request: HttpRequest, form: ImportForm) -> HttpResponse:
    skipped: list[Skipped] = []
    try:
        imported = exchange.read_file(form.cleaned_data["file"])
        skipped = imported.skipped
        quiz = exchange.take_in(
            owner=cast(User, request.user), title=form.cleaned_data["title"], imported=imported, now=timezone.now()
        )
    except Refusal as refusal:
        return _import_page(request, form, refusal.status, refusal=refusal, skipped=skipped)
    request.session[_session_key(quiz)] = [(each.unit, each.at[:80], each.reason) for each in skipped]
    return redirect("imported_quiz", pk=quiz.pk)


def _import_page(request: HttpRequest, form: ImportForm, status: int, **told: Any) -> HttpResponse:
    return render(request, "quizzes/import.html", {"form": form, **told}, status=status)


def _session_key(quiz: Quiz) -> str:
    return f"skipped_of_quiz_{quiz.pk}"


def _mine(request: HttpRequest, pk: int) -> Quiz:
    return get_object_or_404(Quiz.objects.of(request.user), pk=pk)
