"""Questions that are answered line by line, or by typing, as formats bring them: in pairs, in order, as texts."""

import re
from collections.abc import Sequence

from quizzes.items.formats.entry import NO_KEY, OTHER_KIND, Entry, refuse, tidy
from quizzes.items.item import ItemKind

_STAR, _ESCAPED_STAR = re.compile(r"\*"), re.compile(r"\\\*")


def pairs(stem: str, told: Sequence[tuple[str, str]]) -> Entry:
    """A match out of lines and what belongs to each; an empty line's is a choice that fits none.

    The choices stand in the order of the alphabet: formats that shuffle them keep none.
    """
    tidied = [(tidy(line), tidy(match)) for line, match in told]
    matches = sorted({match for _line, match in tidied}, key=lambda match: (match.casefold(), match))
    lines = [(line, match) for line, match in tidied if line]
    key = [matches.index(match) for _line, match in lines]
    return Entry(ItemKind.MATCH.value, stem, tuple(line for line, _match in lines), key, matches=tuple(matches))


def written_pairs(entry: Entry) -> list[tuple[str, str]]:
    """What `pairs` reads."""
    key = entry.key if isinstance(entry.key, list) else []
    lines = [(option, entry.matches[match]) for option, match in zip(entry.options, key, strict=True)]
    return lines + [("", match) for place, match in enumerate(entry.matches) if place not in key]


def ordered(stem: str, lines: Sequence[str]) -> Entry:
    """An order out of its lines as they come: shown in the order of the alphabet, or against it where that is right."""
    told = [tidy(line) for line in lines]
    shown = sorted(told, key=lambda line: (line.casefold(), line))
    shown = shown[::-1] if shown == told else shown
    return Entry(ItemKind.ORDER.value, stem, tuple(shown), [shown.index(line) for line in told])


def written_order(entry: Entry) -> list[str]:
    """What `ordered` reads."""
    return [entry.options[line] for line in entry.key] if isinstance(entry.key, list) else []


def texts(stem: str, accepted: Sequence[str]) -> Entry:
    if not accepted:
        refuse(NO_KEY)
    return Entry(ItemKind.SHORT_TEXT.value, stem, (), {"accepted": list(dict.fromkeys(accepted))})


def accepted(entry: Entry) -> list[str]:
    return list(entry.key["accepted"]) if not isinstance(entry.key, list) else []


def with_stars(text: str) -> str:
    """As Moodle writes a star that is none of its wildcards."""
    return _STAR.sub(r"\\*", text)


def without_stars(text: str) -> str:
    """A wildcard stands for texts that nobody has listed: Unfit."""
    if "*" in _ESCAPED_STAR.sub("", text):
        refuse(OTHER_KIND)
    return _ESCAPED_STAR.sub("*", text)
