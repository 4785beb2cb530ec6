"""Loading the seed articles: briefs in the project's own words of the articles they cite."""

from __future__ import annotations

import re
from pathlib import Path

from django.db import transaction

from quizzes.library import read_facts
from quizzes.models import Article
from unsim.seedfile import BadSeed, FrontMatter, read_front_matter

# The front matter, all of it needed, with the longest value of each in characters.
LONGEST = {"title": 300, "publisher": 120, "published": 40, "source_title": 300}
# A day, a month, a year, or an interval of two of them.
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@transaction.atomic
def load(folder: Path) -> None:
    """Every `*.md` of the folder, by the name of its file. Loading twice changes nothing; the first bad one is told."""
    for path in sorted(folder.glob("*.md")):
        seed = read_front_matter(path)
        _check(path, seed)
        _store(path.stem, seed)


def _check(path: Path, seed: FrontMatter) -> None:
    if not SLUG.fullmatch(path.stem):
        raise BadSeed(path, 1, "the name of the file must be lower-case letters, digits and single hyphens")
    for field in LONGEST:
        if field not in seed.fields:
            raise BadSeed(path, 1, f"{field} is missing")
        if len(seed.fields[field]) > LONGEST[field]:
            raise BadSeed(path, seed.lines[field], f"{field} is longer than {LONGEST[field]} characters")
    for field in seed.fields.keys() - LONGEST.keys():
        raise BadSeed(path, seed.lines[field], f"{field} is not known; known are {', '.join(LONGEST)}")
    _check_values(path, seed)


def _check_values(path: Path, seed: FrontMatter) -> None:
    if not seed.fields["title"]:
        raise BadSeed(path, seed.lines["title"], "title is empty")
    published = seed.fields["published"]
    if published and not EDTF.fullmatch(published):
        raise BadSeed(path, seed.lines["published"], f"published must be a date such as 2022-10-12, not {published!r}")
    if not seed.body:
        raise BadSeed(path, max(seed.lines.values()) + 1, "there is no text after the front matter")


def _store(slug: str, seed: FrontMatter) -> None:
    fields = {field: seed.fields[field] for field in LONGEST}
    article, _created = Article.objects.update_or_create(slug=slug, owner=None, defaults={**fields, "text": seed.body})
    read_facts(article=article)
