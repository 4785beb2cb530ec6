"""Wrong options: wrong for sure, and near enough to be chosen by somebody who does not know."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random

from quizzes.items.writing.days import in_words, is_day, span_of

WANTED = 3
# How far from the right day another day of the story may lie: farther away nobody takes it.
_NEAR_DAYS = 300


def numbers_around(key: int, pool: Iterable[int], *, largest: int, rng: Random) -> list[int] | None:
    """The key among three others, ascending; its place is drawn first, so that no place is likelier than another.

    Numbers of the pool go before made-up ones. None where the range holds too few.
    """
    near = [number for number in dict.fromkeys(pool) if number != key and _near(number, key) and number <= largest]
    made = [number for number in _made_up(key, largest, rng) if all(abs(number - one) > 1 for one in near)]
    lower = [number for number in (*near, *made) if number < key]
    higher = [number for number in (*near, *made) if number > key]
    return among(key, lower, higher, rng)


def among(key: int, lower: Sequence[int], higher: Sequence[int], rng: Random) -> list[int] | None:
    feasible = [place for place in range(WANTED + 1) if len(lower) >= place and len(higher) >= WANTED - place]
    if not feasible:
        return None
    place = rng.choice(feasible)
    return sorted([key, *lower[:place], *higher[: WANTED - place]])


def _near(number: int, key: int) -> bool:
    """Of one order of magnitude: nobody takes 143 for the number of votes against where it was 5."""
    return number <= 6 * key + 10 and key <= 6 * number + 10


def _made_up(key: int, largest: int, rng: Random) -> Sequence[int]:
    """Steps of a size that fits the key: 2 or 3 around small numbers, 6 to 26 around large ones."""
    step = 2 if key < 10 else 4 if key < 30 else 6
    away = [step * n + rng.randrange(max(1, step // 2)) for n in range(1, 5)]
    return [number for d in away for number in (key - d, key + d) if (0 if key < 4 else 1) <= number <= largest]


def dates_around(
    key: str, pool: Iterable[str], *, barred: Iterable[str], rng: Random, latest: str = ""
) -> list[str] | None:
    """The key among three dates that are told as exactly, in words, ascending. `barred`: what may be right too;
    `latest`: the last date that an article could tell of."""
    closed = {*barred, key}
    near = [one for one in dict.fromkeys(pool) if one not in closed and _as_near(one, key)]
    made = [one for one in _made_up_dates(key, rng) if one not in closed and one not in near]
    rng.shuffle(near)
    lower = [_sortable(one) for one in (*near, *made) if one < key]
    higher = [_sortable(one) for one in (*near, *made) if one > key and (not latest or one <= latest[: len(key)])]
    found = among(_sortable(key), lower, higher, rng)
    return [in_words(_unsorted(one, key)) for one in found] if found else None


def _as_near(one: str, key: str) -> bool:
    a, b = span_of(one), span_of(key)
    return len(one) == len(key) and is_day(one) == is_day(key) and bool(a and b) and abs(_days(one, key)) < _NEAR_DAYS


def _days(one: str, other: str) -> int:
    a, b = span_of(one), span_of(other)
    return (a[0] - b[0]).days if a and b else 0


def _sortable(edtf: str) -> int:
    return int(edtf.replace("-", ""))


def _unsorted(number: int, like: str) -> str:
    text = f"{number:0{len(like.replace('-', ''))}d}"
    return "-".join(part for part in (text[:4], text[4:6], text[6:8]) if part)


def _made_up_dates(key: str, rng: Random) -> list[str]:
    """Days some weeks away, months some months away, years some years away."""
    if is_day(key):
        day = date.fromisoformat(key)
        away = [7 * n + rng.randrange(1, 7) for n in (1, 2, 3)]
        return [(day + timedelta(days=sign * d)).isoformat() for d in away for sign in (-1, 1)]
    if len(key) == 7:
        months = int(key[:4]) * 12 + int(key[5:]) - 1
        return [f"{m // 12:04d}-{m % 12 + 1:02d}" for n in (1, 2, 3) for m in (months - n, months + n)]
    return [f"{int(key) + n:04d}" for n in (-1, 1, -2, 2, -3, 3)]
