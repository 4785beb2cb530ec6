"""How the members voted from 2010 to 2019, by issue. Standard library only.

From the General Assembly voting data of Voeten, Strezhnev and Bailey; a member without an entry did not vote.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from unsim.members import SEEDS
from unsim.rules.choices import Choice
from unsim.seedfile import BadSeed, read_rows

ALIGNMENT = SEEDS / "historical_alignment.csv"
# `all` is every roll call, whatever its issue.
ISSUES = (
    "all",
    "palestinian_conflict",
    "nuclear",
    "disarmament",
    "human_rights",
    "colonialism",
    "economic_development",
)
PARTNERS = ("USA", "RUS", "CHN", "FRA", "IND", "majority")
_COUNTS = ("rollcalls", "yes", "no", "abstain", "absent")
_SHARES = ("yes_share", "no_share", "abstain_share", "absent_share")
COLUMNS = ("iso3", "period", "issue", *_COUNTS, *_SHARES, *(f"agree_{partner}" for partner in PARTNERS))


@dataclass(frozen=True)
class Alignment:
    """One member on one issue. `votes`: in how many roll calls it did what. `agreement`: the share of roll calls, from
    0 to 1, in which it voted as this partner did, or as the majority, as the source gives it."""

    iso3: str
    period: str
    issue: str
    votes: Mapping[Choice, int]
    agreement: Mapping[str, float]

    @property
    def roll_calls(self) -> int:
        return sum(self.votes.values())


def read_alignment(path: Path = ALIGNMENT) -> Mapping[tuple[str, str], Alignment]:
    """By member code and issue. BadSeed on the first line that cannot be right."""
    found: dict[tuple[str, str], Alignment] = {}
    for line, row in read_rows(path, COLUMNS):
        key = row["iso3"], row["issue"]
        if key in found:
            raise BadSeed(path, line, f"{row['iso3']} on {row['issue']} stands here twice")
        found[key] = _alignment(path, line, row)
    return MappingProxyType(found)


@functools.cache
def alignments() -> Mapping[tuple[str, str], Alignment]:
    """Those of `seeds/`."""
    return read_alignment()


def _alignment(path: Path, line: int, row: Mapping[str, str]) -> Alignment:
    if row["issue"] not in ISSUES:
        raise BadSeed(path, line, f"{row['issue']!r} is no issue; it must be one of {', '.join(ISSUES)}")
    counts = {name: _count(path, line, name, row[name]) for name in _COUNTS}
    votes = {choice: counts[choice.value] for choice in Choice}
    if sum(votes.values()) != counts["rollcalls"]:
        raise BadSeed(path, line, f"the votes add up to {sum(votes.values())}, not to {counts['rollcalls']}")
    agreement = {partner: _share(path, line, f"agree_{partner}", row) for partner in PARTNERS}
    return Alignment(row["iso3"], row["period"], row["issue"], MappingProxyType(votes), MappingProxyType(agreement))


def _count(path: Path, line: int, name: str, cell: str) -> int:
    if not (cell.isascii() and cell.isdigit()):
        raise BadSeed(path, line, f"{name} is {cell!r}, no whole number")
    return int(cell)


def _share(path: Path, line: int, name: str, row: Mapping[str, str]) -> float:
    try:
        share = float(row[name])
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise BadSeed(path, line, f"{name} is {row[name]!r}, no share between 0 and 1")
    return share
