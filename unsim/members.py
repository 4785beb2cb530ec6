"""The 193 members of the United Nations: codes, names, groups. Standard library only.

Capitals serve to read a text ("Moscow voted against"), not for display: some are disputed.
"""

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from unsim.seedfile import BadSeed, read_rows

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
MEMBERS = SEEDS / "members.csv"
MEMBER_NAMES = SEEDS / "member_names.csv"

COLUMNS = (
    "seat_order",
    "iso3",
    "iso2",
    "m49",
    "un_name",
    "common_name",
    "grid_label",
    "aliases",
    "admitted",
    "regional_group",
    "group_note",
    "m49_region",
    "m49_subregion",
    "m49_intermediate",
    "p5",
    "adjectives",
    "capital",
)
LANGUAGES = ("ar", "zh", "en", "es", "fr", "ru")
# An apostrophe as it is typed (first) and as texts print it.
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))


@dataclass(frozen=True)
class Member:
    """One member State. `seat_order`: its place, from 1, in English alphabetical order of `un_name`.

    `permanent`: a permanent member of the Security Council. `names`: the official name by language code.
    `m49`: the UN's statistical code, three digits. `capital` may be empty. `group_note`: a reservation about the group.
    """

    iso3: str
    iso2: str
    m49: str
    un_name: str
    common_name: str
    grid_label: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    admitted: int
    regional_group: str
    group_note: str
    region: str
    subregion: str
    seat_order: int
    permanent: bool
    names: Mapping[str, str] = field(hash=False)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Official, common, on the board, then the aliases; each once."""
        return tuple(dict.fromkeys((self.un_name, self.common_name, self.grid_label, *self.aliases)))


class SurfaceForms(NamedTuple):
    """As a text may write them, in their own spelling, each with the codes of all members it may mean."""

    names: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    capitals: Mapping[str, frozenset[str]]


def read_members(members: Path = MEMBERS, names: Path = MEMBER_NAMES) -> tuple[Member, ...]:
    """All members in seat order. BadSeed on the first line that cannot be right."""
    translated = _read_names(names)
    found: dict[str, Member] = {}
    for line, row in read_rows(members, COLUMNS):
        if row["seat_order"] != str(len(found) + 1):
            raise BadSeed(members, line, f"seat_order is {row['seat_order']!r}, but the next seat is {len(found) + 1}")
        if row["iso3"] in found:
            raise BadSeed(members, line, f"{row['iso3']} stands here twice")
        if row["iso3"] not in translated:
            raise BadSeed(members, line, f"{row['iso3']} has no line in {names.name}")
        found[row["iso3"]] = _member(members, line, row, translated[row["iso3"]])
    return tuple(found.values())


def _read_names(path: Path) -> dict[str, Mapping[str, str]]:
    names: dict[str, Mapping[str, str]] = {}
    for line, row in read_rows(path, ("iso3", *LANGUAGES)):
        iso3 = row.pop("iso3")
        if iso3 in names:
            raise BadSeed(path, line, f"{iso3} stands here twice")
        if not all(row.values()):
            raise BadSeed(path, line, f"{iso3} lacks a name in one of {', '.join(LANGUAGES)}")
        names[iso3] = MappingProxyType(row)
    return names


def _member(path: Path, line: int, row: Mapping[str, str], names: Mapping[str, str]) -> Member:
    _check(path, line, row)
    return Member(
        iso3=row["iso3"],
        iso2=row["iso2"],
        m49=row["m49"],
        un_name=row["un_name"],
        common_name=row["common_name"],
        grid_label=row["grid_label"],
        aliases=_several(row["aliases"], "|"),
        adjectives=_several(row["adjectives"], ";"),
        capital=row["capital"],
        admitted=int(row["admitted"]),
        regional_group=row["regional_group"],
        group_note=row["group_note"],
        region=row["m49_region"],
        subregion=row["m49_subregion"],
        seat_order=int(row["seat_order"]),
        permanent=row["p5"] == "1",
        names=names,
    )


def _check(path: Path, line: int, row: Mapping[str, str]) -> None:
    for column, length in (("iso3", 3), ("iso2", 2)):
        if not (len(row[column]) == length and row[column].isascii() and row[column].isupper()):
            raise BadSeed(path, line, f"{column} must be {length} capital letters, not {row[column]!r}")
    for column, length in (("m49", 3), ("admitted", 4)):
        if not (len(row[column]) == length and row[column].isascii() and row[column].isdigit()):
            raise BadSeed(path, line, f"{column} must be {length} digits, not {row[column]!r}")
    for column in ("un_name", "common_name", "grid_label", "regional_group"):
        if not row[column]:
            raise BadSeed(path, line, f"{column} is empty")
    if row["p5"] not in ("0", "1"):
        raise BadSeed(path, line, f"p5 must be 0 or 1, not {row['p5']!r}")


def _several(cell: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(separator) if part.strip())


@functools.cache
def all_members() -> tuple[Member, ...]:
    """The members of `seeds/`, in seat order."""
    return read_members()


@functools.cache
def by_iso3() -> Mapping[str, Member]:
    return MappingProxyType({member.iso3: member for member in all_members()})


def find(name: str) -> Member | None:
    """The member of this official, common, board or other name; None for an unknown or an ambiguous one.

    Case, accents, the kind of apostrophe and a leading "the" make no difference.
    """
    codes = _folded_names().get(fold(name), frozenset())
    return by_iso3()[next(iter(codes))] if len(codes) == 1 else None


def fold(name: str) -> str:
    """A name without case, accents, typographic apostrophes, surplus spaces and a leading "the"."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(plain.casefold().split()).removeprefix("the ")


@functools.cache
def _folded_names() -> Mapping[str, frozenset[str]]:
    return _codes_by((fold(name), member.iso3) for member in all_members() for name in member.all_names)


@functools.cache
def surface_forms() -> SurfaceForms:
    """Every form for the reader of texts. "Congolese" means two members, "Djibouti" a member and a capital."""
    members = all_members()
    return SurfaceForms(
        names=_codes_by((name, member.iso3) for member in members for name in member.all_names),
        adjectives=_codes_by((word, member.iso3) for member in members for word in member.adjectives),
        capitals=_codes_by((member.capital, member.iso3) for member in members if member.capital),
    )


def _codes_by(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for form, iso3 in pairs:
        codes[form].add(iso3)
    return MappingProxyType({form: frozenset(found) for form, found in codes.items()})
