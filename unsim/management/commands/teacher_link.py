"""`manage.py teacher_link`: the way in for a first teacher who forgot the password."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from unsim.rooms import teachers


class Command(BaseCommand):
    help = "Prints a one-time link with which a teacher sets a new password; without a name, one for a new teacher."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="?", help="the teacher's name")

    def handle(self, *args: Any, name: str | None, **options: Any) -> None:
        now = timezone.now()
        secret = teachers.reset_link(by=None, teacher=self.teacher(name), now=now) if name else teachers.invite(now=now)
        self.stdout.write("Put one of the server's addresses before it:\n" + reverse("welcome", args=[secret]))

    def teacher(self, name: str) -> User:
        try:
            return User.objects.get(username__iexact=name)
        except User.DoesNotExist as missing:
            names = ", ".join(User.objects.values_list("username", flat=True)) or "nobody yet"
            raise CommandError(f"No teacher is called {name}. There is: {names}.") from missing
