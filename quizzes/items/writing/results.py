"""Questions that set whole results or several votes side by side."""

from collections.abc import Iterator

from quizzes.items.writing import wordings
from quizzes.items.writing.days import in_words
from quizzes.items.writing.draft import Draft, choice
from quizzes.items.writing.figures import result_in_words
from quizzes.items.writing.known import ROLES, Vote
from quizzes.items.writing.names import body_name, capital
from quizzes.items.writing.scenes import Scene
from quizzes.items.writing.story import Story

_MOST_OPTIONS, _LONGEST = 4, 14


def result_drafts(story: Story) -> Iterator[Draft]:
    for scene in story.scenes:
        if {"yes", "no", "abstain"} <= scene.vote.figures.keys():
            yield from _result(story, scene)
        if _is_option(scene):
            yield from _compared(story, scene)


def _result(story: Story, scene: Scene) -> Iterator[Draft]:
    right = _triple(scene.vote)
    others = [_triple(other.vote) for other in story.rivals(scene)]
    wrong = [one for one in dict.fromkeys((*_swapped(scene.vote), *others)) if one and one != right]
    if right is None or len(wrong) < 3:
        return
    options = [wordings.RESULT_OPTION.format(**dict(zip(ROLES, one, strict=False))) for one in [right, *wrong[:3]]]
    key = options[0]
    story.rng.shuffle(options)
    why = wordings.FIGURE_WHY.format(result=result_in_words(scene.vote))
    stem = scene.fill(scene.wording(wordings.RESULT, story.rng))
    item = choice(scene.told, stem=stem, options=options, right=key, explanation=why)
    yield Draft(
        item, "result", "figures", scene.asks(*ROLES[:3]), scene.names(), scene.shows(), free=True, level=2, worth=4
    )


def _triple(vote: Vote) -> tuple[int, int, int] | None:
    figures = vote.figures
    if not {"yes", "no", "abstain"} <= figures.keys():
        return None
    return figures["yes"], figures["no"], figures["abstain"]


def _swapped(vote: Vote) -> list[tuple[int, int, int]]:
    """Against and abstaining exchanged, which is what is mixed up most."""
    figures = vote.figures
    return [(figures["yes"], figures["abstain"], figures["no"])]


def _is_option(scene: Scene) -> bool:
    date = scene.vote.date
    return bool(scene.subject and date and "/" not in date and len(scene.subject.split()) <= _LONGEST)


def _compared(story: Story, scene: Scene) -> Iterator[Draft]:
    """With all of the other votes that can stand beside it, at most three, in the order of their dates."""
    others = [other for other in story.rivals(scene) if _is_option(other)]
    if len(others) < 2:
        return
    chosen = others if len(others) < _MOST_OPTIONS else story.rng.sample(others, _MOST_OPTIONS - 1)
    row = sorted([scene, *chosen], key=lambda one: one.vote.date)
    yield from _which(story, scene, row)
    for role in wordings.MOST:
        yield from _most(scene, row, role)


def _which(story: Story, scene: Scene, row: list[Scene]) -> Iterator[Draft]:
    results = [_triple(one.vote) for one in row]
    if None in results or results.count(_triple(scene.vote)) > 1:
        return
    result = result_in_words(scene.vote)
    item = choice(
        scene.told,
        stem=capital(story.rng.choice(wordings.WHICH_VOTE).format(body=body_name(scene.vote.body), result=result)),
        options=[one.option() for one in row],
        right=scene.option(),
        explanation=wordings.WHICH_VOTE_WHY.format(date=in_words(scene.vote.date), result=result),
    )
    tells = scene.asks(*ROLES).union(*(one.names() for one in row))
    asks = scene.asks("result", *ROLES[:3])
    yield Draft(item, "which vote", "comparison", asks, tells, near="most", level=3, worth=4)


def _most(scene: Scene, row: list[Scene], role: str) -> Iterator[Draft]:
    numbers = [one.vote.figures.get(role) for one in row]
    known = [number for number in numbers if number is not None]
    if len(known) < len(row) or scene.vote.figures[role] < max(known) or known.count(max(known)) > 1:
        return
    shown = f"{', '.join(map(str, known[:-1]))} and {known[-1]}"
    item = choice(
        [told for one in (scene, *row) for told in one.told],
        stem=wordings.MOST[role].format(body=body_name(scene.vote.body)),
        options=[one.option() for one in row],
        right=scene.option(),
        explanation=wordings.MOST_WHY.format(role=wordings.IN_FIGURES[role], numbers=shown),
    )
    tells = scene.names().union(*(one.names() for one in row))
    shows = scene.shows().union(*(one.asks(role) for one in row))
    yield Draft(
        item, f"most {role}", "comparison", scene.asks(f"most {role}", role), tells, shows, "most", level=3, worth=4
    )
