import pytest

from tests.factories import NOON, ResolutionFactory, ballot_in, hall_with
from unsim.assembly import proceedings, supposing
from unsim.rules.tally import Tally

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(cast):
    """2 in favour, 1 against, 2 abstaining: adopted, and not if abstentions had counted."""
    meeting = hall_with("ALB CHN FRA RUS UKR", room=cast.room, resolution=ResolutionFactory(title="Clean water"))
    votes = {"ALB": "yes", "UKR": "yes", "RUS": "no", "CHN": "abstain", "FRA": "abstain"}
    return proceedings.declare(ballot=ballot_in(meeting, votes, stage="locked"), now=NOON)


@pytest.fixture
def outcome_alone(cast):
    totals = {"outcome": "adopted", "invalid": 0}
    meeting = hall_with("ALB FRA UKR", room=cast.room)
    columns = {"cast": ["ALB", "FRA", "UKR"], "totals": totals, "outcome_only": True}
    return proceedings.declare(ballot=ballot_in(meeting, method="secret", stage="counted", **columns), now=NOON)


def outcomes(record, tally):
    return [(line.outcome, line.differs) for line in supposing.lines_for(record, tally)]


def test_the_same_votes_under_other_majorities(record):
    assert outcomes(record, Tally(2, 1, 2, 0)) == [
        ("adopted", False),  # more in favour than against
        ("adopted", False),  # two thirds of those present and voting
        ("rejected", True),  # more than half of those who voted, abstaining or not
        ("rejected", True),  # two thirds of those
        ("rejected", True),  # more than half of all members
        ("rejected", True),  # two thirds of all members
    ]
    sums = [line.sum for line in supposing.lines_for(record, Tally(2, 1, 2, 0))]
    assert sums[2].startswith("2 in favour, 1 against")
    assert len(set(sums)) == 6


def test_the_page_works_the_numbers_out_again(cast, record):
    address = f"/rooms/{cast.room.code}/records/{record.pk}/what-if/"
    page = cast.teacher.get(address).content.decode()
    assert page.count("another outcome") == 4
    assert 'name="yes" value="2"' in page
    tried = cast.delegate.get(address, {"yes": "5", "no": "0", "abstain": "0", "absent": "0"})
    assert (tried.status_code, tried.content.decode().count("another outcome")) == (200, 0)
    part = cast.delegate.get(address, {"yes": "0"}, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<section id="supposed"')


@pytest.mark.parametrize("sent", [{"yes": "-1"}, {"yes": "many"}, {"yes": ""}, {"yes": "0", "no": "0", "abstain": "0"}])
def test_what_is_no_number_is_refused_and_kept(cast, record, sent):
    address = f"/rooms/{cast.room.code}/records/{record.pk}/what-if/"
    answer = cast.teacher.get(address, {**sent, "absent": "0"})
    assert (answer.status_code, "Put in four whole numbers" in answer.content.decode()) == (422, True)
    assert f'name="yes" value="{sent["yes"]}"' in answer.content.decode()


def test_without_published_totals_there_is_nothing_to_try(cast, outcome_alone):
    assert cast.teacher.get(f"/rooms/{cast.room.code}/records/{outcome_alone.pk}/what-if/").status_code == 404


def test_who_is_inside_the_room_may_try(cast, record):
    address = f"/rooms/{cast.room.code}/records/{record.pk}/what-if/"
    allowed = {name for name, client in cast.clients().items() if client.get(address).status_code == 200}
    assert allowed == {"teacher", "delegate", "projector"}
