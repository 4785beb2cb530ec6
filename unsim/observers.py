"""Those who are seated in the Assembly without being members: two States and the European Union. Standard library only.

They speak and have no vote. Their codes: VAT and PSE by ISO 3166-1; EUE is reserved there for the European Union.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from unsim.members import LANGUAGES, SEEDS
from unsim.seedfile import BadSeed, read_rows

OBSERVERS = SEEDS / "observers.csv"
COLUMNS = ("iso3", "un_name", "common_name", "grid_label", "since", "note", *LANGUAGES)


@dataclass(frozen=True)
class Observer:
    """`since`: the year in which it became an observer in its present form. `names`: by language code."""

    iso3: str
    un_name: str
    common_name: str
    grid_label: str
    since: int
    note: str
    names: Mapping[str, str]


def read_observers(path: Path = OBSERVERS) -> tuple[Observer, ...]:
    """In the order of the file. BadSeed on the first line that cannot be right."""
    found: dict[str, Observer] = {}
    for line, row in read_rows(path, COLUMNS):
        if row["iso3"] in found:
            raise BadSeed(path, line, f"{row['iso3']} stands here twice")
        found[row["iso3"]] = _observer(path, line, row)
    return tuple(found.values())


def _observer(path: Path, line: int, row: Mapping[str, str]) -> Observer:
    empty = next((column for column in COLUMNS if not row[column] and column != "note"), None)
    if empty:
        raise BadSeed(path, line, f"{empty} is empty")
    if not (len(row["since"]) == 4 and row["since"].isascii() and row["since"].isdigit()):
        raise BadSeed(path, line, f"since must be a year, not {row['since']!r}")
    return Observer(
        iso3=row["iso3"],
        un_name=row["un_name"],
        common_name=row["common_name"],
        grid_label=row["grid_label"],
        since=int(row["since"]),
        note=row["note"],
        names=MappingProxyType({language: row[language] for language in LANGUAGES}),
    )
