import datetime

import pytest

from unsim.members import by_iso3
from unsim.resolutions import read_resolutions
from unsim.rules.decision import Body, Outcome, Rule
from unsim.rules.motions import MotionKind
from unsim.rules.profiles import GENERAL_ASSEMBLY
from unsim.rules.question import decide_motion
from unsim.rules.script_2022 import SCRIPT, StepKind, decided
from unsim.rules.tally import Tally

BY_SLUG = {step.slug: step for step in SCRIPT}
ADOPTED, REJECTED, _ = Outcome


def test_the_sequence():
    assert [step.slug for step in SCRIPT] == [
        "veto",
        "request",
        "letter",
        "introduction",
        "recorded-vote",
        "appeal",
        "reconsideration",
        "debate",
        "vote",
    ]
    dates = [step.date for step in SCRIPT if step.date]
    assert dates == sorted(dates)
    assert (dates[0], dates[-1]) == (datetime.date(2022, 9, 30), datetime.date(2022, 10, 12))


@pytest.mark.parametrize(
    ("slug", "tally", "outcome", "rule"),
    [
        ("veto", Tally(10, 1, 4, 0), REJECTED, Rule.SUBSTANTIVE),
        ("recorded-vote", Tally(107, 13, 39, 34), ADOPTED, Rule.SIMPLE_MAJORITY),
        ("reconsideration", Tally(16, 104, 34, 39), REJECTED, Rule.IMPORTANT_QUESTION),
        ("vote", Tally(143, 5, 35, 10), ADOPTED, Rule.IMPORTANT_QUESTION),
    ],
)
def test_the_real_numbers_decide_what_was_decided(slug, tally, outcome, rule):
    decision = decided(BY_SLUG[slug])
    assert (decision.tally, decision.outcome, decision.rule) == (tally, outcome, rule)
    assert BY_SLUG[slug].outcome is outcome


def test_the_veto_barred_what_ten_votes_would_have_carried():
    assert decided(BY_SLUG["veto"]).vetoes == 1
    assert by_iso3()[BY_SLUG["veto"].vetoes[0]].permanent


def test_what_no_source_settles_is_left_out_and_said():
    appeal = BY_SLUG["appeal"]
    assert (appeal.tally, appeal.known_no, appeal.outcome) == (None, 100, REJECTED)
    assert appeal.uncertain
    assert decided(appeal) is None
    assert BY_SLUG["letter"].date is None
    assert BY_SLUG["letter"].uncertain


def test_the_appeal_failed_whatever_the_numbers_that_accounts_give():
    for yes, abstain in ((16, 34), (14, 38)):
        tally = Tally(yes, 100, abstain, 193 - yes - 100 - abstain)
        assert decide_motion(GENERAL_ASSEMBLY, MotionKind.APPEAL, tally, present=193).outcome is REJECTED


@pytest.mark.parametrize("step", SCRIPT, ids=lambda step: step.slug)
def test_every_step_is_whole(step):
    members = 15 if step.body is Body.COUNCIL else 193
    assert step.tally is None or step.tally.members == members
    assert set(step.by) | set(step.vetoes) <= set(by_iso3())
    assert step.happened.endswith(".")
    assert step.source
    voted_on = step.kind is not StepKind.HEARD
    assert voted_on is (step.method is not None) is (step.outcome is not None)
    assert (step.kind is StepKind.MOTION) <= (step.motion is not None)


def test_its_texts_are_among_the_seeds_and_agree_with_them():
    texts = {text.slug: text for text in read_resolutions()}
    for step in SCRIPT:
        if step.text:
            assert step.text in texts
        if step.kind is StepKind.TEXT:
            assert (texts[step.text].tally, texts[step.text].date) == (step.tally, step.date)
