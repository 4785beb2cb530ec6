"""A response to an item, scored. Right or wrong: no speed points, and no guess at what a bad response meant."""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from quizzes.items.item import ItemKind, Key

Response = object


class BadResponse(ValueError):
    """A response that is no answer to this kind of item. `reason` is one of REASONS, for the page to word."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not an answer: {reason}")
        self.reason = reason


REASONS = ("empty", "not an option", "one option only", "not a number")


def score(kind: str, key: Key, response: Response) -> float:
    """0.0 to 1.0. `response`: an option's index (or its decimal text, as a form sends it), a list of them, a number.

    Raises BadResponse for what cannot be read as an answer, ValueError for an unknown kind or a key of the wrong shape.
    """
    scorer = _SCORERS.get(kind)
    if scorer is None:
        raise ValueError(f"unknown kind of item: {kind!r}")
    return scorer(key, response)


def parse(kind: str, response: Response) -> list[int] | float:
    """A response as it is stored: the indices of the chosen options, sorted, or a number. Raises BadResponse."""
    return _number(response) if kind == ItemKind.NUMBER else sorted(_indices(response))


def _score_choice(key: Key, response: Response) -> float:
    chosen = _indices(response)
    if len(chosen) > 1:
        raise BadResponse("one option only")
    return 1.0 if chosen <= _right(key) else 0.0


def _score_choices(key: Key, response: Response) -> float:
    """Each right option earns its share and each wrong one costs as much, never below nothing."""
    chosen, right = _indices(response), _right(key)
    return max(0.0, (len(chosen & right) - len(chosen - right)) / len(right))


def _score_number(key: Key, response: Response) -> float:
    if not isinstance(key, Mapping):
        raise ValueError("a number item needs a key with value and tolerance")
    return 1.0 if abs(_number(response) - key["value"]) <= key.get("tolerance", 0) else 0.0


_SCORERS: dict[str, Callable[[Key, Response], float]] = {
    ItemKind.SINGLE_CHOICE.value: _score_choice,
    ItemKind.TRUE_FALSE.value: _score_choice,
    ItemKind.MULTIPLE_CHOICE.value: _score_choices,
    ItemKind.NUMBER.value: _score_number,
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
