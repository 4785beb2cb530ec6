"""`manage.py seed`: loads members, texts, roll calls and articles. Idempotent."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

import quizzes.seeding
import unsim.assembly.seeding
from quizzes.models import Article
from unsim.seedfile import BadSeed


class Command(BaseCommand):
    help = "Loads the seeds: the 193 members, the texts with their real votes, the articles. Repeating it is harmless."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.SEEDS_DIR, help="where the seeds are")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            with transaction.atomic():
                hall = unsim.assembly.seeding.load(folder)
                quizzes.seeding.load(folder / "articles")
        except BadSeed as bad:
            raise CommandError(f"{bad}. Mend that line; nothing was loaded.") from bad
        articles = Article.objects.filter(owner=None).count()
        self.stdout.write(
            f"{hall.members} members, {hall.resolutions} texts, {hall.real_votes} real votes and {articles} articles."
        )
