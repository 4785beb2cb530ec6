from datetime import date

import pytest
from django.utils import translation

from tests.factories import (
    MeetingFactory,
    MemberFactory,
    ResolutionFactory,
    SeatFactory,
    ballot_in,
    delegate_of,
    hall_with,
)
from unsim.assembly import seating
from unsim.assembly.cards import card_of, own_vote, seat_of
from unsim.assembly.models import Delegation, Member

pytestmark = pytest.mark.django_db


def text_of(year: int, choice: str | None = None, **fields):
    text = ResolutionFactory(date=date(year, 3, 1), symbol=f"A/{year}", **fields)
    if choice:
        text.real_votes.create(member=MemberFactory(iso3="ALB"), choice=choice)
    return text


def card_in(meeting, code="ALB"):
    return card_of(meeting, seat_of(meeting, delegate_of(meeting, code)))


def test_who_one_sits_for_and_with_whom():
    meeting = hall_with("ALB FRA")
    partner = SeatFactory(delegation=meeting.delegations.get(member="ALB")).participant
    card = card_in(meeting)
    assert (card.code, card.name, card.group, card.admitted) == ("ALB", "Albania", "Eastern European Group", 1955)
    assert (card.permanent, card.partners) == (False, (partner.name,))
    assert card_in(meeting, "FRA").permanent


def test_earlier_votes_only():
    """How a member really voted on the text under vote, and later, is for the debrief."""
    text_of(2022, "yes")
    text_of(2014, "abstain")
    text_of(2016, "yes", body="council")
    text_of(2023, "no")
    text_of(2015)
    now = text_of(2022, "no", title="The text under vote")
    past = card_in(hall_with("ALB", resolution=now)).past
    assert [(vote.symbol, vote.choice, vote.council) for vote in past] == [
        ("A/2014", "abstain", False),
        ("A/2016", "yes", True),
    ]


def test_beside_a_text_without_a_date_all_votes():
    text_of(2022, "yes")
    assert [vote.symbol for vote in card_in(hall_with("ALB")).past] == ["A/2022"]


def test_no_card_without_a_delegation():
    meeting = hall_with("ALB")
    albania = delegate_of(meeting, "ALB")
    seating.observe(meeting=meeting, participant=albania)
    assert card_of(meeting, seat_of(meeting, albania)) is None
    assert seat_of(MeetingFactory(), albania) is None
    assert card_of(meeting, None) is None


def test_the_name_is_in_the_readers_language():
    meeting = hall_with("ALB")
    Member.objects.filter(pk="ALB").update(names={"fr": "Albanie"})
    with translation.override("fr"):
        assert card_in(meeting).name == "Albanie"
    with translation.override("ru"):
        assert card_in(meeting).name == "Albania"


def test_the_own_vote():
    meeting = hall_with("ALB FRA")
    ballot = ballot_in(meeting, {"ALB": "no"})
    votes = [own_vote(ballot, delegation.pk) for delegation in Delegation.objects.order_by("member")]
    assert votes == ["no", ""]
