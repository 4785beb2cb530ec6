"""A recorded vote as it was cast, member by member, read from a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from unsim.rules.choices import Choice
from unsim.rules.tally import Tally, count
from unsim.seedfile import BadSeed, read_rows

COLUMNS = ("iso3", "un_name", "vote")


@dataclass(frozen=True)
class RollCall:
    """Every member's choice by its ISO 3166-1 alpha-3 code, in the order of the file."""

    symbol: str
    votes: Mapping[str, Choice]

    @property
    def tally(self) -> Tally:
        return count(self.votes.values())


def read_roll_call(path: Path, symbol: str, names: Mapping[str, str]) -> RollCall:
    """`names`: the official name of each member by its code.

    BadSeed on a malformed file, an unknown member, another name, a member twice, or a vote that is no choice.
    """
    votes: dict[str, Choice] = {}
    for line, row in read_rows(path, COLUMNS):
        iso3 = row["iso3"]
        _check_member(path, line, row, names)
        if iso3 in votes:
            raise BadSeed(path, line, f"{iso3} stands here twice")
        votes[iso3] = _choice(path, line, row["vote"])
    if not votes:
        raise BadSeed(path, 1, "there is no vote in it")
    return RollCall(symbol, votes)


def _check_member(path: Path, line: int, row: Mapping[str, str], names: Mapping[str, str]) -> None:
    iso3 = row["iso3"]
    if iso3 not in names:
        raise BadSeed(path, line, f"{iso3!r} is no member's code")
    if row["un_name"] != names[iso3]:
        raise BadSeed(path, line, f"{iso3} is {names[iso3]!r}, not {row['un_name']!r}")


def _choice(path: Path, line: int, word: str) -> Choice:
    try:
        return Choice(word)
    except ValueError:
        raise BadSeed(path, line, f"{word!r} is no vote; it must be one of {', '.join(Choice)}") from None
