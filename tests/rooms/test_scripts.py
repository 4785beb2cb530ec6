"""timers.js and keys.js in a real browser, on pages of their own."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

STATIC = Path(__file__).parents[2] / "unsim/static/unsim"
SITE = "http://scripts.test"
HOUR = 3600
# A device whose clock is an hour fast.
FAST = f"const real = Date.now; Date.now = () => real() + {HOUR * 1000};"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def serve(tab: Page, body: str, clock: Callable[[], str] = lambda: str(int(time.time() * 1000))) -> None:
    """The page and the two scripts; the server's time is what `clock` says."""
    page = (
        f'<!doctype html><body>{body}<script src="/timers.js" data-clock="/clock/" defer></script>'
        '<script src="/keys.js" defer></script>'
    )

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path == "/clock/":
            return route.fulfill(body=clock(), content_type="text/plain")
        if path.endswith(".js"):
            return route.fulfill(body=(STATIC / path.strip("/")).read_text(), content_type="text/javascript")
        return route.fulfill(body=page, content_type="text/html")

    tab.route(f"{SITE}/**", answer)
    tab.goto(SITE)


def ending_in(seconds: float, words: str = "until noon") -> str:
    return f'<b id="timer" data-ends="{int((time.time() + seconds) * 1000)}">{words}</b>'


def left(tab: Page) -> int:
    expect(tab.locator("#timer")).to_have_text(re.compile(r"^\d+:\d\d$"))
    minutes, seconds = tab.locator("#timer").inner_text().split(":")
    return int(minutes) * 60 + int(seconds)


class TestTimers:
    @pytest.mark.parametrize("device", ["", FAST], ids=["right", "an hour fast"])
    def test_go_by_the_clock_of_the_server(self, tab, device):
        tab.add_init_script(device)
        serve(tab, ending_in(90))
        tab.wait_for_timeout(600)
        assert 86 <= left(tab) <= 90
        tab.reload()
        tab.wait_for_timeout(600)
        assert 84 <= left(tab) <= 90

    def test_count_down_to_nothing_and_stay_there(self, tab):
        serve(tab, ending_in(1.5))
        expect(tab.locator("#timer")).to_have_text("0:00")
        expect(tab.locator("#timer")).to_have_class("over")
        tab.wait_for_timeout(400)
        assert tab.locator("#timer").inner_text() == "0:00"

    def test_without_the_server_the_device_has_to_do(self, tab):
        serve(tab, ending_in(90))
        tab.unroute_all()
        tab.route("**/clock/", lambda route: route.abort())
        assert 85 <= left(tab) <= 90

    def test_one_that_comes_later_is_shown_at_once(self, tab):
        serve(tab, "<main></main>")
        tab.evaluate("html => { document.querySelector('main').innerHTML = html; }", ending_in(90))
        assert 85 <= left(tab) <= 90

    def test_one_that_stands_still_is_left_alone(self, tab):
        serve(tab, '<b id="timer">0:45</b>')
        tab.wait_for_timeout(400)
        assert tab.locator("#timer").inner_text() == "0:45"

    def test_a_device_that_slept_asks_again(self, tab):
        asked = []

        def clock() -> str:
            asked.append(1)
            return str(int(time.time() * 1000))

        serve(tab, ending_in(90), clock)
        tab.wait_for_timeout(500)
        before = len(asked)
        tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        tab.wait_for_timeout(500)
        assert (before, len(asked)) == (3, 6)

    def test_a_page_without_timers_asks_nothing(self, tab):
        asked = []
        serve(tab, "<p>Nobody speaks.</p>", lambda: asked.append(1) or "0")
        tab.wait_for_timeout(500)
        assert asked == []


class TestKeys:
    PAGE = (
        '<div data-keys><button id="one" data-key="1" autofocus>Present</button>'
        '<button data-key="Backspace">Back</button><input></div><button id="outside">Other</button>'
    )

    @pytest.fixture
    def pressed(self, tab) -> Callable[[], list[str]]:
        serve(tab, self.PAGE)
        tab.evaluate(
            "() => { window.pressed = []; addEventListener('click', e => pressed.push(e.target.textContent)); }"
        )
        return lambda: tab.evaluate("pressed")

    def test_press_the_button_that_bears_them(self, tab, pressed):
        tab.locator("#one").focus()
        for key in ("1", "Numpad1", "Backspace", "2", "x"):
            tab.keyboard.press(key)
        assert pressed() == ["Present", "Present", "Back"]

    def test_do_nothing_elsewhere_and_in_a_field(self, tab, pressed):
        tab.locator("#outside").focus()
        tab.keyboard.press("1")
        tab.locator("input").focus()
        tab.keyboard.press("1")
        tab.locator("#one").focus()
        tab.keyboard.press("Control+1")
        assert pressed() == []
