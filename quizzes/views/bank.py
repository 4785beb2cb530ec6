"""The question bank: searched, and questions of it put into a quiz."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from quizzes import collecting
from quizzes.bank import Search, found_by, shelves_of
from quizzes.forms import BankForm
from quizzes.models import Question, Quiz
from unsim.refusals import Refusal


@require_safe
@login_required
def bank(request: HttpRequest) -> HttpResponse:
    """`?words=&tag=&kind=&article=&page=`"""
    return _page(request, request.GET)


@require_POST
@login_required
def put_in_quiz(request: HttpRequest) -> HttpResponse:
    """What was searched for stays, so that a refusal shows the same questions, marked as they were."""
    form = BankForm(request.user, request.POST)
    if not form.is_valid():
        return _page(request, request.POST, form=form, status=422)
    try:
        quiz = _put(cast(User, request.user), form)
    except Refusal as refusal:
        return _page(request, request.POST, form=form, refusal=refusal, status=refusal.status)
    return redirect("quiz", pk=quiz.pk)


def _put(teacher: User, form: BankForm) -> Quiz:
    marked = form.cleaned_data["question"]
    mine = Question.objects.owned_by(teacher).filter(pk__in=marked).with_source().prefetch_related("facts", "tags")
    # In the order of the page, newest first.
    questions = list(mine.order_by("-pk"))
    quiz: Quiz | None = form.cleaned_data["quiz"]
    if quiz is None:
        title = form.cleaned_data["title"]
        return collecting.collect(owner=teacher, title=title, questions=questions, now=timezone.now())
    collecting.put_in(quiz=quiz, questions=questions)
    return quiz


def _page(
    request: HttpRequest,
    asked: QueryDict,
    form: BankForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    search = _search(asked)
    context = {
        "search": search,
        "shelves": shelves_of(request.user),
        "found": found_by(request.user, search, asked.get("page", "1")),
        "form": form or BankForm(request.user, initial={"quiz": asked.get("quiz")}),
        "quizzes": Quiz.objects.of(request.user),
        "marked": asked.getlist("question"),
        "refusal": refusal,
        "query": _query(search, asked.get("quiz", "")),
    }
    return render(request, "quizzes/bank.html", context, status=status)


def _search(asked: QueryDict) -> Search:
    article = asked.get("article", "")
    return Search(
        words=asked.get("words", "").replace("\x00", "").strip()[:100],
        tag=asked.get("tag", "").replace("\x00", "").strip()[:40],
        kind=asked.get("kind", "").replace("\x00", "")[:20],
        article=int(article) if article.isascii() and article.isdigit() and len(article) < 10 else None,
    )


def _query(search: Search, quiz: str) -> str:
    """The search as it stands in an address, for the links to other pages of it; `quiz`: where one came from."""
    query = QueryDict(mutable=True)
    told = {"words": search.words, "tag": search.tag, "kind": search.kind, "article": search.article, "quiz": quiz}
    query.update({name: str(value) for name, value in told.items() if value})
    return query.urlencode()
