"""The teacher's articles, and the facts marked in them."""

from __future__ import annotations

from dataclasses import asdict
from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import library
from quizzes.comparing import accords_for, disputes_for
from quizzes.forms import ArticleDetailsForm, ArticleForm
from quizzes.items.intake import LARGEST_FILE
from quizzes.marking import facts_for, stretches
from quizzes.models import Article, Fact
from quizzes.passage_form import PassageForm
from unsim.refusals import Refusal
from unsim.rooms.pages import HtmxRequest


class TwoTexts(Refusal):
    status = 422
    message = _("There is a text in the form already. Empty the field, then choose the file again; or add the text.")


@require_safe
@login_required
def articles(request: HttpRequest) -> HttpResponse:
    visible = Article.objects.visible_to(request.user)
    context = {
        "articles": visible.with_counts(request.user),
        "disputes": disputes_for(request.user),
        "accords": accords_for(request.user),
    }
    return render(request, "quizzes/articles.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_article(request: HttpRequest) -> HttpResponse:
    """A text is added at once; a file fills the form first, so that the teacher sees what was read from it."""
    if request.method != "POST":
        return _new_article_page(request, ArticleForm())
    if "file" in request.FILES:
        return _from_file(request, cast(UploadedFile, request.FILES["file"]))
    form = ArticleForm(request.POST)
    if not form.is_valid():
        return _new_article_page(request, form, status=422)
    fields = {name: value for name, value in form.cleaned_data.items() if name != "file"}
    try:
        article = library.add_article(owner=cast(User, request.user), **fields)
    except Refusal as refusal:
        return _new_article_page(request, form, refusal)
    return redirect("article", pk=article.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_article(request: HttpRequest, pk: int) -> HttpResponse:
    """All but the text, which the facts point into."""
    mine = my_article(request, pk)
    told = {name: getattr(mine, name) for name in ArticleDetailsForm.base_fields}
    form = ArticleDetailsForm(request.POST if request.method == "POST" else None, initial=told)
    if form.is_valid():
        library.edit_article(article=mine, **form.cleaned_data)
        return redirect("article", pk=pk)
    context = {"article": mine, "form": form}
    return render(request, "quizzes/edit_article.html", context, status=422 if form.is_bound else 200)


@require_safe
@login_required
def article(request: HttpRequest, pk: int) -> HttpResponse:
    return _article_page(request, visible_article(request, pk))


@require_POST
@login_required
def reject_fact(request: HttpRequest, pk: int) -> HttpResponse:
    fact = visible_fact(request, pk)
    library.reject(fact=fact, teacher=cast(User, request.user))
    return _answer(request, fact)


@require_POST
@login_required
def restore_fact(request: HttpRequest, pk: int) -> HttpResponse:
    fact = visible_fact(request, pk)
    library.restore(fact=fact, teacher=cast(User, request.user))
    return _answer(request, fact)


@require_POST
@login_required
def delete_article(request: HttpRequest, pk: int) -> HttpResponse:
    mine = my_article(request, pk)
    try:
        library.delete_article(article=mine)
    except Refusal as refusal:
        return _article_page(request, mine, refusal)
    return redirect("articles")


def _from_file(request: HttpRequest, file: UploadedFile) -> HttpResponse:
    """What was typed stays; what was left empty is filled with what the file states."""
    typed = {name: request.POST.get(name, "") for name in ArticleForm.base_fields if name != "file"}
    try:
        if typed["text"].strip():
            raise TwoTexts
        # No more of it than is read.
        document = library.read_file(file.read(LARGEST_FILE + 1), file.name or "")
    except Refusal as refusal:
        return _new_article_page(request, ArticleForm(initial=typed), refusal)
    filled = {name: typed[name].strip() or value for name, value in asdict(document).items()}
    return _new_article_page(request, ArticleForm(initial=filled), read=True)


def _new_article_page(
    request: HttpRequest, form: ArticleForm, refusal: Refusal | None = None, *, status: int = 200, read: bool = False
) -> HttpResponse:
    context = {"form": form, "refusal": refusal, "read": read}
    return render(request, "quizzes/new_article.html", context, status=refusal.status if refusal else status)


def my_article(request: HttpRequest, pk: int) -> Article:
    return get_object_or_404(Article, pk=pk, owner=request.user.pk)


def visible_article(request: HttpRequest, pk: int) -> Article:
    return get_object_or_404(Article.objects.visible_to(request.user), pk=pk)


def visible_fact(request: HttpRequest, pk: int) -> Fact:
    facts = Fact.objects.visible_to(request.user).filter(article__in=Article.objects.visible_to(request.user))
    return get_object_or_404(facts.select_related("article"), pk=pk)


def _answer(request: HttpRequest, fact: Fact) -> HttpResponse:
    """The page, at the fact that was judged."""
    if cast(HtmxRequest, request).htmx:
        return _article_page(request, fact.article)
    return redirect(f"{reverse('article', args=[fact.article_id])}#of-{fact.pk}")


def _article_page(request: HttpRequest, article: Article, refusal: Refusal | None = None) -> HttpResponse:
    facts = facts_for(article, request.user)
    context = {
        "article": article,
        "where": PassageForm(article),
        "facts": facts,
        "stretches": stretches(article.text, [fact for fact in facts if not fact.rejected]),
        "refusal": refusal,
    }
    name = "quizzes/article.html#reading" if cast(HtmxRequest, request).htmx else "quizzes/article.html"
    return render(request, name, context, status=refusal.status if refusal else 200)
