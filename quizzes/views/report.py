"""How a class did: the report page and its tables as files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from quizzes.accepting import accept
from quizzes.charts import charts_of
from quizzes.report import Report, report_of
from quizzes.tables import questions_csv, students_csv
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required
from unsim.rooms.models import Room


@require_safe
@owner_required
def report(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    return _page(request, room, pk)


@require_safe
@owner_required
def students(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    return _file(students_csv(_report(room, pk)), f"unsim-{room.code}-{pk}-students.csv")


@require_safe
@owner_required
def questions(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    return _file(questions_csv(_report(room, pk)), f"unsim-{room.code}-{pk}-questions.csv")


@require_POST
@owner_required
def accept_answer(request: HttpRequest, room: Room, pk: int, question: int) -> HttpResponse:
    run = get_object_or_404(room.runs, pk=pk)
    asked = get_object_or_404(run.quiz.questions, pk=question)
    try:
        accept(run=run, question=asked, text=request.POST.get("text", ""))
    except Refusal as refusal:
        return _page(request, room, pk, refusal)
    # Into the folded part that the button stood in: a browser unfolds it for its fragment.
    return redirect(f"{reverse('report', args=[room.code, pk])}#answers-{question}")


def _page(request: HttpRequest, room: Room, pk: int, refusal: Refusal | None = None) -> HttpResponse:
    found = _report(room, pk)
    context = {"room": room, "report": found, "charts": charts_of(found), "refusal": refusal}
    return render(request, "quizzes/report.html", context, status=refusal.status if refusal else 200)


def _report(room: Room, pk: int) -> Report:
    return report_of(get_object_or_404(room.runs.select_related("quiz", "room", "question"), pk=pk))


def _file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
