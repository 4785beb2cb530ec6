import re

import pytest

from unsim.rules.profile_checks import Contradiction, ImpossibleProfile
from unsim.rules.profiles import SECURITY_COUNCIL
from unsim.rules.refusal_sentences import CONTRADICTIONS, SENTENCES, contradiction_sentence, refusal_sentence
from unsim.rules.refusals import Reason, RuledOut

VALUES = {"name": "L.5", "limit": 2, "hands": 21, "members": 20, "number": 3, "side": "for"}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_that_says_its_rule(reason):
    refusal = RuledOut(reason, **VALUES)
    sentence = refusal_sentence(refusal)
    assert re.fullmatch(r"[A-Z“0-9].*[^.]\.( \(rule \d\d\))?", sentence)
    assert "%" not in sentence
    assert refusal.rule in sentence


def test_no_two_reasons_say_the_same():
    assert len(set(SENTENCES.values())) == len(SENTENCES) == len(Reason)


def test_the_rule_of_another_body_is_said_instead():
    refusal = RuledOut(Reason.NOTHING_TO_APPEAL, SECURITY_COUNCIL.cited("rule 71"))
    assert refusal_sentence(refusal).endswith(" (Council rule 30)")
    assert str(refusal) == "nothing_to_appeal (Council rule 30)"
    assert str(RuledOut(Reason.NO_MOTION)) == "no_motion"


def test_the_caller_translates_before_the_values_are_filled_in():
    refusal = RuledOut(Reason.UNKNOWN, name="L.5")
    assert refusal_sentence(refusal, lambda message: message.replace("There is no", "Kein")) == (
        "Kein “L.5” before the meeting."
    )


@pytest.mark.parametrize("contradiction", Contradiction)
def test_every_contradiction_has_a_sentence(contradiction):
    sentence = contradiction_sentence(ImpossibleProfile(contradiction, ("order",)))
    assert sentence == CONTRADICTIONS[contradiction]
    assert sentence.endswith(".")
