"""Further wordings and questions from a language model, where one was set up. Off by default.

The endpoint speaks the OpenAI way (POST /chat/completions). It is given the article's text, or one question, and
nothing of any student. What comes back is checked by `quizzes.items.verifying`; what does not pass is left out.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from quizzes import authoring
from quizzes.items import Item
from quizzes.items.verifying import Proposal, Unproven, proven, reworded
from quizzes.models import Article, Question, Quiz
from unsim.refusals import Refusal

logger = logging.getLogger(__name__)

PATIENCE = 60  # seconds
LARGEST = 1_000_000  # bytes of an answer
WANTED = 5  # questions asked for at once
_QUESTIONS = (
    "Write {count} quiz questions on the article for a school class. Each has one right answer, which stands word for "
    "word in one sentence of the article, and no wrong answer stands in that sentence. Use no number and no name that "
    "the article does not have. Ask nothing that is asked already. Answer with JSON alone: {{"
    '"questions": [{{"stem": "...", "options": ["...", "...", "...", "..."], "answer": "...", "sentence": "..."}}]}}. '
    "For a question on a number leave the options empty and give the number as the answer."
)
_REWORD = (
    "Word this quiz question anew for a school class. Keep every number and every name as it is. Answer with JSON "
    'alone: {"stem": "..."}.'
)


class NotSetUp(Refusal):
    status = 404
    message = _("No language model is set up here. Who runs this installation can name one in UNSIM_LLM_URL.")


class NoAnswer(Refusal):
    status = 502
    message = _("The language model did not answer as expected. The quiz is as it was; try again later.")


class NothingProven(Refusal):
    status = 422
    message = _("Nothing that the language model proposed stood the check against the article. The quiz is as it was.")


def is_on() -> bool:
    return bool(settings.UNSIM_LLM_URL)


def propose(*, quiz: Quiz) -> int:
    """Adds the questions that stand the check at the end of the quiz and says how many. NoAnswer, NothingProven."""
    held = [question.as_item() for question in quiz.questions.asked().with_source()]
    taken: list[tuple[Article, Item]] = []
    for article in quiz.articles.all():
        for proposal in _proposals(article, [item.stem for item in held]):
            try:
                item = proven(proposal, article.text, held)
            except Unproven as doubt:
                logger.info("A proposed question was left out: %s", doubt)
                continue
            held.append(item)
            taken.append((article, item))
    if not taken:
        raise NothingProven
    return _store(quiz, taken)


def reword(*, question: Question) -> None:
    """Another stem for the question, which is then marked as edited. NoAnswer, NothingProven."""
    told = _ask(_REWORD, question.stem)
    stem = told.get("stem") if isinstance(told, dict) else None
    try:
        item = reworded(question.as_item(), stem if isinstance(stem, str) else "")
    except Unproven as doubt:
        raise NothingProven from doubt
    Question.objects.filter(pk=question.pk).update(stem=item.stem, edited=True)


@transaction.atomic
def _store(quiz: Quiz, taken: Sequence[tuple[Article, Item]]) -> int:
    """Marked as edited, so that another version does not take them away unasked."""
    held = Quiz.objects.select_for_update().get(pk=quiz.pk)
    last = held.questions.aggregate(last=Max("position"))["last"]
    room = max(0, authoring.LARGEST - held.questions.asked().count())
    for place, (article, item) in enumerate(taken[:room], start=0 if last is None else last + 1):
        question = authoring.add_item(held, item, article, place)
        Question.objects.filter(pk=question.pk).update(edited=True)
    return min(room, len(taken))


def _proposals(article: Article, asked: Sequence[str]) -> list[Proposal]:
    words = f"ASKED ALREADY\n{chr(10).join(asked)}\n\nARTICLE\n{article.text}"
    told = _ask(_QUESTIONS.format(count=WANTED), words)
    listed = told.get("questions") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        raise NoAnswer
    return [proposal for one in listed[:WANTED] if (proposal := _read(one))]


def _read(told: Any) -> Proposal | None:
    """None for what is not of the shape that was asked for."""
    if not isinstance(told, dict):
        return None
    texts = [told.get(name, "") for name in ("stem", "answer", "sentence")]
    options = told.get("options", [])
    if not isinstance(options, list) or not all(isinstance(text, str) for text in (*texts, *options)):
        return None
    stem, answer, sentence = texts
    return Proposal(stem, tuple(options), answer, sentence)


def _ask(task: str, words: str) -> Any:
    """What the model says, read as JSON. NotSetUp, NoAnswer."""
    if not is_on():
        raise NotSetUp
    sent = {
        "model": settings.UNSIM_LLM_MODEL,
        "messages": [{"role": "system", "content": task}, {"role": "user", "content": words}],
        "response_format": {"type": "json_object"},
    }
    headers = {"Content-Type": "application/json"}
    if settings.UNSIM_LLM_KEY:
        headers["Authorization"] = f"Bearer {settings.UNSIM_LLM_KEY}"
    url = settings.UNSIM_LLM_URL.rstrip("/") + "/chat/completions"
    try:
        # The address is the installation's own setting, checked at the start; nobody else can name one.
        request = Request(url, json.dumps(sent).encode(), headers)  # noqa: S310
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            told = json.loads(answer.read(LARGEST))
        return json.loads(told["choices"][0]["message"]["content"])
    except (URLError, OSError, ValueError, LookupError, TypeError) as error:
        logger.warning("The language model did not answer as expected: %r", error)
        raise NoAnswer from error
