"""Pages of a room that a teacher opens on a phone: nothing is wider than the window, and names are read whole."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.cast import signed_in
from tests.factories import MemberFactory, ParticipantFactory, hall_with
from tests.looks import LAPTOP, PHONE, cut, look, overflow

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("browser")]

LONG = "Maximiliane-Theodora Schmidt-K"  # as long as a name may be
SIZES = [PHONE, {"width": 320, "height": 640}, LAPTOP]


@pytest.fixture
def meeting():
    for code in ("GBR", "PRK", "LAO"):
        MemberFactory(iso3=code)
    meeting = hall_with("ALB RUS GBR")
    ParticipantFactory(room=meeting.room, name=LONG)
    return meeting


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size["width"])
@pytest.mark.parametrize("page", ["people/", "meetings/{pk}/seating/"])
def test_fit_the_window(tab, meeting, page, size):
    look(tab, signed_in(meeting.room.owner), f"/rooms/{meeting.room.code}/{page.format(pk=meeting.pk)}", size)
    assert overflow(tab) <= 0
    tab.set_viewport_size({"width": size["width"], "height": 9000})  # all of it at once: only the width matters
    assert cut(tab.locator("main")) == []
    assert Axe().run(tab).violations_count == 0


def test_a_name_is_seen_in_its_field(tab, meeting):
    look(tab, signed_in(meeting.room.owner), f"/rooms/{meeting.room.code}/people/", PHONE)
    field = tab.get_by_label(f"Name of {LONG}")
    assert field.evaluate("field => field.scrollWidth <= field.clientWidth")
    tab.get_by_text(f"Remove {LONG}", exact=True).click()
    assert overflow(tab) <= 0
