"""A teacher corrects a fact, or adds one that reading missed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from quizzes import correcting
from quizzes.fact_forms import FORMS, FactForm
from quizzes.items.passages import Passage, passage_at
from quizzes.models import Article, Fact
from quizzes.passage_form import PassageForm
from quizzes.views.articles import visible_article, visible_fact
from quizzes.wording import KINDS
from unsim.refusals import Refusal


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct_fact(request: HttpRequest, pk: int) -> HttpResponse:
    fact = visible_fact(request, pk)
    passage = passage_at(fact.article.text, fact.start, fact.end)
    form = _form(request, fact.article, fact.kind, passage, fact.values)
    context = {"article": fact.article, "fact": fact, "form": form, "kind_name": KINDS[fact.kind]}
    correct = partial(correcting.correct, fact=fact, teacher=cast(User, request.user))
    return _fill_in(request, "quizzes/correct_fact.html", context, correct)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_fact(request: HttpRequest, pk: int) -> HttpResponse:
    """First the words and the kind, by GET; then the values of that kind."""
    article, asked = visible_article(request, pk), request.POST or request.GET
    where = PassageForm(article, asked or None)
    if not where.is_valid():
        context = {"article": article, "where": where}
        return render(request, "quizzes/new_fact.html", context, status=422 if asked else 200)
    passage, kind = where.cleaned_data["words"], where.cleaned_data["kind"]
    form = _form(request, article, kind, passage, {})
    context = {"article": article, "where": where, "form": form, "kind": kind, "kind_name": KINDS[kind]}
    add = partial(correcting.add_fact, article=article, teacher=cast(User, request.user), kind=kind, passage=passage)
    return _fill_in(request, "quizzes/new_fact.html", context, add)


def _form(request: HttpRequest, article: Article, kind: str, passage: Passage, told: Mapping[str, Any]) -> FactForm:
    tallies = list(article.facts.kept_by(request.user).filter(kind="tally"))
    return FORMS[kind](request.POST or None, passage, tallies, told)


def _fill_in(request: HttpRequest, template: str, context: dict[str, Any], keep: Callable[..., Fact]) -> HttpResponse:
    """The page with the form; once it is sent and valid, on to the fact that it makes."""
    form = context["form"]
    if request.method != "POST":
        return render(request, template, context)
    if not form.is_valid():
        return render(request, template, context, status=422)
    try:
        fact = keep(values=form.values())
    except Refusal as refusal:
        return render(request, template, {**context, "refusal": refusal}, status=refusal.status)
    return redirect(f"{reverse('article', args=[fact.article_id])}#of-{fact.pk}")
