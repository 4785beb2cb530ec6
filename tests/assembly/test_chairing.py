"""What the President says and does next, for every kind of motion under every set of rules."""

import pytest

from tests.assembly.podium import WATER
from tests.factories import NOON, ResolutionFactory, hall_with
from unsim.assembly import meetings, motions, steps
from unsim.assembly.chairing import busy, offers, podium_of, print_of
from unsim.assembly.motion_words import YES
from unsim.rules.in_order import in_order
from unsim.rules.motions import Effect, MotionKind
from unsim.rules.profiles import SHIPPED, as_dict

pytestmark = pytest.mark.django_db
PARTICULARS = {
    MotionKind.TIME_LIMIT: {"seconds": 60},
    MotionKind.UNMODERATED_CAUCUS: {"seconds": 300},
    MotionKind.MODERATED_CAUCUS: {"seconds": 300, "each": 30},
    MotionKind.DIVISION: {"parts": [["3", True]]},
}
CASES = [(name, kind) for name, rules in SHIPPED.items() for kind in rules.order if kind not in (
    MotionKind.APPEAL, MotionKind.RECONSIDER, MotionKind.VOTE_ON_NEXT, MotionKind.AMENDMENT)]  # fmt: skip


def meeting_by(name: str):
    text = ResolutionFactory(summary=WATER)
    meeting = hall_with("ALB FRA", resolution=text, profile=as_dict(SHIPPED[name]))
    meetings.introduce(meeting, text, ["FRA"], NOON)
    return meeting


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_there_is_one_next_step_and_words_for_it(name, kind):
    meeting = meeting_by(name)
    floor = motions.move(meeting=meeting, kind=kind, by="ALB", now=NOON, **PARTICULARS.get(kind, {}))
    podium = podium_of(meeting, floor, voting=False)
    assert podium.next in {"rule", "answer", "second", "grant", "vote"}
    assert "Albania" in podium.say
    assert "%(" not in podium.say
    assert busy(floor)
    assert podium.motion.title in podium.say or podium.next == "rule"


def test_a_yes_means_something_for_every_effect():
    assert set(YES) == set(Effect)
    assert all(sentence.startswith("To vote in favour is") for effect, sentence in YES.items() if effect != "none")


def test_during_a_vote_the_list_is_short():
    meeting = meeting_by("general_assembly")
    floor = steps.floor_of(meeting)
    assert [offer.kind for offer in offers(meeting.rules, floor, voting=True)] == ["point_of_order"]
    assert len(offers(meeting.rules, floor, voting=False)) == len(in_order(meeting.rules, floor))


def test_a_speech_changes_no_form_of_a_phone():
    meeting = meeting_by("general_assembly")
    before = motions.move(meeting=meeting, kind=MotionKind.CLOSE_DEBATE, by="ALB", now=NOON)
    after = motions.preside(meeting=meeting, step="hear", number=1, now=NOON, by="FRA", side="against")
    rules = meeting.rules
    assert print_of(rules, before, desk=False) == print_of(rules, after, desk=False)
    assert print_of(rules, before, desk=True) != print_of(rules, after, desk=True)
