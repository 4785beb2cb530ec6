"""Whether a vote carried, as far as the text says so."""

import re
from collections.abc import Sequence

from quizzes.items.reading.bodies import COUNCIL, SIZES
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.subjects import VERB

_ADOPTED = re.compile(
    r"\b(?:adopt(?:ed|s|ing)|approv(?:ed|es|ing)|pass(?:ed|es)|endors(?:ed|es)|carried|vot(?:ed|"
    rf"es?)\b[^.;]{{0,60}}?\bto {VERB}\b|"
    r"voted [^.;]{0,40}?in favou?r of a|condemn(?:ed|s) |demanded|the (?:strongest|greatest|highest) support|went "
    r"through|"
    r"allowing the measure to pass)\b"
)
_REJECTED = re.compile(
    r"\b(?:(?<!M )reject(?:ed|s)\b(?=[^.;,]{0,60}?\b(?:resolutions?|texts?|drafts?|motions?|amendments?|"
    r"proposals?|bid|measure|"
    r"request|move|it)\b)|(?:was|were|been|be) (?:\w+ )?rejected|defeated|failed|fails|voted down|not "
    r"adopted|blocked|blocks|vetoed|vetoes|fell short|"
    r"turned down|"
    r"voted against (?:holding|a motion|a proposal|the motion|debating)|was not passed|did not pass|threw out|defeat)\b"
)
# Votes in favour for each one against that leave no room for a text that fell, unless more than a majority was needed.
_FAR_MORE = 2
_HIGHER = re.compile(r"veto|permanent|two-thirds|required|needed|majority")
# A sentence that goes on with the vote told before it.
_GOES_ON = re.compile(
    r"^(?:the (?:final )?(?:vote|result|tally|count|text|measure|resolution|motion|draft)|it|in total|only|just|out "
    r"of|N)\b"
)


def adopted(sentences: Sequence[Marked], index: int, place: int, yes: int | None, no: int | None) -> bool | None:
    """What the text says nearest to the count; without a majority in favour nothing is adopted."""
    if yes is not None and no is not None and yes <= no:
        return False
    said, told = _nearest(sentences[index].shape, sentences[index].position(place)), sentences[index].shape
    if said is None and index and _GOES_ON.match(sentences[index].shape):
        told = sentences[index - 1].shape
        said = _nearest(told, len(told))
    if said is False and _carried(yes, no) and not _HIGHER.search(told):
        return None  # "threw out its declaration": the text was adopted
    return said


def _carried(yes: int | None, no: int | None) -> bool:
    return yes is not None and no is not None and yes + no > SIZES[COUNCIL] and yes > _FAR_MORE * no


def _nearest(shape: str, place: int) -> bool | None:
    if re.search(r"\bvetoe[sd]\b", shape):
        return False
    found = [(abs(match.start() - place), True) for match in _ADOPTED.finditer(shape)]
    found += [(abs(match.start() - place), False) for match in _REJECTED.finditer(shape)]
    return min(found)[1] if found else None
