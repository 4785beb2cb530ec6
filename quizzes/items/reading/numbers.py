"""Whole numbers in a sentence, in figures and in words."""

import re
from collections.abc import Iterator

from text_to_num import text2num  # type: ignore[import-untyped]

from quizzes.items.reading.marks import Number

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_WORDS = f"{_ONES} eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPELLED = (
    rf"(?:(?:(?:a|{_WORD})[ -])?hundred(?:(?: and |[ -])(?:{_WORD})(?:[ -](?:{_WORD}))?)?|"
    rf"(?:{_WORD})(?:[ -](?:{_WORD}))?)"
)
_DOZENS = r"(?:half a dozen|(?:a|two|three|four|five|six) dozen|a score)"
_FEW = {"half a dozen": 6, "a dozen": 12, "two dozen": 24, "three dozen": 36, "four dozen": 48, "five dozen": 60}
_FEW |= {"six dozen": 72, "a score": 20}
# "no" and "lone" count only where a vote is counted: "no abstentions", "the lone vote against".
_NONE = (
    r"(?:none|(?<=to )nothing|zero|nil|not one|not a single|no one|nobody"
    r"|no(?= (?:\S+ ){0,2}(?:votes?|abstentions?|countr|members?|states?|nations?|delegations?|objections?)\b))"
)
_LONE = r"(?:a lone|a single|a sole|the lone|the sole|lone|just a single|an(?= abstention))"
_FIGURES = (
    r"(?<![\w.,/$€£-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\d.,/$€£:])(?<![A-Za-z]-)(?<![A-Za-z])\d{1,4}(?![\d/%]|[.,:]\d|"
    r"[A-Za-z])"
)
# The first look is at one letter: most places of a text begin no number.
_NUMBER = re.compile(
    rf"(?=[\dafhjlnostez])(?:(?P<figures>{_FIGURES})|"
    rf"(?<!no-)\b(?:(?P<few>{_DOZENS})|(?P<spelled>{_SPELLED})|(?P<none>{_NONE})|(?P<lone>{_LONE}))\b)",
    re.I,
)
_UNIT = re.compile(
    r"[ -]?(?:%|per ?cent|percentage|million|billion|trillion|thousand|hundred|degrees?|kilomet|miles?|km\b|am\b|"
    r"a\.m|p\.m|pm\b|"
    r"years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|euros?\b|dollars?\b|page)",
    re.I,
)
_ABOUT = re.compile(
    r"(?:(?<!no )(?:more than|less than|fewer than)|at least|up to|close to|upwards? of|"
    r"over|under|almost|nearly|about|around|roughly|approximately|some|barely|an estimated)(?: the)?(?: required| "
    r"needed)? $",
    re.I,
)
# "the no votes", "eight no votes": a kind of vote.
_NOT_NONE = re.compile(rf"(?:\bthe|\btheir|\bits|\d|\b(?:{_WORD})|\blone|\bsole|\bonly) $", re.I)
# "paragraph 14", "item 34 (a)": no count.
_LABEL = re.compile(
    r"\b(?:no\.|paragraphs?|articles?|(?<!the )(?<!this )resolutions?|annex|items?|clauses?|rules?|chapters?|"
    r"pages?|sections?|"
    r"protocol|volume) $",
    re.I,
)
_MONEY = re.compile(r"[$€£]\s?$|\bUS\$ ?$")


def find_numbers(text: str) -> Iterator[Number]:
    """Counts of something: no sums of money, no percentages, no spans of time, no fractions."""
    for match in _NUMBER.finditer(text):
        before, after = text[max(0, match.start() - 32) : match.start()], text[match.end() : match.end() + 12]
        if match["none"] and _NOT_NONE.search(before):
            continue
        if _UNIT.match(after) or _MONEY.search(before) or before.endswith("/") or _LABEL.search(before):
            continue
        value = _value(match)
        if value is not None:
            vague = _is_vague(before, value) or match["few"] is not None
            yield Number(match.start(), match.end(), value, vague)


def _is_vague(before: str, value: int) -> bool:
    """ "Some 111 nations" were counted, "some 110" were guessed."""
    about = _ABOUT.search(before)
    counted = about is not None and about.group().lower().startswith("some") and value > 20 and value % 5 != 0
    return about is not None and not counted


def _value(match: re.Match[str]) -> int | None:
    if match["figures"]:
        return int(match["figures"].replace(",", ""))
    if match["few"]:
        return _FEW[match["few"].lower()]
    if match["spelled"]:
        return _spelled(match["spelled"].lower())
    return 0 if match["none"] else 1


def _spelled(words: str) -> int | None:
    words = re.sub(r"^(?:a )?hundred", "one hundred", words)
    try:
        return int(text2num(words, "en"))
    except ValueError:
        return None
