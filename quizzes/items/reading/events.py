"""Dated events besides the votes: what a sentence says happened on its date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.items.reading.marks import Marked, Moment

_NOUN = (
    r"(?:invasion|annexation|attacks?|referendums?|referenda|massacre|coup|elections?|war|ceasefire|summit|ceremony|"
    r"meeting|"
    r"session|agreement|declaration|treaty|resolution|vote|ruling|speech|letter|opinion)"
)
_JOINT = r"(?:in|on|at|to|without|with|and|for|from|of|that|which|a|an|the|by|as|when|after|before|or|but|is|was|has) "
_NAMED = re.compile(
    rf"D (?P<what>(?:(?!{_JOINT})[\w-]+ |A |M ){{0,2}}?{_NOUN}(?: (?:of|on|in|by|at) (?:the )?(?:\w+ |A )?[MB\w]+))"
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|took|began|held|gave|met|sent|won|lost|broke|made|put|wrote|spoke|came|went|rose|fell|"
    r"said|became|left)\b"
)
_OPENING = re.compile(
    r"^(?:but |and |then |later |earlier |meanwhile,? )?(?:on|in|early in|late in|at the end of|at the beginning "
    r"of)? ?D(?:, | (?=the |an? |its |M|B|C|A))"
)
_INSIDE = re.compile(
    r",? (?:on|in|last|early in|late in|since|from)? ?(?P<d>D)(?!'s)(?: (?:morning|afternoon|evening|night))?"
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|the vote|the move|some|others|we|i|there|his|her|their|its|who|"
    r"which)\b|\b(?:he|she|they|it|his|this|which|who)\b"
)
_TOLD_ELSEWHERE = re.compile(
    r"\b(?:vetoe?[sd]?|voted|what|mirrors?|abstain|abstentions?|in favou?r|said|told|according|would|will|could|may|"
    r"might|if|"
    r"expected)\b|[\"]|\?"
)
_SHORTEST, _LONGEST = 4, 24


@dataclass(frozen=True, slots=True)
class Event:
    date: str
    what: str
    span: tuple[int, int]
    rule: str


def events(sentence: Marked) -> Iterator[Event]:
    """A noun with its date ("the 24 February invasion of Ukraine"), or a short plain sentence with a single date."""
    moments = [moment for moment in sentence.moments() if moment.when and not moment.ahead]
    if sentence.shape.startswith("date D"):
        return
    for match in _NAMED.finditer(sentence.shape):
        moment = sentence.moment(match.start())
        if moment.when and not moment.ahead and " " in match["what"]:
            start, end = sentence.span(match.start("what"), match.end("what"))
            yield Event(moment.when, _clean(sentence.text[start:end]), (moment.start, end), "noun-with-date")
            return
    if len(moments) == 1:
        yield from _whole_sentence(sentence, moments[0])


def _whole_sentence(sentence: Marked, moment: Moment) -> Iterator[Event]:
    shape = sentence.shape
    if _TOLD_ELSEWHERE.search(shape) or not _PAST.search(shape):
        return
    place = sentence.position(moment.start)
    opening = _OPENING.match(shape)
    if opening and shape.index("D") == place:
        start, end = sentence.span(opening.end(), len(shape)) if opening.end() < len(shape) else (0, 0)
        what = sentence.text[start:end]
    else:
        match = next((m for m in _INSIDE.finditer(shape) if m.start("d") == place), None)
        if match is None:
            return
        cut = sentence.span(match.start(), match.end())
        what = sentence.text[: cut[0]] + sentence.text[cut[1] :]
        start, end = 0, len(sentence.text)
    what = _clean(what)
    if _SHORTEST <= len(what.split()) <= _LONGEST and not _PRONOUN.search(what.lower()):
        yield Event(moment.when or "", what, (start, end), "dated-sentence")


def _clean(words: str) -> str:
    """Without the end of the sentence, the agency's line before it and the joint that led to it."""
    words = re.sub(r"\s+", " ", words).strip(" ,;.:")
    words = re.sub(r"^(?:[A-Z][A-Za-z, .]{1,30})?\([A-Z][^)]{1,20}\) [—–-]+ ", "", words)
    words = re.sub(r"^(?:But|And|Then|Later|Meanwhile|Also|Even),? ", "", words)
    return re.sub(r"^(?:The|A|An|Some|Most|Many|All|Its|Their) ", lambda first: first.group().lower(), words)
