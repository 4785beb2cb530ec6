"""Votes told by going on with what was said before: "So did Peru", "Others were Chad and Mali", "Those five were"."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.reading.acts import ROLE_WORDS
from quizzes.items.reading.counting import counts
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.position import Position
from quizzes.items.reading.position_rules import UNREAL

_SO_DID = re.compile(r"(?:^|[;,.-] ?|\band )(?:so|as) (?:too )?(?:did|was|were|had|has) (?:both |also |all )?(?P<m>M)")
_DID_SO_TOO = re.compile(r"(?P<m>M),? (?:also did|did so(?: too| as well)?|did the same|did likewise|followed suit)\b")
_JOINED = re.compile(r"(?P<m>M) (?:had )?(?:joined|joining) (?P<m2>M)(?= ?[.,;)]| and (?!M)|$)")
_OTHERS = re.compile(
    rf"^(?:(?:the )?(?:others?|rest|remaining (?:N|ones?))(?: {NOUNS})?|they|these|those|the list|the group)"
    r"(?: also)? (?:were|are|was|included?|includes|comprised) (?P<m>M)(?= ?(?:[.,;)(-]|$))"
)
_THE_N = re.compile(
    rf"\b(?:the|those|these) (?P<n>N)(?: {NOUNS})?(?: in question)?(?: (?:were|are|being)|:) (?P<m>M)(?= "
    rf"?(?:[.,;)(-]|$))"
    r"|(?P<m2>M) (?:were|are|made up|(?:were|was|are|is)(?: also| all| both)? (?:among|in|part of)) (?:the|those) (?P<n2>N)(?= ?(?:[.,;]|$))"
    r"|among (?:the|those) (?P<n3>N) (?:were|was|are) (?P<m3>M)"
)
_RULES = (("so-did", _SO_DID), ("so-did", _DID_SO_TOO), ("joined", _JOINED), ("others-were", _OTHERS))
# Only what opens a sentence goes on with the one before it.
_OPENING = 3
# How many sentences back "those five" may point.
_BACK = 3


def going_on(index: int, sentences: Sequence[Marked]) -> Iterator[Position]:
    sentence = sentences[index]
    if "M" not in sentence.shape:
        return
    for rule, pattern in _RULES:
        for match in pattern.finditer(sentence.shape):
            role = _role_before(index, sentences, match.start())
            for group in match.groupdict() if role else ():
                yield from _all(index, sentence, match.start(group), role or "", rule)
    for match in _THE_N.finditer(sentence.shape):
        which = next(mark for mark in ("", "2", "3") if match["m" + mark])
        role = _role_of(sentence.number(match.start("n" + which)).value, sentences[max(0, index - _BACK) : index + 1])
        if role:
            yield from _all(index, sentence, match.start("m" + which), role, "those-n")


def _all(index: int, sentence: Marked, place: int, role: str, rule: str) -> Iterator[Position]:
    for named in sentence.members(place).named:
        yield Position(index, named, role, rule)


def _role_before(index: int, sentences: Sequence[Marked], place: int, links: int = 2) -> str | None:
    """The vote told last before a place: in its own sentence, else in the one before or where that one points."""
    own = _last_role(sentences[index], place)
    if own or not index or place > _OPENING:
        return own
    before = sentences[index - 1]
    role = _last_role(before, len(before.shape))
    if role or not links or not _OTHERS.match(before.shape):
        return role
    return _role_before(index - 1, sentences, 0, links - 1)


def _last_role(sentence: Marked, place: int) -> str | None:
    shape = sentence.shape[:place]
    told = [
        (match.end(), role)
        for role, pattern in ROLE_WORDS
        for match in pattern.finditer(shape)
        if not UNREAL.search(shape[max(0, match.start() - 24) : match.start()])
    ]
    told += [(count.end, count.role) for count in counts(sentence) if count.end <= place]
    return max(told)[1] if told else None


def _role_of(number: int, sentences: Sequence[Marked]) -> str | None:
    """The one vote that so many members were just said to have cast."""
    roles = {count.role for sentence in sentences for count in counts(sentence) if count.value == number}
    return roles.pop() if len(roles) == 1 else None
