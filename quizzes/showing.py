"""What the screen, the desk and the phones show of a run. What must not be seen yet is not in these values at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from django.utils.translation import gettext as _

from quizzes.items import ItemKind
from quizzes.models import Answer, Article, Fact, Question, Run
from quizzes.percent import percent
from unsim.rooms.models import Participant

# Characters up to which a question, and an answer with its source, fit the projector page at each size of type.
FITS = (("", 280, 480), ("dense", 520, 800), ("denser", 900, 1300))
LONGEST_HEADLINE = 24  # characters of a right answer that stand large in the corner
MOST_SOURCES = 3
BARS = 6  # lines of the chart of a number question: the right value and the most frequent others


@dataclass(frozen=True)
class Standing:
    """Where a run stands: question `number` of `of`, from 1; 0 where there is no current question."""

    title: str
    stage: str
    paced: str
    number: int
    of: int


@dataclass(frozen=True)
class Choice:
    place: int
    letter: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class Asked:
    """A question before its answer is shown. `typed`: the stored answer to a number question, for its field."""

    pk: int
    kind: str
    stem: str
    choices: tuple[Choice, ...]
    answered: bool
    typed: str

    @property
    def fit(self) -> str:
        """How small the type must be for the projector: "", dense, denser or densest."""
        length = len(self.stem) + sum(len(choice.text) for choice in self.choices)
        return next((name for name, question, _answer in FITS if length <= question), "densest")

    @property
    def several(self) -> bool:
        return self.kind == ItemKind.MULTIPLE_CHOICE

    @property
    def chosen(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.chosen)


@dataclass(frozen=True)
class Marked:
    """The source sentence, parted so that the fact in it can be marked. `fact` is empty where it cannot be placed."""

    before: str
    fact: str
    after: str

    @property
    def length(self) -> int:
        return len(self.before + self.fact + self.after)


@dataclass(frozen=True)
class Source:
    """A sentence that the answer rests on, and the article it stands in."""

    sentence: Marked
    article: Article


@dataclass(frozen=True)
class Bar:
    """How many gave this answer; `width` in percent of those who answered."""

    letter: str
    text: str
    count: int
    width: int
    right: bool
    mine: bool


@dataclass(frozen=True)
class Explained:
    """A question with its answer. `mark`: this participant's, 0 to 1, or None without an answer (or a participant)."""

    stem: str
    right: str
    bars: tuple[Bar, ...]
    answered: int
    correct: int
    explanation: str
    sources: tuple[Source, ...]
    mark: float | None

    @property
    def fit(self) -> str:
        """How small the type must be for the projector: "", dense, denser or densest."""
        told = sum(source.sentence.length for source in self.sources) + len(self.explanation)
        length = len(self.stem) + sum(len(bar.text) for bar in self.bars) + told
        return next((name for name, _question, answer in FITS if length <= answer), "densest")

    @property
    def headline(self) -> str:
        """The right answer, or its letter where it is long."""
        if len(self.right) <= LONGEST_HEADLINE:
            return self.right
        return " ".join(bar.letter for bar in self.bars if bar.right)


@dataclass(frozen=True)
class Progress:
    answered: int
    of: int
    missing: tuple[str, ...]


def standing(run: Run) -> Standing:
    places = list(run.quiz.questions.values_list("pk", flat=True))
    number = places.index(run.question_id) + 1 if run.question_id else 0
    return Standing(run.quiz.title, run.stage, run.paced, number, len(places))


def progress(run: Run) -> Progress:
    """Who has answered the current question; at one's own pace, who has answered all. Of those in the room."""
    people = list(run.room.participants.here())
    rows = run.answers.counted()
    if run.question_id:
        done = set(rows.filter(question=run.question_id).values_list("participant", flat=True))
    else:
        each = Counter(rows.values_list("participant", flat=True))
        done = {pk for pk, count in each.items() if count >= run.quiz.questions.count()}
    missing = tuple(person.name for person in people if person.pk not in done)
    return Progress(len(people) - len(missing), len(people), missing)


def asked(question: Question, answer: Answer | None = None) -> Asked:
    """The question as a phone or the screen shows it before the lock; `answer` is this participant's."""
    response = answer.response if answer else None
    picked = response if isinstance(response, list) else []
    choices = tuple(
        Choice(option.position, ascii_uppercase[option.position], option.text, option.position in picked)
        for option in question.options.all()
    )
    typed = number_text(response) if isinstance(response, int | float) else ""
    return Asked(question.pk, question.kind, question.stem, choices, answer is not None, typed)


def explained(run: Run, question: Question, answer: Answer | None = None) -> Explained:
    """The answer, how the class did and where it stands; `answer` is this participant's."""
    rows = list(run.answers.counted().filter(question=question))
    return Explained(
        stem=question.stem,
        right=right_text(question),
        bars=_bars(question, rows, answer),
        answered=len(rows),
        correct=sum(row.score == 1 for row in rows),
        explanation=question.explanation,
        sources=sources_of(question),
        mark=answer.score if answer else None,
    )


def current_of(run: Run, participant: Participant) -> tuple[Question | None, Answer | None]:
    """At one's own pace: the first question that is not answered, or whose explanation is still to be read."""
    answers = {row.question_id: row for row in run.answers.filter(participant=participant)}
    for question in run.quiz.questions.with_source():
        answer = answers.get(question.pk)
        if answer is None or not answer.read:
            return question, answer
    return None, None


def sources_of(question: Question) -> tuple[Source, ...]:
    """The sentence that the question is written from, and those of its facts in other articles."""
    article = question.article
    sources = [Source(_marked(question, article.text), article)] if article else []
    others = question.facts.exclude(article=question.article_id).select_related("article")
    sources += [Source(_marked(fact, fact.article.text), fact.article) for fact in others[: MOST_SOURCES - 1]]
    return tuple(sources)


def _marked(told: Question | Fact, text: str) -> Marked:
    """The sentence, with the words from `start` to `end` of the article's text set apart."""
    sentence = told.sentence
    at = text.find(sentence, max(0, told.end - len(sentence)))
    if not (0 <= at <= told.start < told.end <= at + len(sentence)):
        return Marked(sentence, "", "")
    start, end = told.start - at, told.end - at
    return Marked(sentence[:start], sentence[start:end], sentence[end:])


def right_text(question: Question) -> str:
    """The right answer in words: "5", "A 5 · C 35" for several, "143 (5 either way)" for a number."""
    if isinstance(question.key, dict):
        return _with_tolerance(number_text(question.key["value"]), question.key.get("tolerance", 0))
    texts = [option.text for option in question.options.all() if option.position in question.key]
    return " · ".join(texts)


def _with_tolerance(value: str, tolerance: float) -> str:
    if not tolerance:
        return value
    return _("%(value)s (%(tolerance)s either way)") % {"value": value, "tolerance": number_text(tolerance)}


def number_text(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def response_text(question: Question, response: Any) -> str:
    """A stored response in words, as the tables and files show it."""
    if not isinstance(response, list):
        return number_text(response)
    return " · ".join(option.text for option in question.options.all() if option.position in response)


def _bars(question: Question, rows: list[Answer], mine: Answer | None) -> tuple[Bar, ...]:
    if question.kind == ItemKind.NUMBER:
        return _number_bars(question, rows, mine)
    counts = Counter(place for row in rows for place in row.response)
    picked = mine.response if mine else []
    return tuple(
        Bar(
            letter=ascii_uppercase[option.position],
            text=option.text,
            count=counts[option.position],
            width=percent(counts[option.position], len(rows)),
            right=option.position in question.key,
            mine=option.position in picked,
        )
        for option in question.options.all()
    )


def _number_bars(question: Question, rows: list[Answer], mine: Answer | None) -> tuple[Bar, ...]:
    """The right value and the most frequent others, ascending."""
    counts = Counter(float(row.response) for row in rows)
    values = {float(question.key["value"])}
    values.update([value for value, _count in counts.most_common() if value not in values][: BARS - 1])
    if mine:
        values.add(float(mine.response))
    near = float(question.key.get("tolerance", 0))
    return tuple(
        Bar(
            letter="",
            text=number_text(value),
            count=counts[value],
            width=percent(counts[value], len(rows)),
            right=abs(value - question.key["value"]) <= near,
            mine=mine is not None and float(mine.response) == value,
        )
        for value in sorted(values)
    )
