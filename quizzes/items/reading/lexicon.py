"""From a text to its marked sentences: dates, bodies, members and their lists, numbers."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from quizzes.items.reading.bodies import ASSEMBLY, COUNCIL, GOVERNORS, HEALTH, find_bodies, last_council
from quizzes.items.reading.dates import find_moments
from quizzes.items.reading.listing import FEWEST, repaired
from quizzes.items.reading.marks import Mark, Marked, Members, Named
from quizzes.items.reading.nations import find_nations
from quizzes.items.reading.numbers import find_numbers
from quizzes.items.reading.sentences import Sentence, split

NOUNS = (
    r"(?:(?:(?:un|united nations|member|council|assembly|other|others|more|further|additional|remaining|"
    r"fellow|such|"
    r"different|mostly|western|european|african|arab|asian|island|pacific|small|sovereign|a|non-permanent|elected|"
    r"B)[ -])"
    r"{0,3}(?:countries|country|nations?|states?|islands?|members?|delegations?|governments?|governors|"
    r"capitals?|participants|members? "
    r"states?|"
    r"others?))"
)
_KIND = (
    r"(?:M's|M(?= (?:(?:defen[cs]e|military|treaty|close|closest|key) )*(?:ally|allies|partners?) "
    r"(?:the )?M)|A|its|their|his|our|fellow|nato|eu|g7|bloc|close|closest|key|main|chief|strategic|longtime|long-time|"
    r"traditional|staunch|regional|permanent|non-permanent|temporary|elected|council|western|neighbou?ring|nearby|big|"
    r"host|middle eastern|european|african|gulf|arab|tiny|small|little|pacific|caribbean|island|"
    r"defen[cs]e|military|treaty|"
    r"trading|[a-z]+-[a-z]+)"
)
# "the Security Council members France and Malta"; but in "in the Security Council Russia" the council is no part of it.
_ALLY = (
    rf"(?:(?:(?:{_KIND}|B) )*(?:ally|allies|partners?|neighbou?rs?|members?|rivals?|friends?|backers?|powers?|"
    rf"heavyweights?|giants?|"
    rf"countries|states|nations|"
    rf"democracies) |(?:{_KIND} )*(?:(?:state|nation|kingdom|island|archipelago|republic)s? of (?:the )?)?)"
)
_COMMA = r"(?:, |; (?=(?:the )?M(?:;|\)|\.|$))| ?/ )"
# After it a comma begins something else: "condemned by France and the US, Russia has vetoed it".
_AND = r"(?: and -{1,2} [a-z ]{2,60} -{1,2} |,? (?:and|&)(?: also| even|,? of course,?| not least)? )"
_AS_WELL = r",? (?:as well as|along with|together with|plus|followed by) "
_ONE_MORE = rf"(?:the )?{_ALLY}(?:the )?M(?!'s (?!and )|-)(?: itself)?"
# A long list of members may hold all 193 of them.
_LIST = re.compile(
    rf"(?:the )?{_ALLY}(?:the )?M(?!'s|-)(?: itself(?=,))?(?:{_COMMA}{_ONE_MORE}){{0,200}}(?:{_AND}{_ONE_MORE}){{0,9}}"
    rf"(?:{_AS_WELL}{_ONE_MORE}(?:{_COMMA}{_ONE_MORE}){{0,99}}(?:{_AND}{_ONE_MORE}){{0,9}}){{0,3}}"
    r"(?P<others>(?:,? and |,? as well as |,? plus |,? along with )(?:the )?N (?:out )?(?:of (?:the |its "
    rf")?(?:B's )?(?:N )?)?{NOUNS})?"
    r"(?P<some>,? and (?:several |a few |some |many |a number of |various |a handful of |dozens of )(?:other "
    rf")?{NOUNS})?"
)


# Capitals that act together: "Moscow, Beijing and Hanoi abstained".
_CAPITALS = re.compile(r"C(?:(?:, and |, | and | as well as | along with )C)+")


_OWNS = re.compile(
    r"['’]s?\s|\s(?:(?:defen[cs]e|military|treaty|close|closest|key) )*(?:ally|allies|partners?)\s(?!and|abst|vot)"
)


# A text that names no council of the United Nations tells of "the council" of a town.
_COUNCIL = re.compile(
    r"(?=[CUuSsRr-])(?:Council\b|COUNCIL|UNSC\b|UNHRC\b|(?:UN|U\.N\.|[Ss]ecurity|[Rr]ights|-member|-nation) council\b)"
)

_NUCLEAR = re.compile(r"\bIAEA\b|Atomic Energy Agency|nuclear (?:watchdog|agency)")


def mark_text(text: str, published: date | None) -> list[Marked]:
    marked, told = [], None
    council = COUNCIL if "veto" in text or _COUNCIL.search(text) else ""
    board = GOVERNORS if _NUCLEAR.search(text) else None
    assembly = HEALTH if HEALTH in text and ASSEMBLY not in text else ASSEMBLY
    for sentence in split(text):
        one = mark_sentence(sentence, published, told, council=council, board=board, assembly=assembly)
        told = next((m.when for m in reversed(one.moments()) if m.when and "/" not in m.when), told)
        council = last_council(one.bodies(), council)
        marked.append(one)
    return marked


def mark_sentence(
    sentence: Sentence,
    published: date | None,
    told: str | None = None,
    *,
    council: str = COUNCIL,
    board: str | None = None,
    assembly: str = ASSEMBLY,
) -> Marked:
    text = sentence.text
    found: Iterable[Mark] = chain(
        find_moments(text, published, told),
        find_bodies(text, council, board, assembly),
        find_nations(text),
        find_numbers(text),
    )
    single = Marked(sentence, _apart(found))
    if single.shape.count("M") >= FEWEST:
        single = Marked(sentence, _apart((*single.marks, *repaired(single))))
    lists = _with_lists(single) if "M" in single.shape else single.marks
    listed = single if lists == single.marks else Marked(sentence, lists)
    return Marked(sentence, _with_capitals(listed)) if listed.shape.count("C") > 1 else listed


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Where finds overlap the longest stands; "March 2" is a date and holds no number."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
        elif mark.end - mark.start > kept[-1].end - kept[-1].start:
            kept[-1] = mark
    return tuple(kept)


def _with_lists(single: Marked) -> tuple[Mark, ...]:
    lists = [_members_of(single, match) for match in _LIST.finditer(single.shape)]
    spans = [(members.start, members.end) for members in lists]
    return tuple(sorted((*_outside(single.marks, spans), *lists), key=lambda mark: mark.start))


def _with_capitals(single: Marked) -> tuple[Mark, ...]:
    lists = []
    for match in _CAPITALS.finditer(single.shape):
        places = [place for place in range(match.start(), match.end()) if single.shape[place] == "C"]
        named = tuple(one for place in places for one in single.members(place).named)
        lists.append(Members(*single.span(match.start(), match.end()), named, sign="C"))
    spans = [(members.start, members.end) for members in lists]
    return tuple(sorted((*_outside(single.marks, spans), *lists), key=lambda mark: mark.start))


def _members_of(single: Marked, match: re.Match[str]) -> Members:
    start, end = single.span(match.start(), match.end())
    inside = [mark for mark in single.marks if start <= mark.start < end]
    named = tuple(one for mark in inside if isinstance(mark, Members) and mark.sign == "M" for one in mark.named)
    others, unknown = 0, sum(mark.unknown for mark in inside if isinstance(mark, Members))
    if match["others"]:
        others = single.number(match.start("others") + match["others"].index("N")).value
    return Members(start, end, _heads(single, named), others, unknown=unknown)


def _heads(single: Marked, named: Sequence[Named]) -> tuple[Named, ...]:
    """In "Russia's ally Syria" and in "US allies Fiji and Palau" the list does not name whose allies they are."""
    return tuple(one for one in named if not _OWNS.match(single.text, one.end)) or tuple(named)


def _outside(marks: Sequence[Mark], spans: Sequence[tuple[int, int]]) -> list[Mark]:
    kept, at = [], 0
    for mark in marks:
        while at < len(spans) and spans[at][1] <= mark.start:
            at += 1
        if at == len(spans) or mark.end <= spans[at][0]:
            kept.append(mark)
    return kept
