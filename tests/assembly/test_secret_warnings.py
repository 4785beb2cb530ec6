"""Before totals are published: the guard, the quorum and the warnings."""

import pytest

from tests.factories import NOON
from tests.hall import cast, cast_all, count, make_hall, put
from unsim.assembly.floor import OutOfOrder
from unsim.assembly.models import Ballot, Delegation, Envelope
from unsim.assembly.proceedings import declare, lock, reopen, void
from unsim.assembly.secret_ballot import NotOpen, OneVoterApart
from unsim.assembly.secret_box import (
    NoQuorum,
    TooFewPapers,
    Unanimous,
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


# ---- the guard


@pytest.mark.parametrize(
    ("papers", "outcome_only", "opened"),
    [(5, False, True), (4, False, False), (4, True, True), (3, True, True), (2, True, False)],
)
def test_the_guard_before_opening(papers, outcome_only, opened):
    _hall, ballot, key, _codes = with_papers(MIXED[5 - papers :], voters=5)
    Delegation.objects.update(present=True)
    if opened:
        count(ballot, key, outcome_only=outcome_only)
        assert ballot.stage == "counted"
        return
    with pytest.raises(TooFewPapers, match="recorded vote"):
        close_box(ballot=ballot, opening_key=key, now=NOON, outcome_only=outcome_only)
    assert fresh(ballot).stage == "open"


def test_after_a_refusal_the_vote_goes_on():
    hall, ballot, key, _codes = with_papers([Y, Y, N, A], voters=5)
    with pytest.raises(TooFewPapers):
        close_box(ballot=ballot, opening_key=key, now=NOON)
    cast(ballot, hall.voter("X04"), N)
    count(ballot, key)
    assert ballot.totals["no"] == 2


@pytest.mark.parametrize(
    ("choices", "outcome"), [([Y, Y, N], "adopted"), ([N, N, Y], "rejected"), ([Y, N, A], "equally_divided")]
)
def test_with_the_outcome_only_no_totals_are_ever_stored(choices, outcome):
    _hall, ballot, key, _codes = with_papers(choices, outcome_only=True)
    count(ballot, key)
    assert ballot.totals == {"outcome": outcome, "invalid": 0}
    content = declare(ballot=ballot, now=NOON).content
    assert content["decision"] == outcome
    assert content["tally"] is None


# ---- the quorum


def test_without_a_quorum_the_box_stays_open():
    _hall, ballot, key, _codes = with_papers(MIXED, voters=12)
    Delegation.objects.update(present=False)
    with pytest.raises(NoQuorum, match="5 of 12"):
        close_box(ballot=ballot, opening_key=key, now=NOON)
    assert fresh(ballot).stage == "open"


def test_who_is_marked_present_counts_for_the_quorum():
    _hall, ballot, key, _codes = with_papers(MIXED, voters=12)
    count(ballot, key)
    assert ballot.stage == "counted"


def test_a_quorum_lost_after_closing_is_refused_and_can_be_mended():
    _hall, ballot, key, _codes = with_papers(MIXED, voters=12)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    Delegation.objects.update(present=False)
    with pytest.raises(NoQuorum):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    Delegation.objects.update(present=True)
    open_box(ballot=ballot, opening_key=key, now=NOON)
    assert fresh(ballot).stage == "counted"


# ---- warnings


@pytest.mark.parametrize("choice", [Y, N, A])
def test_a_unanimous_result_is_warned_of_and_nothing_is_stored(choice):
    _hall, ballot, key, _codes = with_papers([choice] * 5)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(Unanimous):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    assert (fresh(ballot).stage, fresh(ballot).totals) == ("locked", None)
    assert Envelope.objects.count() == 5


@pytest.mark.parametrize("how", [{"anyway": True}, {"outcome_only": True}])
def test_after_the_warning_the_president_decides(how):
    _hall, ballot, key, _codes = with_papers([Y] * 5)
    count(ballot, key, **how)
    assert ballot.stage == "counted"
    assert ("yes" in ballot.totals) is ("anyway" in how)


def test_who_was_warned_cannot_wait_for_one_more_paper():
    """Else the paper that makes the warning go away would be known."""
    hall, ballot, key, _codes = with_papers([Y] * 5, voters=6)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(Unanimous):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(OutOfOrder):
        reopen(ballot=ballot, now=NOON)
    with pytest.raises(NotOpen):
        cast(ballot, hall.voter("X05"), N)


def test_a_box_locked_too_early_may_be_opened_to_papers_again_as_long_as_nobody_looked():
    hall, ballot, key, _codes = with_papers([Y] * 5, voters=6)
    lock(ballot=ballot, now=NOON)
    with pytest.raises(NotOpen):
        cast(ballot, hall.voter("X05"), N)
    reopen(ballot=ballot, now=NOON)
    cast(ballot, hall.voter("X05"), N)
    count(ballot, key)
    assert ballot.totals["no"] == 1


def test_a_box_that_was_only_locked_is_closed_for_good_before_it_is_opened():
    _hall, ballot, key, _codes = with_papers([Y] * 5)
    lock(ballot=ballot, now=NOON)
    with pytest.raises(OutOfOrder):
        open_box(ballot=ballot, opening_key=key, now=NOON)
    close_box(ballot=ballot, opening_key=key, now=NOON)
    with pytest.raises(Unanimous):
        open_box(ballot=ballot, opening_key=key, now=NOON)


def published_before(hall, choices):
    ballot, key = put(hall, anyway=True)
    cast_all(hall, ballot, choices)
    count(ballot, key, anyway=True)
    return ballot


def test_one_paper_more_than_in_published_totals_is_warned_of_before_opening():
    hall = make_hall(8)
    void(ballot=published_before(hall, MIXED), now=NOON)
    ballot, key = put(hall)
    cast_all(hall, ballot, [*MIXED, N])
    with pytest.raises(OneVoterApart):
        close_box(ballot=ballot, opening_key=key, now=NOON)
    assert fresh(ballot).stage == "open"
    count(ballot, key, anyway=True)
    assert ballot.stage == "counted"


def test_the_outcome_of_one_paper_more_needs_no_warning():
    hall = make_hall(8)
    void(ballot=published_before(hall, MIXED), now=NOON)
    ballot, key = put(hall)
    cast_all(hall, ballot, [*MIXED, N])
    count(ballot, key, outcome_only=True)
    assert ballot.totals["outcome"] == "adopted"


def test_two_papers_more_are_not_warned_of():
    hall = make_hall(8)
    void(ballot=published_before(hall, MIXED), now=NOON)
    ballot, key = put(hall)
    cast_all(hall, ballot, [*MIXED, N, A])
    count(ballot, key)
    assert ballot.stage == "counted"


def test_another_question_is_not_warned_of():
    first = make_hall(8)
    published_before(first, MIXED)
    other = make_hall(8, room=first.room)
    ballot, key = put(other)
    cast_all(other, ballot, [*MIXED, N])
    count(ballot, key)
    assert ballot.stage == "counted"


def test_counted_totals_that_were_taken_back_stay_known_for_the_warning():
    hall = make_hall(8)
    ballot = published_before(hall, MIXED)
    void(ballot=ballot, now=NOON)
    assert fresh(ballot).totals is not None
    assert fresh(ballot).cast == hall.codes[:5]
