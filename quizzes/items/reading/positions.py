"""How named members voted."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.reading.companions import companions
from quizzes.items.reading.going_on import going_on
from quizzes.items.reading.marks import Marked, Named
from quizzes.items.reading.position import Position
from quizzes.items.reading.position_rules import HABIT, HEADINGS, PLURAL, RULES, UNREAL
from quizzes.items.reading.votes import CUES, SPEAKS_OF_VOTES

# "Peru, which had voted no in committee, ..."
_EARLIER = re.compile(r"M, (?:which|who) had [^,]*$")
_LISTED = re.compile(r"(?:\d{1,3}\.|[•*·▪-]) ?\S+(?: \S+){0,6}$")
_ALL_RULES = (*RULES, *PLURAL)
_LONGEST_HEADING = 120
_MEMBER = re.compile(r"[MAC]")


def all_positions(sentences: Sequence[Marked]) -> list[Position]:
    """In the order of the text; lines that are nothing but members belong to the heading above them."""
    found: list[Position] = []
    heading, since = None, 0
    for index, sentence in enumerate(sentences):
        if heading and _is_list(sentence):
            found += [Position(index, named, heading, "heading", since) for named in _everyone(sentence)]
            continue
        if heading and _LISTED.match(sentence.text):  # a line of the list that nobody can read
            continue
        since = index
        heading = _heading(sentence.shape) or _cut_off(index, sentences, found)
        here = positions(index, sentence)
        here += [one for one in going_on(index, sentences) if not _told(one, here)]
        found += here
    places = {(one.index, one.named.start) for one in found}
    found += [one for one in companions(sentences, found) if (one.index, one.named.start) not in places]
    return sorted(found, key=lambda one: one.index)


def _cut_off(index: int, sentences: Sequence[Marked], found: Sequence[Position]) -> str | None:
    """A very long list is read in pieces: the next one goes on with the vote of the last."""
    if not index or not found or found[-1].index != index - 1:
        return None
    before, here = sentences[index - 1].sentence, sentences[index].sentence
    cut = before.paragraph == here.paragraph and not before.text.endswith((".", "!", "?", ":", ")", "”", '"'))
    return found[-1].vote if cut else None


def _told(one: Position, here: Sequence[Position]) -> bool:
    return any(other.named.start == one.named.start for other in here)


def _heading(shape: str) -> str | None:
    if len(shape) > _LONGEST_HEADING or shape.endswith((".", "!")):
        return None
    return next((role for role, pattern in HEADINGS if pattern.match(shape)), None)


def _is_list(sentence: Marked) -> bool:
    """Hardly a letter that is not a member's: "C: Cambodia, Congo"."""
    if "M" not in sentence.shape or re.search(r"\b(?:vot|abst|against|were|was|the|and|in favou?r)", sentence.shape):
        return False
    return len(re.sub(r"[MA]|\W|_", "", sentence.shape)) <= 2 + len(sentence.text) // 3


def _everyone(sentence: Marked) -> Iterator[Named]:
    """Each member once; a second name in brackets is the same member."""
    seen: set[str] = set()
    for place, letter in enumerate(sentence.shape):
        if letter == "M":
            for named in sentence.members(place).named:
                if named.iso3 not in seen:
                    seen.add(named.iso3)
                    yield named


def positions(index: int, sentence: Marked) -> list[Position]:
    """Each member once for each vote it is said to have cast, in the order of the sentence."""
    if not _MEMBER.search(sentence.shape) or not SPEAKS_OF_VOTES.search(sentence.shape) or HABIT.search(sentence.shape):
        return []
    found: dict[tuple[str, int], Position] = {}
    earlier: list[Position] = []
    spoken_of = {role for role, cue in CUES if cue.search(sentence.shape)}
    for role, rule, pattern in _ALL_RULES:
        for match in pattern.finditer(sentence.shape) if role in spoken_of else ():
            named = list(_named(sentence, match))
            if UNREAL.search(sentence.shape[max(0, match.start() - 24) : match.start()]):
                continue
            told = [Position(index, one, role, rule) for one in named if rule != "several-vote" or len(named) > 1]
            if _EARLIER.match(match.group()):
                earlier += told
                continue
            for one in told:
                found.setdefault((one.named.iso3, one.named.start), one)
    for one in earlier:  # unless the sentence goes on with how it voted this time
        found.setdefault((one.named.iso3, one.named.start), one)
    return sorted(found.values(), key=lambda position: position.named.start)


def _named(sentence: Marked, match: re.Match[str]) -> Iterator[Named]:
    for group in match.groupdict():
        if match[group]:
            yield from sentence.members(match.start(group)).named
