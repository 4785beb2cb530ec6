"""`manage.py facts`: the facts of articles, where they agree and where they contradict each other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from quizzes.items import Article, agreements, disagreements
from quizzes.management.files import day, read_articles


class Command(BaseCommand):
    help = "Print the facts of articles (.txt, or .md with front matter). Exits with 2 for a file that cannot be read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--published", type=day, metavar="DATE", help="for texts that show no date of their own")
        parser.add_argument("--json", action="store_true", help="print a JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[str] = options["files"]
        articles = read_articles(paths, options["published"])
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(paths, articles), ensure_ascii=False, indent=1))
        else:
            self._list(paths, articles)

    def _list(self, paths: Sequence[str], articles: Sequence[Article]) -> None:
        for path, article in zip(paths, articles, strict=True):
            self.stdout.write(f"{path}: {article.title or _('no title')} ({article.published or _('no date')})")
            for number, finding in enumerate(article.findings):
                values = ", ".join(f"{name}={value}" for name, value in finding.values.items() if value is not None)
                self.stdout.write(f"  {number:>3} {finding.kind}: {values}")
                self.stdout.write(f"      “{article.text[finding.start : finding.end]}” [{finding.rule}]")
        for agreement in agreements(articles):
            self.stdout.write(_("agree: %(kind)s %(facts)s") % {"kind": agreement.kind, "facts": list(agreement.facts)})
        for one in disagreements(articles):
            said = "; ".join(f"{value} {list(refs)}" for value, refs in one.values.items())
            self.stdout.write(
                _("contradict: %(kind)s %(field)s %(said)s") % {"kind": one.kind, "field": one.field, "said": said}
            )


def _as_json(paths: Sequence[str], articles: Sequence[Article]) -> dict[str, Any]:
    return {
        "articles": [
            {
                "path": path,
                "title": article.title,
                "published": article.published,
                "facts": [finding.as_json() for finding in article.findings],
            }
            for path, article in zip(paths, articles, strict=True)
        ],
        "agreements": [{"kind": one.kind, "facts": [list(ref) for ref in one.facts]} for one in agreements(articles)],
        "disagreements": [
            {
                "kind": one.kind,
                "field": one.field,
                "values": {value: [list(ref) for ref in refs] for value, refs in one.values.items()},
            }
            for one in disagreements(articles)
        ],
    }
