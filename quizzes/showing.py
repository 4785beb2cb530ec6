"""What the screen, the desk and the phones show of a run. What must not be seen yet is not in these values at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from string import ascii_uppercase
from typing import Any

from quizzes.bars import Bar, bars_of
from quizzes.citing import Source, sources_of
from quizzes.items import CHOICES, ItemKind
from quizzes.models import Answer, Question, Run
from quizzes.responses import number_text, right_text
from unsim.rooms.models import Participant

# Characters up to which a question, and an answer with its source, fit the projector page at each size of type.
FITS = (("", 280, 480), ("dense", 520, 800), ("denser", 900, 1300))
LONGEST_HEADLINE = 24  # characters of a right answer that stand large in the corner
MOST_PROJECTED = 2  # sentences that are read from twelve metres, beside how the class answered
LONGEST_TYPED = 200  # characters of a refused answer that are shown again


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
    """An option or a line. `slot`: the number of the slot that this participant gave the line, from 0; `said`: its
    name."""

    place: int
    letter: str
    text: str
    chosen: bool
    slot: int | None = None
    said: str = ""


@dataclass(frozen=True)
class Asked:
    """A question before its answer is shown. `typed`: the answer to a number or a short text, for its field.

    `slots`: what each line is given, its place in an order or what it is matched with; empty for other kinds.
    """

    pk: int
    kind: str
    stem: str
    choices: tuple[Choice, ...]
    answered: bool
    typed: str
    slots: tuple[str, ...] = ()

    @property
    def fit(self) -> str:
        """How small the type must be for the projector: "", dense, denser or densest."""
        length = len(self.stem) + sum(len(choice.text) for choice in self.choices) + len(" ".join(self.matched_with))
        return next((name for name, question, _answer in FITS if length <= question), "densest")

    @property
    def several(self) -> bool:
        return self.kind == ItemKind.MULTIPLE_CHOICE

    @property
    def matched_with(self) -> tuple[str, ...]:
        return self.slots if self.kind == ItemKind.MATCH else ()

    @property
    def chosen(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.chosen)


@dataclass(frozen=True)
class Explained:
    """A question with its answer. `mark`: this participant's, 0 to 1, or None without an answer (or a participant).

    `by_line`: it is answered line by line, and the bars are lines.
    """

    stem: str
    right: str
    bars: tuple[Bar, ...]
    answered: int
    correct: int
    explanation: str
    sources: tuple[Source, ...]
    mark: float | None
    by_line: bool = False

    @property
    def fit(self) -> str:
        """How small the type must be for the projector: "", dense, denser or densest."""
        told = sum(source.length for source in self.projected) + len(self.explanation)
        length = len(self.stem) + sum(len(bar.text) for bar in self.bars) + told
        return next((name for name, _question, answer in FITS if length <= answer), "densest")

    @property
    def projected(self) -> tuple[Source, ...]:
        """Those of the sources that the projector shows."""
        return self.sources[:MOST_PROJECTED]

    @property
    def elsewhere(self) -> int:
        """How many of them only phones and desk show."""
        return len(self.sources) - len(self.projected)

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


def asked(question: Question, answer: Answer | None = None, refused: Sequence[str] = ()) -> Asked:
    """The question as a phone or the screen shows it before the lock; `answer` is this participant's.

    `refused`: what they have just sent and what is no answer; it stays in its fields.
    """
    response = answer.response if answer else None
    slots = _slots(question)
    given = refused or (response if slots else ())
    chosen = response if question.kind in CHOICES and response else []
    choices = []
    for option, slot in zip(question.options.all(), _given(given, slots), strict=False):
        place = option.position
        said = "" if slot is None else slots[slot]
        choices.append(Choice(place, ascii_uppercase[place], option.text, place in chosen, slot, said))
    typed = _typed(response, refused)
    return Asked(question.pk, question.kind, question.stem, tuple(choices), answer is not None, typed, slots)


def _slots(question: Question) -> tuple[str, ...]:
    if question.kind == ItemKind.ORDER:
        return tuple(str(number) for number in range(1, len(question.key) + 1))
    return tuple(question.matches) if question.kind == ItemKind.MATCH else ()


def _given(given: Sequence[str | int] | None, slots: Sequence[str]) -> Iterator[int | None]:
    """For each line the slot that it was given, as far as that is one."""
    for told in given or ():
        text = str(told)
        slot = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else len(slots)
        yield slot if slot < len(slots) else None
    yield from repeat(None)


def _typed(response: Any, refused: Sequence[str]) -> str:
    if refused:
        return refused[0][:LONGEST_TYPED]
    if isinstance(response, list) or response is None:
        return ""
    return response if isinstance(response, str) else number_text(response)


def explained(run: Run, question: Question, answer: Answer | None = None) -> Explained:
    """The answer, how the class did and where it stands; `answer` is this participant's."""
    return explained_to(question, list(run.answers.counted().filter(question=question)), answer)


def explained_to(question: Question, rows: Sequence[Answer], answer: Answer | None) -> Explained:
    """The same by the answers `rows` of a class."""
    return Explained(
        stem=question.stem,
        right=right_text(question),
        bars=bars_of(question, rows, answer),
        answered=len(rows),
        correct=sum(row.score == 1 for row in rows),
        explanation=question.explanation,
        sources=sources_of(question),
        mark=answer.score if answer else None,
        by_line=question.kind in (ItemKind.ORDER, ItemKind.MATCH),
    )


def current_of(run: Run, participant: Participant) -> tuple[Question | None, Answer | None]:
    """At one's own pace: the first question that is not answered, or whose explanation is still to be read."""
    answers = {row.question_id: row for row in run.answers.filter(participant=participant)}
    for question in run.quiz.questions.with_source():
        answer = answers.get(question.pk)
        if answer is None or not answer.read:
            return question, answer
    return None, None
