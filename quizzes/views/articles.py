"""The teacher's articles, and the facts marked in them."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import library
from quizzes.comparing import disputes_for
from quizzes.forms import ArticleForm
from quizzes.marking import facts_for, stretches
from quizzes.models import Article, Fact
from unsim.refusals import Refusal
from unsim.rooms.pages import HtmxRequest


@require_safe
@login_required
def articles(request: HttpRequest) -> HttpResponse:
    visible = Article.objects.visible_to(request.user)
    context = {"articles": visible.with_counts(request.user), "disputes": disputes_for(request.user)}
    return render(request, "quizzes/articles.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_article(request: HttpRequest) -> HttpResponse:
    form, refusal, status = ArticleForm(request.POST or None), None, 200
    if request.method == "POST" and form.is_valid():
        try:
            article = library.add_article(owner=cast(User, request.user), **form.cleaned_data)
        except Refusal as refused:
            refusal, status = refused, refused.status
        else:
            return redirect("article", pk=article.pk)
    elif request.method == "POST":
        status = 422
    return render(request, "quizzes/new_article.html", {"form": form, "refusal": refusal}, status=status)


@require_safe
@login_required
def article(request: HttpRequest, pk: int) -> HttpResponse:
    return _article_page(request, _visible(request, pk))


@require_POST
@login_required
def reject_fact(request: HttpRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    library.reject(fact=fact, teacher=cast(User, request.user))
    return _answer(request, fact.article)


@require_POST
@login_required
def restore_fact(request: HttpRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    library.restore(fact=fact, teacher=cast(User, request.user))
    return _answer(request, fact.article)


@require_POST
@login_required
def delete_article(request: HttpRequest, pk: int) -> HttpResponse:
    mine = get_object_or_404(Article, pk=pk, owner=request.user.pk)
    try:
        library.delete_article(article=mine)
    except Refusal as refusal:
        return _article_page(request, mine, refusal)
    return redirect("articles")


def _visible(request: HttpRequest, pk: int) -> Article:
    return get_object_or_404(Article.objects.visible_to(request.user), pk=pk)


def _fact(request: HttpRequest, pk: int) -> Fact:
    visible = Article.objects.visible_to(request.user)
    return get_object_or_404(Fact.objects.filter(article__in=visible).select_related("article"), pk=pk)


def _answer(request: HttpRequest, article: Article) -> HttpResponse:
    return _article_page(request, article) if cast(HtmxRequest, request).htmx else redirect("article", pk=article.pk)


def _article_page(request: HttpRequest, article: Article, refusal: Refusal | None = None) -> HttpResponse:
    facts = facts_for(article, request.user)
    context = {
        "article": article,
        "facts": facts,
        "stretches": stretches(article.text, [fact for fact in facts if not fact.rejected]),
        "refusal": refusal,
    }
    name = "quizzes/article.html#reading" if cast(HtmxRequest, request).htmx else "quizzes/article.html"
    return render(request, name, context, status=refusal.status if refusal else 200)
