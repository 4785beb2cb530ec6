"""What every test has: plain static files, quick password hashes, no limits left over, and the cast."""

from collections.abc import Iterator

import hypothesis
import pytest
from django.test import override_settings
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from tests.cast import Cast, make_cast

# A loaded machine is no fault of a law.
hypothesis.settings.register_profile("unsim", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("unsim")


@pytest.fixture(autouse=True, scope="session")
def quick_settings() -> Iterator[None]:
    with override_settings(
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test counts its own tries, whatever the others that run beside it do."""
    from unsim.rooms import limits

    monkeypatch.setattr(limits, "limiter", MovingWindowRateLimiter(MemoryStorage()))


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()
