import pytest
from django.db import transaction

from tests.cast import HTMX, phone_of, projector_of, signed_in
from tests.factories import NOON, delegate_of, hall_with, observer_in
from unsim.assembly import scenes, speakers, steps
from unsim.assembly.dais import Role
from unsim.assembly.handing_over import hand_over
from unsim.assembly.speaking import speaking_of
from unsim.rules.profiles import MODEL_UN, as_dict

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return hall_with("ALB FRA UKR", room=cast.room, profile=as_dict(MODEL_UN))


def phone(meeting, code):
    return phone_of(delegate_of(meeting, code))


def own(meeting, code, do, **sent):
    address = f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/speakers/own/"
    return phone(meeting, code).post(address, {"do": do, "delegation": code, **sent}, headers=HTMX)


def direct(cast, meeting, do, **sent):
    address = f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/speakers/"
    return cast.teacher.post(address, {"do": do, **sent}, headers=HTMX)


def state(meeting):
    meeting.refresh_from_db()
    return speaking_of(meeting).heard(steps.floor_of(meeting))


def scene(meeting, audience):
    return scenes.scene_for(scenes.stand_of(meeting.room, meeting.pk), audience)


class TestOnThePhone:
    def test_asking_and_leaving(self, meeting):
        page = own(meeting, "ALB", "ask").content.decode()
        assert 'id="leave-list"' in page
        assert 'id="ask-for-floor"' not in page
        assert own(meeting, "ALB", "ask").status_code == 409
        assert own(meeting, "ALB", "leave").status_code == 200
        assert state(meeting).waiting == ()

    def test_without_scripts(self, meeting):
        address = f"/rooms/{meeting.room.code}/meetings/{meeting.pk}/speakers/own/"
        answer = phone(meeting, "ALB").post(address, {"do": "ask", "delegation": "ALB"})
        assert (answer.status_code, answer["Location"]) == (302, f"/rooms/{meeting.room.code}/")

    def test_a_form_of_another_seat_is_refused(self, meeting):
        assert own(meeting, "ALB", "ask", delegation="FRA").status_code == 409
        assert state(meeting).waiting == ()

    def test_who_has_no_delegation_does_not_speak(self, cast, meeting):
        address = f"/rooms/{cast.room.code}/meetings/{meeting.pk}/speakers/own/"
        assert cast.delegate.post(address, {"do": "ask", "delegation": "ALB"}).status_code == 403
        assert "ask-for-floor" not in cast.delegate.get(f"/rooms/{cast.room.code}/").content.decode()

    def test_an_observer_speaks(self, meeting):
        observer_in(meeting)
        assert own(meeting, "VAT", "ask").status_code == 200
        assert "(observer)" in scene(meeting, "screen").html

    def test_yielding(self, cast, meeting):
        own(meeting, "ALB", "ask")
        direct(cast, meeting, "next")
        page = phone(meeting, "ALB").get(f"/rooms/{meeting.room.code}/").content.decode()
        assert "You have the floor" in page
        assert '<option value="FRA">' in page
        assert own(meeting, "ALB", "yield", to="USA").status_code == 422
        assert own(meeting, "ALB", "yield", to="FRA").status_code == 200
        assert state(meeting).speaking.delegation == "FRA"
        assert own(meeting, "ALB", "yield", to="chair").status_code == 409
        page = phone(meeting, "FRA").get(f"/rooms/{meeting.room.code}/").content.decode()
        assert "You have the floor" in page
        assert 'id="yield"' not in page

    def test_a_right_of_reply(self, cast, meeting):
        assert "You have asked for a right of reply." in own(meeting, "ALB", "reply").content.decode()
        assert 'id="grant-ALB"' in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        assert direct(cast, meeting, "reply", code="ALB").status_code == 200
        assert "Rights of reply" in scene(meeting, "phone").html

    @pytest.mark.parametrize("sent", [{"do": ""}, {"do": "shout"}, {"do": "yield"}, {"do": "yield", "to": ""}])
    def test_nonsense_is_refused(self, meeting, sent):
        assert own(meeting, "ALB", **sent).status_code == 422


class TestAtTheDesk:
    def test_a_whole_speech(self, cast, meeting):
        for code in ("UKR", "ALB"):
            assert direct(cast, meeting, "add", code=code).status_code == 200
        page = direct(cast, meeting, "next").content.decode()
        assert "End the speech of Ukraine" in page
        for do, button in (("pause", "speech-go-on"), ("go_on", "speech-pause"), ("finish", "speech-next")):
            assert f'id="{button}"' in direct(cast, meeting, do).content.decode()
        assert state(meeting).waiting == ("ALB",)
        direct(cast, meeting, "strike", code="ALB")
        assert state(meeting).waiting == ()

    def test_the_time_limit(self, cast, meeting):
        direct(cast, meeting, "limit", seconds="45")
        assert 'value="45"' in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        assert direct(cast, meeting, "limit", seconds="").status_code == 200
        assert speaking_of(meeting).limit is None

    @pytest.mark.parametrize("seconds", ["9", "3601", "-1", "a", "1.5", "٦٠", "99999"])
    def test_a_limit_that_is_none_is_refused(self, cast, meeting, seconds):
        assert direct(cast, meeting, "limit", seconds=seconds).status_code == 422

    def test_close_open_and_clear(self, cast, meeting):
        own(meeting, "ALB", "ask")
        direct(cast, meeting, "close")
        assert own(meeting, "FRA", "ask").status_code == 409
        assert "list is closed" in scene(meeting, "phone").cells["speakers"]
        direct(cast, meeting, "open")
        assert own(meeting, "FRA", "ask").status_code == 200
        direct(cast, meeting, "clear")
        assert state(meeting).waiting == ()

    def test_a_reply_refused(self, cast, meeting):
        own(meeting, "ALB", "reply")
        direct(cast, meeting, "no_reply", code="ALB")
        assert speaking_of(meeting).asking == ()

    def test_yield_for_a_delegation_without_a_phone(self, cast, meeting):
        own(meeting, "ALB", "ask")
        direct(cast, meeting, "next")
        assert direct(cast, meeting, "yield", code="ALB", to="questions").status_code == 200
        assert state(meeting).speaking.open_to_questions

    @pytest.mark.parametrize("sent", [{"do": ""}, {"do": "sing"}, {"do": "add"}, {"do": "add", "code": "USA"}])
    def test_nonsense_is_refused(self, cast, meeting, sent):
        assert direct(cast, meeting, **sent).status_code == 422

    @pytest.mark.parametrize("do", ["pause", "go_on", "finish", "next", "strike", "caucus_pause", "caucus_go_on"])
    def test_what_is_not_in_order_is_refused(self, cast, meeting, do):
        assert direct(cast, meeting, do, code="ALB").status_code == 409

    def test_while_somebody_waits_or_speaks_that_is_the_obvious_next(self, cast, meeting):
        desk = f"/rooms/{cast.room.code}/desk/"
        assert 'id="to-the-vote"' not in cast.teacher.get(desk).content.decode()
        own(meeting, "ALB", "ask")
        page = cast.teacher.get(desk).content.decode()
        assert 'id="speech-next" class="act"' in page
        assert page.index('id="speech-next"') < page.index('id="to-the-vote"') < page.index('id="put-recorded"')
        assert 'id="speech-finish" class="act"' in direct(cast, meeting, "next").content.decode()

    def test_a_motion_comes_before_the_next_speaker(self, cast, meeting):
        own(meeting, "ALB", "ask")
        with transaction.atomic():
            steps.take(meeting, "move", NOON, kind="suspend_meeting", by="FRA")
        page = cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        assert 'id="speech-next" name' in page

    def test_the_secretary_has_all_of_it(self, cast, meeting):
        hand_over(meeting=meeting, participant=cast.participant, role=Role.SECRETARY, now=NOON)
        assert 'id="speakers-desk"' in cast.delegate.get(f"/rooms/{cast.room.code}/podium/").content.decode()
        address = f"/rooms/{cast.room.code}/meetings/{meeting.pk}/speakers/"
        assert cast.delegate.post(address, {"do": "add", "code": "ALB"}, headers=HTMX).status_code == 200
        assert state(meeting).waiting == ("ALB",)


class TestOnEveryScreen:
    @pytest.mark.parametrize("audience", ["phone", "screen", "desk"])
    def test_who_speaks_who_is_next_and_until_when(self, cast, meeting, audience):
        for code in ("UKR", "ALB"):
            own(meeting, code, "ask")
        speakers.call_next(meeting=meeting, now=NOON)
        shown = scene(meeting, audience)
        cell = shown.cells["speakers"]
        assert '<b class="name">Ukraine</b>' in cell
        assert f'data-ends="{int(NOON.timestamp() + 90) * 1000}"' in cell
        assert "1. Albania" in cell
        assert (shown.turn, shown.say) == ("UKR", "Ukraine has the floor.")

    @pytest.mark.parametrize("audience", ["phone", "screen", "desk"])
    def test_asking_changes_the_cell_alone(self, meeting, audience):
        own(meeting, "ALB", "ask")
        before = scene(meeting, audience)
        own(meeting, "FRA", "ask")
        after = scene(meeting, audience)
        assert (after.stage, after.shape) == (before.stage, before.shape)
        assert before.html.replace(before.cells["speakers"], after.cells["speakers"]) == after.html

    def test_a_speech_changes_no_other_phone(self, cast, meeting):
        own(meeting, "ALB", "ask")
        before = scene(meeting, "phone")
        direct(cast, meeting, "next")
        after = scene(meeting, "phone")
        assert (after.stage, before.turn, after.turn) == (before.stage, "", "ALB")
        page = phone(meeting, "ALB").get(f"/rooms/{meeting.room.code}/").content.decode()
        assert 'data-turn="ALB"' in page

    def test_live_equals_fresh_while_somebody_speaks(self, meeting):
        own(meeting, "ALB", "ask")
        speakers.call_next(meeting=meeting, now=NOON)
        pages = {
            "phone": (phone(meeting, "ALB"), ""),
            "screen": (projector_of(meeting.room), "screen/"),
            "desk": (signed_in(meeting.room.owner), "desk/"),
        }
        for audience, (client, page) in pages.items():
            part = client.get(f"/rooms/{meeting.room.code}/live/{audience}/part/").content.decode()
            assert part in client.get(f"/rooms/{meeting.room.code}/{page}").content.decode()

    def test_during_a_caucus(self, cast, meeting):
        data = {"kind": "moderated_caucus", "by": "ALB", "seconds": 600, "each": 30}
        with transaction.atomic():
            steps.take(meeting, "move", NOON, **data)
            steps.take(meeting, "second", NOON, number=1, by="FRA")
            steps.take(meeting, "put", NOON)
            steps.take(meeting, "decide", NOON, carried=True)
        for audience in ("phone", "screen", "desk"):
            cell = scene(meeting, audience).cells["speakers"]
            assert "Moderated caucus" in cell
            assert f'data-ends="{int(NOON.timestamp() + 600) * 1000}"' in cell
        assert 'id="caucus-pause"' in cast.teacher.get(f"/rooms/{cast.room.code}/desk/").content.decode()
        assert own(meeting, "FRA", "ask").status_code == 200
