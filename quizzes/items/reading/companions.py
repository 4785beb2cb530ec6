"""Who voted as another member did: "Armenia and India voted with Moscow", "Joining Georgia were Sweden and Ukraine"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

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
    text = _Text(sentences, told)
    for index, sentence in enumerate(sentences):
        for pattern in _RULES if "M" in sentence.shape else ():
            for match in pattern.finditer(sentence.shape):
                yield from text.told_by(match, index)


class _Text:
    """What each sentence tells, looked up once: a long text of nothing but such words stays quick."""

    def __init__(self, sentences: Sequence[Marked], told: Sequence[Position]) -> None:
        self.sentences = sentences
        self.told: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for one in told:
            self.told[one.index].append((one.named.iso3, one.vote))
        self.by_number = cache(self._by_number)
        self.vetoed = cache(self._vetoed)

    def told_by(self, match: re.Match[str], index: int) -> Iterator[Position]:
        sentence = self.sentences[index]
        beside = sentence.members(match.start("w")).named
        places = [match.start(group) for group in ("m", "m2") if match.groupdict().get(group)]
        named = [one for place in places for one in sentence.members(place).named]
        by_count = self._by_count(len({one.iso3 for one in (*named, *beside)}), index)
        role = self._role_of({one.iso3 for one in beside}, index) or by_count
        if role:
            for one in (*named, *(beside if role == by_count else ())):
                yield Position(index, one, role, "companion")

    def _role_of(self, iso3: set[str], index: int) -> str | None:
        """The vote that they were last said to have cast."""
        for at in range(index, max(-1, index - _REACH - 1), -1):
            roles = [role for member, role in self.told.get(at, ()) if member in iso3]
            if roles or not iso3.isdisjoint(self.vetoed(at)):
                return min(roles, default=NO)
        return None

    def _vetoed(self, index: int) -> frozenset[str]:
        return frozenset(veto.named.iso3 for veto in vetoes_in(self.sentences, index))

    def _by_count(self, number: int, index: int) -> str | None:
        near = range(max(0, index - _REACH), index + 1)
        roles = {role for at in near for value, role in self.by_number(at) if value == number} & {YES, NO}
        return roles.pop() if len(roles) == 1 and number > 1 else None

    def _by_number(self, index: int) -> tuple[tuple[int, str], ...]:
        return tuple((one.value, one.role) for one in counts(self.sentences[index]) if not one.named)
