"""`manage.py quiz`: questions from the facts of articles."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from quizzes.items import Item, ItemKind, flaws, flaws_of_quiz, key_as_json, matches_as_json, write
from quizzes.management.files import day, read_articles

MOST = 100  # questions


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(
            _("give a number from 1 to %(most)d, not %(text)s") % {"most": MOST, "text": text}
        )
    return int(text)


class Command(BaseCommand):
    help = (
        "Write questions from articles (.txt, or .md with front matter). Exits with 2 for a file that cannot be read."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--count", type=_count, default=8, metavar="N", help="questions at most; default: 8")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed, the same quiz; default: 1")
        parser.add_argument("--published", type=day, metavar="DATE", help="for texts that show no date of their own")
        parser.add_argument("--json", action="store_true", help="print a JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[str] = options["files"]
        items = write(read_articles(paths, options["published"]), count=options["count"], seed=options["seed"])
        if options["json"]:
            self.stdout.write(json.dumps({"questions": _as_json(paths, items)}, ensure_ascii=False, indent=1))
        else:
            self._list(paths, items)

    def _list(self, paths: Sequence[str], items: Sequence[Item]) -> None:
        for number, item in enumerate(items, start=1):
            self.stdout.write(f"{number}. {item.stem}")
            for line in _answers(item):
                self.stdout.write(f"   {line}")
            self.stdout.write(f"     {item.explanation} [{paths[item.source.article]}]")
        if not items:
            self.stdout.write(_("These texts carry no facts that questions can be written from."))


def _answers(item: Item) -> list[str]:
    """The options with a star before the right ones; the lines of an order and of a match as they are right."""
    if not isinstance(item.key, list):
        return [f"* {item.key['value']}" if "value" in item.key else f"* {' / '.join(item.key['accepted'])}"]
    if item.kind == ItemKind.ORDER:
        return [f"{number}. {item.options[line]}" for number, line in enumerate(item.key, start=1)]
    if item.kind == ItemKind.MATCH:
        return [f"{option}: {item.matches[match]}" for option, match in zip(item.options, item.key, strict=True)]
    return [f"{'*' if place in item.right else ' '} {option}" for place, option in enumerate(item.options)]


def _as_json(paths: Sequence[str], items: Sequence[Item]) -> list[dict[str, Any]]:
    between = flaws_of_quiz(items)
    return [
        {
            "kind": item.kind,
            "stem": item.stem,
            "options": list(item.options),
            **matches_as_json(item.kind, item.matches),
            "key": key_as_json(item.kind, item.key),
            "explanation": item.explanation,
            "facts": [list(ref) for ref in item.facts],
            "source": {
                "path": paths[item.source.article],
                "start": item.source.start,
                "end": item.source.end,
                "sentence": item.source.sentence,
            },
            "flaws": [flaw.name for flaw in flaws(item)] + [flaw.name for at, flaw in between if at == place],
        }
        for place, item in enumerate(items)
    ]
