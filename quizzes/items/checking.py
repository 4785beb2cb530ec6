"""Whether the key of a question says what the facts say that it was written from.

Told only where the facts give one value of the key's kind: a number of a vote, of members or of something counted, the
member that voted or cast a veto, how a member voted, a date, who said something or held an office.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.items.finding import Finding, Kind, Value
from quizzes.items.item import Item, ItemKind
from quizzes.items.typed import is_accepted
from quizzes.items.writing.days import in_words, span_of
from quizzes.items.writing.names import member_option
from quizzes.items.writing.wordings import WAYS
from unsim.members import find

# Which number of a vote is asked for, as the stems put it.
_ROLES = {
    "yes": re.compile(r"How many (?:members voted|votes) in favour\b"),
    "no": re.compile(r"How many (?:members voted|votes) against\b"),
    "abstain": re.compile(r"How many (?:members abstained|abstentions)\b"),
    "absent": re.compile(r"How many members did not vote\b"),
}
_OF_MEMBERS = (Kind.POSITION, Kind.VETO)
_OF_PEOPLE = (Kind.QUOTE, Kind.OFFICE)
_DATE = re.compile(r"(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the article says, and what the key says."""

    told: str
    key: str


def contradiction(item: Item, facts: Sequence[Finding]) -> Contradiction | None:
    """None where they agree, and where the facts do not give one value that the key could be held against."""
    right = _right(item)
    told = _told(item, facts, right)
    if len(told) != 1 or _is_near(item, right, told[0]):
        return None
    return Contradiction(told[0], right)


def _right(item: Item) -> str:
    """The right answer in words; empty where the kind has no single one."""
    if item.kind == ItemKind.SHORT_TEXT and not isinstance(item.key, list):
        return str(item.key["accepted"][0]) if item.key["accepted"] else ""
    if item.kind == ItemKind.NUMBER and not isinstance(item.key, list):
        return str(item.key["value"])
    if item.kind != ItemKind.SINGLE_CHOICE or len(item.right) != 1:
        return ""
    option = item.options[item.right[0]]
    member = find(option)
    return member_option(member.iso3) if member else option


def _told(item: Item, facts: Sequence[Finding], right: str) -> list[str]:
    """The different values of the key's kind that the facts give."""
    if right.lstrip("-").isdecimal() and (numbers := set(_numbers(item.stem, facts))):
        return [str(number) for number in numbers]
    if right in WAYS.values():
        return list({WAYS[str(fact.values["vote"])] for fact in facts if fact.kind == Kind.POSITION})
    if _DATE.fullmatch(right):
        dates = {str(fact.values["date"]) for fact in facts if span_of(fact.values.get("date"))}
        return list({in_words(date) for date in dates})
    of_members = [fact for fact in facts if fact.kind in _OF_MEMBERS]
    if find(right) or (item.kind == ItemKind.SHORT_TEXT and len(of_members) == len(facts)):
        return list({member_option(str(fact.values["member"])) for fact in of_members})
    return _people(item, facts)


def _people(item: Item, facts: Sequence[Finding]) -> list[str]:
    """Who said or held what the facts tell, where that is a name that could be typed or is one of the options."""
    told = {str(one.values.get("speaker") or one.values.get("person")) for one in facts if one.kind in _OF_PEOPLE}
    if len(told) != 1 or any(fact.kind not in _OF_PEOPLE for fact in facts):
        return []
    return list(told) if item.kind == ItemKind.SHORT_TEXT or told & set(item.options) else []


def _numbers(stem: str, facts: Sequence[Finding]) -> Iterator[int]:
    role = next((role for role, asked in _ROLES.items() if asked.search(stem)), "")
    for fact in facts:
        value: Value = None
        if fact.kind == Kind.TALLY:
            value = fact.values.get(role)
        elif len(facts) == 1:
            value = fact.values.get({Kind.MEMBERSHIP: "count", Kind.QUANTITY: "value"}.get(Kind(fact.kind), ""))
        if isinstance(value, int) and not isinstance(value, bool):
            yield value


def _is_near(item: Item, right: str, told: str) -> bool:
    """A number may be off by as much as is right, a member have another of its names."""
    if item.kind == ItemKind.NUMBER and not isinstance(item.key, list):
        return bool(abs(int(told) - item.key["value"]) <= item.key.get("tolerance", 0))
    if item.kind == ItemKind.SHORT_TEXT and not isinstance(item.key, list):
        accepted, member = item.key["accepted"], find(told)
        return is_accepted(told, accepted) or bool(member and member in map(find, accepted))
    return right == told
