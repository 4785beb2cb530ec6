"""Mentions of member States: names, adjectives, capitals, and lists of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from quizzes.items.reading.marks import Members, Named
from unsim.members import surface_forms

# Forms that texts use beside those of the members' list.
_FURTHER_NAMES = {
    "Federated States of Micronesia": "FSM",
    "Islamic Republic of Iran": "IRN",
    "Bolivarian Republic of Venezuela": "VEN",
    "Plurinational State of Bolivia": "BOL",
    "Kingdom of the Netherlands": "NLD",
    "Central Africa Republic": "CAF",
    "D.P.R. Korea": "PRK",
    "DPR Korea": "PRK",
    "N. Korea": "PRK",
    "S. Korea": "KOR",
    "D.R. Congo": "COD",
    "DR of Congo": "COD",
    "Dem. Rep. of Congo": "COD",
    "Dem. Rep. of the Congo": "COD",
    "Bosnia/Herzegovina": "BIH",
    "Democratic Republic of Congo": "COD",
    "Republic of Congo": "COG",
    "Congo Republic": "COG",
    "U.S.A.": "USA",
    "U.A.E.": "ARE",
    "United Arab Emirate": "ARE",
    "United Republic of Tanzania": "TZA",
    "Guinea Bissau": "GNB",
    "Timor Leste": "TLS",
    "Brunei": "BRN",
    "Sao Tome and Principe": "STP",
    "Saint Vincent": "VCT",
    "St. Lucia": "LCA",
    "Saint Kitts": "KNA",
    "Kazakstan": "KAZ",
    "Kirghizia": "KGZ",
    "Byelorussia": "BLR",
    "Trinidad & Tobago": "TTO",
    "Antigua & Barbuda": "ATG",
    "Micronesia": "FSM",
    "Papua Guinea": "PNG",
    "Republic Korea": "KOR",
    "Korea (Republic of)": "KOR",
    "Korea (Democratic People's Republic of)": "PRK",
    "Congo (Republic of)": "COG",
    "Congo (Republic of the)": "COG",
    "Congo (Brazzaville)": "COG",
    "Congo (Kinshasa)": "COD",
    "Congo (Democratic Republic of)": "COD",
    "Congo (Democratic Republic of the)": "COD",
    "Congo Brazzaville": "COG",
    "Congo Kinshasa": "COD",
    "Soviet Union": "RUS",
    "USSR": "RUS",
    "U.S.S.R.": "RUS",
    "Union of Soviet Socialist Republics": "RUS",
    "Byelorussian SSR": "BLR",
    "Ukrainian SSR": "UKR",
    "West Germany": "DEU",
    "Federal Republic of Germany": "DEU",
    "Trinidad": "TTO",
    "PH": "PHL",
    "PNG": "PNG",
    "NZ": "NZL",
    "RSA": "ZAF",
    "PRC": "CHN",
    "ROK": "KOR",
    "KSA": "SAU",
    "UK of Great Britain & Northern Ireland": "GBR",
    "UK of Great Britain and Northern Ireland": "GBR",
    "United Kingdom of Great Britain & Northern Ireland": "GBR",
    "Argentine Republic": "ARG",
    "Hellenic Republic": "GRC",
    "Swiss Confederation": "CHE",
    "Kingdom of Saudi Arabia": "SAU",
}
# Seats of government that stand for it as a capital does.
_SEATS = {"White House": "USA", "Kremlin": "RUS", "Downing Street": "GBR"}
_SEATS |= {f"{name} administration": "USA" for name in ("Bush", "Clinton", "Obama", "Trump", "Biden")}
# Each may be either of two members; "Georgia" and "Jordan" are rarely anything else in such texts.
_AMBIGUOUS = frozenset({"Congo", "Korea"})
# Capitals that are also persons, English words or places elsewhere: never read as a government.
_NOT_A_GOVERNMENT = frozenset(
    {"Victoria", "Male", "San Jose", "Georgetown", "Kingston", "Santiago", "Hamilton", "Lima", "Praia", "Sucre", "Bern"}
)
# What looks like a member and is not: places and bodies whose name holds one.
_NOT_A_MEMBER = re.compile(
    r"(?:Gulf of|New|Bank of|Voice of|Radio|Air|Sea of|University of|Times of|Republican? of|Council of|Northern|"
    r"Soviet|"
    r"Organi[sz]ation of|Free|Latin|American|French|Minister|President|Ambassador|Senator|Mrs?\.?|Ms\.?|Dr\.?) $"
)
# "The Washington Post": named after the town, not the government in it.
_NAMED_AFTER_IT = re.compile(
    r" (?:Post|Times|Herald|Declaration|Treaty|Agreement|Accords?|Process|Summit|School|University|Institute|Airport)\b"
)
# In a list ("Qatar and Congo abstained") it is counted, whichever of the two it is.
_EITHER = re.compile(
    r"(?<=, )(?:Congo|Korea)(?=,| and)|(?<= and )(?:Congo|Korea)(?= (?:abst|vot|oppos|were|did)|[.;)])"
)
_WORD = re.compile(r"[^\W\d_][\w.'&-]*")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " "})
_Forms = Mapping[str, tuple[tuple[str, str, str], ...]]


@cache
def _forms() -> _Forms:
    """By the first word, in small letters: (form, sign, iso3), the longest form first."""
    surface = surface_forms()
    table: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for sign, forms in (("C", surface.capitals), ("A", surface.adjectives), ("M", surface.names)):
        for form, codes in forms.items():
            if len(codes) == 1 and form not in _AMBIGUOUS and not (sign == "C" and form in _NOT_A_GOVERNMENT):
                table[_first(form)].add((form, sign, next(iter(codes))))
    for form, iso3 in _FURTHER_NAMES.items():
        table[_first(form)].add((form, "M", iso3))
    for form, iso3 in _SEATS.items():
        table[_first(form)].add((form, "C", iso3))
    return {word: tuple(sorted(forms, key=_longest_first)) for word, forms in table.items()}


def _longest_first(form: tuple[str, str, str]) -> tuple[int, int, str]:
    """Of equal forms a name goes before an adjective ("US") and before a capital ("Luxembourg")."""
    return -len(form[0]), "MAC".index(form[1]), form[0]


def _first(form: str) -> str:
    match = _WORD.match(form)
    return (match.group() if match else form).casefold().rstrip(".'")


def find_nations(text: str) -> Iterator[Members]:
    """Single mentions; `sign` says whether it is a name (M), an adjective (A) or a capital (C)."""
    if any(name in text for name in _AMBIGUOUS):
        yield from (Members(*match.span(), (), unknown=1) for match in _EITHER.finditer(text))
    plain, end = text.translate(_APOSTROPHES), 0
    for word in _WORD.finditer(plain):
        if word.start() < end or not word.group()[0].isupper():
            continue
        found = _longest(plain, word)
        if found is None or _NOT_A_MEMBER.search(plain[max(0, word.start() - 18) : word.start()]):
            continue
        form, sign, iso3 = found
        end = word.start() + len(form)
        if sign == "C" and _NAMED_AFTER_IT.match(plain, end):
            continue
        yield Members(word.start(), end, (Named(word.start(), end, iso3),), sign=sign)


def _longest(plain: str, word: re.Match[str]) -> tuple[str, str, str] | None:
    return next((form for form in _beginning(word.group()) if _stands_at(plain, word.start(), form[0])), None)


@lru_cache(maxsize=8192)
def _beginning(word: str) -> tuple[tuple[str, str, str], ...]:
    """The forms that may begin with a word, the longest first."""
    first = word.casefold()
    keys = {part.rstrip(".'") for part in (first, first.removesuffix("'s"), first.split("'")[0], first.split("-")[0])}
    return tuple(sorted((form for key in keys for form in _forms().get(key, ())), key=_longest_first))


def _stands_at(plain: str, start: int, form: str) -> bool:
    end = start + len(form)
    there = plain[start:end]
    same = there == form or (len(form) > 4 and there.casefold() == form.casefold())
    return same and not re.match(r"\w|-(?!led|backed|based|born|held)\w", plain[end : end + 7])
