"""Every address of the secret ballot against everybody who may stand before it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.hall import cast_all, iso3, make_hall, put
from tests.hall import seat as seat_in
from unsim.assembly import secret_urls
from unsim.assembly.models import Ballot, Seat
from unsim.rules.choices import Choice

PEOPLE = ("teacher", "other_teacher", "delegate", "other_delegate", "projector", "stranger")
SIGN_IN, NO, FINE = 302, 403, 200
POSTS = {
    #               teacher  other teacher  delegate  other delegate  projector  stranger
    "secret_put": (302, NO, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "secret_cast": (NO, NO, FINE, NO, NO, NO),
    # The teacher's 409: this browser did not put the ballot and holds no key.
    "secret_box": (409, NO, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "secret_void": (302, NO, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    "secret_again": (302, NO, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
}
# What may have changed after the POST of those who were let in; nobody else changes anything.
LET_IN = {
    ("teacher", "secret_put"),
    ("teacher", "secret_void"),
    ("teacher", "secret_again"),
    ("delegate", "secret_cast"),
}


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    """An open ballot in the room of the cast, in which their delegate sits for the first delegation."""
    hall = make_hall(6, room=cast.room)
    Seat.objects.filter(participant=hall.voter(iso3(0))).update(participant=cast.participant)
    other = make_hall(0, room=cast.other_room)
    Seat.objects.create(
        meeting=other.meeting,
        delegation=seat_in(other.meeting, 1).seats.get().delegation,
        participant=cast.other_participant,
    )
    return put(hall)[0]


def test_the_table_has_every_address():
    assert {route.name for route in secret_urls.urlpatterns} == {*POSTS, "secrecy"}


def state_of(ballot):
    return (Ballot.objects.count(), *Ballot.objects.filter(pk=ballot.pk).values_list("stage", "cast", "wrapped_key")[0])


@pytest.mark.parametrize("name", POSTS)
@pytest.mark.parametrize("who", PEOPLE)
def test_who_may(cast: Cast, ballot: Ballot, who: str, name: str):
    before = state_of(ballot)
    client = cast.clients()[who]
    answer = client.post(address(cast, ballot, name), {"majority": "simple", "paper": "y", "noise": "0f" * 16})
    assert answer.status_code == POSTS[name][PEOPLE.index(who)]
    if answer.status_code == SIGN_IN and (who, name) not in LET_IN:
        assert answer["Location"].startswith(reverse("sign_in"))
    assert (state_of(ballot) != before) is ((who, name) in LET_IN)


def address(cast: Cast, ballot: Ballot, name: str) -> str:
    pk = ballot.motion.meeting_id if name == "secret_put" else ballot.pk
    return reverse(name, args=[cast.room.code, pk])


@pytest.mark.parametrize("who", PEOPLE)
def test_secrecy_is_public(cast: Cast, who: str):
    assert cast.clients()[who].get(reverse("secrecy")).status_code == 200


@pytest.mark.parametrize("name", POSTS)
def test_no_form_of_another_site(cast: Cast, ballot: Ballot, name: str):
    before = state_of(ballot)
    foreign = Client(enforce_csrf_checks=True)
    foreign.cookies = (cast.delegate if name == "secret_cast" else cast.teacher).cookies
    answer = foreign.post(address(cast, ballot, name), {"majority": "simple", "paper": "y", "noise": "0f" * 16})
    assert answer.status_code == 403
    assert state_of(ballot) == before


@pytest.mark.parametrize("who", PEOPLE)
def test_before_the_box_is_opened_no_page_says_who_has_cast(cast: Cast, ballot: Ballot, who: str):
    """The same number of papers from other delegations: every page and every live part stays the same."""
    hall = cast.room.meetings.get()
    seats = Seat.objects.filter(meeting=hall, delegation__member__in=[iso3(n) for n in (1, 2, 3)]).order_by("pk")
    voters = [seat.participant for seat in seats]
    seen = []
    for cast_by in ([iso3(1), iso3(2)], [iso3(2), iso3(3)]):
        Ballot.objects.filter(pk=ballot.pk).update(cast=cast_by)
        seen.append(pages_of(cast, who))
    assert len(voters) == 3
    assert seen[0] == seen[1]


def pages_of(cast: Cast, who: str) -> list[bytes]:
    code, client = cast.room.code, cast.clients()[who]
    paths = [
        *(f"/rooms/{code}/{page}" for page in ("", "desk/", "screen/", "people/")),
        *(f"/rooms/{code}/live/{audience}/part/" for audience in ("phone", "screen", "desk")),
        f"/rooms/{code}/meetings/{cast.room.now_id}/log/",
    ]
    return [without_tokens(client.get(path).content) for path in paths]


def without_tokens(page: bytes) -> bytes:
    import re

    return re.sub(rb'name="(csrfmiddlewaretoken|noise)" value="\w+"', b"", page)


def test_after_the_box_was_opened_everybody_in_the_room_knows_who_took_part(cast: Cast):
    hall = make_hall(6, room=cast.room)
    ballot, _key = put(hall)
    cast_all(hall, ballot, [Choice.YES] * 5)
    Ballot.objects.update(stage="counted", totals={"yes": 3, "no": 1, "abstain": 1, "absent": 1, "invalid": 0})
    for who in ("teacher", "projector"):
        page = cast.clients()[who].get(f"/rooms/{cast.room.code}/{'desk' if who == 'teacher' else 'screen'}/")
        assert b"<li>Land 004</li>" in page.content
        assert b"<li>Land 005</li>" not in page.content
