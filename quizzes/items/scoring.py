"""A response to an item, scored from 0 to 1: no speed points, and no guess at what a bad response meant.

Part of the mark is earned where several things are asked at once: each right option of several, each pair of a match,
each pair of lines in the right order; and by a number that is close.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from quizzes.items.item import ItemKind, Key
from quizzes.items.typed import LONGEST, is_accepted, normalised

Response = object
Given = list[int] | float | str
# What a number earns that is off by more than the tolerance: at most a half, and nothing from a tenth of the value on.
CLOSE, CLOSE_EARNS = 0.1, 0.5
# A tenth of a year is no measure: what may be one has to be right.
_YEARS = range(1900, 2101)


class BadResponse(ValueError):
    """A response that is no answer to this kind of item. `reason` is one of REASONS, for the page to word."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not an answer: {reason}")
        self.reason = reason


REASONS = (
    "empty",
    "not an option",
    "one option only",
    "not a number",
    "unfinished",
    "one place twice",
    "too long",
)


def score(kind: str, key: Key, response: Response) -> float:
    """0.0 to 1.0. `response`: an option's index (or its decimal text, as a form sends it), a list of them, a number,
    a text; for an order each option's place from 0, for a match what each option is matched with.

    Raises BadResponse for what cannot be read as an answer, ValueError for an unknown kind or a key of the wrong shape.
    """
    scorer = _SCORERS.get(kind)
    if scorer is None:
        raise ValueError(f"unknown kind of item: {kind!r}")
    return scorer(key, response)


def parse(kind: str, response: Response) -> Given:
    """A response as it is stored; raises BadResponse. Of a choice the indices of the chosen options, sorted."""
    return _PARSERS.get(kind, _chosen)(response)


def _score_choice(key: Key, response: Response) -> float:
    chosen = _indices(response)
    if len(chosen) > 1:
        raise BadResponse("one option only")
    return 1.0 if chosen <= _right(key) else 0.0


def _score_choices(key: Key, response: Response) -> float:
    """Each right option earns its share and each wrong one costs as much, never below nothing."""
    chosen, right = _indices(response), _right(key)
    return max(0.0, (len(chosen & right) - len(chosen - right)) / len(right))


def _score_order(key: Key, response: Response) -> float:
    """Pairs of lines in the right order less those in the wrong one, as a share of all pairs (Kendall's tau), never
    below nothing: half of the pairs are right by chance."""
    places = _places(response)
    if not isinstance(key, list) or len(key) < 2:
        raise ValueError("an order needs a key with the places of its lines in the right order")
    _check_complete(places, key)
    pairs = list(combinations((places[line] for line in key), 2))
    return max(0.0, sum(1 if first < second else -1 for first, second in pairs) / len(pairs))


def _score_match(key: Key, response: Response) -> float:
    """The share of the options that are matched rightly."""
    given = _lines(response)
    if not isinstance(key, list) or not key:
        raise ValueError("a match needs a key with the match of each option")
    _check_complete(given, key)
    return sum(one == right for one, right in zip(given, key, strict=True)) / len(key)


def _score_number(key: Key, response: Response) -> float:
    """All within the tolerance; beyond it, what closeness earns falls evenly to nothing."""
    if not isinstance(key, Mapping) or "value" not in key:
        raise ValueError("a number item needs a key with value and tolerance")
    off = abs(_number(response) - key["value"]) - key.get("tolerance", 0)
    reach = 0 if key["value"] in _YEARS else abs(key["value"]) * CLOSE
    if off <= 0:
        return 1.0
    return round(CLOSE_EARNS * (1 - off / reach), 2) if off < reach else 0.0


def _score_text(key: Key, response: Response) -> float:
    if not isinstance(key, Mapping) or not key.get("accepted"):
        raise ValueError("a short text needs a key with the answers that are accepted")
    return 1.0 if is_accepted(_text(response), key["accepted"]) else 0.0


_SCORERS: dict[str, Callable[[Key, Response], float]] = {
    ItemKind.SINGLE_CHOICE.value: _score_choice,
    ItemKind.TRUE_FALSE.value: _score_choice,
    ItemKind.MULTIPLE_CHOICE.value: _score_choices,
    ItemKind.NUMBER.value: _score_number,
    ItemKind.ORDER.value: _score_order,
    ItemKind.MATCH.value: _score_match,
    ItemKind.SHORT_TEXT.value: _score_text,
}


def _right(key: Key) -> set[int]:
    if isinstance(key, Mapping) or not key:
        raise ValueError("a choice item needs a key with the indices of its right options")
    return set(key)


def _indices(response: Response) -> set[int]:
    parts = response if isinstance(response, Sequence) and not isinstance(response, str | bytes) else [response]
    indices = {_index(part) for part in parts}
    if not indices:
        raise BadResponse("empty")
    return indices


def _chosen(response: Response) -> list[int]:
    return sorted(_indices(response))


def _lines(response: Response) -> list[int]:
    """One number for each line; a line without one makes the whole unfinished."""
    parts = response if isinstance(response, Sequence) and not isinstance(response, str | bytes) else []
    if not parts or all(part in (None, "") for part in parts):
        raise BadResponse("empty")
    if any(part in (None, "") for part in parts):
        raise BadResponse("unfinished")
    return [_index(part) for part in parts]


def _places(response: Response) -> list[int]:
    """Each line's place from 0, each place once."""
    places = _lines(response)
    if max(places) >= len(places):
        raise BadResponse("not an option")
    if len(set(places)) < len(places):
        raise BadResponse("one place twice")
    return places


def _check_complete(given: Sequence[int], key: Sequence[int]) -> None:
    if len(given) != len(key):
        raise BadResponse("unfinished" if len(given) < len(key) else "not an option")


def _text(response: Response) -> str:
    """One line; what is nothing but blanks and punctuation is empty."""
    if not isinstance(response, str) or not normalised(response):
        raise BadResponse("empty")
    text = " ".join(response.split())
    if len(text) > LONGEST:
        raise BadResponse("too long")
    return text


def _index(part: object) -> int:
    if part is None or part == "":
        raise BadResponse("empty")
    if isinstance(part, str) and re.fullmatch(r"[0-9]{1,3}", part.strip()):
        part = int(part.strip())
    if isinstance(part, bool) or not isinstance(part, int) or part < 0:
        raise BadResponse("not an option")
    return part


def _number(response: Response) -> float:
    """Digits in any script, with the thousands separators people type ("1,234", "1 234")."""
    if response is None or response == "":
        raise BadResponse("empty")
    if isinstance(response, str):
        response = _parsed(response)
    if isinstance(response, bool) or not isinstance(response, int | float) or not math.isfinite(response):
        raise BadResponse("not a number")
    return response


def _parsed(text: str) -> float:
    compact = re.sub(r"(?<=\d)[,  ’'](?=\d{3}(?!\d))", "", text.strip())
    if not re.fullmatch(r"[-+]?\d{1,12}(\.\d{1,6})?", compact):
        raise BadResponse("not a number")
    return float(compact)


_PARSERS: dict[str, Callable[[Response], Given]] = {
    ItemKind.NUMBER.value: _number,
    ItemKind.ORDER.value: _places,
    ItemKind.MATCH.value: _lines,
    ItemKind.SHORT_TEXT.value: _text,
}
