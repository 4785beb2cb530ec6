"""Questions on the order in which votes, vetoes and other events came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.items.item import ItemKind
from quizzes.items.writing import wordings
from quizzes.items.writing.days import in_words, span_of
from quizzes.items.writing.draft import Draft, make_item
from quizzes.items.writing.known import Told, nearly_same
from quizzes.items.writing.names import body_name, capital, member_name
from quizzes.items.writing.points import NOTHING, Point, event_point, veto_point
from quizzes.items.writing.scenes import Scene
from quizzes.items.writing.story import Story
from quizzes.items.writing.timeline import events_once
from quizzes.items.writing.vetoes import COUNCIL, vetoes_once

# Lines of an order, and words of a line.
_FEWEST, _MOST, _LONGEST = 3, 4, 22
# A number in a line could be a year; these words set one event before or after another.
_TELLTALE = re.compile(
    r"\d|\b(?:after|again|anniversary|before|earlier|first|follow\w*|last|later|previous\w*|second)\b", re.I
)
# What happens again and again: an event is known by at least two names, and not by one of these verbs.
_OFTEN = re.compile(r"\b(?:called|elected|met|visited)\b")
_NAME, _NAMES = re.compile(r"\b[A-Z]\w+"), 2


@dataclass(frozen=True, slots=True, eq=False)
class _Moment:
    """What happened, in a sentence without its date; `asks` its date, `tells` what the sentence gives away."""

    date: str
    line: str
    told: tuple[Told, ...]
    asks: frozenset[Point]
    tells: frozenset[Point] = NOTHING


def sequence_drafts(story: Story) -> Iterator[Draft]:
    moments = [one for one in _moments(story) if not _TELLTALE.search(one.line) and len(one.line.split()) <= _LONGEST]
    story.rng.shuffle(moments)
    chosen: list[_Moment] = []
    for moment in moments:
        if len(chosen) < _MOST and all(_apart(moment, other) for other in chosen):
            chosen.append(moment)
    if len(chosen) >= _FEWEST:
        yield _order(story, chosen)


def _moments(story: Story) -> Iterator[_Moment]:
    seen = set()
    for scene in story.scenes:
        if scene.subject and scene.vote.number not in seen and span_of(scene.vote.date) and not _has_twin(story, scene):
            seen.add(scene.vote.number)
            line = capital(wordings.ORDER_VOTE.format(body=body_name(scene.vote.body), subject=scene.subject))
            yield _Moment(scene.vote.date, line, scene.told, scene.asks("date"), scene.asks("subject"))
    for veto, day, about in vetoes_once(story):
        member = veto.text("member")
        words = wordings.ORDER_VETO.format(member=member_name(member), subject=about, body=body_name(COUNCIL))
        asks, tells = (frozenset({veto_point(veto, what)}) for what in ("date", "who"))
        yield _Moment(day, capital(words), (veto,), asks, tells)
    for event, words in events_once(story):
        if _OFTEN.search(words) or len(set(_NAME.findall(words))) < _NAMES:
            continue
        yield _Moment(event.date(), capital(words), (event,), frozenset({event_point(event)}))


def _has_twin(story: Story, scene: Scene) -> bool:
    """Whether another vote would fit the line as well."""
    others = [told for vote in story.known.votes if vote is not scene.vote for told in vote.tellings]
    return any(nearly_same(told.text("subject"), scene.subject) for told in others)


def _apart(one: _Moment, other: _Moment) -> bool:
    """Whether the dates leave no doubt which came first, and the lines none which is which."""
    a, b = span_of(one.date), span_of(other.date)
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0]) and one.line != other.line


def _order(story: Story, chosen: Sequence[_Moment]) -> Draft:
    """The lines as they were drawn, unless that is the right order already."""
    right = sorted(chosen, key=lambda one: span_of(one.date) or ())
    shown = list(chosen) if list(chosen) != right else right[::-1]
    item = make_item(
        [told for one in right for told in one.told],
        kind=ItemKind.ORDER,
        stem=story.rng.choice(wordings.ORDER),
        options=[one.line for one in shown],
        key=[shown.index(one) for one in right],
        explanation=wordings.ORDER_WHY.format(dates="; ".join(in_words(one.date) for one in right)),
    )
    asks = frozenset().union(*(one.asks for one in chosen))
    tells = frozenset().union(*(one.tells for one in chosen))
    return Draft(item, "order", "dates", asks, tells, asks, near="order", level=3, worth=5)
