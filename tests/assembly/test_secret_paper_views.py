"""The address at which a paper is cast, and the page it is cast from."""

import re

import pytest

from tests.cast import HTMX, LOOKING, phone_of
from tests.hall import address, cast_all, make_hall, noise_on, page_of, phone, put, put_by_hand, seat
from unsim.assembly.models import Ballot, Envelope
from unsim.assembly.sealed import inclusion_code, new_noise
from unsim.assembly.secret_reads import shown
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

Y, N, A = Choice.YES, Choice.NO, Choice.ABSTAIN
MIXED = [Y, Y, Y, N, A]


# ---- secret_cast


def test_a_paper_is_cast_from_the_page():
    hall = make_hall(5)
    put(hall)
    ballot, browser = Ballot.objects.get(), phone(hall)
    noise = noise_on(browser.get(page_of(hall)))
    answer = browser.post(address("secret_cast", hall, ballot.pk), {"paper": "n", "noise": noise})
    assert answer.status_code == 200
    assert shown(inclusion_code(bytes.fromhex(noise))) in answer.content.decode()
    assert Envelope.objects.get().code == inclusion_code(bytes.fromhex(noise))


def test_after_a_reload_the_code_is_gone_and_the_paper_is_there():
    hall = make_hall(5)
    put(hall)
    ballot, browser = Ballot.objects.get(), phone(hall)
    noise = noise_on(browser.get(page_of(hall)))
    browser.post(address("secret_cast", hall, ballot.pk), {"paper": "n", "noise": noise})
    page = browser.get(page_of(hall)).content.decode()
    assert "The paper of your delegation is in the box" in page
    assert shown(inclusion_code(bytes.fromhex(noise))) not in page
    assert 'name="paper"' not in page


def test_every_load_of_the_page_has_another_paper():
    hall = make_hall(5)
    put(hall)
    browser = phone(hall)
    assert noise_on(browser.get(page_of(hall))) != noise_on(browser.get(page_of(hall)))


def without_tokens(response) -> bytes:
    """Django masks the token of a form anew for each page."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", response.content)


@pytest.mark.parametrize("headers", [LOOKING, HTMX])
def test_the_same_form_again_is_answered_with_the_same_page(headers):
    hall = make_hall(5)
    ballot, _key = put(hall)
    form = {"paper": "y", "noise": new_noise().hex()}
    once, twice = (phone(hall).post(address("secret_cast", hall, ballot.pk), form, headers=headers) for _ in "12")
    assert (once.status_code, twice.status_code) == (200, 200)
    assert without_tokens(once) == without_tokens(twice)
    assert Envelope.objects.count() == 1


@pytest.mark.parametrize("headers", [LOOKING, HTMX])
def test_another_paper_is_refused(headers):
    hall = make_hall(5)
    ballot, _key = put(hall)
    url = address("secret_cast", hall, ballot.pk)
    phone(hall).post(url, {"paper": "y", "noise": new_noise().hex()})
    answer = phone(hall).post(url, {"paper": "n", "noise": new_noise().hex()}, headers=headers)
    assert answer.status_code == 409
    assert b"already in the box" in answer.content
    assert Envelope.objects.count() == 1


def test_the_partner_sees_only_that_the_paper_was_cast():
    hall = make_hall(5)
    partner = phone_of(seat(hall.meeting, 0))
    ballot, _key = put(hall)
    noise = new_noise().hex()
    phone(hall).post(address("secret_cast", hall, ballot.pk), {"paper": "y", "noise": noise})
    page = partner.get(page_of(hall)).content.decode()
    assert "The paper of your delegation is in the box" in page
    assert shown(inclusion_code(bytes.fromhex(noise))) not in page


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"noise": "00" * 16},
        {"paper": "y"},
        {"paper": "yes", "noise": "00" * 16},
        {"paper": "absent", "noise": "00" * 16},
        {"paper": "y", "noise": "zz" * 16},
        {"paper": "y", "noise": "00"},
    ],
)
def test_a_paper_without_a_choice_is_refused(form):
    hall = make_hall(5)
    ballot, _key = put(hall)
    answer = phone(hall).post(address("secret_cast", hall, ballot.pk), form)
    assert answer.status_code == 422
    assert not Envelope.objects.exists()
    assert noise_on(answer)


def test_a_paper_that_comes_late_is_refused():
    hall = make_hall(6)
    teacher, ballot, _answer = put_by_hand(hall)
    cast_all(hall, ballot, MIXED)
    teacher.post(address("secret_box", hall, ballot.pk))
    answer = phone(hall, "X05").post(address("secret_cast", hall, ballot.pk), {"paper": "y", "noise": "00" * 16})
    assert answer.status_code == 409
    assert b"no more papers" in answer.content


def test_a_delegation_off_the_roll_is_refused():
    hall = make_hall(5)
    ballot, _key = put(hall)
    late = phone_of(seat(hall.meeting, 9))
    answer = late.post(address("secret_cast", hall, ballot.pk), {"paper": "y", "noise": "00" * 16})
    assert answer.status_code == 403
    assert not Envelope.objects.exists()


@pytest.mark.parametrize("paper", ["y", "n", "a"])
def test_no_answer_keeps_a_choice(paper):
    """No radio of any answer is ticked, not even of one that was refused."""
    hall = make_hall(5)
    ballot, _key = put(hall)
    refused = phone(hall).post(address("secret_cast", hall, ballot.pk), {"paper": paper, "noise": "bad"})
    assert b"checked" not in refused.content


def test_the_page_is_kept_by_no_browser():
    hall = make_hall(5)
    ballot, _key = put(hall)
    browser = phone(hall)
    page = browser.get(page_of(hall))
    answer = browser.post(address("secret_cast", hall, ballot.pk), {"paper": "y", "noise": noise_on(page)})
    for response in (page, answer):
        assert "no-store" in response["Cache-Control"]
        assert 'hx-history="false"' in response.content.decode()
    assert 'autocomplete="off"' in page.content.decode()


def test_a_recorded_vote_has_no_box():
    hall = make_hall(5)
    ballot, _key = put(hall)
    ballot.motion.method = "recorded"
    ballot.motion.save()
    form = {"paper": "y", "noise": "00" * 16}
    assert phone(hall).post(address("secret_cast", hall, ballot.pk), form).status_code == 404
