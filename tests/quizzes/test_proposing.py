"""A language model that proposes, played by a server of the test's own."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from quizzes import authoring, proposing
from tests.factories import ArticleFactory, QuestionFactory, quiz_of

pytestmark = pytest.mark.django_db
TEXT = (
    "The Assembly adopted the text by 143 votes to five. Ambassador Joan Brook of Freedonia called it a clear answer."
)
GOOD = {
    "stem": "Which ambassador called the vote a clear answer?",
    "options": ["Anna Lane", "Joan Brook", "Maria Field"],
    "answer": "Joan Brook",
    "sentence": "Ambassador Joan Brook of Freedonia called it a clear answer.",
}
BAD = {**GOOD, "stem": "Who spoke first?", "answer": "Anna Lane"}


class Model(HTTPServer):
    """`says`: the message it gives back, or whole bytes of an answer; `heard`: what it was sent."""

    says: object = {}
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.heard: list[tuple[str, str | None, dict]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Answering(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.append((self.path, self.headers["Authorization"], sent))
        says = self.server.says
        message = says if isinstance(says, str) else json.dumps(says)
        body = (
            says if isinstance(says, bytes) else json.dumps({"choices": [{"message": {"content": message}}]}).encode()
        )
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def model(settings) -> Iterator[Model]:
    with Model() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.UNSIM_LLM_URL, settings.UNSIM_LLM_MODEL, settings.UNSIM_LLM_KEY = server.url, "small", "key"
        yield server
        server.shutdown()


@pytest.fixture
def quiz(cast):
    quiz = quiz_of(1, cast.room.owner)
    quiz.articles.set([ArticleFactory(owner=cast.room.owner, text=TEXT)])
    return quiz


def test_what_stands_the_check_is_added_at_the_end(quiz, model):
    model.says = {"questions": [BAD, GOOD, GOOD, {"stem": 3}, "nonsense"]}
    assert proposing.propose(quiz=quiz) == 1
    added = quiz.questions.last()
    assert (added.stem, added.key, added.sentence) == (GOOD["stem"], [1], GOOD["sentence"])
    assert added.article.text[added.start : added.end] == GOOD["sentence"]
    assert added.edited


def test_the_model_hears_the_article_and_what_is_asked_and_no_more(quiz, model):
    model.says = {"questions": [GOOD]}
    proposing.propose(quiz=quiz)
    [(path, key, sent)] = model.heard
    assert (path, key, sent["model"]) == ("/v1/chat/completions", "Bearer key", "small")
    words = sent["messages"][1]["content"]
    assert words == f"ASKED ALREADY\n{quiz.questions.first().stem}\n\nARTICLE\n{TEXT}"


def test_another_version_does_not_take_them_away_unasked(quiz, model):
    model.says = {"questions": [GOOD]}
    proposing.propose(quiz=quiz)
    with pytest.raises((authoring.EditedInside, authoring.NothingWritten)):
        authoring.rewrite(quiz=quiz)


def test_a_full_quiz_takes_no_more(quiz, model, monkeypatch):
    monkeypatch.setattr(authoring, "LARGEST", 1)
    model.says = {"questions": [GOOD]}
    assert proposing.propose(quiz=quiz) == 0
    assert quiz.questions.count() == 1


def test_nothing_proven_changes_nothing(quiz, model):
    model.says = {"questions": [BAD]}
    with pytest.raises(proposing.NothingProven):
        proposing.propose(quiz=quiz)
    assert quiz.questions.count() == 1


@pytest.mark.parametrize("says", ["no JSON", b"<html>", {"answers": []}, {"questions": "many"}, ["x"], b"{}", b"[]"])
def test_an_answer_of_another_shape_is_no_answer(quiz, model, says):
    model.says = says
    with pytest.raises(proposing.NoAnswer):
        proposing.propose(quiz=quiz)


def test_a_server_that_fails_or_is_gone_is_no_answer(quiz, model, settings):
    model.status = 500
    with pytest.raises(proposing.NoAnswer):
        proposing.propose(quiz=quiz)
    settings.UNSIM_LLM_URL = "http://127.0.0.1:9"
    with pytest.raises(proposing.NoAnswer):
        proposing.propose(quiz=quiz)


def test_a_question_is_worded_anew(quiz, model):
    question = QuestionFactory(quiz=quiz, stem="How many of the 193 members said yes?")
    model.says = {"stem": "Of the 193 members, how many said yes?"}
    proposing.reword(question=question)
    question.refresh_from_db()
    assert (question.stem, question.edited) == ("Of the 193 members, how many said yes?", True)
    model.says = {"stem": "Of the 192 members, how many said yes?"}
    with pytest.raises(proposing.NothingProven):
        proposing.reword(question=question)


def test_it_is_off_by_default(cast, quiz):
    page = cast.teacher.get(f"/teach/quizzes/{quiz.pk}/").content.decode()
    assert "language model" not in page
    assert cast.teacher.post(f"/teach/quizzes/{quiz.pk}/propose/").status_code == 404


def test_the_page_offers_it_where_it_is_on(cast, quiz, model):
    model.says = {"questions": [GOOD]}
    assert b"Let the language model propose" in cast.teacher.get(f"/teach/quizzes/{quiz.pk}/").content
    assert cast.teacher.post(f"/teach/quizzes/{quiz.pk}/propose/").status_code == 302
    model.says = "no JSON"
    refused = cast.teacher.post(f"/teach/quizzes/{quiz.pk}/propose/")
    assert (refused.status_code, b"did not answer as expected" in refused.content) == (502, True)
