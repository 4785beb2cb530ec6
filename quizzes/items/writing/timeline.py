"""Questions on when a vote or another event was."""

import re
from collections.abc import Iterator

from quizzes.items.reading.bodies import SIZES
from quizzes.items.writing import wordings
from quizzes.items.writing.days import in_words, is_day, last_day, when
from quizzes.items.writing.distractors import dates_around
from quizzes.items.writing.draft import Draft, choice
from quizzes.items.writing.figures import result_in_words
from quizzes.items.writing.known import Told, alike, same_subject
from quizzes.items.writing.names import body_name, capital, is_citable, title_of
from quizzes.items.writing.points import event_point
from quizzes.items.writing.scenes import Scene, stands_alone
from quizzes.items.writing.story import Story
from quizzes.items.writing.verbs import question_of

_DIGITS = re.compile(r"\d")
# "Britain began work on the text": of which, only the article tells.
_A_TEXT = re.compile(
    r"\b(?:text|draft|resolution|measure|motion)s?\b|\band (?:can|is|are|was|were|has|have|will|would)\b"
)
_BODY = re.compile(r"^the (?:UN )?(Assembly|Council)\b")


def timeline_drafts(story: Story) -> Iterator[Draft]:
    for scene in story.scenes:
        yield from _vote(story, scene)
    for told in story.known.told["event"]:
        yield from _event(story, told)


def events_once(story: Story) -> Iterator[tuple[Told, str]]:
    """Events with a date that are told in a plain clause, and with no other date."""
    for told in story.known.told["event"]:
        others = [one for one in story.known.told["event"] if alike(one.text("what"), told.text("what"))]
        text = story.known.articles[told.article].text
        if _question(told, text) and all(one.date() == told.date() for one in others) and others[0] is told:
            yield told, _named(told.text("what"))


def _vote(story: Story, scene: Scene) -> Iterator[Draft]:
    """With its result: the body may vote on such a text every year."""
    vote = scene.vote
    figures = vote.figures
    if (
        any(other is not vote and same_subject(vote, other) for other in story.known.votes)
        or not scene.subject
        or not is_day(vote.date)
        or not {"yes", "no"} <= figures.keys()
    ):
        return
    options = dates_around(vote.date, story.days, barred=(), rng=story.rng)
    if not options or vote.date[:4] in scene.subject:
        return
    stem = capital(
        story.rng.choice(wordings.DATE).format(
            body=body_name(vote.body), subject=scene.subject, figures=result_in_words(vote)
        )
    )
    why = capital(wordings.DATE_WHY.format(body=body_name(vote.body), day=when(vote.date)))
    item = choice(scene.told, stem=stem, options=options, right=in_words(vote.date), explanation=why)
    tells = scene.asks(*figures, "subject")
    yield Draft(item, "vote date", "dates", scene.asks("date"), tells, scene.shows(), near="date", level=3, worth=3)


def _event(story: Story, told: Told) -> Iterator[Draft]:
    """By the article, since a president may be elected or a city be attacked more than once."""
    key, article = told.date(), story.known.articles[told.article]
    others = [
        one for one in story.known.told["event"] if one is not told and alike(one.text("what"), told.text("what"))
    ]
    question = _question(told, article.text)
    if not question or not is_citable(article) or key[:4] in article.title or any(one.date() != key for one in others):
        return
    options = dates_around(
        key, _dates(story), barred=[one.date() for one in others], rng=story.rng, latest=last_day(article.published)
    )
    if options:
        item = choice(
            (told,),
            stem=story.rng.choice(wordings.EVENT).format(article=f"the article {title_of(article)}", question=question),
            options=options,
            right=in_words(key),
            explanation=wordings.EVENT_WHY.format(day=when(key)),
        )
        asks = frozenset({event_point(told)})
        yield Draft(item, "event", "dates", asks, asks, asks, near="event", level=1, worth=2)


def _question(told: Told, text: str) -> str | None:
    """Only of what can be asked in full: a clause whose verb is known, about something that has a name, at one time."""
    what, date = told.text("what"), told.date()
    plain = date and "/" not in date and not _DIGITS.search(what) and stands_alone(what) and not _A_TEXT.search(what)
    return question_of(_named(_inside(what, text))) if plain else None


def _inside(what: str, text: str) -> str:
    """As it stands inside a sentence: a word that the article writes small elsewhere is no name ("War broke out")."""
    first = what.split(" ", 1)[0]
    small = first.isalpha() and re.search(rf"\b{first.lower()}\b", text)
    return what[:1].lower() + what[1:] if small else what


def _named(what: str) -> str:
    """ "The Assembly" of an article is the General one: events are told of these two bodies."""
    found = _BODY.match(what)
    body = next((one for one in SIZES if found and one in (f"General {found[1]}", f"Security {found[1]}")), None)
    return _BODY.sub(body_name(body), what) if body else what


def _dates(story: Story) -> list[str]:
    return [told.date() for kind in ("tally", "veto", "event") for told in story.known.told[kind] if told.date()]
