"""A typed answer compared with those that are accepted.

Both are normalised: case, accents and punctuation go, a leading "the", "a" or "an" too, runs of blanks are one blank;
an apostrophe or a full stop within a word leaves no gap ("U.S." is "us"). They are the same if they differ in blanks
alone. Otherwise they are compared word by word. A word is the same, or, from five letters on, at least 80 % alike: one
slip (a letter wrong, missing, too many, or two exchanged) in five letters, two in ten. Shorter words and numbers have
to be exact, and so has the number of words, so that "a secret ballot" is never taken for "no secret ballot". Nor is the
name of one member of the United Nations taken for a slip in the name of another (Iceland, Ireland).
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import OSA

from unsim.members import all_members

LONGEST = 100  # characters of an answer that somebody types
ALIKE = 0.8
SHORTEST = 5  # letters of a word that may hold a slip
_INSIDE = re.compile(r"(?<=\w)['’ʼ.](?=\w)")
_OTHER = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:(?:the|an?) )+(?=.)")


def normalised(text: str) -> str:
    """Lower case without accents, punctuation or a leading article."""
    # Compatibility caseless matching (The Unicode Standard, D146): some letters fold only when decomposed.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return _ARTICLE.sub("", _OTHER.sub(" ", _INSIDE.sub("", bare)).strip())


def is_accepted(typed: str, accepted: Iterable[str]) -> bool:
    given, right = normalised(typed), {normalised(one) for one in accepted}
    if given.replace(" ", "") in {one.replace(" ", "") for one in right}:
        return True
    return given not in _members() and any(_alike(given, one) for one in right)


def _alike(given: str, right: str) -> bool:
    one, other = given.split(), right.split()
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(given: str, right: str) -> bool:
    if given == right:
        return True
    firm = len(right) < SHORTEST or not (given.isalpha() and right.isalpha())
    return not firm and OSA.normalized_similarity(given, right) >= ALIKE


@cache
def _members() -> frozenset[str]:
    return frozenset(normalised(name) for m in all_members() for name in (m.common_name, m.un_name, *m.aliases))
