"""A run as an activity of its room: what the phones, the screen and the desk show of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from quizzes import showing
from quizzes.items import ItemKind
from quizzes.models import Answer, Question, Run
from quizzes.results import results_of, score_of
from quizzes.sitting import KIND, NotAnAnswer, response_of
from unsim.rooms.activities import Audience, Entry, Page, Scene, Start
from unsim.rooms.links import join_url
from unsim.rooms.models import Participant, Room


class RunActivity:
    kind = KIND

    def scene(self, room: Room, pk: int, audience: Audience) -> Scene:
        run = _run(room, pk)
        stand = showing.standing(run)
        if audience == "phone":
            # A phone shows its own part alone; the stage tells it when to fetch that anew.
            return Scene(_stage(stand) + _accepted(run), _say(stand), "")
        progress = _progress(run, audience)
        html = render_to_string(f"quizzes/scene_{audience}.html", {"stand": stand, "progress": progress, **_shown(run)})
        return Scene(_stage(stand), _say(stand), html, {"quiz-progress": progress} if progress else {}, _stage(stand))

    def phone(self, room: Room, pk: int, request: HttpRequest, participant: Participant) -> Page:
        run = _run(room, pk)
        stand = showing.standing(run)
        context: dict[str, Any] = {"run": run, "stand": stand, "number": stand.number}
        if run.stage == "over":
            return Page("quizzes/phone_results.html", {**context, "score": score_of(run, participant)})
        if run.paced == "self":
            return _own_pace(run, participant, request, context)
        question = _current(run)
        answer = run.answers.filter(question=question, participant=participant).first()
        refused = _refused(request, question)
        return Page("quizzes/phone_question.html", {**context, **_personal(run, question, answer, refused)})

    def desk(self, room: Room, pk: int, request: HttpRequest) -> Page:
        run = _run(room, pk)
        link = join_url(request, room) if run.paced == "self" else ""
        return Page("quizzes/desk.html", {"run": run, "stand": showing.standing(run), "link": link})

    def entries(self, room: Room) -> list[Entry]:
        runs = room.runs.select_related("quiz")
        return [Entry(KIND, run.pk, run.quiz.title, _state(run), done=run.stage == "over") for run in runs]

    def starts(self, room: Room) -> list[Start]:
        about = _("Questions written from the articles; each answer shows the sentence it comes from.")
        return [Start(_("Run a quiz"), about, reverse("new_run", args=[room.code]))]

    def left(self, participant: Participant) -> None:
        """Nothing to do: a removed participant's answers stay, and no count takes them in."""


def _run(room: Room, pk: int) -> Run:
    return room.runs.select_related("quiz", "room").get(pk=pk)


def _current(run: Run) -> Question:
    return run.quiz.questions.with_source().get(pk=run.question_id or 0)


def _shown(run: Run) -> dict[str, Any]:
    """Before the answer is shown it is not among what the template gets."""
    if run.stage == "over":
        return {"results": results_of(run)}
    if run.paced == "self":
        return {}
    question = _current(run)
    if run.stage == "answer":
        return {"explained": showing.explained(run, question)}
    return {"asked": showing.asked(question)}


def _progress(run: Run, audience: Audience) -> str:
    """What changes with each answer, drawn apart so that it can be pushed apart. Empty once the answer is shown."""
    if run.stage in ("answer", "over"):
        return ""
    context = {"progress": showing.progress(run), "audience": audience, "paced": run.paced}
    return render_to_string("quizzes/progress.html", context)


def _own_pace(run: Run, participant: Participant, request: HttpRequest, context: dict[str, Any]) -> Page:
    question, answer = showing.current_of(run, participant)
    if question is None:
        return Page("quizzes/phone_results.html", {**context, "score": score_of(run, participant)})
    number = question.position + 1
    shown = _asked_or_explained(run, question, answer, request)
    return Page("quizzes/phone_question.html", {**context, **shown, "question": question.pk, "number": number})


def _asked_or_explained(run: Run, question: Question, answer: Answer | None, request: HttpRequest) -> dict[str, Any]:
    if answer:
        return {"explained": showing.explained(run, question, answer)}
    return {"asked": showing.asked(question, refused=_refused(request, question))}


def _personal(run: Run, question: Question, answer: Answer | None, refused: Sequence[str]) -> dict[str, Any]:
    if run.stage == "answer":
        return {"explained": showing.explained(run, question, answer)}
    return {"asked": showing.asked(question, answer, refused)}


def _refused(request: HttpRequest, question: Question) -> Sequence[str]:
    """What this request sent as an answer to the question, if it is none."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.kwargs.get("question") != question.pk:
        return ()
    sent = request.POST.getlist("response")
    try:
        response_of(question, sent)
    except NotAnAnswer:
        return sent
    return ()


def _accepted(run: Run) -> str:
    """What a teacher accepts afterwards changes what phones show of an answer, so they fetch it anew."""
    if run.stage not in ("answer", "over"):
        return ""
    keys = run.quiz.questions.filter(kind=ItemKind.SHORT_TEXT).values_list("key", flat=True)
    return f".{sum(len(key['accepted']) for key in keys)}"


def _stage(stand: showing.Standing) -> str:
    return f"{stand.stage}.{stand.number}"


def _state(run: Run) -> str:
    if run.stage == "over":
        return _("over")
    return _("at their own pace") if run.paced == "self" else _("running")


def _say(stand: showing.Standing) -> str:
    if stand.paced == "self":
        return _("The quiz is over.") if stand.stage == "over" else _("A quiz at your own pace is on.")
    words = {
        "open": _("Question %(number)s of %(of)s is open."),
        "locked": _("Question %(number)s of %(of)s is locked."),
        "answer": _("The answer to question %(number)s of %(of)s is shown."),
        "over": _("The quiz is over."),
    }
    return words[stand.stage] % {"number": stand.number, "of": stand.of}
