import time

import pytest
from django.test import Client

from tests.cast import LOOKING, phone_of
from tests.factories import NOON, ParticipantFactory, RoomFactory
from unsim.rooms.models import Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    return Client(headers=LOOKING)


def test_the_code_leads_to_the_door(browser):
    room = RoomFactory(code="K7M4QX")
    answer = browser.post("/", {"code": "k7m 4qx"})
    assert (answer.status_code, answer.url) == (302, f"/j/{room.code}/")


@pytest.mark.parametrize("path", ["/j/K7M4QX", "/j/K7M4QX/", "/j/k7m4qx"])
def test_the_qr_code_leads_to_the_name(browser, path):
    RoomFactory(code="K7M4QX", name="Class 9b")
    answer = browser.get(path)
    assert answer.status_code == 200
    assert "Class 9b" in answer.text


def test_a_wrong_code_says_what_to_do_and_keeps_what_was_typed(browser):
    answer = browser.post("/", {"code": "AAAAAA"})
    assert answer.status_code == 404
    assert "No room has this code" in answer.text
    assert 'value="AAAAAA"' in answer.text


def test_a_closed_room_says_so(browser):
    RoomFactory(code="K7M4QX", closed_at=NOON)
    answer = browser.get("/j/K7M4QX/")
    assert answer.status_code == 410
    assert "closed" in answer.text


def test_joining_leads_in_and_is_remembered(browser):
    room = RoomFactory()
    answer = browser.post(f"/j/{room.code}/", {"name": "Amina", "ticket": "t"}, follow=True)
    assert answer.redirect_chain == [(f"/rooms/{room.code}/", 302)]
    assert "Welcome, Amina" in answer.text
    assert browser.get(f"/j/{room.code}/").url == f"/rooms/{room.code}/"
    cookie = browser.cookies[f"unsim_{room.code}"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


class TestSomebodyElseOnTheSameDevice:
    """One Chromebook, two students after each other."""

    @pytest.fixture
    def amina(self):
        return ParticipantFactory(name="Amina", rejoin_code="AMINA234")

    @pytest.fixture
    def device(self, amina):
        return phone_of(amina)

    def test_is_offered_the_door_by_the_page_of_who_was_there(self, device, amina):
        door = f"/j/{amina.room.code}/?other=1"
        assert f'href="{door}"' in device.get(f"/rooms/{amina.room.code}/").text
        page = device.get(door)
        assert page.status_code == 200
        assert "Amina" in page.text
        assert "AMINA234" in page.text

    def test_comes_in_under_another_name_and_who_was_there_stays_in_the_room(self, device, amina):
        door = f"/j/{amina.room.code}/"
        answer = device.post(door, {"name": "Ben", "ticket": "t", "other": "1"}, follow=True)
        assert "Welcome, Ben" in answer.text
        assert set(amina.room.participants.here().values_list("name", flat=True)) == {"Amina", "Ben"}
        answer = device.post("/rejoin/", {"code": amina.room.code, "rejoin": "AMINA234"}, follow=True)
        assert "Welcome, Amina" in answer.text

    def test_who_only_presses_again_is_still_the_same(self, device, amina):
        answer = device.post(f"/j/{amina.room.code}/", {"name": "Ben", "ticket": "t"})
        assert (answer.status_code, answer.url) == (302, f"/rooms/{amina.room.code}/")
        assert amina.room.participants.count() == 1

    def test_a_refusal_leaves_the_way_open(self, device, amina):
        answer = device.post(f"/j/{amina.room.code}/", {"name": "amina", "ticket": "t", "other": "1"})
        assert answer.status_code == 409
        assert 'name="other" value="1"' in answer.text

    def test_a_stranger_sees_nobody(self, browser, amina):
        text = browser.get(f"/j/{amina.room.code}/?other=1").text
        assert "AMINA234" not in text


def test_a_name_that_is_taken_is_refused_and_kept_in_the_field(browser):
    room = RoomFactory()
    ParticipantFactory(room=room, name="Amina")
    answer = browser.post(f"/j/{room.code}/", {"name": "amina", "ticket": "t"})
    assert answer.status_code == 409
    assert 'value="amina"' in answer.text
    assert room.participants.count() == 1


def test_a_bad_name_is_refused(browser):
    room = RoomFactory()
    answer = browser.post(f"/j/{room.code}/", {"name": "\u202e", "ticket": "t"})
    assert answer.status_code == 422
    assert not Participant.objects.exists()


def test_a_locked_room_is_shut(browser):
    room = RoomFactory(locked=True)
    assert browser.post(f"/j/{room.code}/", {"name": "Amina"}).status_code == 403


def test_coming_back_on_another_device_ends_the_old_one(browser):
    room = RoomFactory()
    browser.post(f"/j/{room.code}/", {"name": "Amina", "ticket": "t"})
    code = room.participants.get().rejoin_code
    second = Client(headers=LOOKING)
    answer = second.post("/rejoin/", {"code": room.code, "rejoin": code}, follow=True)
    assert "Welcome, Amina" in answer.text
    assert browser.get(f"/rooms/{room.code}/").status_code == 302


def test_a_wrong_rejoin_code_is_refused(browser):
    room = RoomFactory()
    answer = browser.post("/rejoin/", {"code": room.code, "rejoin": "AAAAAAAA"})
    assert answer.status_code == 404
    assert "rejoin code" in answer.text


def test_guessing_codes_is_stopped_but_right_ones_are_not_counted(browser, monkeypatch):
    from limits import RateLimitItemPerMinute

    from unsim.rooms import limits

    monkeypatch.setattr(limits, "WRONG_CODES", RateLimitItemPerMinute(3))
    room = RoomFactory()
    for _ in range(10):
        assert browser.get(f"/j/{room.code}/").status_code == 200
    for _ in range(3):
        assert browser.get("/j/AAAAAA/").status_code == 404
    assert browser.get("/j/AAAAAA/").status_code == 429


def test_joining_is_limited_per_address(browser, monkeypatch):
    from limits import RateLimitItemPerMinute

    from unsim.rooms import limits

    monkeypatch.setattr(limits, "JOINS", RateLimitItemPerMinute(2))
    room = RoomFactory()
    for n in range(2):
        assert Client().post(f"/j/{room.code}/", {"name": f"S {n}", "ticket": str(n)}).status_code == 302
    assert browser.post(f"/j/{room.code}/", {"name": "S 3", "ticket": "3"}).status_code == 429
    assert room.participants.count() == 2


def test_can_your_phone_reach_this(browser):
    answer = browser.get("/reach/")
    assert answer.status_code == 200
    assert "http://testserver/reach/" in answer.text
    assert "<svg" in answer.text


@pytest.mark.parametrize("path", ["/", "/j/AAAAAA/", "/rejoin/"])
def test_wrong_method(browser, path):
    assert browser.put(path).status_code == 405


def test_the_clock_of_the_server_is_for_everybody(browser):
    before = time.time() * 1000
    answer = browser.get("/clock/")
    assert before - 1 <= int(answer.content) <= time.time() * 1000 + 1
    assert answer["Cache-Control"] == "no-store"
    assert browser.post("/clock/").status_code == 405
