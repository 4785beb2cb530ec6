"""Whom "he" and "she" stand for: the person that the text is about just before."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from quizzes.items.reading.marks import Marked
from quizzes.items.reading.people import Cast, Mention, Person

_OPENED = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
# A person who is named this near to the beginning of a sentence is what it is about.
_OPENING = 5


def sentence_at(sentences: Sequence[Marked], offset: int) -> Marked:
    """The sentence that an offset into the text stands in."""
    return sentences[index_at(sentences, offset)]


def index_at(sentences: Sequence[Marked], offset: int) -> int:
    return max(0, bisect_right(sentences, offset, key=lambda one: one.sentence.start) - 1)


def named_before(offset: int, sentences: Sequence[Marked], cast: Cast) -> Mention | None:
    """Who was named last, but in passing: in "She quoted Linda Roe. “...,” she said" she is somebody from before."""
    mention = cast.last_before(offset)
    while mention:
        sentence = sentence_at(sentences, mention.start)
        if not _OPENED.search(sentence.text, 0, max(0, mention.role_start - sentence.sentence.start)):
            break
        mention = cast.last_before(sentence.sentence.start)
    return mention


def topic_of(mention: Mention, sentences: Sequence[Marked], cast: Cast) -> Person:
    """In "Linda Roe pointed to the talks of Joe Doe. She said": a sentence is about whom it begins with."""
    sentence = sentence_at(sentences, mention.start).sentence
    first = cast.between(sentence.start, sentence.end)[0]
    return (first if min(first.start, first.role_start) - sentence.start <= _OPENING else mention).person
