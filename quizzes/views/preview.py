"""A quiz as a phone shows it, for its teacher to try: without a room, and nothing is stored."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from quizzes.models import Quiz
from quizzes.previewing import tried
from unsim.refusals import Refusal


@require_safe
@login_required
def preview_quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """`?question=` counts from 1; with `response` it shows what a student would see after this answer."""
    quiz = get_object_or_404(Quiz.objects.of(request.user), pk=pk)
    questions = list(quiz.questions.asked().with_source())
    number = _number(request.GET.get("question", ""), len(questions))
    context = {"quiz": quiz, "number": number, "of": len(questions), "previous": number - 1, "next": number + 1}
    if not questions:
        return render(request, "quizzes/preview.html", context)
    question, sent, refusal = questions[number - 1], request.GET.getlist("response"), None
    try:
        context |= tried(question, sent if "response" in request.GET or request.GET.get("send") else None)
    except Refusal as refused:
        refusal = refused
        context |= tried(question, None, refused=sent)
    return render(
        request, "quizzes/preview.html", {**context, "refusal": refusal}, status=refusal.status if refusal else 200
    )


def _number(text: str, most: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    return max(1, min(number, most))
