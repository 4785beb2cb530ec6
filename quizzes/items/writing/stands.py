"""Questions on how members voted, and which members voted so."""

from collections.abc import Iterator
from itertools import zip_longest

from quizzes.items.item import ItemKind
from quizzes.items.writing import wordings
from quizzes.items.writing.draft import Draft, choice, make_item, match, typed
from quizzes.items.writing.known import Told
from quizzes.items.writing.names import capital, member_name, member_names, member_option
from quizzes.items.writing.scenes import Scene
from quizzes.items.writing.story import Story
from unsim.members import Member, all_members, by_iso3

_WRONG = 3
# How many members are matched with their votes.
_FEWEST, _MATCHED, _OF_A_WAY = 3, 5, 3
ASSEMBLY = "General Assembly"


def stand_drafts(story: Story) -> Iterator[Draft]:
    for scene in story.scenes:
        here = [iso3 for iso3 in scene.vote.positions if scene.vote.way(iso3) and told_here(scene, iso3)]
        for iso3 in here:
            yield from _stand(story, scene, iso3)
            yield from _who(story, scene, iso3)
        yield from _each(story, scene, here)
        for way in wordings.DID:
            yield from _only(story, scene, here, way)
            yield from _who_each(story, scene, [iso3 for iso3 in here if scene.vote.way(iso3) == way], way)


def told_here(scene: Scene, iso3: str) -> Told | None:
    """The position as the scene's own article tells it."""
    article = scene.told[0].article
    return next((told for told in scene.vote.positions[iso3] if told.article == article), None)


def near_stand(scene: Scene, way: str) -> str:
    """One question on those who voted in one way."""
    return f"stand {scene.vote.number} {way}"


def is_named(scene: Scene, iso3: str) -> bool:
    """How the member voted that a text is about would be no question."""
    member = by_iso3().get(iso3)
    words = [member.common_name, *member.adjectives] if member else []
    return any(word in scene.subject for word in words)


def _stand(story: Story, scene: Scene, iso3: str) -> Iterator[Draft]:
    told, way = told_here(scene, iso3), scene.vote.way(iso3)
    if told is None or is_named(scene, iso3):
        return
    name = member_name(iso3)
    item = choice(
        (told, *scene.told),
        stem=scene.fill(scene.wording(wordings.STAND, story.rng), member=name),
        options=list(wordings.WAYS.values()),
        right=wordings.WAYS[way],
        explanation=wordings.STAND_WHY.format(member=capital(name), did=wordings.DID[way]),
    )
    near = near_stand(scene, way)
    yield Draft(item, "stand", "positions", scene.asks(iso3), scene.names(), scene.asks(iso3), near, level=2, worth=4)


def _who(story: Story, scene: Scene, iso3: str) -> Iterator[Draft]:
    way, told = scene.vote.way(iso3), told_here(scene, iso3)
    wrong = _otherwise(story, scene, way, [iso3])[:_WRONG]
    if told is None or len(wrong) < _WRONG or is_named(scene, iso3):
        return
    options = [member_option(one) for one in (iso3, *wrong)]
    key = options[0]
    story.rng.shuffle(options)
    stem = scene.fill(scene.wording(wordings.WHO, story.rng), did=wordings.DID[way])
    why = _why(scene, [iso3], way)
    item = choice((told, *scene.told), stem=stem, options=options, right=key, explanation=why)
    asks, near = scene.asks(iso3, *wrong), near_stand(scene, way)
    yield Draft(item, "who", "positions", asks, scene.names(), scene.asks(iso3), near, free=True, level=2, worth=4)


def _who_each(story: Story, scene: Scene, members: list[str], way: str) -> Iterator[Draft]:
    """Two or three right ones of five."""
    right = [iso3 for iso3 in members if not is_named(scene, iso3)]
    right = story.rng.sample(right, min(len(right), story.rng.choice((2, 3))))
    right.sort(key=member_option)
    wrong = _otherwise(story, scene, way, right)[: 5 - len(right)]
    if len(right) < 2 or len(wrong) < 2:
        return
    row = sorted((*right, *wrong), key=member_option)
    item = make_item(
        (*(one for iso3 in right if (one := told_here(scene, iso3))), *scene.told),
        kind=ItemKind.MULTIPLE_CHOICE,
        stem=scene.fill(scene.wording(wordings.WHO_EACH, story.rng), did=wordings.DID[way]),
        options=[member_option(iso3) for iso3 in row],
        key=[place for place, iso3 in enumerate(row) if iso3 in right],
        explanation=_why(scene, right, way),
    )
    asks, shows, near = scene.asks(*row), scene.asks(*right), near_stand(scene, way)
    yield Draft(item, "who each", "positions", asks, scene.names(), shows, near, level=3, worth=4)


def _each(story: Story, scene: Scene, here: list[str]) -> Iterator[Draft]:
    """Members that voted in different ways, matched with the way of each."""
    rows = {
        way: [one for one in here if scene.vote.way(one) == way and not is_named(scene, one)] for way in wordings.DID
    }
    for row in rows.values():
        story.rng.shuffle(row)
    # One of each way in turn, so that no way stands for nearly all of them.
    turns = [one for turn in zip_longest(*(row[:_OF_A_WAY] for row in rows.values())) for one in turn if one]
    chosen = sorted(turns[:_MATCHED], key=member_option)
    ways = [wordings.WAYS[way] for way in wordings.DID if way != "absent" or rows["absent"]]
    if len(chosen) < _FEWEST or len({scene.vote.way(one) for one in chosen}) < 2:
        return
    item = match(
        (*(one for iso3 in chosen if (one := told_here(scene, iso3))), *scene.told),
        stem=scene.fill(scene.wording(wordings.STAND_EACH, story.rng)),
        pairs=[(member_option(one), wordings.WAYS[scene.vote.way(one)]) for one in chosen],
        matches=ways,
        explanation=" ".join(_why(scene, of, way) for way in rows if (of := [o for o in chosen if o in rows[way]])),
    )
    asks, near = scene.asks(*chosen), f"stands {scene.vote.number}"
    yield Draft(item, "stand each", "positions", asks, scene.names(), asks, near, level=2, worth=4)


def _only(story: Story, scene: Scene, here: list[str], way: str) -> Iterator[Draft]:
    """The one member that voted so, to be typed."""
    alone = [iso3 for iso3 in here if scene.vote.way(iso3) == way]
    if len(alone) != 1 or not scene.vote.is_listed(way) or is_named(scene, alone[0]):
        return
    told = told_here(scene, alone[0])
    item = typed(
        (*([told] if told else []), *scene.told),
        stem=scene.fill(scene.wording(wordings.ONLY, story.rng), did=wordings.DID[way]),
        accepted=member_names(alone[0]),
        explanation=_why(scene, alone, way),
    )
    asks, near = scene.asks(alone[0]), near_stand(scene, way)
    tells = scene.names() | scene.asks(way)
    yield Draft(item, "only", "positions", asks, tells, asks, near, level=3, worth=4)


def _why(scene: Scene, members: list[str], way: str) -> str:
    names = [member_name(iso3) for iso3 in members]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    every = wordings.WHO_LISTED.format(did="did not" if way == "absent" else "did")
    rest = every if scene.vote.is_listed(way) else ""
    return wordings.WHO_WHY.format(members=capital(listed), did=wordings.DID[way], rest=rest)


def _otherwise(story: Story, scene: Scene, way: str, right: list[str]) -> list[str]:
    """Members that are known to have voted otherwise, the right one's neighbours first.

    Where the article names every member that voted so, that is any other member.
    """
    vote = scene.vote
    known = [iso3 for iso3 in vote.positions if vote.way(iso3) not in ("", way)]
    listed = vote.body == ASSEMBLY and vote.is_listed(way)
    home = [by_iso3()[iso3] for iso3 in right if iso3 in by_iso3()]
    around = [member.iso3 for member in all_members() if _is_near(member, home)] if listed else []
    story.rng.shuffle(known)
    story.rng.shuffle(around)
    free = [iso3 for iso3 in dict.fromkeys((*known[:2], *around, *known[2:])) if vote.way(iso3) != way]
    return [iso3 for iso3 in free if iso3 not in right and not is_named(scene, iso3)]


def _is_near(member: Member, home: list[Member]) -> bool:
    return any(member.subregion == other.subregion for other in home)
