import re
from pathlib import Path

import pytest

from tests.factories import NOON, hall_with
from unsim.assembly import explaining, floor, minutes

ACTS = Path(minutes.__file__).parent


def test_every_line_that_an_act_writes_has_a_sentence():
    source = "".join(path.read_text() for path in ACTS.glob("*.py"))
    written = set(re.findall(r'note\([^"\n]*"(\w+)"', source)) | set(re.findall(r'_move\([^"\n]*"(\w+)"', source))
    written |= {"choice_closed", "debrief_left", *explaining.WORDS}
    assert written - {"put", "step", "dais_given"} == set(minutes.SENTENCES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("what", "data", "sentence"),
    [
        ("opened", {"present": 3, "members": 4}, "The President opened the meeting: 3 of 4 delegations were present."),
        ("put", {"method": "secret"}, "The text was put to a secret ballot."),
        ("started", {"title": "100 % <b>"}, "The meeting was started on “100 % <b>”."),
        ("dealt_by_lot", {}, " delegations were dealt by lot to  students."),
        ("of_a_later_version", {}, "of_a_later_version"),
    ],
)
def test_the_sentences(what, data, sentence):
    meeting = hall_with("ALB")
    floor.note(meeting, NOON, what, **data)
    assert [minute.sentence for minute in minutes.minutes_of(meeting)] == [sentence]
