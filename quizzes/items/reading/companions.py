"""Who voted as another member did: "Armenia and India voted with Moscow", "Joining Georgia were Sweden and Ukraine"."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.reading.counting import counts
from quizzes.items.reading.lexicon import NOUNS
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.position import Position
from quizzes.items.reading.vetoes import vetoes_in
from quizzes.items.reading.votes import NO, YES

_STOOD = r"(?:voted|sided|stood|lined up|stuck) (?:along )?(?:with|alongside|behind|by)"
# With whom, and not "with Russia in the war" or "voted with Russia against it", which other rules read.
_WHOM = r"(?P<w>[MC])(?='?(?:[.,;:]| -|$| and (?!M|C)| to the end| again))"
_RULES = (
    re.compile(
        rf"(?P<m>M),? (?:(?:also|all|both|had|have|has) )*{_STOOD} {_WHOM}"
        rf"(?:, as did (?:N [^.;:MN]{{2,40}}: ?)?(?P<m2>M))?"
    ),
    re.compile(
        rf"(?:those|the (?:countries|states|N|others)|{NOUNS}) (?:who|that|which) {_STOOD} {_WHOM}"
        r"(?:,|:| were| are| included?) ?(?P<m>M)"
    ),
    re.compile(
        r"^(?:joining|alongside|siding with) (?P<w>[MC]) (?:were|was|stood) (?P<m>M)"
        r"(?:,? and N [^.;:M]{2,140}: ?(?P<m2>M))?"
    ),
    re.compile(rf"(?P<m>M) (?:was|were) the only [^.;:,M]{{2,60}} to (?:vote|side|stand) with {_WHOM}"),
)
# How many sentences away the companion's own vote may be told.
_REACH = 24


def companions(sentences: Sequence[Marked], told: Sequence[Position]) -> Iterator[Position]:
    """Only where the text tells how the companion voted, or as many votes of one kind as there are names."""
    for index, sentence in enumerate(sentences):
        for pattern in _RULES if "M" in sentence.shape else ():
            for match in pattern.finditer(sentence.shape):
                yield from _told_by(match, index, sentences, told)


def _told_by(
    match: re.Match[str], index: int, sentences: Sequence[Marked], told: Sequence[Position]
) -> Iterator[Position]:
    sentence = sentences[index]
    beside = sentence.members(match.start("w")).named
    places = [match.start(group) for group in ("m", "m2") if match.groupdict().get(group)]
    named = [one for place in places for one in sentence.members(place).named]
    by_count = _by_count(len({one.iso3 for one in (*named, *beside)}), index, sentences)
    role = _role_of({one.iso3 for one in beside}, index, sentences, told) or by_count
    if role:
        for one in (*named, *(beside if role == by_count else ())):
            yield Position(index, one, role, "companion")


def _role_of(iso3: set[str], index: int, sentences: Sequence[Marked], told: Sequence[Position]) -> str | None:
    """The vote that they were last said to have cast."""
    near = range(max(0, index - _REACH), index + 1)
    roles = [(abs(one.index - index), one.vote) for one in told if one.named.iso3 in iso3 and one.index in near]
    roles += [(abs(at - index), NO) for at in near for veto in vetoes_in(sentences, at) if veto.named.iso3 in iso3]
    return min(roles)[1] if roles else None


def _by_count(number: int, index: int, sentences: Sequence[Marked]) -> str | None:
    near = sentences[max(0, index - _REACH) : index + 1]
    roles = {count.role for one in near for count in counts(one) if count.value == number and not count.named}
    roles &= {YES, NO}
    return roles.pop() if len(roles) == 1 and number > 1 else None
