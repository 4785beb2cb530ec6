"""A page of the scratch site in a real browser, what is written on it from elsewhere, and what it asked for."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, Route, expect

from tests.live.client import Site

Answer = Callable[[Route], None]


def cut_off(route: Route) -> None:
    route.abort()


def fails(route: Route) -> None:
    route.fulfill(status=500)


class Desk:
    """The page, what is written on it from elsewhere, and what it asked the server for."""

    def __init__(self, site: Site, page: str, tab: Page) -> None:
        self.site, self.name, self.tab = site, page, tab
        self.asked: list[str] = []
        tab.on("request", lambda request: self.asked.append(self.kind_of(request)))
        self.state, self.say = tab.locator("#livestate"), tab.locator("#say")
        self.mine = tab.locator("#mine #drawn")

    def kind_of(self, request: Request) -> str:
        return f"{request.method} {request.url.removeprefix(self.site.address).split('/')[1]}"

    def open(self, silent: int = 60) -> None:
        """silent: seconds without a sign of life after which the stream counts as dead."""
        with self.tab.expect_response("**/live/**"):
            self.tab.goto(f"{self.site.address}/desk/{self.name}/?silent={silent}")

    def write(self, **notes: str) -> None:
        self.site.post(f"/write/{self.name}/", **notes)

    def shows(self, name: str, text: str) -> None:
        expect(self.tab.locator(f"#n-{name}")).to_have_text(text)

    def waits_for(self, holds: Callable[[], bool]) -> None:
        for _ in range(100):
            if holds():
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError("It did not come")

    def block(self, kind: str, answer: Answer = cut_off) -> None:
        self.tab.route(f"**/{kind}/{self.name}/**", answer)

    def allow(self, kind: str) -> None:
        self.tab.unroute(f"**/{kind}/{self.name}/**")

    def drop_stream(self) -> None:
        """Ends it, and lets no other one through."""
        self.block("live", lambda route: route.fulfill(status=403))
        self.site.post(f"/end/{self.name}/")

    def hide(self, hidden: bool) -> None:
        self.tab.evaluate(
            "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });"
            " document.dispatchEvent(new Event('visibilitychange')); }",
            hidden,
        )
