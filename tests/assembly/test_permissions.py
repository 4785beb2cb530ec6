"""Who may do what: every address of the hall, by every person of the cast."""

import pytest

from tests.cast import Cast
from tests.factories import NOON, SeatFactory, ballot_in, hall_with
from unsim.assembly import method_urls, motion_urls, proceedings, urls
from unsim.assembly.models import Ballot, Delegation, LogEntry, Meeting, Record, Seat, Vote

# Who gets in here depends on the dais; see test_dais_views.
PODIUM = {"podium", "podium_live"}
SECRET = {"secrecy", "secret_put", "secret_cast", "secret_box", "secret_void", "secret_again"}
# Everybody in the room; see test_supposing.
INSIDE = {"what_if"}
RULES = {"rules", "copy_rules", "rule_book", "delete_rules", "meeting_rules"}

# Address, method, and who gets in. The others: strangers to a page are led away (302), all else is 403.
TEACHERS = [
    ("meetings/new/", "get"),
    ("meetings/new/", "post"),
    ("meetings/{meeting}/deal/", "post"),
    ("meetings/{meeting}/choice/", "post"),
    ("meetings/{meeting}/newcomers/", "post"),
    ("meetings/{meeting}/another/{person}/", "post"),
    ("meetings/{meeting}/seating/", "get"),
    ("meetings/{meeting}/seating/", "post"),
    ("meetings/{meeting}/delegations/add/", "post"),
    ("meetings/{meeting}/delegations/remove/", "post"),
    ("meetings/{meeting}/attendance/", "post"),
    ("meetings/{meeting}/roll/", "get"),
    ("meetings/{meeting}/roll/", "post"),
    ("meetings/{meeting}/empty/", "post"),
    ("meetings/{meeting}/script/", "post"),
    ("meetings/{meeting}/speakers/", "post"),
    ("meetings/{meeting}/open/", "post"),
    ("meetings/{meeting}/back/", "post"),
    ("meetings/{meeting}/put/", "post"),
    ("meetings/{meeting}/debrief/", "post"),
    ("meetings/{meeting}/close/", "post"),
    ("meetings/{meeting}/log/", "get"),
    ("meetings/{meeting}/dais/", "post"),
    ("meetings/{meeting}/dais/{person}/", "post"),
    ("ballots/{ballot}/lock/", "post"),
    ("ballots/{ballot}/reopen/", "post"),
    ("ballots/{ballot}/void/", "post"),
    ("ballots/{ballot}/declare/", "post"),
    ("records/{record}/", "get"),
    ("records/{record}/votes.csv", "get"),
    ("records/{record}/record.json", "get"),
    ("meetings/{meeting}/print/cards/", "get"),
]
STUDENTS = [
    ("meetings/{meeting}/speakers/own/", "post"),
    ("meetings/{meeting}/find/", "get"),
    ("meetings/{meeting}/seat/", "post"),
    ("meetings/{meeting}/observe/", "post"),
    ("meetings/{meeting}/ask/", "post"),
    ("meetings/{meeting}/argues/", "post"),
    ("ballots/{ballot}/cast/", "post"),
    ("ballots/{ballot}/delegation/", "get"),
]
EVERY = TEACHERS + STUDENTS
OF_ONE_METHOD = [(path, method) for path, method in EVERY if sum(other == path for other, _method in EVERY) == 1]
OF_SOMETHING = [(path, method) for path, method in EVERY if "{" in path]
CHANGING = [(path, method) for path, method in EVERY if method == "post"]
REFUSED = {302, 403}


@pytest.fixture
def place(cast: Cast) -> dict[str, object]:
    """A meeting in the cast's room, in the midst of a vote, with one vote declared before."""
    meeting = hall_with("ALB FRA", room=cast.room)
    SeatFactory(delegation=meeting.delegations.get(member="FRA"), participant=cast.participant)
    record = proceedings.declare(ballot=ballot_in(meeting, {"ALB": "yes"}, stage="locked"), now=NOON)
    ballot = ballot_in(meeting)
    return {"meeting": meeting.pk, "ballot": ballot.pk, "record": record.pk, "person": cast.participant.pk}


def everything() -> list:
    tables = (Meeting, Delegation, Seat, Ballot, Vote, Record, LogEntry)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def test_the_tables_name_every_address_of_the_hall():
    tables = (*method_urls.urlpatterns, *motion_urls.urlpatterns)
    elsewhere = SECRET | RULES | PODIUM | INSIDE | {pattern.name for pattern in tables}
    own = [pattern for pattern in urls.urlpatterns if pattern.name not in elsewhere]
    assert len({path for path, _method in EVERY}) == len(own)


@pytest.mark.parametrize(("path", "method"), TEACHERS)
def test_only_the_teacher_of_the_room(cast, place, path, method):
    before = everything()
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    for name, client in cast.clients().items():
        if name != "teacher":
            assert getattr(client, method)(address).status_code in REFUSED, name
    assert everything() == before
    assert getattr(cast.teacher, method)(address).status_code not in REFUSED - {302}


@pytest.mark.parametrize(("path", "method"), STUDENTS)
def test_only_the_participants_of_the_room(cast, place, path, method):
    before = everything()
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    for name, client in cast.clients().items():
        if name != "delegate":
            assert getattr(client, method)(address).status_code in REFUSED, name
    assert everything() == before
    assert getattr(cast.delegate, method)(address).status_code in {200, 302, 409, 422}


@pytest.mark.parametrize(("path", "method"), OF_ONE_METHOD)
def test_the_other_method_is_refused(cast, place, path, method):
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    other = "post" if method == "get" else "get"
    for client in (cast.teacher, cast.delegate, cast.stranger):
        assert getattr(client, other)(address).status_code == 405


@pytest.mark.parametrize(("path", "method"), OF_SOMETHING)
def test_what_is_of_another_room_is_missing(cast, place, path, method):
    teacher, student = cast.other_teacher, cast.other_delegate
    teacher.force_login(cast.other_room.owner)
    before = everything()
    address = f"/rooms/{cast.other_room.code}/" + path.format(**place)
    client = teacher if (path, method) in TEACHERS else student
    assert getattr(client, method)(address, {"choice": "yes"}).status_code == 404
    assert everything() == before


@pytest.mark.parametrize(("path", "method"), EVERY)
def test_a_room_that_is_not_there(cast, place, path, method):
    address = "/rooms/NOROOM/" + path.format(**place)
    client = cast.teacher if (path, method) in TEACHERS else cast.delegate
    assert getattr(client, method)(address).status_code == 404


@pytest.mark.parametrize(("path", "method"), CHANGING)
def test_in_a_closed_room_nothing_changes(cast, place, path, method):
    cast.room.closed_at = NOON
    cast.room.save()
    before = everything()
    address = f"/rooms/{cast.room.code}/" + path.format(**place)
    client = cast.teacher if (path, method) in TEACHERS else cast.delegate
    sent = {"text": "here", "title": "x", "majority": "simple"} if path == "meetings/new/" else {}
    assert client.post(address, sent).status_code == 409
    assert everything() == before
