"""Persons in a text and the offices it gives them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizzes.items.reading.marks import Marked, Members
from quizzes.items.reading.no_names import NO_NAME, NO_PERSON
from quizzes.items.reading.saying import SAID

_HEAD = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Mm]inister|[Ss]ecretary[- ][Gg]eneral|"
    r"[Ss]ecretary|[Aa]mbassador|"
    r"[Ee]nvoy|[Rr]epresentative|[Ss]pokes(?:man|woman|person)|[Cc]hief|[Hh]ead|[Dd]irector|[Cc]ommissioner|"
    r"[Cc]hair(?:man|woman|person)?|"
    r"[Ll]eader|[Kk]ing|[Qq]ueen|[Pp]ope|[Ss]enator|[Cc]ongress(?:man|woman)|[Dd]iplomat|[Dd]elegate|[Aa]dvis[eo]r|"
    r"[Cc]oordinator|"
    r"[Rr]apporteur|[Gg]overnor|[Ss]peaker|[Aa]nalyst|[Pp]rofessor|[Cc]ouncil?lor|[Cc]rown [Pp]rince|[Gg]eneral "
    r"[Ss]ecretary|[Cc]hargé d['’]affaires|"
    r"[Cc]ounterpart|[Oo]bserver|[Cc]ampaigner|[Aa]ctivist|[Ll]awyer|[Hh]istorian|[Ll]ecturer|[Cc]hargé|"
    r"[Pp]resident-elect|"
    r"[Rr]esearcher|[Ee]xpert|[Ff]ellow|[Ff]ounder|[Dd]eputy|[Cc]ommander|[Gg]eneral|[Jj]udge|[Pp]rosecutor|"
    r"[Ll]awmaker|MP|MEP|CEO)"
)
_TITLE = re.compile(_HEAD)
_LOWER = (
    r"(?:deputy|former|acting|foreign|prime|permanent|defen[cs]e|vice|press|special|senior|top|interim|state|"
    r"department|the|then|"
    r"outgoing|newly|elected|chief|main|national|security|his|her|its|their|political|director|executive|high|under|"
    r"assistant|new|"
    r"right-hand|human|rights|envoy|longtime|opposition|government|ministry|council|assembly|military|affairs|policy|"
    r"trade|finance)"
)
_CAPITAL = r"(?:(?:[Aa]l|[Ee]l|[Aa]n|[Uu]l|[Bb]in|ad|as|ash|az|d)[-’'])?[A-ZÀ-ÖØ-Þ][\w.'’&-]*"
_PARTICLE = r"(?:de|da|di|von|van|der|den|bin|al|el|ben|ibn|la|le|du|dos|del|zu|of)"
_RUN = rf"{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL})*"
_OF = (
    rf"(?: (?:of|for|to|at|on|in) (?:the )?{_CAPITAL}(?: (?:and (?!(?:[A-Z]\S+ ){{0,3}}{_HEAD})|of |for |the |to the "
    rf"|to )?{_CAPITAL})*)*"
)
_PART = r"(?: (?:delegation|mission|office|ministry|department|government|parliament|section|division|programme|program|team))?"
_OF_BODY = (
    r"(?: (?:to|at|of|on|in) the (?:council|assembly|world body|board|committee|conference|talks|body|organi[sz]ation|"
    r"delegation|mission|country))?"
)
_TITLED = re.compile(
    rf"(?<![\w’'-])(?P<role>(?:(?:{_CAPITAL}|{_LOWER}|[a-z]+-[a-z]+) ){{0,7}}(?:{_CAPITAL}-)?{_HEAD})(?P<of>{_OF}{_PART}{_OF_BODY})(?P<comma>,? "
    rf")(?=(?P<run>{_RUN}))"
)
_APPOSED = re.compile(
    rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,3}}), (?P<role>(?:(?:[\w.'’-]+) ){{0,9}}?{_HEAD}(?: "
    rf"(?:of|for|to|at|on|in) [^,;.]{{2,70}})?)(?=,|\.|;| (?:said|told|who|has|was|is|added|called|warned))"
)
_SPOKEN = re.compile(
    rf"\b(?:(?:{SAID}|according to) (?P<after>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,3}})"
    rf"|(?P<before>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,4}})"
    rf"(?:, [^,;.:“”\"]{{2,90}},| of (?:the )?[^,;.:“”\"]{{2,40}}?)? (?:also |then |later )?"
    rf"{SAID}\b)"
)
# "Britain's Jane Roe"
_OF_COUNTRY = re.compile(rf"['’]s? (?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,2}})\b")
# "Setsuko Thurlow was 13 when", "Ana Lopez, a lawyer from Quito, has"
_SUBJECT = re.compile(
    rf"^(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,2}})"
    r"(?=,? (?:who|whose|was|is|has|had|were|spoke|took|led|did|does|could|would|will|now|[a-z]+ed|[a-z]+s)\b"
    r"|, (?:\d\d,|an? |the |aged? |speaking |representing |writing |[A-Z][\w’']+ ))"
)
# "one of the activists, Shirin Vaziri, outside": an apposition to somebody
_AFTER_NOUN = re.compile(
    rf"\b(?:activists?|lawyers?|students?|teachers?|farmers?|doctors?|friends?|counsel(?:l)?ors?|negotiators?|attach[eé]s?|"
    rf"diplomats?|delegates?|envoys?|analysts?|researchers?|residents?|scholars?|professors?|founders?|members?|officials?),? "
    rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{0,2}})(?=[,.:;]| (?:said|told|who|from)\b)"
)
# "Aigerim Seitkali, who runs a shelter", "Chaim Herzog of Israel"
_WHO = re.compile(rf"\b(?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{1,2}})(?=, (?:who|whose)\b)")
_FROM = re.compile(rf"\b(?P<name>{_CAPITAL} {_CAPITAL}(?: {_CAPITAL})?) of (?:the )?(?P<home>[A-Z]\w+)")
# "Mr Okafor", "Sir David Hannay", "King Mohammed VI"
_MISTER = re.compile(
    rf"\b(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.? (?P<name>{_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL}){{0,2}})"
)
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

    people: dict[str, Person] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    named_with_office: dict[str, tuple[Person, Marked, tuple[int, int]]] = field(default_factory=dict)

    def meet(self, name: str, role: str | None) -> Person:
        """One person per surname, under the longest name and the first office the text gives."""
        surname = name.rsplit(" ", 1)[-1]
        person = self.people.setdefault(surname, Person(name))
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

    def last_before(self, offset: int, since: int = 0) -> Mention | None:
        """The nearest mention that ends before an offset."""
        at = bisect_left(self.mentions, offset, key=lambda mention: mention.start) - 1
        while at >= 0 and self.mentions[at].end > offset:
            at -= 1
        return self.mentions[at] if at >= 0 and self.mentions[at].start >= since else None


def cast_of(sentences: Sequence[Marked]) -> Cast:
    cast = Cast()
    common = {word for sentence in sentences for word in re.findall(r"\b[a-z]{3,}\b", sentence.text)}
    found = [mention for sentence in sentences for mention in _introduced(sentence, cast)]
    found += [mention for sentence in sentences for mention in _surnames_alone(sentence, cast, common)]
    found += [mention for sentence in sentences for mention in _by_surname(sentence, cast)]
    for mention in sorted(found, key=lambda m: (m.start, not m.titled, -m.end)):
        if not cast.mentions or cast.mentions[-1].end <= mention.start:
            cast.mentions.append(mention)
    return cast


def _introduced(sentence: Marked, cast: Cast) -> Iterator[Mention]:
    base, text = sentence.sentence.start, sentence.text
    for match in _TITLED.finditer(text):
        found = _named_after(sentence, match)
        if found:
            start, end, role = found
            person = cast.meet(text[start:end], role)
            cast.named_with_office.setdefault(person.surname, (person, sentence, (match.start(), end)))
            yield Mention(base + start, base + end, person, base + match.start(), True)
    for match in _APPOSED.finditer(text):
        found_name = _name_in(sentence, match.start("name"), match.end("name"))
        if found_name and found_name[1] == match.end("name"):
            person = cast.meet(text[slice(*found_name)], _role(match["role"]))
            cast.named_with_office.setdefault(person.surname, (person, sentence, (found_name[0], match.end("role"))))
            yield Mention(base + found_name[0], base + match.end("role"), person, base + found_name[0], True)
    for pattern in (_SUBJECT, _WHO, _AFTER_NOUN, _MISTER):
        for match in pattern.finditer(text):
            yield from _named(sentence, match, cast, alone=pattern in (_AFTER_NOUN, _MISTER))
    for match in _FROM.finditer(text):
        if any(isinstance(mark, Members) and mark.start == match.start("home") for mark in sentence.marks):
            yield from _named(sentence, match, cast, alone=False)
    for match in _OF_COUNTRY.finditer(text):
        found_name = _whole_name(sentence, match.start("name"), match.end("name"))
        if found_name and any(mark.end in (match.start(), match.start() + 2) for mark in sentence.marks):
            person = cast.meet(text[slice(*found_name)], None)
            yield Mention(base + found_name[0], base + found_name[1], person, base + found_name[0])
    for match in _SPOKEN.finditer(text):
        group = "after" if match["after"] else "before"
        found_name = _whole_name(sentence, match.start(group), match.end(group))
        if found_name:
            person = cast.meet(text[slice(*found_name)], None)
            yield Mention(base + found_name[0], base + found_name[1], person, base + found_name[0])


def _named(sentence: Marked, match: re.Match[str], cast: Cast, alone: bool) -> Iterator[Mention]:
    """The person of a match. `alone`: a surname is enough."""
    found = _name_in(sentence, match.start("name"), match.end("name"))
    if found and found[1] == match.end("name") and (alone or " " in sentence.text[slice(*found)]):
        base = sentence.sentence.start
        name = sentence.text[slice(*found)]
        # "Sir Anthony" is the Anthony Parsons of before
        known = next((one for one in cast.people.values() if one.name.startswith(f"{name} ")), None)
        yield Mention(base + found[0], base + found[1], known or cast.meet(name, None), base + found[0])


_ALONE = re.compile(
    r"(?<![.\w] )(?:(?<=^)|(?<=[\s“\"(,]))(?P<name>[A-ZÀ-Þ][a-zà-þ][\w'’-]*)(?:, for [A-Z][^,;.:“”\"]{2,40},)? "
    r"(?:said|added|told|stated|stressed|warned|noted|wrote|argued|insisted|asked|replied)\b"
    r"|\b(?:said|added|stated|stressed|warned|noted) (?P<name2>[A-ZÀ-Þ][a-zà-þ][\w'’-]+)\b(?= ?[.,\n]|$)"
)


def _surnames_alone(sentence: Marked, cast: Cast, common: set[str]) -> Iterator[Mention]:
    """ "Peskov said" where the text never introduces him; "Diplomats said" names nobody."""
    base, text = sentence.sentence.start, sentence.text
    for match in _ALONE.finditer(text):
        group = "name" if match["name"] else "name2"
        start, end = match.span(group)
        word = text[start:end]
        first = next((one for one in cast.people.values() if one.name.startswith(f"{word} ")), None)
        if first and match["name"]:  # "Li Song": "Li said"
            yield Mention(base + start, base + end, first, base + start)
            continue
        plain = (
            len(word) > 2 and not word.lower().endswith("s") and word.lower() not in common and word not in cast.people
        )
        if plain and _is_name(sentence, start, end):
            yield Mention(base + start, base + end, cast.meet(word, None), base + start)


def _named_after(sentence: Marked, match: re.Match[str]) -> tuple[int, int, str] | None:
    """The name after a title. The words after "of" and "to" may run into it: "Ambassador to the UN Olof Skoog"."""
    if match["of"] and match["comma"] == " ":
        found = _name_at_end(sentence, match.start("of"), match.end("run"))
        return (*found, _role(sentence.text[match.start("role") : found[0]])) if found else None
    found = _name_in(sentence, match.start("run"), match.end("run"))
    if found is None or (match["comma"] == ", " and " " not in sentence.text[slice(*found)]):
        return None
    return (*found, _role(match["role"] + match["of"]))


def _name_in(sentence: Marked, start: int, end: int) -> tuple[int, int] | None:
    """The name that a run of capitalised words begins with: up to four words that are no place, body or title."""
    kept: list[tuple[int, int]] = []
    for a, b in _words(sentence.text, start, end):
        if not _is_name(sentence, a, b) or len(kept) == 4:
            break
        kept.append((a, b))
    return (kept[0][0], kept[-1][1]) if kept else None


def _whole_name(sentence: Marked, start: int, end: int) -> tuple[int, int] | None:
    """The name that a run of capitalised words ends with, after its country or title; an organisation's is none."""
    words = _words(sentence.text, start, end)
    of = next((i for i, (a, b) in enumerate(words) if sentence.text[a:b] == "of"), len(words))
    words = words[:of]  # "Marc Bichler of Luxembourg"
    title = next((i for i, (a, b) in enumerate(words) if _TITLE.fullmatch(sentence.text[a:b])), None)
    words = words if title is None else words[title + 1 :]
    while words and not _is_name(sentence, *words[0]):
        words.pop(0)
    if len(words) < 2 or not all(_is_name(sentence, a, b) for a, b in words):
        return None
    return words[0][0], words[-1][1]


def _name_at_end(sentence: Marked, start: int, end: int) -> tuple[int, int] | None:
    kept: list[tuple[int, int]] = []
    for a, b in reversed(_words(sentence.text, start, end)):
        if not _is_name(sentence, a, b) or len(kept) == 3:
            break
        kept.insert(0, (a, b))
    return (kept[0][0], kept[-1][1]) if len(kept) > 1 else None


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Without a possessive and without the full stop of a sentence ("Zhang Jun.")."""
    spans = []
    for word in re.finditer(r"\S+", text[start:end]):
        bare = re.sub(r"(?:['’]s?|(?<=[^\W\d_]{2})\.|,)$", "", word.group())
        spans.append((start + word.start(), start + word.start() + len(bare)))
    return spans


def _is_name(sentence: Marked, start: int, end: int) -> bool:
    word = sentence.text[start:end].rstrip(".,")
    if (
        NO_NAME.fullmatch(word)
        or NO_PERSON.fullmatch(word)
        or (word.isupper() and len(word) > 2 and "." not in word and not word.isalpha())
    ):
        return False
    if any(mark.start <= start < mark.end for mark in sentence.marks):
        return False
    return (
        word[:1].isupper()
        or re.match(r"\w{1,3}[-’'][A-ZÀ-Þ]", word) is not None
        or word
        in (
            "de",
            "da",
            "di",
            "von",
            "van",
            "der",
            "bin",
            "al",
            "el",
            "ben",
            "la",
            "du",
            "dos",
            "del",
        )
    )


def _role(words: str) -> str:
    """As printed, without the article and without a conjunction before it."""
    return re.sub(
        (
            r"^(?:(?:under(?! [Ss]ecretary)|and|but|while|when|as|by|with|from|to|of|for|his|her|their|"
            r"its|the|a|an|The|In|But|And|As|While|"
            r"His|"
            r"Her|Its|Their|A|An) )+"
        ),
        "",
        words.strip(" ,"),
    )


def _by_surname(sentence: Marked, cast: Cast) -> Iterator[Mention]:
    base = sentence.sentence.start
    for match in re.finditer(r"(?:(?<!\w)\w{1,3}[-’'])?[A-ZÀ-ÖØ-Þ][\w'’-]+", sentence.text):
        word = _SUFFIX.sub("", match.group())
        person = cast.people.get(word)
        if person and not any(mark.start <= match.start() < mark.end for mark in sentence.marks):
            yield Mention(base + match.start(), base + match.start() + len(word), person, base + match.start())
