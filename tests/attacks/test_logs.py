"""A vote at DEBUG level, and faults in the middle of it: no choice is in any log, report or debug page."""

import logging
import re
from difflib import unified_diff

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from tests.cast import phone_of
from tests.hall import cast_all, count, make_hall, put
from unsim.assembly import secret_ballot, secret_box
from unsim.assembly.sealed import MARKS, new_noise
from unsim.rules.choices import Choice

pytestmark = pytest.mark.django_db

NOISE = "5eed" * 8
# How a choice could be written down: as a field of a form, as a member of Choice, as a word. ("no" alone is in every
# second message of Django; that the logs are the same whatever is chosen, the swap test sees.)
CHOICE = re.compile(r"paper(=|'?: \[?')[yna]\b|Choice\.|'no'|\b(yes|abstain(ing)?|in favour|against)\b", re.IGNORECASE)


@pytest.fixture
def at_debug(caplog):
    for logger in ("", "django"):
        caplog.set_level(logging.DEBUG, logger=logger)
    return caplog


def cast_by_hand(hall, ballot, code, mark, noise=NOISE, **client):
    phone = phone_of(hall.voter(code))
    phone.raise_request_exception = False
    return phone.post(reverse("secret_cast", args=[hall.room.code, ballot.pk]), {"paper": mark, "noise": noise})


def everything(caplog):
    """Messages, arguments and whatever else hangs on a record."""
    return "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)


@pytest.mark.parametrize("mark", MARKS)
def test_no_log_of_a_paper_bears_a_choice(at_debug, mark):
    hall = make_hall(5)
    ballot, _key = put(hall)
    at_debug.clear()
    with CaptureQueriesContext(connection):
        assert cast_by_hand(hall, ballot, "X00", mark).status_code == 200
        assert cast_by_hand(hall, ballot, "X00", mark, noise="00" * 16).status_code == 409
        assert cast_by_hand(hall, ballot, "X01", mark, noise="bad").status_code == 422
    assert "django.db.backends" in {record.name for record in at_debug.records}
    assert not CHOICE.search(everything(at_debug))
    assert NOISE not in everything(at_debug)


def test_a_choice_in_a_log_would_be_found(at_debug, monkeypatch):
    honest = secret_ballot.cast_paper

    def talkative(**paper):
        logging.getLogger("unsim").debug("cast %s", paper["choice"])
        return honest(**paper)

    monkeypatch.setattr(secret_ballot, "cast_paper", talkative)
    hall = make_hall(5)
    ballot, _key = put(hall)
    at_debug.clear()
    cast_by_hand(hall, ballot, "X00", "a")
    assert CHOICE.search(everything(at_debug))


def test_no_log_of_the_opening_bears_the_key_or_a_single_paper(at_debug):
    hall = make_hall(5)
    ballot, key = put(hall)
    cast_all(hall, ballot, [Choice.YES, Choice.YES, Choice.NO, Choice.NO, Choice.ABSTAIN])
    at_debug.clear()
    with CaptureQueriesContext(connection):
        count(ballot, key)
    said = everything(at_debug)
    assert key.hex() not in said
    assert repr(key)[2:-1] not in said
    for line in said.splitlines():
        # The totals are published; a choice beside a delegation is not.
        assert not re.search(r"X0\d\W{1,12}(yes|no|abstain)", line)


# ---- faults


def fail(*_args, **_kwargs):
    raise RuntimeError("the disk is full")


def report_of(hall, ballot, mark, settings, debug):
    """(the page that the student gets, the longest report that Django can make of the fault)."""
    settings.DEBUG = debug
    reports = []

    class Kept(logging.Handler):
        def emit(self, record):
            if record.exc_info:
                reporter = ExceptionReporter(record.request, *record.exc_info, is_email=True)
                reports.append(reporter.get_traceback_html() + reporter.get_traceback_text())

    handler = Kept()
    logging.getLogger("django.request").addHandler(handler)
    try:
        page = cast_by_hand(hall, ballot, "X00", mark)
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert page.status_code == 500
    assert "the disk is full" in reports[0]
    return page.content.decode(), reports[0]


def without_luck(text):
    """Object addresses, times, ports: what differs between two reports of the same fault anyway."""
    text = re.sub(r"0x[0-9a-f]+|\d{12,}", "", text)
    text = re.sub(r"\d\d:\d\d:\d\d|\d+\.\d{4,}", "", text)
    return re.sub(r"<Envelope[^>]*>|&lt;Envelope.*?&gt;|b(&#x27;|').*?\1", "", text)


def difference(one, other):
    """The lines that differ, for the message of the test that fails."""
    return [line for line in unified_diff(one.splitlines(), other.splitlines(), n=0, lineterm="") if line[:1] in "+-"]


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("where", ["unsim.assembly.secret_ballot.seal", "unsim.assembly.secret_ballot.tell"])
def test_a_report_of_a_fault_is_the_same_for_every_choice(settings, monkeypatch, where, debug):
    hall = make_hall(5)
    ballot, _key = put(hall)
    monkeypatch.setattr(where, fail)
    seen = {mark: report_of(hall, ballot, mark, settings, debug) for mark in MARKS}
    for page, report in seen.values():
        assert NOISE not in page + report
        assert "Choice." not in page + report
    one, *others = seen.values()
    for other in others:
        for left, right in zip(one, other, strict=True):
            assert difference(without_luck(left), without_luck(right)) == []


def test_a_report_that_shows_forms_would_be_found(settings, monkeypatch):
    monkeypatch.setattr("django.views.debug.get_default_exception_reporter_filter", SafeExceptionReporterFilter)
    hall = make_hall(5)
    ballot, _key = put(hall)
    monkeypatch.setattr("unsim.assembly.secret_ballot.seal", fail)
    page, _report = report_of(hall, ballot, "a", settings, debug=True)
    assert NOISE in page


def test_a_fault_at_the_opening_shows_no_key(settings, monkeypatch):
    hall = make_hall(5)
    ballot, key = put(hall)
    cast_all(hall, ballot, [Choice.YES, Choice.YES, Choice.NO, Choice.NO, Choice.ABSTAIN])
    monkeypatch.setattr(secret_box, "_shred", fail)
    settings.DEBUG = True
    teacher = Client(raise_request_exception=False)
    teacher.force_login(hall.room.owner)
    teacher.cookies[f"unsim_opening_key_{ballot.pk}"] = key.hex()
    page = teacher.post(reverse("secret_box", args=[hall.room.code, ballot.pk]))
    assert page.status_code == 500
    assert b"the disk is full" in page.content
    assert key.hex().encode() not in page.content
    assert b"Tally(" not in page.content


def test_noise_is_looked_for_as_it_is_sent():
    assert len(NOISE) == len(new_noise().hex())
