"""A club's own rules: a copy of a profile, edited. A meeting keeps what it was started with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _now_in_words
from django.utils.translation import gettext_lazy as _

from unsim.assembly.models import RuleBook
from unsim.assembly.rule_words import name_of, title_of
from unsim.refusals import Refusal
from unsim.rules.profile import Profile
from unsim.rules.profile_checks import BadProfile, BadValue, ImpossibleProfile
from unsim.rules.profiles import SHIPPED, as_dict, edited, from_dict
from unsim.rules.refusal_sentences import contradiction_sentence

LONGEST = 80


class BadRules(Refusal):
    """Which switch is wrong, or which of them contradict each other."""

    status = 422


class NoSuchRules(Refusal):
    status = 422
    message = _("There are no such rules. Choose one of the list.")


class NameIsTaken(Refusal):
    status = 422
    message = _("You have rules of that name already. Choose another name.")


def rules_named(teacher: User, key: str) -> Profile:
    """A shipped profile by its name, or an own one by "book-NUMBER"; NoSuchRules."""
    if key in SHIPPED:
        return SHIPPED[key]
    own = {key_of(book): book for book in RuleBook.objects.filter(owner=teacher)}
    if key not in own:
        raise NoSuchRules
    return from_dict(own[key].switches)


def key_of(book: RuleBook) -> str:
    return f"book-{book.pk}"


@transaction.atomic
def copy_rules(*, owner: User, of: str) -> RuleBook:
    """A copy of shipped or own rules. One that nobody has changed yet is taken again."""
    base = rules_named(owner, of)
    name = _free_name(owner, base)
    book = RuleBook.objects.filter(owner=owner, name=_copied(base)).first()
    if book and from_dict(book.switches) == edited(base, name=book.name):
        return book
    return RuleBook.objects.create(owner=owner, name=name, switches=as_dict(edited(base, name=name)))


def _copied(base: Profile) -> str:
    return (_now_in_words("%(name)s, our copy") % {"name": name_of(base)})[:LONGEST]


def _free_name(owner: User, base: Profile) -> str:
    taken = set(RuleBook.objects.filter(owner=owner).values_list("name", flat=True))
    name, number = _copied(base), 1
    while name in taken:
        number += 1
        end = f" {number}"
        name = _copied(base)[: LONGEST - len(end)] + end
    return name


def change_rules(*, book: RuleBook, switches: Mapping[str, Any]) -> None:
    """`switches` as `unsim.rules.profiles.as_dict` has them, the name among them. BadRules; nothing is half changed."""
    profile = read_rules(switches)
    try:
        with transaction.atomic():
            RuleBook.objects.filter(pk=book.pk).update(name=profile.name, switches=as_dict(profile))
    except IntegrityError as twice:
        raise NameIsTaken from twice


def read_rules(switches: Mapping[str, Any]) -> Profile:
    try:
        profile = from_dict({**switches, "name": str(switches["name"]).strip()})
    except ImpossibleProfile as contradiction:
        raise BadRules(contradiction_sentence(contradiction, _now_in_words)) from contradiction
    except BadValue as wrong:
        raise BadRules(_unreadable(wrong)) from wrong
    except BadProfile as wrong:
        raise BadRules(str(wrong)) from wrong
    if len(profile.name) > LONGEST:
        raise BadRules(_now_in_words("A name may have %(number)d characters at most.") % {"number": LONGEST})
    return profile


def _unreadable(wrong: BadValue) -> str:
    return _now_in_words("“%(title)s” cannot be “%(value)s”. Correct it, then save again.") % {
        "title": title_of(wrong.switch),
        "value": wrong.value if not isinstance(wrong.value, list) else ", ".join(map(str, wrong.value)),
    }


def delete_rules(*, book: RuleBook) -> None:
    """Meetings that were started with it keep their copy."""
    book.delete()
