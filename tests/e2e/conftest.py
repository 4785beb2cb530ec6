"""People are browser contexts; axe looks at every page that is visited."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.e2e.server import Server, on_postgresql, running

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}


@pytest.fixture(scope="session")
def seeded_folder(tmp_path_factory) -> Path:
    """A data folder as the first start leaves it, SQLite's database in it: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("seeded")
    if not on_postgresql():
        with running(folder):
            pass
    return folder


@pytest.fixture
def server(tmp_path, seeded_folder) -> Iterator[Server]:
    shutil.copytree(seeded_folder, tmp_path, dirs_exist_ok=True)
    with running(tmp_path) as server:
        yield server


@pytest.fixture
def person(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """person(PHONE) is somebody with a browser of their own; what goes wrong in it fails the test."""
    contexts, troubles = [], []

    def come(size: dict = LAPTOP, **options: object) -> Page:
        context = browser.new_context(base_url=server.url, reduced_motion="reduce", **size, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.set_default_timeout(15_000)
        return page

    yield come
    for context in contexts:
        context.close()
    assert troubles == []


def check_accessibility(page: Page) -> None:
    """axe finds nothing on the page as it stands."""
    results = Axe().run(page)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
