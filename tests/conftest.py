"""What tests share: one browser, plain static files, quick password hashes, no limits left over, and the cast."""

import os
import shutil
from collections.abc import Iterator

import hypothesis
import pytest
from django.test import override_settings
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from playwright.sync_api import Browser, Page, sync_playwright

from tests.cast import Cast, make_cast

# A loaded machine is no fault of a law.
hypothesis.settings.register_profile("unsim", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("unsim")

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser last: from its start on, Playwright's own event loop runs in the worker and no other loop can."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on the PATH: the gate installs it")
        pytest.skip("no Chromium on the PATH: install Debian's package chromium to run the browser tests")
    with sync_playwright() as playwright:
        # The cache that keeps a page whole while another is shown is part of what is tested.
        kept = ["--disable-back-forward-cache"]
        # Playwright's loop runs in the thread of the tests, and Django would refuse them its database there.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        yield playwright.chromium.launch(executable_path=path, args=SWITCHES, ignore_default_args=kept)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A window of its own, for one page at a time."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


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
