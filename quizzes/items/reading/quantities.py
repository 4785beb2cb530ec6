"""Other numbers of something: no votes, no memberships, and said so by what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.items.reading.marks import Marked

_COUNTED = (
    r"(?:diplomats|countries|nations|states|member states|members|people|regions|provinces|resolutions|pages|times|"
    r"civilians|"
    r"soldiers|troops|delegations|speakers|allies|sponsors|co-sponsors|governments|missiles|refugees|children|workers|"
    r"hostages|prisoners|ministers|ambassadors|leaders|voters|cities|islands|treaties|articles)"
)
_OF = re.compile(
    rf"N(?: more| other)? (?P<of>(?!of\b)(?:(?!and\b|or\b|to\b)[\w.\"'-]+ |A |M-?[\w-]* ){{0,3}}?{_COUNTED})\b"
)
_PERCENT = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)(?: of (?P<of>(?:the |all )?[\w-]+(?: [\w-]+){0,2}))?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    value: int
    of: str
    span: tuple[int, int]
    rule: str


def quantities(sentence: Marked) -> Iterator[Quantity]:
    for match in _OF.finditer(sentence.shape):
        start, end = sentence.span(match.start("of"), match.end("of"))
        number = sentence.number(match.start())
        yield Quantity(number.value, sentence.text[start:end], (number.start, end), "counted")
    for match in _PERCENT.finditer(sentence.text):
        if "." not in match["value"]:
            of = f"percent of {match['of']}" if match["of"] else "percent"
            yield Quantity(int(match["value"]), of, match.span(), "percent")
