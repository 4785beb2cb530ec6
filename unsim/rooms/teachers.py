"""Teachers: the first by a one-time link, colleagues by invitation, a forgotten password by a link from the first."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from unsim.refusals import Refusal
from unsim.rooms.models import Invitation

TERM = timedelta(days=7)


class LinkSpent(Refusal):
    status = 410
    message = _("This link was used or is too old. Ask for a new one.")


class NotFirst(Refusal):
    status = 403
    message = _("Only the first teacher of this installation can give out new passwords. Ask them.")


@transaction.atomic
def first_link(*, now: datetime) -> str | None:
    """The secret of the one link that makes the first teacher; None once there is a teacher. An older one dies."""
    if _first_teacher_is_here():
        return None
    Invitation.objects.filter(first=True, used_at=None).delete()
    return _invitation(now=now, first=True)


def invite(*, now: datetime) -> str:
    """The secret of a link by which one colleague makes an account."""
    return _invitation(now=now)


def reset_link(*, by: User | None, teacher: User, now: datetime) -> str:
    """The secret of a link by which `teacher` sets a new password. `by` is None on the server's own command line."""
    if by is not None and not by.is_superuser:
        raise NotFirst
    return _invitation(now=now, teacher=teacher)


def find_invitation(secret: str, *, now: datetime) -> Invitation:
    found = Invitation.objects.filter(digest=_digest(secret), used_at=None, expires_at__gt=now).first()
    if found is None:
        raise LinkSpent
    return found


@transaction.atomic
def accept(*, secret: str, name: str, password: str, now: datetime) -> User:
    """Makes the account (or sets the password) and spends the link. Name and password have been validated."""
    invitation = find_invitation(secret, now=now)
    # The link is spent by the update, so that of two requests at once only one gets through.
    if not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=now):
        raise LinkSpent
    if invitation.teacher is not None:
        invitation.teacher.set_password(password)
        invitation.teacher.save(update_fields=["password"])
        return invitation.teacher
    first = invitation.first and not _first_teacher_is_here()
    return User.objects.create_user(username=name, password=password, is_superuser=first)


def _first_teacher_is_here() -> bool:
    return User.objects.filter(is_superuser=True).exists()


def _invitation(*, now: datetime, teacher: User | None = None, first: bool = False) -> str:
    secret = secrets.token_urlsafe(32)
    Invitation.objects.create(
        digest=_digest(secret), teacher=teacher, first=first, created_at=now, expires_at=now + TERM
    )
    return secret


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
