"""Corrections after a vote: a footnote to the record, whose totals never change."""

import pytest

from tests.factories import NOON, ballot_in, delegate_of, hall_with
from unsim.assembly import corrections, proceedings
from unsim.assembly.casting import AnotherSeat, NoSeat
from unsim.assembly.exports import content_for_json, csv_of
from unsim.assembly.models import Correction
from unsim.assembly.records import footnotes_of, named_votes
from unsim.assembly.steps import NotInOrderNow
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db
YES, NO, ABSTAIN, ABSENT = Choice


@pytest.fixture
def record():
    ballot = ballot_in(hall_with("ALB FRA UKR"), {"ALB": "yes", "FRA": "no"}, stage="locked")
    return proceedings.declare(ballot=ballot, now=NOON)


def correct(record, code, intended) -> None:
    corrections.correct(ballot=record.ballot, code=code, intended=intended, now=NOON)


def noted(record) -> dict[str, tuple[str, str]]:
    return {each.member_id: (each.cast, each.intended) for each in record.corrections.all()}


def test_it_is_noted_and_the_totals_stand(record):
    before = dict(record.content)
    correct(record, "ALB", NO)
    correct(record, "UKR", YES)
    record.refresh_from_db()
    assert noted(record) == {"ALB": ("yes", "no"), "UKR": ("absent", "yes")}
    assert record.content == before
    assert footnotes_of(record) == {"ALB": ["had meant to vote: Against"], "UKR": ["had meant to vote: In favour"]}
    assert [notes for _member, _vote, notes in named_votes(record)] == [
        ["had meant to vote: Against"],
        [],
        ["had meant to vote: In favour"],
    ]
    assert "had meant to vote: Against" in csv_of(record).splitlines()[1]
    assert content_for_json(record)["votes"][0]["note"] == "had meant to vote: Against"


def test_another_one_replaces_it_and_the_vote_as_cast_takes_it_back(record):
    correct(record, "ALB", NO)
    correct(record, "ALB", ABSTAIN)
    assert noted(record) == {"ALB": ("yes", "abstain")}
    correct(record, "ALB", YES)
    assert noted(record) == {}


@pytest.mark.parametrize(
    ("code", "intended", "words"), [("ALB", YES, "how the vote was cast"), ("USA", NO, "has no vote on this")]
)
def test_what_is_nothing_to_correct(record, code, intended, words):
    with pytest.raises(NotInOrderNow, match=words):
        correct(record, code, intended)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [({}, "after the vote"), ({"stage": "locked"}, "after the vote"), ({"method": "hands"}, "names")],
)
def test_only_after_a_vote_with_names(fields, words):
    ballot = ballot_in(hall_with("ALB FRA"), {"ALB": "yes"}, **fields)
    with pytest.raises(NotInOrderNow, match=words):
        corrections.correct(ballot=ballot, code="ALB", intended=NO, now=NOON)


def test_a_delegation_corrects_its_own_vote_alone(record):
    meeting = record.ballot.motion.meeting
    told = {"ballot": record.ballot, "intended": NO, "now": NOON}
    corrections.correct_own(participant=delegate_of(meeting, "ALB"), code="ALB", **told)
    with pytest.raises(AnotherSeat):
        corrections.correct_own(participant=delegate_of(meeting, "UKR"), code="ALB", **told)
    with pytest.raises(NoSeat):
        corrections.correct_own(participant=delegate_of(hall_with("ALB"), "ALB"), code="ALB", **told)
    assert set(noted(record)) == {"ALB"}
