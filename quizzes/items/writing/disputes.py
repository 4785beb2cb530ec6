"""Questions on what the articles contradict each other about: which source says what."""

from collections.abc import Iterator

from quizzes.items.agreement import Disagreement
from quizzes.items.finding import Kind
from quizzes.items.writing import wordings
from quizzes.items.writing.days import in_words, is_day
from quizzes.items.writing.distractors import dates_around, numbers_around
from quizzes.items.writing.draft import Draft, choice
from quizzes.items.writing.figures import result_in_words
from quizzes.items.writing.known import Told, Vote
from quizzes.items.writing.names import body_name, is_citable, member_name, size_of, title_of
from quizzes.items.writing.points import Point
from quizzes.items.writing.story import Story

_AGREED = 3
COUNCIL = "Security Council"


def dispute_drafts(story: Story) -> Iterator[Draft]:
    for number, dispute in enumerate(story.known.disputes):
        sides = _sides(story, dispute) if dispute.kind in (Kind.VETO, Kind.TALLY) else []
        if sides:
            asks = frozenset({("dispute", str(number))})
            yield from _which_says(story, dispute, sides, asks)
            yield from _which_point(story, dispute, sides, asks)


def _sides(story: Story, dispute: Disagreement) -> list[tuple[str, Told]]:
    """Two values, each with an article that says so; the articles have titles that tell them apart."""
    sides = [(value, story.known.at(places[0])) for value, places in dispute.values.items() if places]
    articles = [story.known.articles[told.article] for _, told in sides]
    told_apart = len({article.title.strip() for article in articles}) == 2
    return sides if len(sides) == 2 and told_apart and all(is_citable(article) for article in articles) else []


def _which_says(
    story: Story, dispute: Disagreement, sides: list[tuple[str, Told]], asks: frozenset[Point]
) -> Iterator[Draft]:
    for (own, told), (others, other) in (sides, sides[::-1]):
        stem, options, shown = _asked(story, dispute, told, other, own, others)
        if options:
            one, two = _title(story, told), _title(story, other)
            why = wordings.DISPUTE_WHY.format(one=one, own=shown[0], other=two, others=shown[1])
            item = choice((told, other), stem=stem, options=options, right=shown[0], explanation=why)
            yield Draft(item, "dispute", "sources", asks, asks, asks, "dispute", level=3, worth=4)


def _asked(
    story: Story, dispute: Disagreement, told: Told, other: Told, own: str, others: str
) -> tuple[str, list[str], tuple[str, str]]:
    """Stem, options and the two values in words; no options where the disagreement is of another kind."""
    names = {"one": _title(story, told), "other": _title(story, other), "what": _what(told, dispute)}
    if dispute.field == "date" and is_day(own) and is_day(others):
        options = dates_around(own, [others], barred=(), rng=story.rng) or []
        shown = in_words(own), in_words(others)
        return story.rng.choice(wordings.DISPUTE_DATE).format(**names), options if shown[1] in options else [], shown
    if dispute.kind == Kind.TALLY and dispute.field in wordings.IN_FIGURES and told.date():
        numbers = numbers_around(int(own), [int(others)], largest=size_of(told.text("body")), rng=story.rng) or []
        stem = story.rng.choice(wordings.DISPUTE_NUMBER).format(role=wordings.IN_FIGURES[dispute.field], **names)
        return stem, [str(number) for number in numbers], (own, others)
    return "", [], ("", "")


def _title(story: Story, told: Told) -> str:
    return title_of(story.known.articles[told.article])


def _what(told: Told, dispute: Disagreement) -> str:
    """What the two articles tell of; a vote whose date is in question is named by its numbers."""
    if told.finding.kind == Kind.VETO:
        return wordings.THE_VETO.format(member=possessive(told.text("member")), body=body_name(COUNCIL))
    body = body_name(told.text("body"))
    if dispute.field == "date":
        return wordings.THE_RESULT.format(body=body, result=result_in_words(Vote(0, [told])))
    return wordings.THE_VOTE.format(body=body, day=in_words(told.date()))


def possessive(iso3: str) -> str:
    name = member_name(iso3)
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _which_point(
    story: Story, dispute: Disagreement, sides: list[tuple[str, Told]], asks: frozenset[Point]
) -> Iterator[Draft]:
    (own, told), (others, other) = sides
    agreed = _agreed_points(story)
    if dispute.kind != Kind.VETO or dispute.field != "date" or len(agreed) < _AGREED:
        return
    right = _veto_point(told)
    options = [right, *story.rng.sample(agreed, _AGREED)]
    story.rng.shuffle(options)
    why = wordings.WHICH_DISPUTED_WHY.format(
        one=_title(story, told), own=in_words(own), other=_title(story, other), others=in_words(others)
    )
    stem = story.rng.choice(wordings.WHICH_DISPUTED)
    item = choice((told, other), stem=stem, options=options, right=right, explanation=why)
    yield Draft(item, "disputed point", "sources", asks, asks, asks, "dispute", free=True, level=3, worth=4)


def _veto_point(told: Told) -> str:
    return wordings.POINT_VETO.format(member=possessive(told.text("member")), body=body_name(COUNCIL))


def _agreed_points(story: Story) -> list[str]:
    """What at least two articles say alike."""
    votes = [
        wordings.POINT_RESULT.format(date=in_words(vote.date), body=body_name(vote.body))
        for vote in story.known.votes
        if is_day(vote.date) and vote.body and _is_agreed(story, vote.tellings)
    ]
    told = [*story.known.told["membership"], *story.known.told["procedure"]]
    points: dict[str, list[Told]] = {}
    for one in told:
        points.setdefault(_point_of(one), []).append(one)
    return votes + [point for point, tellings in points.items() if point and _is_agreed(story, tellings)]


def _is_agreed(story: Story, tellings: list[Told]) -> bool:
    return len({told.article for told in tellings}) > 1 and not any(story.known.is_disputed(one) for one in tellings)


def _point_of(told: Told) -> str:
    wording = wordings.POINTS.get(told.text("topic") or told.finding.kind, "")
    return wording.format(body=body_name(told.text("body"))) if told.text("body") else ""
