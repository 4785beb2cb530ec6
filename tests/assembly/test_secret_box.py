"""Closing and opening the box: what is published, what is refused, what is destroyed."""

import pytest

from tests.factories import NOON
from tests.hall import cast_all, count, make_hall, put
from unsim.assembly.floor import OutOfOrder
from unsim.assembly.models import Ballot, Delegation, Envelope
from unsim.assembly.proceedings import declare, void
from unsim.assembly.sealed import inclusion_code, new_noise, seal
from unsim.assembly.secret_box import (
    BoxTamperedWith,
    NoKeyHere,
    TooFewPapers,
    close_box,
    open_box,
)
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

Y, N, A = Choice.YES, Choice.NO, Choice.ABSTAIN
MIXED = [Y, Y, Y, N, A]


def with_papers(choices, voters=None, **how):
    hall = make_hall(voters or len(choices))
    ballot, key = put(hall, **how)
    return hall, ballot, key, cast_all(hall, ballot, choices)


def fresh(ballot):
    return Ballot.objects.get(pk=ballot.pk)


# ---- counting


def test_totals_and_sorted_codes_are_published():
    _hall, ballot, key, codes = with_papers(MIXED, voters=7)
    count(ballot, key)
    assert ballot.stage == "counted"
    assert ballot.totals == {"yes": 3, "no": 1, "abstain": 1, "absent": 2, "invalid": 0}
    assert ballot.codes == sorted(codes)


def test_papers_and_keys_are_destroyed():
    _hall, ballot, key, _codes = with_papers(MIXED)
    count(ballot, key)
    assert (ballot.public_key, ballot.wrapped_key) == (None, None)
    assert not Envelope.objects.exists()


def test_who_took_part_is_present_now_and_not_before():
    hall, ballot, key, _codes = with_papers(MIXED, voters=6)
    Delegation.objects.filter(member_id__in=["X00", "X05"]).update(present=False)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    assert not Delegation.objects.get(member_id="X00").present
    open_box(ballot=ballot, opening_key=key, now=NOON)
    assert Delegation.objects.get(member_id="X00").present
    assert not Delegation.objects.get(member_id="X05").present
    assert hall.meeting.delegations.count() == 6


def test_the_result_is_declared_and_recorded():
    _hall, ballot, key, _codes = with_papers(MIXED)
    count(ballot, key)
    content = declare(ballot=ballot, now=NOON).content
    assert content["decision"] == "adopted"
    assert content["tally"] == {"yes": 3, "no": 1, "abstain": 1, "absent": 0}
    assert content["votes"] is None
    assert content["took_part"] == ["X00", "X01", "X02", "X03", "X04"]


def forge(ballot, member, ciphertext=b"no paper at all"):
    """Somebody who can write to the database slips a paper in for a delegation that has not cast."""
    Envelope.objects.create(code=inclusion_code(new_noise()), ballot=ballot, ciphertext=ciphertext)
    Ballot.objects.filter(pk=ballot.pk).update(cast=sorted([*fresh(ballot).cast, member]))


def test_a_paper_that_cannot_be_opened_is_counted_as_invalid():
    _hall, ballot, key, _codes = with_papers(MIXED, voters=7)
    forge(ballot, "X05")
    count(ballot, key)
    assert ballot.totals == {"yes": 3, "no": 1, "abstain": 1, "absent": 2, "invalid": 1}
    assert len(ballot.codes) == 6


def test_a_paper_under_another_code_is_invalid():
    _hall, ballot, key, _codes = with_papers(MIXED, voters=7)
    forge(ballot, "X05", seal(Y, new_noise(), bytes(fresh(ballot).public_key)))
    count(ballot, key)
    assert ballot.totals["invalid"] == 1


def test_invalid_papers_do_not_help_over_the_guard():
    _hall, ballot, key, _codes = with_papers([Y, Y, N, N], voters=6)
    forge(ballot, "X05")
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(TooFewPapers):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    open_box(ballot=ballot, opening_key=key, now=NOON, outcome_only=True)
    assert fresh(ballot).totals == {"outcome": "equally_divided", "invalid": 1}


def test_a_paper_too_many_is_found():
    _hall, ballot, key, _codes = with_papers(MIXED, voters=7)
    noise = new_noise()
    sealed = seal(Y, noise, bytes(fresh(ballot).public_key))
    Envelope.objects.create(code=inclusion_code(noise), ballot=ballot, ciphertext=sealed)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(BoxTamperedWith):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    assert fresh(ballot).totals is None


# ---- the key


@pytest.mark.parametrize("key", [b"", bytes(32)])
def test_without_the_key_nothing_happens(key):
    _hall, ballot, _key, _codes = with_papers(MIXED)
    with pytest.raises(NoKeyHere):
        close_box(ballot=ballot, opening_key=key, now=NOON)
    assert fresh(ballot).stage == "open"


def test_a_closed_box_opens_with_its_own_key_only():
    _hall, ballot, key, _codes = with_papers(MIXED)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(NoKeyHere):
        open_box(ballot=ballot, opening_key=bytes(32), now=NOON)
    assert fresh(ballot).stage == "locked"
    assert Envelope.objects.count() == 5


# ---- order


def test_a_box_is_opened_once():
    _hall, ballot, key, _codes = with_papers(MIXED)
    count(ballot, key)
    with pytest.raises(OutOfOrder):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    assert ballot.totals["yes"] == 3


def test_an_open_box_is_closed_first():
    _hall, ballot, key, _codes = with_papers(MIXED)
    with pytest.raises(OutOfOrder):
        open_box(ballot=ballot, opening_key=key, now=NOON)


def test_a_void_box_is_not_opened():
    _hall, ballot, key, _codes = with_papers(MIXED)
    void(ballot=ballot, now=NOON)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(OutOfOrder):
        open_box(ballot=ballot, opening_key=key, now=NOON)
