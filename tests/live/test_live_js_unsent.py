"""live.js in a real browser: until when it is said that something could not be sent."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.live.client import Site
from tests.live.desk import Desk, cut_off, fails

pytestmark = pytest.mark.xdist_group("live_browser")

UNSENT = "Not sent"


@pytest.fixture
def desk(site: Site, page: str, browser: Browser) -> Iterator[Desk]:
    tab = browser.new_page()
    desk = Desk(site, page, tab)
    desk.write(a="one")
    desk.open()
    yield desk
    tab.close()


def send(desk: Desk) -> None:
    desk.tab.locator("#send").click()
    expect(desk.state).to_have_text(UNSENT)


def test_until_the_browser_is_online_again(desk: Desk):
    desk.tab.context.set_offline(True)
    send(desk)
    desk.tab.context.set_offline(False)
    expect(desk.state).to_be_empty()


def test_until_the_stream_is_back_after_it_was_cut(desk: Desk):
    """Where the browser does not notice that the connection was gone: the server was."""
    desk.block("mine")
    desk.block("live", cut_off)
    desk.site.post(f"/end/{desk.name}/")
    send(desk)
    desk.allow("live")
    expect(desk.state).to_be_empty()


def test_until_polling_works_again(desk: Desk):
    desk.block("mine")
    desk.block("part")
    desk.drop_stream()
    expect(desk.state).to_have_text("Not connected")
    send(desk)
    desk.allow("part")
    expect(desk.state).to_have_text("Every few seconds")


def test_not_merely_until_something_else_changes(desk: Desk):
    """The connection stands; it was this that did not come through."""
    desk.block("mine", fails)
    send(desk)
    desk.write(a="two")
    desk.shows("a", "two")
    expect(desk.state).to_have_text(UNSENT)
