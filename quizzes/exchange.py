"""Quizzes leave for other programs and come in from them; what a question's source is travels with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quizzes.items.formats import FORMATS, Citation, Entry, Imported, NotThisFormat, fit, read
from quizzes.items.formats.entry import Unfit
from quizzes.library import MOST_ARTICLES, LibraryFull, read_facts
from quizzes.models import Article, Option, Question, Quiz, Tag
from quizzes.seeding import EDTF
from unsim.refusals import Refusal


class Unreadable(Refusal):
    """`message` is the reader's own reason."""

    status = 422


class NothingCameIn(Refusal):
    status = 422
    message = gettext_lazy("No question in this file can be taken. The reasons are below; no quiz was made.")


@dataclass(frozen=True)
class Export:
    """A format in which a quiz can be had; it holds `held` of the quiz's questions."""

    key: str
    name: str
    held: int


def exports_of(quiz: Quiz) -> list[Export]:
    entries = entries_of(quiz)
    return [Export(key, form.name, sum(map(form.holds, entries))) for key, form in FORMATS.items()]


def entries_of(quiz: Quiz) -> list[Entry]:
    """The questions that are asked, each with the article and the sentence of its answer; those that fit any file."""
    entries = []
    for question in quiz.questions.asked().with_source().prefetch_related("tags"):
        try:
            entries.append(fit(_entry(question)))
        except Unfit:  # of a kind, or of a length, that no format has a place for
            continue
    return entries


def read_file(data: bytes) -> Imported:
    """Unreadable."""
    try:
        return read(data)
    except NotThisFormat as error:
        raise Unreadable(_(str(error))) from error


@transaction.atomic
def take_in(*, owner: User, title: str, imported: Imported, now: datetime) -> Quiz:
    """A quiz of the questions that came in. NothingCameIn, LibraryFull."""
    if not imported.items:
        raise NothingCameIn
    quiz = Quiz.objects.create(owner=owner, title=title, size=len(imported.items), created_at=now)
    articles = _articles(owner, [entry.citation for entry in imported.items])
    for place, entry in enumerate(imported.items):
        _store(quiz, place, entry, articles.get(_named(entry.citation)))
    return quiz


def _entry(question: Question) -> Entry:
    article = question.article
    cited = Citation(article.title, article.publisher, article.published, question.sentence) if article else Citation()
    options = tuple(option.text for option in question.options.all())
    matches, tags = tuple(question.matches), tuple(tag.name for tag in question.tags.all())
    return Entry(question.kind, question.stem, options, question.right, question.explanation, cited, matches, tags)


def _named(citation: Citation) -> Citation:
    """The article alone, without the sentence."""
    return Citation(citation.title, citation.publisher, citation.published)


def _articles(owner: User, citations: Sequence[Citation]) -> dict[Citation, Article]:
    """Each article that is cited: the teacher's where it is known, else one that holds the cited sentences."""
    articles = {}
    for named in dict.fromkeys(_named(citation) for citation in citations if citation.sentence):
        sentences = dict.fromkeys(citation.sentence for citation in citations if _named(citation) == named)
        articles[named] = _known(owner, named, sentences) or _excerpt(owner, named, sentences)
    return articles


def _known(owner: User, named: Citation, sentences: Iterable[str]) -> Article | None:
    same = Article.objects.visible_to(owner).filter(
        title=named.title, publisher=named.publisher, published=named.published
    )
    holding = (article for article in same if all(_holds(article, sentence) for sentence in sentences))
    return next(holding, None)


def _holds(article: Article, sentence: str) -> bool:
    """However the lines of the article are broken."""
    return sentence in " ".join(article.text.split())


def _excerpt(owner: User, named: Citation, sentences: Iterable[str]) -> Article:
    if owner.articles.count() >= MOST_ARTICLES:
        raise LibraryFull
    article = Article.objects.create(
        owner=owner,
        title=named.title or _("Source of imported questions"),
        publisher=named.publisher,
        published=named.published if EDTF.fullmatch(named.published) else "",
        text="\n".join(filter(None, sentences)),
    )
    read_facts(article=article)
    return article


def _store(quiz: Quiz, place: int, entry: Entry, article: Article | None) -> None:
    question = Question.objects.create(
        quiz=quiz,
        position=place,
        kind=entry.kind,
        stem=entry.stem,
        explanation=entry.explanation,
        key=entry.key if isinstance(entry.key, list) else dict(entry.key),
        matches=list(entry.matches),
        article=article,
        start=0,  # which words of the sentence are the fact does not travel
        end=0,
        sentence=entry.citation.sentence if article else "",
    )
    Option.objects.bulk_create(
        Option(question=question, position=number, text=text) for number, text in enumerate(entry.options)
    )
    Tag.objects.bulk_create(Tag(question=question, name=name) for name in entry.tags)
