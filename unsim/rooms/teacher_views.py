"""Signing in, inviting a colleague, one's account."""

from __future__ import annotations

from typing import cast

from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unsim.refusals import Refusal
from unsim.rooms import limits, teachers
from unsim.rooms.forms import AccountForm, NewPasswordForm
from unsim.rooms.guards import refuse


class SignIn(LoginView):
    template_name = "rooms/sign_in.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            limits.take(request, limits.SIGN_INS, "sign in")
        except limits.TooOften as refusal:
            return refuse(request, refusal.status, str(refusal))
        return super().post(request, *args, **kwargs)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind a one-time link: a new account, or a new password."""
    try:
        invitation = teachers.find_invitation(secret, now=timezone.now())
        form_class = NewPasswordForm if invitation.teacher else AccountForm
        form = form_class(request.POST or None)
        if form.is_valid():
            return _accepted(request, secret, form)
    except Refusal as refusal:
        return refuse(request, refusal.status, str(refusal))
    status = 422 if form.is_bound else 200
    return render(request, "rooms/welcome.html", {"form": form, "invitation": invitation}, status=status)


def _accepted(request: HttpRequest, secret: str, form: AccountForm) -> HttpResponse:
    name = form.cleaned_data.get("username", "")
    teacher = teachers.accept(secret=secret, name=name, password=form.cleaned_data["password"], now=timezone.now())
    login(request, teacher)
    return redirect("rooms")


@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    colleagues = User.objects.order_by("username") if request.user.is_superuser else User.objects.none()
    return render(request, "rooms/account.html", {"colleagues": colleagues})


@login_required
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    return _show_link(request, teachers.invite(now=timezone.now()))


@login_required
@require_POST
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    teacher = get_object_or_404(User, pk=pk)
    try:
        secret = teachers.reset_link(by=cast(User, request.user), teacher=teacher, now=timezone.now())
    except Refusal as refusal:
        return refuse(request, refusal.status, str(refusal))
    return _show_link(request, secret, teacher)


def _show_link(request: HttpRequest, secret: str, teacher: User | None = None) -> HttpResponse:
    link = request.build_absolute_uri(reverse("welcome", args=[secret]))
    return render(request, "rooms/link.html", {"link": link, "teacher": teacher})
