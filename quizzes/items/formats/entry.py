"""A question as it travels between programs: without the article's text, but saying where its answer stands."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NoReturn, TypeVar
from unicodedata import category

from quizzes.items.item import CHOICES, ItemKind, Key
from quizzes.items.typed import LONGEST, normalised

Piece = TypeVar("Piece")
TRUE_FALSE = ("True", "False")
MOST_ENTRIES = 100  # of one file, far more than a lesson holds
MOST_SKIPPED = 200  # lines of a list that somebody may still read
MOST_OPTIONS = 10
# Characters. An option's is the database's, a stem's and an explanation's what any screen can still show.
LONGEST_STEM, LONGEST_OPTION, LONGEST_EXPLANATION = 2000, 300, 4000
LONGEST_TITLE, LONGEST_PUBLISHER, LONGEST_DATE, LONGEST_SENTENCE = 300, 120, 40, 2000
LONGEST_TAG, MOST_TAGS = 40, 10
LARGEST_NUMBER = 10**12
_LINE_ENDS = re.compile(r"\r\n?")
_WHOLE = re.compile(r"\s*([+-]?[0-9]{1,15})(?:\.0*)?\s*")


def gettext_noop(text: str) -> str:
    """Marks a text for the catalogue of translations; it is translated where it is shown."""
    return text


NO_STEM = gettext_noop("It has no question text.")
NO_KEY = gettext_noop("No option is marked as right.")
TWO_KEYS = gettext_noop("Several options are marked as right where only one can be.")
FEW_OPTIONS = gettext_noop("It has fewer than two options.")
MANY_OPTIONS = gettext_noop("It has more than ten options.")
EMPTY_OPTION = gettext_noop("One of its options is empty.")
SAME_OPTIONS = gettext_noop("Two of its options are the same.")
TOO_LONG = gettext_noop("A text in it is too long.")
NOT_WHOLE = gettext_noop("Its answer, or what it may be off by, is not a whole number.")
NO_ORDER = gettext_noop("It does not say in which order its lines come.")
NO_MATCH = gettext_noop("It does not say for each line what belongs to it.")
OTHER_KIND = gettext_noop("This kind of question does not exist here.")
PICTURE = gettext_noop("It needs a picture, a sound or a formula.")
TOO_MANY = gettext_noop("More questions than fit into one quiz. Put the rest into another file.")
REST_UNREAD = gettext_noop("Too much was skipped, so the rest was not read.")
NO_QUESTIONS = gettext_noop("There are no questions in this file.")
NOT_TEXT = gettext_noop("This file is not text in UTF-8. Save it as UTF-8 and choose it again.")


class Unfit(Exception):
    """One question cannot be taken, for the reason given; the others can."""


class NotThisFormat(Exception):
    """The file as a whole cannot be read, for the reason given."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The article that the answer stands in and the sentence; each is one line, and empty where it is not known."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind`, `options`, `key`, `matches` as in `quizzes.items.Item`; `tags` as `tag_names` gives them."""

    kind: str
    stem: str
    options: tuple[str, ...]
    key: Key
    explanation: str = ""
    citation: Citation = field(default_factory=Citation)
    matches: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """`unit` is "line", "row", "question" or "file"; `at` its number or name."""

    unit: str
    at: str
    reason: str

    @property
    def where(self) -> str:
        return f"{self.unit} {self.at}"


@dataclass(frozen=True, slots=True)
class Imported:
    items: list[Entry]
    skipped: list[Skipped]


def gather(unit: str, pieces: Iterable[tuple[object, Piece]], read: Callable[[Piece], Entry]) -> Imported:
    """Each piece as a clean entry; those which are unfit are listed instead. NotThisFormat where there are none."""
    imported = Imported([], [])
    for at, piece in pieces:
        if len(imported.skipped) >= MOST_SKIPPED:
            imported.skipped.append(Skipped(unit, str(at), REST_UNREAD))
            break
        _take(imported, unit, str(at), lambda piece=piece: read(piece))  # type: ignore[misc]
    if not imported.items and not imported.skipped:
        raise NotThisFormat(NO_QUESTIONS)
    return imported


def _take(imported: Imported, unit: str, at: str, read: Callable[[], Entry]) -> None:
    try:
        if len(imported.items) >= MOST_ENTRIES:
            raise Unfit(TOO_MANY)
        imported.items.append(fit(read()))
    except Unfit as unfit:
        imported.skipped.append(Skipped(unit, at, str(unfit)))


def tidy(text: str) -> str:
    """Only what every format can hold: no control characters but line feeds, nothing blank at the ends."""
    return "".join(" " if c == "\t" else c for c in _LINE_ENDS.sub("\n", text) if _travels(c)).strip()


def one_line(text: str) -> str:
    return " ".join(tidy(text).split())


def _travels(c: str) -> bool:
    return c in "\n\t" or (category(c) not in ("Cc", "Cs") and c not in "\ufeff\ufffe\uffff")


def fit(entry: Entry) -> Entry:
    """The entry with its texts tidied. Unfit."""
    tidied = replace(
        entry,
        stem=tidy(entry.stem),
        options=tuple(tidy(option) for option in entry.options),
        explanation=tidy(entry.explanation),
        citation=cite(entry.citation),
        matches=tuple(tidy(match) for match in entry.matches),
        tags=fitting_tags(entry.tags),
    )
    if tidied.kind == ItemKind.SHORT_TEXT and not isinstance(tidied.key, list):
        tidied = replace(tidied, key={"accepted": [one_line(text) for text in tidied.key["accepted"]]})
    _check_texts(tidied)
    if tidied.kind not in _CHECKS:
        refuse(OTHER_KIND)
    _CHECKS[tidied.kind](tidied)
    return tidied


def cite(citation: Citation) -> Citation:
    """A date that is too long is none; longer titles and sentences are cut, which is no reason to lose a question."""
    published = one_line(citation.published)
    return Citation(
        one_line(citation.title)[:LONGEST_TITLE].strip(),
        one_line(citation.publisher)[:LONGEST_PUBLISHER].strip(),
        published if len(published) <= LONGEST_DATE else "",
        one_line(citation.sentence)[:LONGEST_SENTENCE].strip(),
    )


def tag_names(texts: Iterable[str]) -> tuple[str, ...]:
    """In small letters, each once, in the order of the alphabet; commas part them."""
    words = (one_line(word).lower() for text in texts for word in text.split(","))
    return tuple(sorted({word for word in words if word}))


def fitting_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Those that are short enough, and no more than there may be: a tag is no reason to lose a question."""
    return tuple(name for name in tag_names(texts) if len(name) <= LONGEST_TAG)[:MOST_TAGS]


def refuse(reason: str) -> NoReturn:
    raise Unfit(reason)


def _check_texts(entry: Entry) -> None:
    if not entry.stem:
        refuse(NO_STEM)
    long = len(entry.stem) > LONGEST_STEM or len(entry.explanation) > LONGEST_EXPLANATION
    if long or any(len(text) > LONGEST_OPTION for text in (*entry.options, *entry.matches)):
        refuse(TOO_LONG)


def _check_number(entry: Entry) -> None:
    if isinstance(entry.key, list) or entry.options or "value" not in entry.key:
        refuse(OTHER_KIND)
    value, tolerance = entry.key["value"], entry.key["tolerance"]
    if abs(value) > LARGEST_NUMBER or not 0 <= tolerance <= LARGEST_NUMBER:
        refuse(NOT_WHOLE)


def _check_options(entry: Entry) -> None:
    _check_row(entry.options)
    _check(
        {
            OTHER_KIND: bool(entry.matches) or (entry.kind == ItemKind.TRUE_FALSE and entry.options != TRUE_FALSE),
            NO_KEY: not entry.key or not all(place in range(len(entry.options)) for place in entry.key),
            TWO_KEYS: entry.kind != ItemKind.MULTIPLE_CHOICE and len(entry.key) > 1,
        }
    )


def _check_order(entry: Entry) -> None:
    _check_row(entry.options)
    every = isinstance(entry.key, list) and sorted(entry.key) == list(range(len(entry.options)))
    _check({OTHER_KIND: bool(entry.matches), NO_ORDER: not every})


def _check_match(entry: Entry) -> None:
    _check_row(entry.options)
    _check_row(entry.matches)
    each = isinstance(entry.key, list) and len(entry.key) == len(entry.options)
    _check({NO_MATCH: not each or not all(match in range(len(entry.matches)) for match in entry.key)})


def _check_text(entry: Entry) -> None:
    accepted = [] if isinstance(entry.key, list) else entry.key.get("accepted", [])
    _check(
        {
            OTHER_KIND: bool(entry.options or entry.matches),
            NO_KEY: not accepted or not all(map(normalised, accepted)),
            MANY_OPTIONS: len(accepted) > MOST_OPTIONS,
            SAME_OPTIONS: len(set(accepted)) < len(accepted),
            TOO_LONG: any(len(text) > LONGEST for text in accepted),
        }
    )


def _check_row(texts: tuple[str, ...]) -> None:
    _check(
        {
            FEW_OPTIONS: len(texts) < 2,
            MANY_OPTIONS: len(texts) > MOST_OPTIONS,
            EMPTY_OPTION: not all(texts),
            SAME_OPTIONS: len({text.casefold() for text in texts}) < len(texts),
        }
    )


def _check(reasons: Mapping[str, bool]) -> None:
    for reason, holds in reasons.items():
        if holds:
            refuse(reason)


_CHECKS: Mapping[str, Callable[[Entry], None]] = {
    **dict.fromkeys(CHOICES, _check_options),
    ItemKind.NUMBER.value: _check_number,
    ItemKind.ORDER.value: _check_order,
    ItemKind.MATCH.value: _check_match,
    ItemKind.SHORT_TEXT.value: _check_text,
}


def whole(text: str) -> int:
    """The whole number that a text is ("-3", "143.0"). Unfit."""
    match = _WHOLE.fullmatch(text)
    return int(match[1]) if match else refuse(NOT_WHOLE)


def number_key(value: str, tolerance: str = "") -> Key:
    return {"value": whole(value), "tolerance": whole(tolerance or "0")}


def choice(stem: str, options: list[str], right: list[int], *, several: bool, explanation: str = "") -> Entry:
    """A question with options; True and False, in this order or the other, are the kind of that name. Unfit."""
    names = [option.strip().casefold() for option in options]
    if not several and sorted(names) == ["false", "true"]:
        if not all(place in range(len(names)) for place in right):
            refuse(NO_KEY)
        key = sorted(TRUE_FALSE.index(names[place].capitalize()) for place in right)
        return Entry(ItemKind.TRUE_FALSE.value, stem, TRUE_FALSE, key, explanation)
    kind = ItemKind.MULTIPLE_CHOICE if several else ItemKind.SINGLE_CHOICE
    return Entry(kind.value, stem, tuple(options), sorted(set(right)), explanation)


def decode(data: bytes) -> str:
    """The text of a file, with or without a byte order mark, line ends as \\n. NotThisFormat."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return _LINE_ENDS.sub("\n", data.decode("utf-16" if wide else "utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotThisFormat(NOT_TEXT) from error
