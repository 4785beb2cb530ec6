"""The people of the articles: one person under all forms of the name, with offices and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from quizzes.items.finding import Kind
from quizzes.items.writing.known import Known, Told

_NO_PERSON = re.compile(
    r"\b(?:Ministry|Department|Council|Assembly|Union|Office|Mission|Nations|Government|Agency|Party|House|Statement)\b"
)
_HEADS = re.compile(
    r"ambassador|representative|envoy|president|prime minister|minister|secretary[- ]general|secretary|spokes\w+|head|"
    r"chief|leader|director|chancellor|commissioner|chair\w*|analyst|expert|professor",
    re.I,
)
# Heads of which a country has many at a time: only "to the UN" or the like makes one of them.
_ONE_OF_MANY = re.compile(
    r"ambassador|representative|envoy|spokes|diplomat|delegate|expert|analyst|professor|adviser", re.I
)
_PINNED = re.compile(r"\b(?:UN|U\.N\.|United Nations|to the|department|ministry|kremlin|foreign)\b", re.I)
_TITLE = re.compile(r"(?:UN|United|Nations|The|President|Ambassador|Minister|Secretary|Permanent|Representative)\w*")
# "Vice President" alone does not say of which country.
_OF_NOWHERE = re.compile(
    r"(?:(?:vice|deputy|first|chief|prime|president|minister|chancellor|premier|secretary|of|for|the|foreign|affairs|"
    r"state|defen[cs]e|interior|assembly|council|parliament|high|commissioner|speaker|chairman|chair|"
    r"envoy|special|representative|ambassador|rapporteur|official|un|u\.n\.|united|nations|"
    r"director|ministry|department|government|office|spokes\w+)(?: |-|$)(?!general))+",
    re.I,
)
# Where the family's name mostly goes before the given one: both are taken.
_FAMILY_FIRST = re.compile(r"\b(?:China|Chinese|Korean?|DPRK|Vietnam)")
# Letters before a name in which its country may stand; words of a name with two surnames ("Bruno Rodríguez Parrilla"),
# of which the first has more letters than an initial.
_BESIDE, _THREE = 30, 3
# "his country's ambassador"
_OF_WHICH = re.compile(r"(?:the )?(?:deputy |assistant |under[- ]?)?secretary[- ]general", re.I)
_SOMEBODYS = re.compile(r"\b(?:his|her|its|their|the|that) (?:own )?(?:country|nation|government)['’]s\b", re.I)
# "the RSF leader": letters that the stem does not spell out.
_ACRONYM = re.compile(r"\b(?!(?:UN|US|UK|EU|UAE|NATO|IAEA|WHO|UNESCO|UNICEF|UNRWA|AU|FBI|CIA)\b)[A-Z]{2,7}\b")
_ONCE = re.compile(r"(?:former|ex|then|outgoing|late)\b", re.I)
_PASSING = re.compile(r"\b(?:former|then|acting|outgoing|ex|newly|interim|late|longtime|his|her|its|their)\b", re.I)


@dataclass(slots=True, eq=False)
class Person:
    """`offices` and `quotes` in the order of the articles.

    `called`: the word of the name that stands for it, where that is not the last one ("Zhang" Jun).
    """

    name: str
    called: str = ""
    offices: list[Told] = field(default_factory=list)
    quotes: list[Told] = field(default_factory=list)

    @property
    def surname(self) -> str:
        return surname_of(self.name)

    def names(self) -> list[str]:
        """The full one, its last two words, the surname as it is written in it, and a first one of two surnames."""
        if self.called:
            return [self.name, self.called]
        words = self.name.split()
        near = (told.finding.sentence for told in (*self.offices, *self.quotes))
        beside = [sentence[max(0, sentence.find(self.name) - _BESIDE) : sentence.find(self.name)] for sentence in near]
        first = words[:1] if _FAMILY_FIRST.search(" ".join((self.role(), *beside))) else []
        both = [" ".join(words[:2]), words[1]] if len(words) == _THREE and len(words[1]) > _THREE else []
        return list(dict.fromkeys([self.name, " ".join(words[-2:]), words[-1], *both, *first]))

    def role(self) -> str:
        """The fullest one that is told; empty where none is."""
        roles = [told.text("role") for told in (*self.offices, *self.quotes)]
        return max(roles, key=lambda role: (is_telling(role), len(role.split())), default="")


def people_of(known: Known) -> list[Person]:
    """Those who are named in full; a surname alone is put to the one person of that surname."""
    people: dict[str, Person] = {}
    for _, name in _named(known):
        if " " in name and not _NO_PERSON.search(name):
            people.setdefault(surname_of(name), Person(name, _family_first(name, known)))
    for told, name in _named(known):
        person = people.get(surname_of(name))
        if person and (" " not in name or name == person.name):
            (person.quotes if told.finding.kind == Kind.QUOTE else person.offices).append(told)
    return list(people.values())


def _family_first(name: str, known: Known) -> str:
    """The first word of a name of two, where the articles go on with it and never with the last: "Zhang added".

    Another bearer of the first word ("Vladimir Safronkov") is nobody's family.
    """
    first, _, last = name.partition(" ")
    if " " in last:
        return ""
    texts = [article.text for article in known.articles if name in article.text]
    goes_on = any(re.search(rf"\b{re.escape(first)}\b(?! (?:[A-Z]|{re.escape(last)}))", text) for text in texts)
    as_usual = any(re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", text) for text in texts)
    return first if goes_on and not as_usual else ""


def _named(known: Known) -> Iterator[tuple[Told, str]]:
    for told in (*known.told[Kind.OFFICE.value], *known.told[Kind.QUOTE.value]):
        name = (told.text("person") or told.text("speaker")).strip()
        if name:
            yield told, name


def surname_of(name: str) -> str:
    return name.rsplit(" ", 1)[-1].casefold()


@lru_cache(maxsize=1024)
def head_of(role: str) -> str:
    """The kind of office: the last such word ("Deputy Foreign Minister": minister)."""
    found = _HEADS.findall(role)
    return found[0].lower() if found else ""


def is_telling(role: str) -> bool:
    """Whether it says whose office it is: "spokesman" alone could be anybody's."""
    return 2 <= len(role.split()) <= 10 and re.search(r"[A-Z]", role) is not None and bool(head_of(role))


def is_placed(role: str) -> bool:
    """Whether it says of which country or body: "Foreign Minister" alone could be of any."""
    nowhere = (
        _OF_WHICH.fullmatch(role) or _OF_NOWHERE.fullmatch(role) or _SOMEBODYS.search(role) or _ACRONYM.search(role)
    )
    return is_telling(role) and not nowhere and not _ONCE.match(role)


def is_single(role: str) -> bool:
    """Whether one person at a time holds it, so that "Who was ...?" has one answer."""
    many = _ONE_OF_MANY.search(role) and not _PINNED.search(role)
    return is_placed(role) and not many and not _PASSING.search(role)


def may_be_one(one: str, other: str) -> bool:
    """Whether two roles could be the same office in other words."""
    a, b = _role_words(one), _role_words(other)
    return not a or not b or a <= b or b <= a or (head_of(one) == head_of(other) and bool(_places(a) & _places(b)))


def is_of_one_place(one: str, other: str) -> bool:
    """Whether two roles are offices of one country or body."""
    return bool(_places(_role_words(one)) & _places(_role_words(other)))


def _role_words(role: str) -> set[str]:
    return {re.sub(r"['’]s?$|\.", "", word) for word in role.split()}


def _places(words: set[str]) -> set[str]:
    """The country or body of a role, by its first letters: "Russia", "Russian"."""
    return {word[:4] for word in words if word[:1].isupper() and not _TITLE.fullmatch(word)}
