"""JSON in the shape that `manage.py quiz --json` prints; the source names the article instead of a file's path, and
a teacher's tags come with each question.

Held: everything.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quizzes.items.flaws import flaws
from quizzes.items.formats import lines
from quizzes.items.formats.entry import (
    NO_KEY,
    NO_MATCH,
    NO_STEM,
    OTHER_KIND,
    Citation,
    Entry,
    Imported,
    NotThisFormat,
    decode,
    gather,
    gettext_noop,
    number_key,
    refuse,
)
from quizzes.items.item import Item, ItemKind, Source, key_as_json, matches_as_json

NOT_JSON = gettext_noop("This file is not JSON with a list of questions.")


def write(entries: Sequence[Entry]) -> bytes:
    return json.dumps({"questions": [_written(entry) for entry in entries]}, ensure_ascii=False, indent=1).encode()


def read(data: bytes) -> Imported:
    try:
        told = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise NotThisFormat(NOT_JSON) from error
    questions = told.get("questions") if isinstance(told, dict) else told
    if not isinstance(questions, list):
        raise NotThisFormat(NOT_JSON)
    return gather("question", enumerate(questions, start=1), _question)


def _written(entry: Entry) -> dict[str, Any]:
    source = Source(0, 0, 0, "")
    item = Item(entry.kind, entry.stem, entry.options, entry.key, entry.explanation, (), source, entry.matches)
    cited = entry.citation
    return {
        "kind": entry.kind,
        "stem": entry.stem,
        "options": list(entry.options),
        **matches_as_json(entry.kind, entry.matches),
        "key": key_as_json(entry.kind, entry.key),
        "explanation": entry.explanation,
        "tags": list(entry.tags),
        "facts": [],
        "source": {
            "title": cited.title,
            "publisher": cited.publisher,
            "published": cited.published,
            "sentence": cited.sentence,
        },
        "flaws": [flaw.name for flaw in flaws(item)],
    }


def _question(told: Any) -> Entry:
    if not isinstance(told, dict):
        refuse(OTHER_KIND)
    explanation, tags = _string(told.get("explanation", "")), _strings(told.get("tags"))
    return replace(_asked(told), explanation=explanation, citation=_citation(told), tags=tags)


def _asked(told: dict[str, Any]) -> Entry:
    kind, key, options = _string(told.get("kind")), told.get("key"), _strings(told.get("options"))
    if isinstance(key, dict) and kind == ItemKind.NUMBER:
        right = number_key(_number(key.get("value")), _number(key.get("tolerance", 0)))
        return Entry(kind, _stem(told), (), right)
    if isinstance(key, dict) and kind == ItemKind.SHORT_TEXT:
        return lines.texts(_stem(told), _strings(key.get("accepted")))
    if kind == ItemKind.MATCH:
        return Entry(kind, _stem(told), options, _matched(key), matches=_strings(told.get("matches")))
    if not isinstance(key, list) or not all(type(place) is int for place in key):
        refuse(NO_KEY)
    return Entry(kind, _stem(told), options, key if kind == ItemKind.ORDER else sorted(set(key)))


def _matched(key: Any) -> list[int]:
    """From pairs [option, match], in any order."""
    pairs = key if isinstance(key, list) else []
    if not all(isinstance(pair, list) and [type(place) for place in pair] == [int, int] for pair in pairs):
        refuse(NO_MATCH)
    if sorted(line for line, _match in pairs) != list(range(len(pairs))):
        refuse(NO_MATCH)
    return [match for _line, match in sorted(pairs)]


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(_string(text) for text in value) if isinstance(value, list) else ()


def _stem(told: dict[str, Any]) -> str:
    return _string(told.get("stem")) or refuse(NO_STEM)


def _string(value: Any) -> str:
    """Lone surrogates, which JSON can hold and no file can, are dropped later with all that does not travel."""
    return value if isinstance(value, str) else ""


def _number(value: Any) -> str:
    return str(value) if type(value) in (int, float) else "no number"


def _citation(told: dict[str, Any]) -> Citation:
    source = told.get("source")
    if not isinstance(source, dict):
        return Citation()
    texts = {name: _string(source.get(name)) for name in ("title", "publisher", "published", "sentence")}
    return Citation(**texts | {"title": texts["title"] or _string(source.get("path"))})
