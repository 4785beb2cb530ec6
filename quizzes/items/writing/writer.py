"""Writing a quiz: every question that the facts carry, and a choice among them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from quizzes.items.finding import Article
from quizzes.items.flaws import flaws_of_quiz
from quizzes.items.item import Item
from quizzes.items.writing.bodies import body_drafts
from quizzes.items.writing.choosing import choose
from quizzes.items.writing.claims import claim_drafts
from quizzes.items.writing.disputes import dispute_drafts
from quizzes.items.writing.draft import Draft
from quizzes.items.writing.figures import figure_drafts
from quizzes.items.writing.gaps import gap_drafts
from quizzes.items.writing.known import Known, gather
from quizzes.items.writing.names import title_of
from quizzes.items.writing.offices import office_drafts
from quizzes.items.writing.ordering import arrange
from quizzes.items.writing.points import NOTHING, Learned, Point, learned_from
from quizzes.items.writing.results import result_drafts
from quizzes.items.writing.sayings import saying_drafts
from quizzes.items.writing.sequences import sequence_drafts
from quizzes.items.writing.stands import stand_drafts
from quizzes.items.writing.story import Story, story_of
from quizzes.items.writing.timeline import timeline_drafts
from quizzes.items.writing.vetoes import veto_drafts

_WRITERS: Sequence[Callable[[Story], Iterator[Draft]]] = (
    figure_drafts,
    result_drafts,
    claim_drafts,
    stand_drafts,
    timeline_drafts,
    sequence_drafts,
    veto_drafts,
    body_drafts,
    saying_drafts,
    office_drafts,
    dispute_drafts,
    gap_drafts,
)

# How often questions are chosen anew while there are too few, and how many drafts are looked at: a teacher waits.
_MOST_TRIES, _MOST_LOOKS = 12, 32_000


def write(articles: Sequence[Article], *, count: int, seed: int) -> list[Item]:
    """At most `count` items (fewer where the facts carry no more). The same articles and seed give the same items.

    What is chosen first rules others out, so that another choice may hold more: of several the largest is taken.
    """
    rng = Random(seed)  # noqa: S311 - a draw of questions, no secret
    drafts = all_drafts(story_of(gather(articles), rng))
    best: list[Item] = []
    looks = 0
    for _try in range(_MOST_TRIES):
        items = _sound(arrange(choose(drafts, count, rng), rng))
        best = max(best, items, key=len)
        looks += len(drafts) * len(items)
        if len(best) == count or looks > _MOST_LOOKS:
            break
    return best


def _sound(items: list[Item]) -> list[Item]:
    """Where the right options would stand in one place too often, the last of them are left out."""
    while flawed := flaws_of_quiz(items):
        items = [item for place, item in enumerate(items) if place != flawed[-1][0]]
    return items


def all_drafts(story: Story) -> list[Draft]:
    learned = learned_from(story.known)
    drafts = (_with_source(draft, story.known, learned) for writer in _WRITERS for draft in writer(story))
    return [draft for draft in drafts if draft.asks.isdisjoint(_told_by_title(draft, story.known, learned))]


def _with_source(draft: Draft, known: Known, learned: Learned) -> Draft:
    """The answer is shown with the sentences of its facts: with all that they tell."""
    places = {(draft.item.source.article, draft.item.source.sentence)}
    places |= {(article, known.at((article, fact)).finding.sentence) for article, fact in draft.item.facts}
    shown = (learned.of(*place) for place in sorted(places))
    told = _told_by_title(draft, known, learned)
    return replace(draft, tells=draft.tells | told, shows=draft.shows.union(*shown))


def _told_by_title(draft: Draft, known: Known, learned: Learned) -> frozenset[Point]:
    """A stem that cites its article by the title tells what that tells."""
    article = draft.item.source.article
    title = title_of(known.articles[article])
    return learned.titles.get(article, NOTHING) if title in draft.item.stem else NOTHING
