"""Votes told by one word: a Council of fifteen that was unanimous."""

import re
from collections.abc import Iterator, Sequence

from quizzes.items.reading.bodies import COUNCIL, SIZES
from quizzes.items.reading.marks import Marked
from quizzes.items.reading.memberships import memberships
from quizzes.items.reading.tallies import Vote
from quizzes.items.reading.votes import ABSTAIN, NO, YES

_UNANIMOUS = re.compile(
    r"\bB\b[^.;:]{0,90}?\b(?:unanimous(?:ly)?|with one voice|without a single (?:vote against|dissenting "
    r"vote))\b[^.;:]{0,60}"
    r"|\bunanimous(?:ly)?\b[^.;:]{0,60}\bB\b"
)
_OF_FIFTEEN = re.compile(r"\b15-(?:member|nation|country|strong)\b")
_ACT = re.compile(
    r"\b(?:adopt\w*|approv\w*|pass(?:ed|es|ing)|vot(?:ed?|es|ing)|resolution|decided|backed|endorsed|extended|"
    r"renewed|imposed|set up|created|established|unanimous (?:vote|decision)|authori[sz]ed|call(?:s|ed) for|"
    r"demand(?:s|ed))\b"
)
# A statement is agreed, not voted on; and what was hoped for was no vote.
_NO_VOTE = re.compile(
    r"\b(?:(?:press|presidential) statement|statement|not|n't|failed|fails|hop\w+|would|could|should|need\w*|"
    r"requir\w+|almost|nearly|near|"
    r"if|unless|seek\w*|sought|push\w*|want\w*|recommend\w*|elect\w*)\b"
)


def unanimous_votes(sentences: Sequence[Marked]) -> Iterator[Vote]:
    """Only where the text says that the Council has fifteen members: it was smaller once, and a member may be away."""
    if not any(_tells_fifteen(sentence) for sentence in sentences):
        return
    for index, sentence in enumerate(sentences):
        match = _UNANIMOUS.search(sentence.shape)
        if match and _ACT.search(sentence.shape) and not _NO_VOTE.search(sentence.shape) and _is_council(sentence):
            values = {YES: SIZES[COUNCIL], NO: 0, ABSTAIN: 0}
            yield Vote(values, index, sentence.span(*match.span()), ["unanimous"], sure=True, told_in={index})


def _tells_fifteen(sentence: Marked) -> bool:
    told = any(one.body == COUNCIL and one.count == SIZES[COUNCIL] for one in memberships(sentence))
    return told or _OF_FIFTEEN.search(sentence.text) is not None


def _is_council(sentence: Marked) -> bool:
    return all(body.name == COUNCIL for body in sentence.bodies())
