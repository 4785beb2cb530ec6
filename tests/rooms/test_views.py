import pytest
from django.test import Client

from quizzes import sitting
from tests.cast import HTMX
from tests.factories import NOON, ParticipantFactory, RoomFactory, quiz_of
from unsim import live
from unsim.rooms import hosting, now
from unsim.rooms.models import Room

pytestmark = pytest.mark.django_db

# What each of the cast gets. 302 is the door (a stranger is led to the name field, or to the sign-in page).
PAGES = {
    "": {
        "delegate": 200,
        "teacher": 302,
        "other_teacher": 302,
        "other_delegate": 302,
        "projector": 302,
        "stranger": 302,
    },
    "desk/": {
        "teacher": 200,
        "other_teacher": 403,
        "delegate": 302,
        "other_delegate": 302,
        "projector": 302,
        "stranger": 302,
    },
    "people/": {
        "teacher": 200,
        "other_teacher": 403,
        "delegate": 302,
        "other_delegate": 302,
        "projector": 302,
        "stranger": 302,
    },
    "screen/": {
        "teacher": 200,
        "projector": 200,
        "other_teacher": 403,
        "delegate": 403,
        "other_delegate": 403,
        "stranger": 403,
    },
}
TEACHERS_ACTS = ["on/", "people/lock/", "people/{pk}/rename/", "people/{pk}/remove/", "close/"]


@pytest.mark.parametrize("page", PAGES)
def test_who_may_open_which_page(cast, page):
    got = {who: client.get(f"/rooms/{cast.room.code}/{page}").status_code for who, client in cast.clients().items()}
    assert got == PAGES[page]


@pytest.mark.parametrize("act", TEACHERS_ACTS)
@pytest.mark.parametrize("who", ["other_teacher", "delegate", "other_delegate", "projector", "stranger"])
def test_only_the_teacher_acts(cast, act, who):
    before = list(Room.objects.values()), list(cast.room.participants.values())
    url = f"/rooms/{cast.room.code}/{act.format(pk=cast.participant.pk)}"
    answer = getattr(cast, who).post(url, {"name": "Other", "locked": "1"})
    assert answer.status_code == (403 if who == "other_teacher" else 302)
    assert (list(Room.objects.values()), list(cast.room.participants.values())) == before


@pytest.mark.parametrize("act", TEACHERS_ACTS)
def test_acts_are_posted(cast, act):
    assert cast.teacher.get(f"/rooms/{cast.room.code}/{act.format(pk=cast.participant.pk)}").status_code == 405


@pytest.mark.parametrize("audience", ["phone", "screen", "desk"])
@pytest.mark.parametrize("way", ["stream", "part"])
def test_who_may_hear_which_stream(cast, audience, way):
    allowed = {"phone": {"delegate"}, "screen": {"teacher", "projector"}, "desk": {"teacher"}}[audience]
    for who, client in cast.clients().items():
        answer = client.get(f"/rooms/{cast.room.code}/live/{audience}/{way}/", headers={"accept": "*/*"})
        assert (answer.status_code == 200) == (who in allowed), who


@pytest.mark.parametrize("audience", ["phone", "screen", "desk"])
def test_live_equals_fresh(cast, audience):
    page = {"phone": "", "screen": "screen/", "desk": "desk/"}[audience]
    client = cast.delegate if audience == "phone" else cast.teacher
    part = live.render("room", now.key(cast.room, audience), "en")
    assert part.html in client.get(f"/rooms/{cast.room.code}/{page}").text
    assert part.html == client.get(f"/rooms/{cast.room.code}/live/{audience}/part/").text
    for name, cell in part.cells.items():
        assert f'id="{name}"' in cell
        assert cell in part.html


def test_a_missing_room(cast):
    for page in PAGES:
        assert cast.teacher.get(f"/rooms/AAAAAA/{page}").status_code == 404


def test_the_pointer_takes_only_an_activity_of_this_room(cast):
    url = f"/rooms/{cast.room.code}/on/"
    assert cast.teacher.post(url, {"kind": "nothing", "pk": "1"}).status_code == 404
    assert cast.teacher.post(url, {"kind": "meeting", "pk": "999"}).status_code == 404
    assert cast.teacher.post(url, {"kind": ""}).status_code == 302


def test_a_closed_room_refuses_with_409_and_says_so(cast):
    hosting.close_room(room=cast.room, now=cast.room.created_at)
    answer = cast.teacher.post(f"/rooms/{cast.room.code}/on/", {"kind": ""}, headers=HTMX)
    assert answer.status_code == 409
    assert "closed" in answer.text
    assert "<!doctype" not in answer.text


def test_the_teacher_opens_a_room(cast):
    answer = cast.other_teacher.post("/teach/", {"name": "Class 9b"})
    room = Room.objects.get(name="Class 9b")
    assert (answer.status_code, answer.url) == (302, f"/rooms/{room.code}/desk/")
    assert cast.other_teacher.post("/teach/", {"name": ""}).status_code == 422


def test_a_teacher_sees_the_own_rooms_only(cast):
    text = cast.teacher.get("/teach/").text
    assert cast.room.code in text
    assert cast.other_room.code not in text


def test_lock_rename_remove(cast):
    base = f"/rooms/{cast.room.code}/people/"
    cast.teacher.post(base + "lock/", {"locked": "1"})
    cast.teacher.post(f"{base}{cast.participant.pk}/rename/", {"name": "Renamed"})
    cast.room.refresh_from_db()
    cast.participant.refresh_from_db()
    assert (cast.room.locked, cast.participant.name) == (True, "Renamed")
    cast.teacher.post(f"{base}{cast.participant.pk}/remove/")
    assert cast.delegate.get(f"/rooms/{cast.room.code}/").status_code == 302


def test_removing_and_closing_are_confirmed(cast):
    """Each stands folded under words of its own, and is pressed in there."""
    url = f"/rooms/{cast.room.code}/people/"
    text = cast.teacher.get(url).text
    for words in (f"Remove {cast.participant.name}", "Close the room"):
        assert f"<summary>{words}</summary>" in text
    cast.teacher.post(f"/rooms/{cast.room.code}/close/")
    text = cast.teacher.get(url).text
    assert "Close the room" not in text
    assert "This room is closed" in text


def test_the_projector_of_a_closed_room_says_so_and_shows_no_question(cast):
    run = sitting.start(room=cast.room, quiz=quiz_of(1, cast.room.owner), paced="teacher", now=NOON)
    stem = run.quiz.questions.get().stem
    url = f"/rooms/{cast.room.code}/screen/"
    assert stem in cast.projector.get(url).text
    hosting.close_room(room=cast.room, now=NOON)
    text = cast.projector.get(url).text
    assert "This room is closed" in text
    assert stem not in text
    assert live.render("room", now.key(cast.room, "screen"), "en").html in text
    assert "Question 1 of 1" in cast.delegate.get(f"/rooms/{cast.room.code}/").text


def test_a_participant_of_another_room_is_not_renamed(cast):
    url = f"/rooms/{cast.room.code}/people/{cast.other_participant.pk}/rename/"
    assert cast.teacher.post(url, {"name": "Renamed"}).status_code == 404


def test_a_taken_name_is_refused_on_the_people_page(cast):
    other = ParticipantFactory(room=cast.room, name="Ben")
    answer = cast.teacher.post(f"/rooms/{cast.room.code}/people/{other.pk}/rename/", {"name": cast.participant.name})
    assert answer.status_code == 409


def test_a_wrong_screen_link(cast):
    client = Client()
    assert client.get(f"/rooms/{cast.room.code}/screen/wrong/").status_code == 403
    assert client.get(f"/rooms/{cast.room.code}/screen/").status_code == 403


def test_a_screen_link_of_another_room_does_not_open_this_one(cast):
    other = RoomFactory()
    cast.projector.get(f"/rooms/{other.code}/screen/{other.screen_key}/")
    assert cast.projector.get(f"/rooms/{cast.room.code}/screen/").status_code == 200
    assert cast.stranger.get(f"/rooms/{cast.room.code}/screen/").status_code == 403


def test_every_page_is_kept_by_nobody_and_has_a_strict_policy(cast):
    answer = cast.delegate.get(f"/rooms/{cast.room.code}/")
    assert answer["Cache-Control"] == "no-store"
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_signed_out_at_the_desk_leads_to_the_sign_in_page_and_back(cast):
    url = f"/rooms/{cast.room.code}/on/"
    answer = cast.stranger.post(url, {"kind": ""}, headers=HTMX)
    assert answer["HX-Redirect"] == f"/sign-in/?next=/rooms/{cast.room.code}/desk/"
    assert cast.stranger.post(url, {"kind": ""}).url == f"/sign-in/?next=/rooms/{cast.room.code}/desk/"


def test_a_student_of_a_closed_room_is_told_so_in_place(cast):
    from tests.factories import MeetingFactory
    from unsim.assembly.models import Meeting

    meeting = MeetingFactory(room=cast.room)
    hosting.close_room(room=cast.room, now=cast.room.created_at)
    answer = cast.delegate.post(f"/rooms/{cast.room.code}/meetings/{meeting.pk}/observe/", headers=HTMX)
    assert answer.status_code == 409
    assert "This room is closed" in answer.text
    assert "<!doctype" not in answer.text
    assert Meeting.objects.get().seats.count() == 0


def test_nothing_can_be_pressed_on_a_phone_of_a_closed_room(cast):
    url = f"/rooms/{cast.room.code}/"
    assert '<fieldset class="stack" disabled>' not in cast.delegate.get(url).text
    hosting.close_room(room=cast.room, now=cast.room.created_at)
    assert '<fieldset class="stack" disabled>' in cast.delegate.get(url).text


def test_nothing_more_is_promised_to_a_phone_of_a_closed_room(cast):
    url, promise = f"/rooms/{cast.room.code}/", "will appear here by itself"
    assert promise in cast.delegate.get(url).text
    hosting.close_room(room=cast.room, now=cast.room.created_at)
    assert promise not in cast.delegate.get(url).text


@pytest.mark.parametrize(("host", "warned"), [("localhost:8000", True), ("127.0.0.1", True), ("192.0.2.2:8000", False)])
def test_a_desk_that_phones_cannot_follow_says_so(cast, host, warned):
    text = cast.teacher.get(f"/rooms/{cast.room.code}/desk/", headers={"host": host}).text
    assert ("Phones cannot open the address" in text) is warned
