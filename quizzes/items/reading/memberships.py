"""How many members a body has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.items.reading.bodies import ASSEMBLY, SIZES
from quizzes.items.reading.marks import Marked

_MEMBERS = (
    r"(?:members?|governors|nations?|countries|country|states?|member states|member countries|member nations|seats?)"
)
_RULES = (
    (
        "n-member-body",
        re.compile(
            rf"(?P<n>N)(?:-(?:strong|{_MEMBERS})(?:-state)?,? (?:\w+ ){{0,2}}?| (?:member|nation|country|state) "
            r"(?:un )?)(?P<b>B)"
        ),
    ),
    ("body-of-n", re.compile(rf"(?P<b>B)(?:'s?)? (?:(?:all|current|total|full) )?(?P<n>N) {_MEMBERS}")),
    (
        "n-members-of-body",
        re.compile(
            rf"(?P<n>N) (?:(?:un|member|sovereign|current|voting|permanent and elected) )?{_MEMBERS} (?:of|in|"
            r"on|that make up|at|represented in|which make up) (?:the )?(?P<b>B)"
        ),
    ),
    (
        "body-has-n",
        re.compile(
            r"(?P<b>B),? (?:which |that )?(?:has|have|consists of|is made up of|is composed of|comprises|comprising|"
            r"with|includes|"
            rf"counts|made up of|numbers) (?:all )?(?P<n>N) (?:un )?{_MEMBERS}"
        ),
    ),
    ("body-of-n", re.compile(r"(?P<b>B) of (?P<n>N)\b(?! )")),
    ("n-council-members", re.compile(r"(?:all|the) (?P<n>N) (?P<b>B) members")),
    (
        "un-members",
        re.compile(
            r"(?:all|of the|its|the|out of|for the|of all|has|have) (?:un's |united nations' |world's |"
            rf"organi[sz]ation's )?(?P<n>N) (?:(?:un|united nations) )?(?:member )?{_MEMBERS}(?: (?:of|in) "
            r"the (?:un|united nations|world body))?"
        ),
    ),
    (
        "un-n-members",
        re.compile(
            rf"(?:un|united nations)(?:'s?)? (?P<n>N) {_MEMBERS}|(?P<n2>N)-(?:member|nation|country|state) "
            r"(?:un\b|united nations|(?:\w+ )?(?:body|organ\b|organi[sz]ation))"
        ),
    ),
    (
        "out-of-n",
        re.compile(
            rf"(?:out of|of) (?:the |its |a total of )?(?P<n>N)(?: (?:un|united nations))?(?: (?:member )"
            rf"?{_MEMBERS})?\b"
        ),
    ),
)
# How many members the United Nations had in earlier years, from 1960 on. It cannot be counted from the years in which
# today's members came in, since some that were members are no more.
_ONCE = frozenset(
    {99, 104, 110, 112, 113, 115, 117, 122, 123, 124, 126, 127, 131, 132, 135, 138, 144, 147}
    | {149, 151, 152, 154, 156, 157, 158, 159, 166, 179, 184, 185, 188, 189, 190, 191, 192}
)
_OF_THEN = frozenset({"body-of-n", "n-members-of-body", "body-has-n", "un-members", "un-n-members"})
# Not of the United Nations: how many belong to them is another matter.
_OTHERS = frozenset({"European Union", "NATO", "Arab League", "African Union", "Organization of Islamic Cooperation"})
# The sizes by which a number alone tells the body.
_BY_SIZE = {193: ASSEMBLY}


@dataclass(frozen=True, slots=True)
class Membership:
    body: str
    count: int
    span: tuple[int, int]
    rule: str


def memberships(sentence: Marked, last: str = ASSEMBLY) -> Iterator[Membership]:
    """`last`: the body named last before this sentence, which "its 15 members" are those of."""
    seen: set[tuple[str, int]] = set()
    for body in sentence.bodies():  # "the IAEA's 35-nation board"
        size = re.search(r"(\d+)-(?:member|nation)", sentence.text[body.start : body.end])
        if size and _plausible(body.name, int(size[1]), "n-member-body"):
            seen.add((body.name, int(size[1])))
            yield Membership(body.name, int(size[1]), (body.start, body.end), "n-member-body")
    for rule, pattern in _RULES:
        for match in pattern.finditer(sentence.shape):
            found = _membership(sentence, match, rule, last)
            if found and (found.body, found.count) not in seen:
                seen.add((found.body, found.count))
                yield found


def _membership(sentence: Marked, match: re.Match[str], rule: str, last: str) -> Membership | None:
    groups = match.groupdict()
    number = sentence.number(match.start("n") if groups.get("n") else match.start("n2"))
    body = sentence.body(match.start("b")).name if groups.get("b") else _BY_SIZE.get(number.value)
    if body is None and (
        rule == "un-n-members" or (rule in ("un-members", "out-of-n") and re.search("member|governor", match.group()))
    ):
        body = last
    if body is None and rule == "out-of-n" and number.value == SIZES.get(last) and last != ASSEMBLY:
        body = last
    if body is None or body in _OTHERS or number.approximate or not _plausible(body, number.value, rule):
        return None
    return Membership(body, number.value, sentence.span(match.start(), match.end()), rule)


def _plausible(body: str, count: int, rule: str) -> bool:
    """ "Ten members of the Council" voted together; that is not how many it has. The bodies were smaller once."""
    size = SIZES.get(body, 193)
    if body == ASSEMBLY and count in _ONCE and rule in _OF_THEN:
        return True
    return 3 < count <= size if rule == "n-member-body" else count == size
