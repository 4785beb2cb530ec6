"""Questions on who holds which office."""

import re
from collections.abc import Iterator, Mapping

from quizzes.items.finding import Article
from quizzes.items.writing import wordings
from quizzes.items.writing.days import is_day, span_of, when
from quizzes.items.writing.draft import Draft, choice, match, typed
from quizzes.items.writing.known import Told
from quizzes.items.writing.names import capital, is_citable, report, shares_a_word
from quizzes.items.writing.people import Person, head_of, is_of_one_place, is_placed, is_single, may_be_one
from quizzes.items.writing.points import office_point
from quizzes.items.writing.story import Story

_WRONG = 3
# How many people are matched with their offices.
_FEWEST, _MATCHED = 3, 4


def office_drafts(story: Story) -> Iterator[Draft]:
    for article in range(len(story.known.articles)):
        yield from _who_is_what(story, article)
    for person in story.people:
        for told in person.offices[:2]:
            role = told.text("role")
            if is_single(role):
                yield from _holder(story, person, told, role)
            if is_placed(role):
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
    asks = frozenset({office_point(person.surname)})
    yield Draft(item, "holder", "people", asks, asks, asks, "office", free=True, level=2, worth=1)
    item = typed((told,), stem=stem, accepted=person.names(), explanation=item.explanation)
    yield Draft(item, "holder typed", "people", asks, asks, asks, "office", level=3, worth=2)


def _who_was(story: Story, told: Told, role: str, secret: str) -> str:
    """In the month of the article; empty where neither that nor the article can be named."""
    article = story.known.articles[told.article]
    time = _month(article)
    if time:
        return story.rng.choice(wordings.HOLDER).format(role=with_article(role), bare=_bare(role), time=time)
    cited = report(article, secret=secret)
    return story.rng.choice(wordings.HOLDER_UNDATED).format(report=cited, role=with_article(role)) if cited else ""


def with_article(role: str) -> str:
    """ "Russia's UN ambassador" needs none, "the European Union's" does."""
    owned = re.match(r"(?!(?:European|African|Arab|United|EU|US|UK|UN)\b)[A-Z]\w+(?: [A-Z]\w+)?['’]s? ", role)
    return role if owned else f"the {_unarticled(role)}"


def _bare(role: str) -> str:
    """As it follows "the office of": a name that takes an article keeps it where it is the owner."""
    return re.sub(r"^(?=(?:European|African|Arab|United) [A-Z]\w+['’]s )", "the ", _unarticled(role))


def _unarticled(role: str) -> str:
    return re.sub("^the ", "", role, flags=re.I)


def _office(story: Story, person: Person, told: Told, role: str) -> Iterator[Draft]:
    """Only where another office of the same country is an option: else the name alone would tell which it is."""
    roles = [other.role() for other in _others(story, person, role) if is_placed(other.role())]
    free = [one for one in dict.fromkeys(roles) if not may_be_one(one, role)]
    near = [one for one in free if is_of_one_place(one, role)]
    wrong = [*near, *(one for one in free if one not in near)][:_WRONG]
    stem = _office_of(story, person, told, role)
    if len(wrong) < _WRONG or not near or not stem:
        return
    options = [capital(one) for one in (role, *wrong)]
    key = options[0]
    story.rng.shuffle(options)
    item = choice(
        (told,),
        stem=stem,
        options=options,
        right=key,
        explanation=wordings.OFFICE_WHY.format(person=person.name, role=with_article(role)),
    )
    asks = frozenset({office_point(person.surname)})
    yield Draft(item, "office", "people", asks, asks, asks, "office", free=True, level=2, worth=2)


def _office_of(story: Story, person: Person, told: Told, role: str) -> str:
    """By the article where its title tells nothing of the office, else by its month."""
    article = story.known.articles[told.article]
    cited, time = report(article, secret=" ".join([role, person.name])), _month(article)
    if time and (not cited or not is_citable(article) or shares_a_word(article.title, f"{role} {person.name}")):
        return story.rng.choice(wordings.OFFICE_AT).format(person=person.name, time=time)
    return story.rng.choice(wordings.OFFICE).format(person=person.name, report=cited) if cited else ""


def _month(article: Article) -> str:
    published = article.published or ""
    if not span_of(published) or "/" in published:
        return ""
    return when(published[:7] if is_day(published) else published)


def _who_is_what(story: Story, article: int) -> Iterator[Draft]:
    """The people of an article matched with their offices, one office more than there are people where it can be."""
    told = {person: told for person in story.people if (told := _telling(person, article))}
    people = _without_doubt(told)
    story.rng.shuffle(people)
    chosen, over = people[:_MATCHED], people[_MATCHED : _MATCHED + 1]
    roles = [capital(told[person].text("role")) for person in (*chosen, *over)]
    cited = report(story.known.articles[article], secret=" ".join([*roles, *(person.name for person in chosen)]))
    if len(chosen) < _FEWEST or not cited:
        return
    item = match(
        [told[person] for person in chosen],
        stem=story.rng.choice(wordings.OFFICES).format(report=cited),
        pairs=[(person.name, capital(told[person].text("role"))) for person in chosen],
        matches=sorted(roles),
        explanation=wordings.OFFICES_WHY,
    )
    asks = frozenset(office_point(person.surname) for person in (*chosen, *over))
    yield Draft(item, "offices", "people", asks, asks, asks, "office", level=2, worth=1)


def _telling(person: Person, article: int) -> Told | None:
    """The office that the article tells of the person; none where their name stands in it."""
    offices = (told for told in person.offices if told.article == article and is_placed(told.text("role")))
    return next((told for told in offices if not shares_a_word(told.text("role"), person.name)), None)


def _without_doubt(told: Mapping[Person, Told]) -> list[Person]:
    """Those whose office none of the others may hold under one of their own."""
    roles = {person: office.text("role") for person, office in told.items()}

    def may_hold(other: Person, person: Person) -> bool:
        return any(may_be_one(office.text("role"), roles[person]) for office in other.offices)

    return [one for one in roles if not any(may_hold(other, one) for other in roles if other is not one)]
