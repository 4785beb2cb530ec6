"""Questions on the bodies: how many members they have, what their resolutions are worth, who can stop them."""

from collections.abc import Iterator, Sequence

from quizzes.items.item import ItemKind
from quizzes.items.reading.bodies import HEALTH, SIZES
from quizzes.items.writing import wordings
from quizzes.items.writing.distractors import numbers_around
from quizzes.items.writing.draft import Draft, choice, make_item, statement
from quizzes.items.writing.known import Told
from quizzes.items.writing.names import body_name, body_option, capital, size_of
from quizzes.items.writing.points import rule_point, size_point
from quizzes.items.writing.story import Story

COUNCIL = "Security Council"
_CLAIMS = {
    "binding": (wordings.BINDING_CLAIM, wordings.BINDING_WHY),
    "veto": (wordings.VETO_CLAIM, wordings.VETO_WHY),
}
_WHERE = {"binding": wordings.BINDING_WHERE, "veto": wordings.VETO_WHERE}


def body_drafts(story: Story) -> Iterator[Draft]:
    for told in story.known.told["membership"]:
        sure = told.number("count") == size_of(told.text("body"))  # and no number of an earlier year
        if told.text("body") and sure and not story.known.is_disputed(told):
            yield from _size(story, told)
    for told in story.known.told["procedure"]:
        if told.text("body") and not story.known.is_disputed(told):
            yield from _rule(story, told)


def _rule(story: Story, told: Told) -> Iterator[Draft]:
    body, topic, holds = told.text("body"), told.text("topic"), told.finding.values.get("holds") is True
    if topic in _CLAIMS:
        yield _claim(told, body, topic, holds)
    if topic in _WHERE and body == COUNCIL and holds:
        yield _where(story, told, topic)
    if topic == "public" and holds:
        yield _public(story, told, body)


# Members come and go from one year to the next: only a date would make it a question.
_CHANGING = frozenset({HEALTH})


def _size(story: Story, told: Told) -> Iterator[Draft]:
    body, count = told.text("body"), told.number("count") or 0
    options = numbers_around(count, _sizes(story, count), largest=2 * count + 10, rng=story.rng)
    stem = story.rng.choice(wordings.SIZE).format(body=body_name(body))
    why = capital(wordings.SIZE_WHY.format(body=body_name(body), count=count))
    asks = frozenset({size_point(body)})
    if options and count > 1 and body not in _CHANGING:
        shown = [str(number) for number in options]
        item = choice((told,), stem=stem, options=shown, right=str(count), explanation=why)
        yield Draft(item, "size", "bodies", asks, asks, asks, near="size", level=1, worth=2)
        item = make_item(
            (told,), kind=ItemKind.NUMBER, stem=stem, key={"value": count, "tolerance": 0}, explanation=why
        )
        yield Draft(item, "size typed", "bodies", asks, asks, asks, near="size", level=2, worth=2)


def _sizes(story: Story, count: int) -> Sequence[int]:
    """Of other bodies, as far as nobody would call them absurd here."""
    sizes = sorted({size for size in SIZES.values() if size != count and count / 3 < size < 2 * count})
    story.rng.shuffle(sizes)
    return sizes[:2]


def _claim(told: Told, body: str, topic: str, holds: bool) -> Draft:
    claim, why = _CLAIMS[topic]
    item = statement(
        (told,),
        stem=claim[holds].format(body=body_name(body)),
        holds=holds,
        explanation=capital(why[holds].format(body=body_name(body))),
    )
    asks = frozenset({rule_point(body, topic)})
    return Draft(item, "rule claim", "bodies", asks, asks, asks, near=f"rule {topic}", level=1, worth=3)


def _where(story: Story, told: Told, topic: str) -> Draft:
    """That the other three have neither power stands in the Charter, articles 10, 25, 27 and 62."""
    item = choice(
        (told,),
        stem=story.rng.choice(_WHERE[topic]),
        options=[body_option(body) for body in wordings.BODIES],
        right=body_option(COUNCIL),
        explanation=capital(_CLAIMS[topic][1][True].format(body=body_name(COUNCIL))),
    )
    asks = frozenset(rule_point(body, topic) for body in wordings.BODIES)
    return Draft(item, "where", "bodies", asks, asks, asks, near=f"rule {topic}", free=True, level=2, worth=4)


def _public(story: Story, told: Told, body: str) -> Draft:
    item = choice(
        (told,),
        stem=story.rng.choice(wordings.PUBLIC).format(body=body_name(body)),
        options=wordings.PUBLIC_OPTIONS,
        right=wordings.PUBLIC_OPTIONS[0],
        explanation=capital(wordings.PUBLIC_WHY.format(body=body_name(body))),
    )
    asks = frozenset({rule_point(body, "public")})
    return Draft(item, "public", "bodies", asks, asks, asks, free=True, level=1, worth=4)
