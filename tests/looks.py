"""Pages as a browser draws them, answered by Django's test client: for what only a layout can tell."""

from contextvars import Context, copy_context
from http import HTTPStatus
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Locator, Page, Route

SITE = "http://pages.test"
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
PROJECTORS = [{"width": 1280, "height": 720}, {"width": 1920, "height": 1080}]
# Who looks at each window's pages, and in which context.
LOOKERS: WeakKeyDictionary[Page, tuple[Client, Context]] = WeakKeyDictionary()
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


def look(tab: Page, client: Client, path: str, size: dict[str, int] = LAPTOP) -> None:
    """Opens the page as `client` gets it, in a window of this size. It does not move by itself."""
    if tab not in LOOKERS:  # once: a request that is on its way when another page is opened has one answer
        tab.route(f"{SITE}/**", lambda route: answer(route, *LOOKERS[tab]))
    LOOKERS[tab] = client, copy_context()  # the test's own, with its connection to the database
    tab.set_viewport_size(size)
    tab.goto(SITE + path)


def answer(route: Route, client: Client, context: Context) -> None:
    request = route.request
    path = request.url.removeprefix(SITE)
    if path.startswith("/static/"):
        found = finders.find(path.removeprefix("/static/").split("?")[0])
        return route.fulfill(path=found, content_type=TYPES[found.rsplit(".")[-1]])
    if "/live/" in path:
        return route.fulfill(status=HTTPStatus.NO_CONTENT)
    headers = {"accept": "text/html", **({"hx-request": "true"} if "hx-request" in request.headers else {})}
    if request.method == "POST":
        got = context.copy().run(client.post, path, parse_qs(request.post_data or ""), headers=headers)
    else:
        got = context.copy().run(client.get, path, headers=headers)
    kept = {name: value for name, value in got.headers.items() if name in ("Location", "Content-Type")}
    return route.fulfill(status=got.status_code, headers=kept, body=got.content)


def overflow(tab: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return tab.evaluate("document.documentElement.scrollWidth - innerWidth")


def cut(part: Locator) -> list[str]:
    """The words in this part of the page, as far as they do not stand whole in the window or in what they stand in."""
    return part.evaluate(
        """part => {
          const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), found = [];
          while (texts.nextNode()) {
            const text = texts.currentNode, range = document.createRange();
            range.selectNodeContents(text);
            const box = range.getBoundingClientRect();
            if (!text.textContent.trim() || !box.width || text.parentElement.closest(".visually-hidden")) continue;
            let [right, bottom] = [innerWidth, innerHeight];
            for (let on = text.parentElement; on; on = on.parentElement) {
              if (getComputedStyle(on).overflow === "visible") continue;
              const around = on.getBoundingClientRect();
              [right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)];
            }
            if (box.right > right + 1 || box.bottom > bottom + 1) found.push(text.textContent.trim());
          }
          return found;
        }"""
    )
