"""Observers sit and speak; they count nowhere, and vote on procedure alone, where the rules have it so."""

from random import Random

import pytest

from tests.cast import phone_of, projector_of
from tests.factories import NOON, MemberFactory, ballot_in, delegate_of, hall_with, observer_in
from unsim.assembly import proceedings, scenes, seating, secret_roll
from unsim.assembly.casting import NoSeat, cast_vote
from unsim.assembly.counting import quorum_of
from unsim.assembly.hall import hall_of
from unsim.assembly.models import Member
from unsim.members import by_iso3
from unsim.rules.choices import Choice
from unsim.rules.profiles import MODEL_UN, as_dict

pytestmark = pytest.mark.django_db


def vote(meeting, ballot, code):
    by = delegate_of(meeting, code)
    cast_vote(room=meeting.room, ballot=ballot.pk, participant=by, code=code, choice=Choice.YES, now=NOON)


@pytest.fixture
def meeting():
    meeting = hall_with("ALB FRA UKR")
    observer_in(meeting)
    return meeting


def test_they_are_no_members(meeting):
    assert Member.objects.count() == 3
    assert [member.iso3 for member in Member.everyone.all()] == ["ALB", "FRA", "UKR", "VAT"]


def test_they_count_neither_in_n_nor_in_the_quorum(meeting):
    meeting.delegations.filter(observer=False).update(present=False)
    attendance = quorum_of(meeting)
    assert (attendance.members, attendance.present) == (3, 0)
    assert hall_of(meeting).quorum == attendance


def test_they_vote_on_no_text_and_have_no_secret_paper(meeting):
    assert proceedings.members_of(meeting) == ["ALB", "FRA", "UKR"]
    assert secret_roll.electorate(meeting) == ["ALB", "FRA", "UKR"]
    ballot = ballot_in(meeting)
    ballot.electorate = proceedings.members_of(meeting)
    ballot.save()
    with pytest.raises(NoSeat):
        vote(meeting, ballot, "VAT")


def test_on_procedure_they_vote_where_the_rules_have_it_so(meeting):
    assert proceedings.voters_on_procedure(meeting) == ["ALB", "FRA", "UKR"]
    other = hall_with("ALB FRA", profile=as_dict(MODEL_UN))
    observer_in(other, "EUE")
    assert proceedings.voters_on_procedure(other) == ["ALB", "EUE", "FRA"]


def test_they_are_marked_on_every_list(meeting):
    meeting.stage = "seating"
    meeting.save()
    places = {place.code: place.observer for place in hall_of(meeting).places}
    assert places == {"ALB": False, "FRA": False, "UKR": False, "VAT": True}
    for audience in ("screen", "phone"):
        cell = scenes.scene_for(scenes.stand_of(meeting.room, meeting.pk), audience).cells["seat-VAT"]
        assert '<span class="flag">observer</span>' in cell
    screen = projector_of(meeting.room).get(f"/rooms/{meeting.room.code}/screen/").content.decode()
    assert screen.count("flag") == 1


def test_the_card_says_what_an_observer_may_do(meeting):
    page = phone_of(delegate_of(meeting, "VAT")).get(f"/rooms/{meeting.room.code}/").content.decode()
    assert "Observer in the General Assembly since 1974." in page
    assert "It speaks, and has no vote." in page
    assert "Member of the United Nations since" not in page


def test_they_are_seated_by_hand_and_never_dealt(meeting):
    for code in by_iso3():
        MemberFactory(iso3=code)
    assert Member.objects.count() == 193
    seating.deal_by_lot(meeting=meeting, size=193, lot=Random(1), now=NOON)
    assert not meeting.delegations.filter(member="VAT").exists()
    seating.add_delegation(meeting=meeting, code="VAT")
    assert meeting.delegations.get(member="VAT").observer
    assert not meeting.delegations.get(member="ALB").observer


def test_the_lot_seats_nobody_for_them(meeting):
    late = delegate_of(meeting, "VAT")
    meeting.seats.filter(participant=late).delete()
    seating.seat_newcomers(meeting=meeting, lot=Random(1), now=NOON)
    assert meeting.seats.get(participant=late).delegation.member_id != "VAT"
