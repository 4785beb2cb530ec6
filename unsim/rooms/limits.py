"""How often one address may try. A class behind one router shares an address, so the figures are those of a school."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from limits import RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from unsim.refusals import Refusal

JOINS = RateLimitItemPerMinute(400)  # two full assemblies a minute
WRONG_CODES = RateLimitItemPerMinute(60)
SIGN_INS = RateLimitItemPerMinute(20)

limiter = MovingWindowRateLimiter(storage_from_string(settings.REDIS_URL or "memory://"))


class TooOften(Refusal):
    status = 429
    message = _("Too many tries from this network. Wait a minute, then try again.")


def take(request: HttpRequest, limit: RateLimitItemPerMinute, what: str) -> None:
    """Counts one try. TooOften when this address has had its number."""
    if not limiter.hit(limit, what, address(request)):
        raise TooOften


def check(request: HttpRequest, limit: RateLimitItemPerMinute, what: str) -> None:
    """Refuses without counting: for tries of which only the failed ones are counted, with `take`, afterwards."""
    if not limiter.test(limit, what, address(request)):
        raise TooOften


def address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
