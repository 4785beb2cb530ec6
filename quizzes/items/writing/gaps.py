"""Questions on the other numbers of a story: a sentence of the article with its number left out."""

import re
from collections import Counter
from collections.abc import Iterator

from quizzes.items.finding import Kind
from quizzes.items.item import ItemKind
from quizzes.items.writing import wordings
from quizzes.items.writing.draft import Draft, make_item
from quizzes.items.writing.known import Told
from quizzes.items.writing.names import cited, is_citable
from quizzes.items.writing.points import gap_point
from quizzes.items.writing.scenes import stands_alone
from quizzes.items.writing.story import Story

# A smaller number says little; from a hundred on nobody has to know it exactly: a tenth more or less is right.
_FEWEST, _LARGE, _TENTH = 10, 100, 10
# The rules of a teacher's own facts: whoever gives a number wants it asked, however small it is.
_BY_TEACHER = ("added", "corrected")
# Words of the sentence.
_SHORTEST, _LONGEST = 8, 28
_NAME = re.compile(r"(?<!^)\b[A-Z]\w{3,}")
# A vote is asked for in its own words; "the subject" is one that stands elsewhere.
_UNCLEAR = re.compile(
    r"^The (?:vote|text|resolution|draft|motion)\b|\bvot(?:es?|ed|ing)\b|\babst|"
    r"\b(?:since|then|there)(?=[,.]|$)|(?:[A-Z][\w’']+(?: [A-Z][\w’']+)*, ){3}|"
    r"\byes\b|\bin favou?r\b|\bagainst\b|\b(?:the|this) (?:subject|matter|issue)\b"
)
_EXACT = re.compile(r"\b(?:members?|states|countries|nations|governors|seats)\b")
_ABOUT = re.compile(r"\b(?:roughly|about|around|some|nearly|almost|approximately|up to) $", re.I)
_QUOTED = re.compile(r"[“”\"]")


def gap_drafts(story: Story) -> Iterator[Draft]:
    facts = Counter((told.article, told.finding.sentence) for kind in Kind for told in story.known.told[kind.value])
    for told in story.known.told[Kind.QUANTITY.value]:
        alone = facts[told.article, told.finding.sentence] == 1
        counted = told.finding.rule == "counted" and (told.number("value") or 0) >= _FEWEST
        if alone and (counted or told.finding.rule in _BY_TEACHER):
            yield from _gap(story, told)


def _gap(story: Story, told: Told) -> Iterator[Draft]:
    value, sentence = told.number("value") or 0, _with_gap(told, story.known.articles[told.article].text)
    article = story.known.articles[told.article]
    if not sentence or not is_citable(article) or re.search(rf"(?<!\d){value}(?!\d)", article.title.replace(",", "")):
        return
    item = make_item(
        (told,),
        kind=ItemKind.NUMBER,
        stem=story.rng.choice(wordings.GAP).format(report=cited(article), sentence=sentence),
        key={"value": value, "tolerance": _tolerance(told, value)},
        explanation=wordings.GAP_WHY.format(value=f"{value:,}"),
    )
    asks = frozenset({gap_point(told)})
    yield Draft(item, "gap", "numbers", asks, asks, asks, near="gap", level=3, worth=2)


def _tolerance(told: Told, value: int) -> int:
    """How many members a body has is known exactly."""
    return value // _TENTH if value >= _LARGE and not _EXACT.search(told.text("of")) else 0


def _with_gap(told: Told, text: str) -> str:
    """The sentence without the number; empty where it does not stand alone, names nothing or has the number twice."""
    finding = told.finding
    number = _number_in(text[finding.start : finding.end], told)
    sentence = " ".join(finding.sentence.split())
    if _ABOUT.search(text[max(0, finding.start - 20) : finding.start]):
        return ""
    if not number or sentence.count(number) != 1 or not sentence.endswith("."):
        return ""
    named = finding.rule in _BY_TEACHER or _NAME.search(sentence)
    fit = _SHORTEST <= len(sentence.split()) <= _LONGEST and named and stands_alone(sentence)
    unfit = _QUOTED.search(sentence) or _UNCLEAR.search(sentence)
    return sentence.replace(number, "…") if fit and not unfit else ""


def _number_in(words: str, told: Told) -> str:
    """The number as the words have it in figures, where they have: they begin with it, or the teacher chose them."""
    if told.finding.rule not in _BY_TEACHER:
        number = re.match(r"[\d,]+\d", words)
        return number.group() if number else ""
    figures = re.findall(r"\d+(?:,\d{3})*", words)
    return next((each for each in figures if int(each.replace(",", "")) == told.number("value")), "")
