import pytest

from unsim.rules.majority import MAJORITY_OF_MEMBERS, Majority, Threshold
from unsim.rules.motion_sentences import effect_sentence, majority_phrase, speakers_phrase, title, way_phrase
from unsim.rules.motion_table import RULES
from unsim.rules.motions import MotionKind, Way
from unsim.rules.profiles import GENERAL_ASSEMBLY, SECURITY_COUNCIL

K = MotionKind


@pytest.mark.parametrize("kind", K)
def test_every_motion_in_words(kind):
    rule = RULES[kind]
    assert title(kind)[0].isupper()
    assert effect_sentence(rule).endswith(".")
    assert not way_phrase(rule).endswith(".")


def test_no_two_motions_have_one_title():
    assert len({title(kind) for kind in K}) == len(K)


@pytest.mark.parametrize("way", Way)
def test_every_way_has_a_phrase(way):
    found = [SECURITY_COUNCIL.rule_of(K.DIVISION), *RULES.values()]
    assert way_phrase(next(rule for rule in found if rule.way is way))


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        (K.SUSPEND_MEETING, "no debate"),
        (K.CLOSE_DEBATE, "0 in favour and 2 against may speak"),
        (K.ADJOURN_DEBATE, "the mover, 2 in favour and 2 against may speak"),
        (K.TIME_LIMIT, "2 in favour and 2 against may speak"),
        (K.COMPETENCE, "the rule does not say how many may speak"),
    ],
)
def test_who_may_speak(kind, phrase):
    assert speakers_phrase(GENERAL_ASSEMBLY.rule_of(kind)) == phrase


@pytest.mark.parametrize(
    ("majority", "phrase"),
    [
        (Majority.SIMPLE, "more in favour than against"),
        (Majority.TWO_THIRDS, "at least two thirds"),
        (Threshold(3, 5), "at least 3/5 of the members present and voting"),
        (MAJORITY_OF_MEMBERS, "more than 1/2 of all members"),
        (None, "nine votes in favour"),
    ],
)
def test_what_carries_it(majority, phrase):
    assert majority_phrase(majority) == phrase


def test_the_caller_translates():
    def shout(message: str) -> str:
        return message.upper()

    assert title(K.APPEAL, shout) == "APPEAL AGAINST THE RULING"
    assert speakers_phrase(RULES[K.SUSPEND_MEETING], shout) == "NO DEBATE"
    assert majority_phrase(Majority.SIMPLE, shout) == "MORE IN FAVOUR THAN AGAINST"
    assert way_phrase(RULES[K.APPEAL], shout) == "PUT TO THE VOTE"
    assert effect_sentence(RULES[K.CLOSE_LIST], shout).startswith("IF IT CARRIES")
