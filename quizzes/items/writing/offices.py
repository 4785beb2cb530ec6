"""Questions on who holds which office."""

import re
from collections.abc import Iterator

from quizzes.items.writing import wordings
from quizzes.items.writing.days import is_day, span_of, when
from quizzes.items.writing.draft import Draft, choice
from quizzes.items.writing.known import Told
from quizzes.items.writing.names import capital, report, shares_a_word
from quizzes.items.writing.people import Person, head_of, is_single, is_telling, may_be_one
from quizzes.items.writing.story import Story

_WRONG = 3


def office_drafts(story: Story) -> Iterator[Draft]:
    for person in story.people:
        for told in person.offices[:2]:
            role = told.text("role")
            if is_single(role):
                yield from _holder(story, person, told, role)
            if is_telling(role):
                yield from _office(story, person, told, role)


def _others(story: Story, person: Person, role: str) -> list[Person]:
    """Nobody who may hold the same office; those with the same kind of office first."""
    others = [one for one in story.people if one is not person]
    free = [one for one in others if all(not may_be_one(told.text("role"), role) for told in one.offices)]
    story.rng.shuffle(free)
    return sorted(free, key=lambda one: head_of(one.role()) != head_of(role))


def _holder(story: Story, person: Person, told: Told, role: str) -> Iterator[Draft]:
    options = [one.name for one in (person, *_others(story, person, role)[:_WRONG])]
    stem = _who_was(story, told, role, secret=" ".join(options))
    if len(options) <= _WRONG or not stem or shares_a_word(role, person.name):
        return
    story.rng.shuffle(options)
    item = choice(
        (told,),
        stem=stem,
        options=options,
        right=person.name,
        explanation=wordings.OFFICE_WHY.format(person=person.name, role=with_article(role)),
    )
    asks = frozenset({("office", person.surname)})
    yield Draft(item, "holder", "people", asks, asks, asks, "office", free=True, level=2, worth=2)


def _who_was(story: Story, told: Told, role: str, secret: str) -> str:
    """In the month of the article; empty where neither that nor the article can be named."""
    article = story.known.articles[told.article]
    published = article.published or ""
    if span_of(published) and "/" not in published:
        month = published[:7] if is_day(published) else published
        return wordings.HOLDER[0].format(role=with_article(role), time=when(month))
    cited = report(article, secret=secret)
    return wordings.HOLDER_UNDATED[0].format(report=cited, role=with_article(role)) if cited else ""


def with_article(role: str) -> str:
    """ "Russia's UN ambassador" needs none."""
    return role if re.match(r"[A-Z]\w+(?: [A-Z]\w+)?['’]s? ", role) else f"the {re.sub('^the ', '', role, flags=re.I)}"


def _office(story: Story, person: Person, told: Told, role: str) -> Iterator[Draft]:
    roles = [other.role() for other in _others(story, person, role) if is_telling(other.role())]
    wrong = [one for one in dict.fromkeys(roles) if not may_be_one(one, role)][:_WRONG]
    cited = report(story.known.articles[told.article], secret=" ".join([role, person.name]))
    if len(wrong) < _WRONG or not cited:
        return
    options = [capital(one) for one in (role, *wrong)]
    key = options[0]
    story.rng.shuffle(options)
    item = choice(
        (told,),
        stem=wordings.OFFICE[0].format(person=person.name, report=cited),
        options=options,
        right=key,
        explanation=wordings.OFFICE_WHY.format(person=person.name, role=with_article(role)),
    )
    asks = frozenset({("office", person.surname)})
    yield Draft(item, "office", "people", asks, asks, asks, "office", free=True, level=2, worth=2)
