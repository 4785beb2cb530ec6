"""Addresses of the rules: the shipped ones, a teacher's own, and those of a meeting."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unsim.assembly import rule_books, rule_words
from unsim.assembly.answers import meeting_in
from unsim.assembly.models import RuleBook
from unsim.assembly.rule_forms import form_of, places_in, switches_in
from unsim.refusals import Refusal
from unsim.rooms.guards import owner_required, participant_required
from unsim.rooms.models import Participant, Room
from unsim.rules.profile import Profile
from unsim.rules.profiles import SHIPPED, from_dict


@require_safe
@login_required
def rules(request: HttpRequest) -> HttpResponse:
    return _rules_page(request)


def _rules_page(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    books = [(book, read(from_dict(book.switches))) for book in RuleBook.objects.filter(owner=request.user.pk)]
    shipped = [(key, rule_words.ABOUT[key], read(profile)) for key, profile in SHIPPED.items()]
    context = {"shipped": shipped, "books": books, "refusal": refusal}
    return render(request, "assembly/rules.html", context, status=refusal.status if refusal else 200)


def read(profile: Profile) -> dict[str, object]:
    """What `rule_lines.html` shows of a profile."""
    return {
        "name": rule_words.name_of(profile),
        "lines": rule_words.lines_of(profile),
        "motions": rule_words.motions_of(profile),
    }


@require_POST
@login_required
def copy_rules(request: HttpRequest) -> HttpResponse:
    """`of`: a shipped profile or an own book; then the page on which the copy is edited."""
    try:
        book = rule_books.copy_rules(owner=cast(User, request.user), of=request.POST.get("of", ""))
    except Refusal as refusal:
        return _rules_page(request, refusal)
    return redirect("rule_book", pk=book.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rule_book(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of an own book; what contradicts itself is refused, and stays as it was typed."""
    book = get_object_or_404(RuleBook, pk=pk, owner=request.user)
    profile = from_dict(book.switches)
    if request.method != "POST":
        return render(request, "assembly/rule_book.html", {"book": book, "form": form_of(profile, book.switches)})
    sent = switches_in(request.POST, profile)
    try:
        rule_books.change_rules(book=book, switches=sent)
    except Refusal as refusal:
        context = {"book": book, "form": form_of(profile, sent, places_in(request.POST)), "refusal": refusal}
        return render(request, "assembly/rule_book.html", context, status=refusal.status)
    return redirect("rules")


@require_POST
@login_required
def delete_rules(request: HttpRequest, pk: int) -> HttpResponse:
    rule_books.delete_rules(book=get_object_or_404(RuleBook, pk=pk, owner=request.user))
    return redirect("rules")


@require_safe
def meeting_rules(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """For the teacher and everybody in the room."""
    room = get_object_or_404(Room, code=code.upper())
    view = _for_teacher if request.user.pk == room.owner_id else _for_participant
    return view(request, code, pk)


def _rules_of(request: HttpRequest, room: Room, pk: int, back: str) -> HttpResponse:
    meeting = meeting_in(room, pk)
    context = {"room": room, "meeting": meeting, "rules": read(meeting.rules), "back": back}
    return render(request, "assembly/meeting_rules.html", context)


@owner_required
def _for_teacher(request: HttpRequest, room: Room, pk: int) -> HttpResponse:
    return _rules_of(request, room, pk, "desk")


@participant_required
def _for_participant(request: HttpRequest, room: Room, participant: Participant, pk: int) -> HttpResponse:
    return _rules_of(request, room, pk, "phone")
