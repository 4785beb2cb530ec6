"""What stands in a list of members and is none of the names we know: misspelt ones, and states that are no more."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rapidfuzz import fuzz, process

from quizzes.items.reading.marks import Marked, Members, Named
from unsim.members import surface_forms

# Lists shorter than this are left as they are.
FEWEST = 3
# An item between two members: "Nepal, St. Kits and Nevis, Togo".
_ITEM = re.compile(
    r"(?<=M, )(?P<item>(?!and |as |while |with )[^,;:()MN\"]{3,40})(?=, (?:and )?M)|(?<=M, )(?P<last>(?!and |as "
    r"|while |with )[^\W\d][^,;:()MN\"]{2,30})(?= and M)"
)
_A_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]+|and|of|the)){0,4}")
# How much alike a misspelt name and the right one are, of 100.
_ALIKE = 84


def repaired(single: Marked) -> Iterator[Members]:
    """Marks for such items of a sentence whose members are marked one by one. One that nobody knows is counted."""
    for match in _ITEM.finditer(single.shape):
        start, end = single.span(match.start(), match.end())
        text = single.text[start:end]
        if _A_NAME.fullmatch(text):
            iso3 = _misspelt(text)
            yield Members(start, end, (Named(start, end, iso3),) if iso3 else (), unknown=int(iso3 is None))


def _misspelt(text: str) -> str | None:
    found = process.extractOne(text, _names().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _names()[found[0]] if found else None


@cache
def _names() -> Mapping[str, str]:
    """Those of one member only: "Niger" and "Nigeria" are too much alike to be told apart when misspelt."""
    return {form: next(iter(codes)) for form, codes in surface_forms().names.items() if len(codes) == 1}
