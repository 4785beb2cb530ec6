"""What the pages of a secret ballot say: each thing once, and nothing that is not going to happen."""

import re
from collections import Counter

import pytest

from tests.cast import phone_of, projector_of
from tests.factories import NOON, ballot_in
from tests.hall import cast_all, count, desk_of, make_hall, page_of, put, teacher_of
from unsim.assembly import proceedings
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

Y, N = Choice.YES, Choice.NO
PROMISED = "The totals come when you open the box"


def desk(hall) -> str:
    return teacher_of(hall).get(desk_of(hall)).text


def opened(voters: int = 4, **how):
    hall = make_hall(voters)
    ballot, key = put(hall, **how)
    cast_all(hall, ballot, [Y] * (voters - 1) + [N])
    count(ballot, key)
    return hall


def in_the_open(hall) -> None:
    ballot = ballot_in(hall.meeting, dict.fromkeys(hall.codes, "yes"), stage="locked")
    proceedings.declare(ballot=ballot, now=NOON)


def test_totals_are_promised_where_they_will_be_told():
    assert PROMISED in desk(make_hall(5))


def test_totals_are_not_promised_of_too_few_papers():
    text = desk(make_hall(4))
    assert PROMISED not in text
    assert "whether the text is adopted, and no totals" in text
    assert "outcome only" in text


def test_of_so_few_that_there_is_no_secret_ballot_nothing_is_promised():
    text = desk(make_hall(2))
    assert "cannot vote in secret" in text
    assert "open the box" not in text


@pytest.mark.parametrize("who", ["desk", "screen", "phone"])
def test_that_only_the_outcome_is_published_is_said_once(who):
    hall = opened(outcome_only=True)
    text = {
        "desk": lambda: desk(hall),
        "screen": lambda: projector_of(hall.room).get(page_of(hall) + "screen/").text,
        "phone": lambda: phone_of(hall.voter("X00")).get(page_of(hall)).text,
    }[who]()
    shown = re.sub(r'data-say="[^"]*"', "", text)  # what a screen reader says is no second sentence on the page
    assert shown.count("Only the outcome of this ballot is published") == 1


@pytest.mark.parametrize("voters", [4, 6])
def test_nothing_on_the_desk_stands_there_twice_once_the_box_is_open(voters):
    ids = Counter(re.findall(r'\sid="([^"]+)"', desk(opened(voters, outcome_only=voters < 5))))
    assert [name for name, times in ids.items() if times > 1] == []
    assert ids["enter"] == ids["enter-by"] == ids["enter-kind"] == ids["enter-motion"] == 1


def test_while_the_box_is_open_for_papers_a_delegation_may_be_entered():
    hall = make_hall(5)
    put(hall)
    assert desk(hall).count('id="enter"') == 1


def test_a_secret_ballot_is_another_one_only_after_one():
    hall = make_hall(5)
    assert "A secret ballot instead" in desk(hall)
    hall = make_hall(4)
    in_the_open(hall)
    text = desk(hall)
    assert "A secret ballot on the same text" in text
    assert "Another vote in the open" in text
    assert "Another secret ballot" not in text


def test_after_a_secret_ballot_the_next_is_another():
    hall = opened(outcome_only=True)
    proceedings.declare(ballot=hall.meeting.motions.get().ballots.get(), now=NOON)
    in_the_open(hall)
    assert "Another secret ballot" in desk(hall)


def test_a_phone_tells_the_outcome_once_it_is_declared():
    hall = opened(outcome_only=True)
    phone = phone_of(hall.voter("X00"))
    assert "Adopted" not in phone.get(page_of(hall)).text
    proceedings.declare(ballot=hall.meeting.motions.get().ballots.get(), now=NOON)
    assert "Adopted" in phone.get(page_of(hall)).text


def test_the_page_that_got_an_inclusion_code_keeps_it_beside_the_list():
    hall = opened(outcome_only=True)
    text = phone_of(hall.voter("X00")).get(page_of(hall)).text
    assert '<p id="inclusion" hx-preserve="true"></p>' in text
