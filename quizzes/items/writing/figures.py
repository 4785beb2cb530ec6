"""Questions on the figures of a vote: how many in favour, against, abstaining, not voting."""

import re
from collections.abc import Iterator
from datetime import date

from quizzes.items.item import ItemKind
from quizzes.items.writing import wordings
from quizzes.items.writing.days import span_of
from quizzes.items.writing.distractors import numbers_around
from quizzes.items.writing.draft import Draft, choice, make_item
from quizzes.items.writing.known import ROLES, Told, Vote
from quizzes.items.writing.names import body_name, capital, size_of
from quizzes.items.writing.points import NOTHING, size_point
from quizzes.items.writing.scenes import Scene
from quizzes.items.writing.story import Story

ASSEMBLY = "General Assembly"
# The Assembly has had 193 members since South Sudan's admission.
_SINCE = date(2011, 7, 14)


def figure_drafts(story: Story) -> Iterator[Draft]:
    for scene in story.scenes:
        for role, value in scene.vote.figures.items():
            if scene.told[0].number(role) is not None and not _is_said(story, scene, value):
                yield from _drafts(story, scene, role, value)
        yield from _rest(story, scene)


def _is_said(story: Story, scene: Scene, value: int) -> bool:
    """Whether the number stands in the words that name the vote, or in the title of the article that they cite."""
    title = story.known.articles[scene.told[0].article].title
    named = f"{scene.subject} {title if title in scene.main else ''}"
    return re.search(rf"(?<!\d){value}(?!\d)", named) is not None


def result_in_words(vote: Vote) -> str:
    """143 in favour, 5 against, 35 abstaining."""
    return ", ".join(f"{vote.figures[role]} {wordings.IN_FIGURES[role]}" for role in ROLES if role in vote.figures)


def _drafts(story: Story, scene: Scene, role: str, value: int) -> Iterator[Draft]:
    stem = scene.fill(scene.wording(wordings.FIGURE[role], story.rng))
    if value:
        yield _typed(scene, role, stem)
    options = numbers_around(value, _pool(story, scene, role), largest=_largest(scene, role), rng=story.rng)
    if options:
        yield _chosen(scene, role, stem, options, _other(story, scene, role, options))


def _largest(scene: Scene, role: str) -> int:
    """No more than those in favour leave, as far as they are told."""
    return size_of(scene.vote.body) - (scene.vote.figures.get("yes", 0) if role != "yes" else 0)


def _typed(scene: Scene, role: str, stem: str) -> Draft:
    key = {"value": scene.vote.figures[role], "tolerance": 0}
    why = wordings.FIGURE_WHY.format(result=result_in_words(scene.vote))
    item = make_item(scene.told, kind=ItemKind.NUMBER, stem=stem, key=key, explanation=why)
    return Draft(item, "figure typed", "figures", scene.asks(role), scene.names(), scene.shows(), level=3, worth=2)


def _chosen(scene: Scene, role: str, stem: str, options: list[int], other: Scene | None) -> Draft:
    """`other`: the vote that a wrong option is taken from; the explanation says so."""
    item = choice(
        scene.told,
        stem=stem,
        options=[str(number) for number in options],
        right=str(scene.vote.figures[role]),
        explanation=_why(scene, role, other),
    )
    shows = scene.shows() | (other.asks(role) if other else NOTHING)
    worth = 4 + scene.lead
    return Draft(item, "figure", "figures", scene.asks(role), scene.names(), shows, level=2, worth=worth)


def _pool(story: Story, scene: Scene, role: str) -> list[int]:
    """Other votes' numbers in the same role, nearest first, with this vote's other numbers among them."""
    value = scene.vote.figures[role]
    others = [number for other in story.rivals(scene) if (number := other.vote.figures.get(role)) is not None]
    own = [number for one, number in scene.vote.figures.items() if one != role]
    others.sort(key=lambda number: abs(number - value))
    return others[:1] + own + others[1:] if story.rng.random() < 0.5 else others[:2] + own + others[2:]


def _other(story: Story, scene: Scene, role: str, options: list[int]) -> Scene | None:
    wrong = set(options) - set(scene.vote.figures.values())
    return next((other for other in story.rivals(scene) if other.vote.figures.get(role) in wrong), None)


def _why(scene: Scene, role: str, other: Scene | None) -> str:
    result = result_in_words(scene.vote)
    if other is None:
        return wordings.FIGURE_WHY.format(result=result)
    # What a text looks back on is named in too few words to be sure of its subject.
    return (wordings.FIGURE_WHY_OTHER if other.lead else wordings.FIGURE_WHY_ANOTHER).format(
        result=result,
        other=other.vote.figures[role],
        role=wordings.IN_FIGURES[role],
        vote=other.named(),
    )


def membership(story: Story, body: str, day: str) -> Told | None:
    """Who tells how many members the body has, where that held on the day too."""
    span = span_of(day)
    if body == ASSEMBLY and (span is None or span[0] < _SINCE):
        return None
    told = [one for one in story.known.told["membership"] if one.text("body") == body]
    certain = all(not story.known.is_disputed(one) and one.number("count") == size_of(body) for one in told)
    return told[0] if told and certain else None


def _rest(story: Story, scene: Scene) -> Iterator[Draft]:
    """How many did not vote is what the other numbers leave, where the articles tell the size of the body."""
    figures = dict(scene.vote.figures)
    told = membership(story, scene.vote.body, scene.vote.date)
    taking_part = [figures[role] for role in ROLES[:3] if role in figures]
    size = (told.number("count") or 0) if told else 0
    rest = size - sum(taking_part)
    if told is None or not scene.subject or len(taking_part) < 3 or rest < 1 or figures.get("absent", rest) != rest:
        return
    shown = ", ".join(f"{figures[role]} {wordings.IN_FIGURES[role]}" for role in ROLES[:3])
    stem = scene.fill(
        story.rng.choice(wordings.REST), figures=shown, Body=capital(body_name(scene.vote.body)), size=size
    )
    why = wordings.REST_WHY.format(
        sum=sum(taking_part), addition=" + ".join(map(str, taking_part)), size=size, rest=rest
    )
    item = make_item(
        (*scene.told, told), kind=ItemKind.NUMBER, stem=stem, key={"value": rest, "tolerance": 0}, explanation=why
    )
    tells = scene.names() | scene.asks(*ROLES[:3]) | {size_point(scene.vote.body)}
    yield Draft(item, "rest", "figures", scene.asks("absent"), tells, scene.shows(), near="rest", level=3, worth=2)
