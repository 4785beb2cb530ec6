"""Articles from files, for the commands: plain text, or Markdown with front matter."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from quizzes.items import Article, read
from quizzes.items.intake.plain import headline
from quizzes.items.reading import find_published
from unsim.seedfile import BadSeed, read_front_matter, read_text

REFUSED = 2
LARGEST = 1_000_000  # bytes: a book, not an article
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day(text: str) -> date:
    """For argparse: a date such as 2022-10-12."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("give a date such as 2022-10-12, not %(text)s") % {"text": text}) from error


def read_articles(paths: Sequence[str], published: date | None) -> list[Article]:
    """The articles with their facts, in the order of the paths. CommandError (exit 2) for a file that is none."""
    return [_article(Path(path), published) for path in paths]


def _article(path: Path, published: date | None) -> Article:
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise CommandError(
                _("%(path)s is larger than %(size)d bytes; give one article a file.") % {"path": path, "size": LARGEST},
                returncode=REFUSED,
            )
        return _from_markdown(path, published) if path.suffix == ".md" else _from_text(path, published)
    except BadSeed as error:
        raise CommandError(str(error), returncode=REFUSED) from error


def _from_text(path: Path, published: date | None) -> Article:
    text = read_text(path)
    return _read(text, headline(text), "", None, published)


def _from_markdown(path: Path, published: date | None) -> Article:
    """Without front matter it is read like plain text."""
    if not read_text(path).lstrip().startswith("---"):
        return _from_text(path, published)
    matter = read_front_matter(path)
    fields = matter.fields
    return _read(
        matter.body, fields.get("title", ""), fields.get("publisher", ""), fields.get("published") or None, published
    )


def _read(text: str, title: str, publisher: str, dated: str | None, published: date | None) -> Article:
    """`dated` by the front matter goes before the text's own date, and that before the one given for undated texts."""
    shown = find_published(text)
    exact = date.fromisoformat(dated) if dated and _DAY.fullmatch(dated) else shown or (None if dated else published)
    return Article(
        title=title,
        text=text,
        publisher=publisher,
        published=dated or (exact.isoformat() if exact else None),
        findings=tuple(read(text, exact)),
    )
