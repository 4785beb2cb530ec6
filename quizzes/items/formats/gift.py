"""GIFT, Moodle's text format (docs.moodle.org "GIFT format", and the reader that Moodle itself uses).

Held: everything but orders, and texts with "->" where that would part a line from what it is matched with. The choices
of a match come back in the order of the alphabet. A question on which several options are right gives each its share of
100 %, and takes the same share for each wrong one. Explanation and citation go into the general feedback.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizzes.items.formats import lines, remark
from quizzes.items.formats.entry import (
    NO_KEY,
    NO_QUESTIONS,
    OTHER_KIND,
    TRUE_FALSE,
    TWO_KEYS,
    Entry,
    Imported,
    NotThisFormat,
    choice,
    decode,
    gather,
    number_key,
    refuse,
    tidy,
    whole,
)
from quizzes.items.formats.markup import html_text
from quizzes.items.item import ItemKind

# An escaped character is moved to where no text decoded from a file can have one: among the lone surrogates.
_ASIDE = 0xDC00
_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
_ESCAPED = re.compile(f"[{chr(_ASIDE)}-{chr(_ASIDE + 127)}]")
_RESERVED = re.compile(r"[\\~=#{}:\n]")
_FORMAT = re.compile(r"\[(html|plain|markdown|moodle)\]")
_WEIGHT = re.compile(r"%(-?[0-9.]+)%")
_ARROW = "->"
_TRUTH = {"T": 0, "TRUE": 0, "F": 1, "FALSE": 1}


def holds(entry: Entry) -> bool:
    parting = [*entry.options, *lines.accepted(entry)] if entry.kind in (ItemKind.MATCH, ItemKind.SHORT_TEXT) else []
    return entry.kind != ItemKind.ORDER and not any(_ARROW in text for text in parting)


def write(entries: Sequence[Entry]) -> bytes:
    held = filter(holds, entries)
    questions = [f"// question {number}\n{_written(entry)}\n" for number, entry in enumerate(held, start=1)]
    return "\n".join(questions).encode()


def read(data: bytes) -> Imported:
    """NotThisFormat where nothing in the file has braces."""
    text = _aside(decode(data))
    if "{" not in text or "}" not in text:
        raise NotThisFormat(NO_QUESTIONS)
    return gather("line", _pieces(text), _question)


def _written(entry: Entry) -> str:
    feedback = _escape(remark.told(entry))
    tail = f"\t####{_plain(feedback)}\n" if feedback else ""
    return f"[plain]{_escape(entry.stem)}{{{_answers(entry)}\n{tail}}}"


def _answers(entry: Entry) -> str:
    if entry.kind == ItemKind.SHORT_TEXT:
        return _listed(_plain(_escape(lines.with_stars(text))) for text in lines.accepted(entry))
    if entry.kind == ItemKind.MATCH:
        return _listed(
            f"{_plain(_escape(line))} {_ARROW} {_escape(match)}" for line, match in lines.written_pairs(entry)
        )
    if not isinstance(entry.key, list):
        return f"#{entry.key['value']}:{entry.key['tolerance']}"
    if entry.kind == ItemKind.TRUE_FALSE:
        return TRUE_FALSE[entry.key[0]].upper()
    options = (_mark(entry, place) + _plain(_escape(text)) for place, text in enumerate(entry.options))
    return "".join(f"\n\t{option}" for option in options)


def _listed(answers: Iterable[str]) -> str:
    return "".join(f"\n\t={answer}" for answer in answers)


def _mark(entry: Entry, place: int) -> str:
    right = entry.key if isinstance(entry.key, list) else []
    if entry.kind == ItemKind.SINGLE_CHOICE:
        return "=" if place in right else "~"
    share = f"{100 / len(right):.5f}".rstrip("0").rstrip(".")
    return f"~%{share}%" if place in right else f"~%-{share}%"


def _escape(text: str) -> str:
    return _RESERVED.sub(lambda match: "\\" + ("n" if match[0] == "\n" else match[0]), text)


def _plain(escaped: str) -> str:
    """What begins like a weight or a format would be taken for one."""
    return f"[plain]{escaped}" if escaped.startswith(("%", "[")) else escaped


def _aside(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(_ASIDE + ord("\n" if match[1] == "n" else match[1])), text)


def _back(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(ord(match[0]) - _ASIDE), text)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, with its first line's number; comments and categories are no questions."""
    first, held = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            comment = line.lstrip().startswith("//")
            first = first if held or comment else number
            held += [] if comment else [line]
        elif held:
            if not held[0].lstrip().startswith("$CATEGORY:"):
                yield first, "\n".join(held).strip()
            held = []


def _question(text: str) -> Entry:
    text = re.sub(r"\A::.*?::", "", text, count=1, flags=re.DOTALL).strip()
    before, opened, rest = text.partition("{")
    inner, closed, after = rest.partition("}")
    if not opened or not closed:
        refuse(OTHER_KIND)
    told, form = _formatted(f"{before}_____{after}" if after.strip() else before, "moodle")
    answers, _marks, feedback = inner.strip().rpartition("####") if "####" in inner else (inner.strip(), "", "")
    explanation, citation = remark.parted(tidy(_formatted(feedback, form)[0]))
    return _with_answers(answers.strip(), told, form, Entry("", told, (), [], explanation, citation))


def _formatted(text: str, default: str) -> tuple[str, str]:
    """The text without its format, and the format."""
    match = _FORMAT.match(text.strip())
    form = match[1] if match else default
    bare = _back(text.strip()[match.end() :] if match else text)
    if form in ("plain", "markdown"):
        return bare, form
    return html_text(bare.strip(), lines=form == "moodle"), form


def _with_answers(answers: str, stem: str, form: str, asked: Entry) -> Entry:
    if answers.startswith("#"):
        found = Entry(ItemKind.NUMBER.value, stem, (), _number(answers[1:]))
    elif "~" in answers:
        found = _choices(answers, stem, form)
    elif (word := answers.partition("#")[0].strip()) in _TRUTH:
        found = choice(stem, list(TRUE_FALSE), [_TRUTH[word]], several=False)
    elif answers.startswith("="):
        found = _pairs_or_texts(answers, stem, form)
    else:
        refuse(OTHER_KIND)
    return replace(found, explanation=asked.explanation or found.explanation, citation=asked.citation)


def _pairs_or_texts(answers: str, stem: str, form: str) -> Entry:
    """Several right answers and no wrong one: pairs where an arrow stands in them, else what may be typed."""
    pieces = [piece for piece in answers.split("=") if piece.strip()]
    if _ARROW in answers:
        parted = [piece.partition(_ARROW) for piece in pieces]
        return lines.pairs(stem, [(_formatted(line, form)[0], _bare(match, form)) for line, _arrow, match in parted])
    told = [_option(f"={piece}") for piece in pieces]
    right = [_formatted(text, form)[0] for share, text, _told in told if share >= 100]
    return lines.texts(stem, [lines.without_stars(text.strip()) for text in right])


def _bare(text: str, form: str) -> str:
    """What a line is matched with names no format of its own."""
    bare = _back(text.strip())
    return bare if form in ("plain", "markdown") else html_text(bare)


def _choices(answers: str, stem: str, form: str) -> Entry:
    marks = [piece for piece in re.split(r"(?=[~=])", answers) if piece.strip()]
    if any(piece[0] not in "~=" for piece in marks):
        refuse(OTHER_KIND)
    several = "=" not in answers
    pieces = [_option(piece) for piece in marks]
    right = [place for place, (share, _text, _told) in enumerate(pieces) if (share > 0 if several else share >= 100)]
    options = [_formatted(text, form)[0] for _share, text, _told in pieces]
    told = _formatted(pieces[right[0]][2], form)[0] if right else ""
    return choice(stem, options, right, several=several, explanation=told)


def _option(piece: str) -> tuple[float, str, str]:
    """Its share in percent, its text, its feedback."""
    text, _mark, told = piece[1:].strip().partition("#")
    weight = _WEIGHT.match(text)
    if not weight:
        return (100.0 if piece[0] == "=" else 0.0), text, told
    try:
        return float(weight[1]), text[weight.end() :], told
    except ValueError:
        return 0.0, text, told


def _number(answers: str) -> dict[str, int]:
    """The one number that is fully right: "143", "143:5" (value and tolerance) or "138..148"."""
    pieces = [_option(f"={piece}") for piece in answers.partition("~")[0].split("=") if piece.strip()]
    right = [_back(text).strip() for share, text, _told in pieces if share >= 100]
    if len(right) != 1:
        refuse(TWO_KEYS if right else NO_KEY)
    if ".." in right[0]:
        return _between(*right[0].split("..", 1))
    value, _mark, tolerance = right[0].partition(":")
    return dict(number_key(value, tolerance))  # type: ignore[arg-type]


def _between(least: str, most: str) -> dict[str, int]:
    low, high = whole(least), whole(most)
    if (low + high) % 2:
        refuse(OTHER_KIND)
    return {"value": (low + high) // 2, "tolerance": (high - low) // 2}
