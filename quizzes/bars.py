"""How a class answered a question: a bar for each option, each line or each of the most frequent answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from django.utils.translation import gettext as _

from quizzes.items import ItemKind, score
from quizzes.items.typed import normalised
from quizzes.models import Answer, Question
from quizzes.percent import percent
from quizzes.responses import number_text, pair_text, texts_of

BARS = 6  # of what was typed: the right answer and the most frequent others


@dataclass(frozen=True)
class Bar:
    """How many gave this answer, or had this line right; `width` in percent of those who answered.

    `said`: what this participant gave instead, where each line of a question is answered. `key`: it is the right answer
    itself; what was typed may be right without, within the tolerance or as another wording.
    """

    letter: str
    text: str
    count: int
    width: int
    right: bool
    mine: bool
    said: str = ""
    key: bool = True


def bars_of(
    question: Question, rows: Sequence[Answer], mine: Answer | None = None, most: int = BARS
) -> tuple[Bar, ...]:
    """`rows`: everybody's answers; `mine`: this participant's; `most`: how many answers, where they are typed."""
    if question.kind in _TYPED:
        return _TYPED[question.kind](question, rows, mine, most)
    return _BARS.get(question.kind, _of_options)(question, rows, mine)


def _of_options(question: Question, rows: Sequence[Answer], mine: Answer | None) -> tuple[Bar, ...]:
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


def _of_order(question: Question, rows: Sequence[Answer], mine: Answer | None) -> tuple[Bar, ...]:
    """The lines in the right order, each with how many put it in its place."""
    texts = texts_of(question)
    return tuple(
        _line(ascii_uppercase[line], texts[line], line, place, rows, mine, lambda given: str(given + 1))
        for place, line in enumerate(question.key)
    )


def _of_match(question: Question, rows: Sequence[Answer], mine: Answer | None) -> tuple[Bar, ...]:
    """Each option with what it is matched with, and how many did so."""
    return tuple(
        _line(
            f"{ascii_uppercase[line]}{question.key[line] + 1}",
            pair_text(question, text, question.key[line]),
            line,
            question.key[line],
            rows,
            mine,
            lambda given: str(question.matches[given]),
        )
        for line, text in enumerate(texts_of(question))
    )


def _line(
    letter: str,
    text: str,
    line: int,
    right: int,
    rows: Sequence[Answer],
    mine: Answer | None,
    named: Callable[[int], str],
) -> Bar:
    count = sum(row.response[line] == right for row in rows)
    given = mine.response[line] if mine else None
    said = "" if given in (None, right) else _("you: %(answer)s") % {"answer": named(given)}
    return Bar(letter, text, count, percent(count, len(rows)), right=True, mine=given == right, said=said)


def _of_numbers(question: Question, rows: Sequence[Answer], mine: Answer | None, most: int) -> tuple[Bar, ...]:
    """The right value and the most frequent others, ascending."""
    counts = Counter(float(row.response) for row in rows)
    right = float(question.key["value"])
    values = {right}
    values.update([value for value, _count in counts.most_common() if value not in values][: most - 1])
    if mine:
        values.add(float(mine.response))
    own = float(mine.response) if mine else None
    return tuple(
        Bar(
            letter="",
            text=number_text(value),
            count=counts[value],
            width=percent(counts[value], len(rows)),
            right=_is_right(question, value),
            mine=own == value,
            key=value == right,
        )
        for value in sorted(values)
    )


def _of_texts(question: Question, rows: Sequence[Answer], mine: Answer | None, most: int) -> tuple[Bar, ...]:
    """The fullest answer that is accepted, then the most frequent; what differs in case or accents only is one."""
    first = question.key["accepted"][0]
    shown = {normalised(first): first}
    counts = Counter(normalised(row.response) for row in rows)
    for row in (*([mine] if mine else []), *rows):
        shown.setdefault(normalised(row.response), row.response)
    own = normalised(mine.response) if mine else None
    others = [one for one, _count in counts.most_common() if one not in (normalised(first), own)]
    kept = [one for one in dict.fromkeys((normalised(first), own, *others[: most - 1])) if one is not None]
    return tuple(
        Bar(
            letter="",
            text=shown[one],
            count=counts[one],
            width=percent(counts[one], len(rows)),
            right=_is_right(question, shown[one]),
            mine=one == own,
            key=one == normalised(first),
        )
        for one in kept
    )


def _is_right(question: Question, given: float | str) -> bool:
    return score(question.kind, question.right, given) == 1


_BARS: dict[str, Callable[[Question, Sequence[Answer], Answer | None], tuple[Bar, ...]]] = {
    ItemKind.ORDER.value: _of_order,
    ItemKind.MATCH.value: _of_match,
}
_TYPED: dict[str, Callable[[Question, Sequence[Answer], Answer | None, int], tuple[Bar, ...]]] = {
    ItemKind.NUMBER.value: _of_numbers,
    ItemKind.SHORT_TEXT.value: _of_texts,
}
