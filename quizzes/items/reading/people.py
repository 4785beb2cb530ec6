"""Persons in a text and the offices it gives them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizzes.items.reading.introductions import (
    AFTER_NOUN,
    APPOSED,
    AS_SUBJECT,
    FROM_COUNTRY,
    MISTER,
    OF_COUNTRY,
    SPOKEN,
    SURNAME_ALONE,
    TITLED,
    WHO_CLAUSE,
)
from quizzes.items.reading.marks import Marked, Members
from quizzes.items.reading.names import is_name, name_in, named_after, role_of, whole_name

# "A spokesperson for Foreign Minister Jane Roe": somebody without a name, who is not the minister.
_FOR_ANOTHER = re.compile(
    r"\b(?:spokes\w+|aides?|advis[eo]rs?) (?:for|to|of) (?:the )?(?:[\w’']+ ){0,4}?"
    r"(?:minister|president|premier|chancellor|secretary|secretary-general|ambassador|king|leader)$",
    re.I,
)
_CUT = re.compile(r" (?:to|of|for|on|the|and|against)$")
_SUFFIX = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Person:
    name: str
    role: str | None = None

    @property
    def surname(self) -> str:
        return self.name.rsplit(" ", 1)[-1]


@dataclass(frozen=True, slots=True)
class Mention:
    """Offsets into the text; `role_start` is where its title begins (the name itself, where it has none)."""

    start: int
    end: int
    person: Person
    role_start: int
    titled: bool = False


@dataclass(slots=True)
class Cast:
    """Everybody that a text names as a person, and where."""

    people: dict[str, list[Person]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    named_with_office: dict[int, tuple[Person, Marked, tuple[int, int]]] = field(default_factory=dict)

    @property
    def everybody(self) -> Iterator[Person]:
        return (person for namesakes in self.people.values() for person in namesakes)

    def meet(self, name: str, role: str | None) -> Person:
        """One person per surname, unless the first names differ; with the longest name and the first office told."""
        namesakes = self.people.setdefault(name.rsplit(" ", 1)[-1], [])
        person = next((one for one in namesakes if _may_be_one(one.name, name)), None)
        if person is None:
            person = Person(name)
            namesakes.append(person)
        if len(name) > len(person.name):
            person.name = name
        person.role = person.role or role
        return person

    def offices(self) -> list[tuple[Person, Marked, tuple[int, int]]]:
        """Each person with an office once, with the sentence and the span (in it) that names both."""
        return [one for one in self.named_with_office.values() if one[0].role]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in a stretch of the text, in order."""
        a = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return self.mentions[a : bisect_left(self.mentions, end, key=lambda mention: mention.start)]

    def last_of(self, person: Person, offset: int) -> Mention | None:
        """Where the person was named last before an offset."""
        before = self.mentions[: bisect_left(self.mentions, offset, key=lambda mention: mention.start)]
        return next((mention for mention in reversed(before) if mention.person is person), None)

    def last_before(self, offset: int, since: int = 0) -> Mention | None:
        """The nearest mention that ends before an offset."""
        at = bisect_left(self.mentions, offset, key=lambda mention: mention.start) - 1
        while at >= 0 and self.mentions[at].end > offset:
            at -= 1
        return self.mentions[at] if at >= 0 and self.mentions[at].start >= since else None


def _may_be_one(one: str, other: str) -> bool:
    """ "Masud Bin Momen" and "AK Abdul Momen" are two; "Momen" may be either."""
    a, b = one.split()[:-1], other.split()[:-1]
    return not a or not b or bool(set(a) & set(b))


def cast_of(sentences: Sequence[Marked]) -> Cast:
    cast = Cast()
    common = {word for sentence in sentences for word in re.findall(r"\b[a-z]{3,}\b", sentence.text)}
    found = [mention for sentence in sentences for mention in _introduced(sentence, cast)]
    found += [mention for sentence in sentences for mention in _surnames_alone(sentence, cast, common)]
    introduced = sorted(found, key=lambda mention: mention.start)
    found += [mention for sentence in sentences for mention in _by_surname(sentence, cast, introduced)]
    for mention in sorted(found, key=lambda m: (m.start, not m.titled, -m.end)):
        if not cast.mentions or cast.mentions[-1].end <= mention.start:
            cast.mentions.append(mention)
    return cast


def _introduced(sentence: Marked, cast: Cast) -> Iterator[Mention]:
    base, text = sentence.sentence.start, sentence.text
    for match in TITLED.finditer(text):
        found = named_after(sentence, match)
        if found:
            start, end, role = found
            if _CUT.search(role):  # "director of the Campaign to Abolish Nuclear Weapons" names nobody
                continue
            if _FOR_ANOTHER.search(role):
                yield Mention(base + start, base + end, Person(""), base + match.start(), True)
                continue
            person = cast.meet(text[start:end], role)
            cast.named_with_office.setdefault(id(person), (person, sentence, (match.start(), end)))
            yield Mention(base + start, base + end, person, base + match.start(), True)
    for match in APPOSED.finditer(text):
        found_name = name_in(sentence, match.start("name"), match.end("name"))
        if found_name and found_name[1] == match.end("name"):
            person = cast.meet(text[slice(*found_name)], role_of(match["role"]))
            cast.named_with_office.setdefault(id(person), (person, sentence, (found_name[0], match.end("role"))))
            yield Mention(base + found_name[0], base + match.end("role"), person, base + found_name[0], True)
    for pattern in (AS_SUBJECT, WHO_CLAUSE, AFTER_NOUN, MISTER):
        for match in pattern.finditer(text):
            yield from _named(sentence, match, cast, alone=pattern in (AFTER_NOUN, MISTER))
    for match in FROM_COUNTRY.finditer(text):
        if any(isinstance(mark, Members) and mark.start == match.start("home") for mark in sentence.marks):
            yield from _named(sentence, match, cast, alone=False)
    for match in OF_COUNTRY.finditer(text):
        found_name = whole_name(sentence, match.start("name"), match.end("name"))
        if found_name and any(mark.end in (match.start(), match.start() + 2) for mark in sentence.marks):
            person = cast.meet(text[slice(*found_name)], None)
            yield Mention(base + found_name[0], base + found_name[1], person, base + found_name[0])
    for match in SPOKEN.finditer(text):
        group = "after" if match["after"] else "before"
        found_name = whole_name(sentence, match.start(group), match.end(group))
        if found_name:
            person = cast.meet(text[slice(*found_name)], None)
            yield Mention(base + found_name[0], base + found_name[1], person, base + found_name[0])


def _named(sentence: Marked, match: re.Match[str], cast: Cast, alone: bool) -> Iterator[Mention]:
    """The person of a match. `alone`: a surname is enough."""
    found = name_in(sentence, match.start("name"), match.end("name"))
    if found and found[1] == match.end("name") and (alone or " " in sentence.text[slice(*found)]):
        base = sentence.sentence.start
        name = sentence.text[slice(*found)]
        # "Sir Anthony" is the Anthony Parsons of before
        known = next((one for one in cast.everybody if one.name.startswith(f"{name} ")), None)
        yield Mention(base + found[0], base + found[1], known or cast.meet(name, None), base + found[0])


def _surnames_alone(sentence: Marked, cast: Cast, common: set[str]) -> Iterator[Mention]:
    """ "Peskov said" where the text never introduces him; "Diplomats said" names nobody."""
    base, text = sentence.sentence.start, sentence.text
    for match in SURNAME_ALONE.finditer(text):
        group = "name" if match["name"] else "name2"
        start, end = match.span(group)
        word = text[start:end]
        first = next((one for one in cast.everybody if one.name.startswith(f"{word} ")), None)
        if first and match["name"]:  # "Li Song": "Li said"
            yield Mention(base + start, base + end, first, base + start)
            continue
        plain = (
            len(word) > 2 and not word.lower().endswith("s") and word.lower() not in common and word not in cast.people
        )
        if plain and is_name(sentence, start, end):
            yield Mention(base + start, base + end, cast.meet(word, None), base + start)


def _by_surname(sentence: Marked, cast: Cast, introduced: Sequence[Mention]) -> Iterator[Mention]:
    base = sentence.sentence.start
    for match in re.finditer(r"(?:(?<!\w)\w{1,3}[-’'])?[A-ZÀ-ÖØ-Þ][\w'’-]+", sentence.text):
        word = _SUFFIX.sub("", match.group())
        namesakes = cast.people.get(word, [])
        person = _last_named(namesakes, introduced, base + match.start()) if namesakes else None
        if person and not any(mark.start <= match.start() < mark.end for mark in sentence.marks):
            yield Mention(base + match.start(), base + match.start() + len(word), person, base + match.start())


def _last_named(namesakes: Sequence[Person], introduced: Sequence[Mention], offset: int) -> Person:
    """Of several of one surname the one who was introduced last before an offset."""
    if len(namesakes) == 1:
        return namesakes[0]
    before = (mention.person for mention in reversed(introduced) if mention.start < offset)
    return next((person for person in before if person in namesakes), namesakes[0])
