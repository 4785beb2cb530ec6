"""The steps of a lesson, as its people take them: everything is found by role and name."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import check_accessibility
from tests.e2e.server import Server

PASSWORD = "correct horse battery"


def become_first_teacher(page: Page, server: Server) -> None:
    page.goto(server.first_link)
    check_accessibility(page)
    page.get_by_label("Your name here").fill("rosa")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Your rooms")).to_be_visible()
    check_accessibility(page)


def open_room(page: Page, name: str) -> str:
    """The code of the new room; the page is its desk."""
    page.get_by_label("Name of the class").fill(name)
    page.get_by_role("button", name="Open the room").click()
    expect(page.get_by_role("heading", name="What shall the class do?")).to_be_visible()
    check_accessibility(page)
    return re.search(r"/rooms/(\w+)/desk/", page.url)[1]


def show_on_projector(page: Page, desk: Page) -> None:
    """The projector is another computer: it comes by the link that the desk shows."""
    desk.get_by_role("link", name="People and links").click()
    check_accessibility(desk)
    link = desk.get_by_text("/screen/").inner_text()
    page.goto(link)
    desk.get_by_role("link", name="Back to the desk").click()
    expect(page.get_by_role("heading", name="Join on your phone")).to_be_visible()
    check_accessibility(page)


def join(page: Page, code: str, name: str, *, accessible: bool = True) -> None:
    """axe is a script: a page without scripts (`accessible` false) is not looked at."""
    check = check_accessibility if accessible else lambda page: None
    page.goto("/")
    check(page)
    page.get_by_label("The code on the screen").fill(code.lower())
    page.get_by_role("button", name="Join").click()
    page.get_by_label("Your name").fill(name)
    check(page)
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", name=f"Welcome, {name}")).to_be_visible()
    check(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def somebody_is_here(desk: Page) -> None:
    """Waits until the desk's lobby has moved on to its next step, which it does once, when the first student joins."""
    start = desk.get_by_role("link", name="Run a quiz", exact=True).first
    expect(start).to_have_class(re.compile(r"\bact\b"))


def answer_it(phone: Page) -> None:
    """Whatever kind of question it is: the first option, something typed, or each line at a place of its own."""
    form = phone.locator("#mine form")
    expect(form).to_be_visible()
    lines = form.get_by_role("combobox").all()
    for place, line in enumerate(lines, start=1):
        # A match may have fewer partners than lines.
        line.select_option(index=min(place, line.locator("option").count() - 1))
    if lines:
        form.get_by_role("button", name="Send").click()
    elif form.get_by_role("textbox").count():
        form.get_by_role("textbox").fill("5")
        form.get_by_role("button", name="Send").click()
    else:
        form.get_by_role("button").first.click()
    expect(phone.get_by_text("Your answer is stored.")).to_be_visible()
