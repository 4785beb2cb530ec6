"""Statements about votes, true and false ones; a false one has one thing changed and contradicts what is told."""

from collections.abc import Iterator

from quizzes.items.reading.bodies import COUNCIL
from quizzes.items.writing import wordings
from quizzes.items.writing.distractors import numbers_around
from quizzes.items.writing.draft import Draft, statement
from quizzes.items.writing.figures import ASSEMBLY, membership, result_in_words
from quizzes.items.writing.known import ROLES, Told
from quizzes.items.writing.names import body_name, capital, member_name, plural, size_of
from quizzes.items.writing.points import NOTHING
from quizzes.items.writing.scenes import Scene
from quizzes.items.writing.stands import is_named, near_stand, told_here
from quizzes.items.writing.story import Story

# How many other votes a vote is compared with.
_RIVALS = 3


def claim_drafts(story: Story) -> Iterator[Draft]:
    for scene in story.scenes:
        yield from _figures(story, scene)
        yield from _stands(story, scene)
        yield from _more(scene)
        yield from _half(story, scene)
        yield from _thirds(scene)
        yield from _than(story, scene)


def _figures(story: Story, scene: Scene) -> Iterator[Draft]:
    """True with its own number; false with this vote's number of another role, or another vote's of this role."""
    for role, value in scene.vote.figures.items():
        own = [number for number in scene.vote.figures.values() if number != value]
        others = [
            number
            for other in story.rivals(scene)
            if (number := other.vote.figures.get(role)) is not None and number != value
        ]
        near = numbers_around(value, [*own, *others], largest=size_of(scene.vote.body), rng=story.rng)
        wrong = [number for number in near or [] if number in own or number in others]
        yield _figure(story, scene, role, value, value)
        if wrong:
            yield _figure(story, scene, role, value, story.rng.choice(wrong))


def _figure(story: Story, scene: Scene, role: str, value: int, said: int) -> Draft:
    stem = scene.fill(
        scene.wording(wordings.FIGURE_CLAIM, story.rng),
        count=said,
        members=plural(said, *wordings.MEMBERS),
        did=wordings.DID[role],
    )
    why = wordings.FIGURE_WHY.format(result=result_in_words(scene.vote))
    item = statement(scene.told, stem=stem, holds=said == value, explanation=why)
    tells = scene.names() | (scene.asks(role) if said == value else NOTHING)
    return Draft(item, "figure claim", "claims", scene.asks(role), tells, scene.shows(), level=1, worth=1)


def _stands(story: Story, scene: Scene) -> Iterator[Draft]:
    for iso3 in scene.vote.positions:
        way = scene.vote.way(iso3)
        if way and told_here(scene, iso3) and not is_named(scene, iso3):
            yield _stand(story, scene, iso3, way)
            others = [other for other in ROLES[:3] if other != way and scene.vote.figures.get(other) != 0]
            if others:
                yield _stand(story, scene, iso3, story.rng.choice(others))


def _stand(story: Story, scene: Scene, iso3: str, said: str) -> Draft:
    name, way = member_name(iso3), scene.vote.way(iso3)
    told = [one for one in (told_here(scene, iso3), *scene.told) if one]
    item = statement(
        told,
        stem=scene.fill(scene.wording(wordings.STAND_CLAIM, story.rng), member=name, did=wordings.DID[said]),
        holds=said == way,
        explanation=wordings.STAND_WHY.format(member=capital(name), did=wordings.DID[way]),
    )
    shows, near = scene.asks(iso3), near_stand(scene, way)
    # Who has seen the whole list of those who voted so knows who did not.
    listed = [one for one in scene.vote.positions if scene.vote.way(one) == said] if scene.vote.is_listed(said) else ()
    asks = shows | scene.asks(*listed)
    return Draft(item, "stand claim", "claims", asks, scene.names(), shows, near, level=1, worth=2)


def _more(scene: Scene) -> Iterator[Draft]:
    figures = scene.vote.figures if scene.clause else {}
    why = wordings.FIGURE_WHY.format(result=result_in_words(scene.vote))
    for (one, other), wording in wordings.MORE_CLAIM.items():
        if one in figures and other in figures and figures[one] != figures[other]:
            yield _judged(scene, (one, other), scene.fill(wording), figures[one] > figures[other], why)


def _half(story: Story, scene: Scene) -> Iterator[Draft]:
    yes = scene.vote.figures.get("yes")
    told = membership(story, scene.vote.body, scene.vote.date)
    size = told.number("count") if told else None
    if told is None or yes is None or not size or not scene.clause or abs(2 * yes - size) < 6:
        return
    if scene.vote.body == COUNCIL and scene.subject.startswith("to "):  # it decided so: nine of fifteen at least
        return
    why = wordings.HALF_WHY.format(yes=yes, size=size, half=_figure_of(size / 2))
    for more, wording in zip((True, False), wordings.HALF_CLAIM, strict=True):
        yield _judged(scene, ("yes",), scene.fill(wording, size=size), (2 * yes > size) == more, why, told)


def _thirds(scene: Scene) -> Iterator[Draft]:
    """Abstentions do not count: rule 86 of the Assembly."""
    yes, no = scene.vote.figures.get("yes"), scene.vote.figures.get("no")
    if not scene.clause or yes is None or no is None or scene.vote.body != ASSEMBLY or abs(yes - 2 * no) < 3:
        return
    thirds = _figure_of(2 * (yes + no) / 3)
    why = wordings.THIRDS_WHY.format(yes=yes, no=no, sum=yes + no, thirds=thirds)
    for more, wording in zip((True, False), wordings.THIRDS_CLAIM, strict=True):
        yield _judged(scene, ("yes", "no"), scene.fill(wording), (yes > 2 * no) == more, why, level=3)


def _than(story: Story, scene: Scene) -> Iterator[Draft]:
    """Two votes of one body side by side."""
    rivals = [other for other in story.rivals(scene) if scene.subject and scene.vote.date and other.vote.date]
    for other in story.rng.sample(rivals, min(len(rivals), _RIVALS)):
        for role in ROLES[:3]:
            one, two = scene.vote.figures.get(role), other.vote.figures.get(role)
            if one is not None and two is not None and one != two:
                yield _compared(scene, other, role, one, two)


def _compared(scene: Scene, other: Scene, role: str, one: int, two: int) -> Draft:
    item = statement(
        (*scene.told, *other.told),
        stem=wordings.THAN_CLAIM.format(
            body=body_name(scene.vote.body), did=wordings.DID[role], one=scene.named(), other=other.named()
        ),
        holds=one > two,
        explanation=wordings.THAN_WHY.format(role=wordings.IN_FIGURES[role], one=one, two=two),
    )
    asks, tells = scene.asks(role) | other.asks(role), scene.names() | other.names()
    return Draft(item, "than claim", "claims", asks, tells, scene.shows(), near="than", level=2, worth=2)


def _judged(
    scene: Scene, roles: tuple[str, ...], stem: str, holds: bool, why: str, *more: Told, level: int = 2
) -> Draft:
    """A statement that is judged by the numbers of these roles without naming them."""
    item = statement((*scene.told, *more), stem=stem, holds=holds, explanation=why)
    form = f"judge {' '.join(roles)}"
    return Draft(
        item, form, "claims", scene.asks(*roles), scene.names(), scene.shows(), near=form, level=level, worth=3
    )


def _figure_of(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
