"""October 2022 as a class goes through it: the veto in the Council, then the Assembly, step by step."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import LAPTOP, PHONE, PROJECTOR, check_accessibility
from tests.e2e.lesson import become_first_teacher, join, open_room, press, show_on_projector

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def desk(person, server) -> Page:
    page = person(LAPTOP)
    become_first_teacher(page, server)
    return page


def test_october_2022(person, desk):
    code = open_room(desk, "Class 9b")
    screen = person(PROJECTOR)
    show_on_projector(screen, desk)
    phones = [person(PHONE) for _student in range(3)]
    for phone, name in zip(phones, ("Amina", "Ben", "Chloé"), strict=True):
        join(phone, code, name)

    begin_in_the_council(desk, screen, phones)
    go_over_to_the_assembly(desk, screen)
    vote_on_how_to_vote(desk, screen, phones)
    vote_on_the_draft(desk, screen, phones)
    vote_in_secret(desk, screen, phones)
    compare(desk, phones[0])


def begin_in_the_council(desk: Page, screen: Page, phones: list[Page]) -> None:
    desk.get_by_role("link", name="Hold a meeting of the General Assembly").first.click()
    desk.get_by_role("radio", name="October 2022, step by step").check()
    desk.get_by_role("checkbox", name=re.compile("Begin in the Security Council")).check()
    check_accessibility(desk)
    press(desk, "Start the meeting")
    press(desk, "Deal by lot")
    press(desk, "Play the empty seats as their countries voted")
    press(desk, "Open the meeting")
    expect(screen.get_by_text("Security Council in session")).to_be_visible()
    check_accessibility(desk)
    press(desk, "Put the draft to the vote")
    vote(phones, "Against", "In favour", "In favour", by={"Russian Federation": 0})
    declare(desk)
    for page in (desk, screen, phones[0]):
        expect(page.get_by_text("a permanent member voted against (veto)").first).to_be_visible()
        expect(page.get_by_text("10 in favour, 1 against, 4 abstaining, 0 not voting").first).to_be_visible()
        check_accessibility(page)


def vote(phones: list[Page], *choices: str, by: dict[str, int] | None = None) -> None:
    """In this order, but that the phone of the country named in `by` takes the choice of that number."""
    for phone in phones:
        expect(phone.locator(".choices")).to_be_visible()
    first = next((p for p in phones if by and p.get_by_role("heading", name=next(iter(by))).count()), phones[0])
    for phone, choice in zip([first, *(p for p in phones if p is not first)], choices, strict=True):
        button = phone.get_by_role("button", name=re.compile(f"^{choice}"))
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")


def declare(desk: Page) -> None:
    press(desk, "Lock the vote")
    press(desk, "Declare the result")
    expect(desk.get_by_role("link", name="The record of this vote")).to_be_visible()


def go_over_to_the_assembly(desk: Page, screen: Page) -> None:
    press(desk, "Go on in the Assembly")
    expect(desk.get_by_role("heading", name="Deal the delegations")).to_be_visible()
    desk.get_by_role("radio", name="Another number:").check()
    desk.get_by_label("Number of delegations").fill("7")
    press(desk, "Deal by lot")
    press(desk, "Play the empty seats as their countries voted")
    press(desk, "Open the meeting")
    expect(screen.get_by_text("Albania and Ukraine ask in writing")).to_be_visible()
    check_accessibility(screen)
    press(desk, "Told: go on")
    expect(screen.get_by_text("asks for a secret ballot")).to_be_visible()
    press(desk, "The letter is told: go on")
    press(desk, "Ukraine has spoken: go on")


def vote_on_how_to_vote(desk: Page, screen: Page, phones: list[Page]) -> None:
    for button, choices, real in (
        ("Put Albania's motion to the vote", ("Against", "In favour", "In favour"), "107 in favour, 13 against"),
        ("Put the appeal to the vote", ("In favour", "Against", "Against"), "100 against, so the ruling stood"),
        ("Put the motion to reconsider to the vote", ("In favour", "Against", "Against"), "16 in favour, 104 against"),
    ):
        check_accessibility(desk)
        press(desk, button)
        expect(phones[0].get_by_text("The real vote")).to_have_count(0)
        vote(phones, *choices, by={"Russian Federation": 0})
        declare(desk)
        for page in (desk, screen, phones[0]):
            expect(page.get_by_text(re.compile(real)).first).to_be_visible()
        check_accessibility(screen)
        if "Albania" not in button and "appeal" not in button:
            press(desk, "The debate is over: go on")


def vote_on_the_draft(desk: Page, screen: Page, phones: list[Page]) -> None:
    press(desk, "Put the draft to the recorded vote")
    vote(phones, "Against", "In favour", "In favour", by={"Russian Federation": 0})
    expect(screen.get_by_text("* 4 delegations are simulated")).to_be_visible()
    declare(desk)
    for page in (desk, screen, phones[0]):
        expect(page.get_by_text(re.compile("The students alone:")).first).to_be_visible()
        expect(page.get_by_text(re.compile("143 in favour, 5 against, 35 abstaining")).first).to_be_visible()


def vote_in_secret(desk: Page, screen: Page, phones: list[Page]) -> None:
    press(desk, "Put it to a secret ballot, outcome only")
    for phone in phones:
        phone.get_by_role("radio", name="In favour").check()
        press(phone, "Put my paper in the box")
    expect(screen.get_by_text("3 of 3")).to_be_visible()
    press(desk, "Close and open the box")
    press(desk, "Declare the result")


def compare(desk: Page, phone: Page) -> None:
    press(desk, "Show the debrief")
    for page in (desk, phone):
        expect(page.get_by_role("heading", name="October 2022, vote by vote")).to_be_visible()
        expect(page.get_by_text("16 in favour, 104 against").first).to_be_visible()
        check_accessibility(page)
