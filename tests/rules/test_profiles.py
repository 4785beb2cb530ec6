import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.strategies import any_majorities
from unsim.rules.decision import Body
from unsim.rules.majority import Majority, Threshold, share_of
from unsim.rules.motion_table import ASSEMBLY_ORDER, COUNCIL_RULES, MODEL_UN_ORDER
from unsim.rules.motions import MotionKind, Way
from unsim.rules.profile import Profile, Yield
from unsim.rules.profile_checks import BadProfile, BadValue, Contradiction, ImpossibleProfile, UnknownSwitch, check
from unsim.rules.profiles import (
    GENERAL_ASSEMBLY,
    MODEL_UN,
    SECURITY_COUNCIL,
    SHIPPED,
    SWITCHES,
    as_dict,
    edited,
    from_dict,
)

K = MotionKind
SIMPLE, TWO_THIRDS = Majority


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=SHIPPED)
def test_the_shipped_profiles_are_possible_and_survive_storage(profile):
    assert check(profile) is profile
    assert from_dict(json.loads(json.dumps(as_dict(profile)))) == profile


def test_the_three_are_found_by_name():
    assert SHIPPED == {
        "general_assembly": GENERAL_ASSEMBLY,
        "security_council": SECURITY_COUNCIL,
        "model_un": MODEL_UN,
    }


def test_every_field_is_a_switch():
    assert set(SWITCHES) == {field.name for field in fields(Profile)} == set(as_dict(GENERAL_ASSEMBLY))


# Where Model UN differs: switch, the Assembly, common Model UN.
DIFFERENCES = [
    ("present_and_voting_binds", False, True),
    ("roll_call_by_lot", True, False),
    ("passes", False, True),
    ("second_round_may_abstain", False, False),
    ("rights", False, True),
    ("explanations", True, False),
    ("majority_to_close_debate", SIMPLE, TWO_THIRDS),
    ("majority_to_overrule", SIMPLE, TWO_THIRDS),
    ("majority_for_drafts", SIMPLE, SIMPLE),
    ("majority_for_important", TWO_THIRDS, SIMPLE),
    ("observers_vote_on_procedure", False, True),
    ("method_on_request", True, False),
    ("friendly_amendments", False, True),
    ("reply_seconds", (600, 300), (600, 300)),
    ("yields", (), tuple(Yield)),
]


@pytest.mark.parametrize(("switch", "assembly", "model_un"), DIFFERENCES)
def test_where_model_un_differs(switch, assembly, model_un):
    assert (getattr(GENERAL_ASSEMBLY, switch), getattr(MODEL_UN, switch)) == (assembly, model_un)


def test_points_and_caucuses_of_model_un():
    assert set(MODEL_UN.order) - set(GENERAL_ASSEMBLY.order) == {
        K.PERSONAL_PRIVILEGE,
        K.PARLIAMENTARY_INQUIRY,
        K.POINT_OF_INFORMATION,
        K.UNMODERATED_CAUCUS,
        K.MODERATED_CAUCUS,
    }


@pytest.mark.parametrize(
    ("profile", "kind", "rule", "way", "majority"),
    [
        (GENERAL_ASSEMBLY, K.CLOSE_DEBATE, "rule 75", Way.VOTE, SIMPLE),
        (MODEL_UN, K.CLOSE_DEBATE, "rule 75", Way.VOTE, TWO_THIRDS),
        (MODEL_UN, K.APPEAL, "rule 71", Way.VOTE, TWO_THIRDS),
        (MODEL_UN, K.SUSPEND_MEETING, "rule 76", Way.VOTE, SIMPLE),
        (GENERAL_ASSEMBLY, K.RECORDED_VOTE, "rule 87", Way.REQUEST, SIMPLE),
        (MODEL_UN, K.ROLL_CALL, "rule 87", Way.VOTE, SIMPLE),
        (MODEL_UN, K.MODERATED_CAUCUS, "Model UN", Way.VOTE, SIMPLE),
        (SECURITY_COUNCIL, K.APPEAL, "Council rule 30", Way.VOTE, None),
        (SECURITY_COUNCIL, K.SUSPEND_MEETING, "Council rule 33", Way.VOTE, None),
        (SECURITY_COUNCIL, K.DIVISION, "Council rule 32", Way.UNLESS_SPONSOR_OBJECTS, None),
        (SECURITY_COUNCIL, K.AMENDMENT, "Council rule 36", Way.SUBMITTED, None),
    ],
)
def test_a_line_of_the_table_as_a_profile_has_it(profile, kind, rule, way, majority):
    line = profile.rule_of(kind)
    assert (line.rule, line.way, line.majority) == (rule, way, majority)


def test_only_what_is_voted_on_needs_a_second_and_only_where_seconds_are_asked_for():
    assert not any(GENERAL_ASSEMBLY.rule_of(kind).seconded for kind in GENERAL_ASSEMBLY.order)
    unseconded = {kind for kind in MODEL_UN.order if not MODEL_UN.rule_of(kind).seconded}
    assert unseconded == {*MODEL_UN.order[:4], K.AMENDMENT}


def test_the_council_cites_its_own_rules_or_none():
    assert SECURITY_COUNCIL.cited("rule 71") == COUNCIL_RULES["rule 71"]
    assert SECURITY_COUNCIL.cited("rule 81") == ""
    assert SECURITY_COUNCIL.cited("Model UN") == "Model UN"
    assert GENERAL_ASSEMBLY.cited("rule 81") == "rule 81"


def test_a_club_edits_a_copy():
    ours = edited(MODEL_UN, name="Our club", majority_to_close_debate="3/5", passes=False, yields=["chair"])
    assert (ours.majority_to_close_debate, ours.passes, ours.yields) == (Threshold(3, 5), False, (Yield.CHAIR,))
    assert MODEL_UN.passes
    assert as_dict(ours)["majority_to_close_debate"] == "3/5"


def test_a_switch_that_was_not_stored_is_set_as_the_assembly_has_it():
    assert from_dict({"name": "old"}) == edited(GENERAL_ASSEMBLY, name="old")


def test_an_unknown_switch():
    with pytest.raises(UnknownSwitch, match="'speed'") as refused:
        edited(GENERAL_ASSEMBLY, speed=3)
    assert refused.value.switch == "speed"


@pytest.mark.parametrize(
    ("switch", "value"),
    [
        ("name", 3),
        ("body", "senate"),
        ("order", ["point_of_order", "filibuster"]),
        ("order", "point_of_order"),
        ("order", None),
        ("passes", "yes"),
        ("passes", 1),
        ("passes", None),
        ("majority_for_drafts", "1/2"),
        ("majority_for_drafts", "most"),
        ("reply_seconds", [True]),
        ("reply_seconds", 600),
        ("reply_seconds", ["600"]),
        ("speech_seconds", 1.5),
        ("speech_seconds", False),
        ("yields", ["audience"]),
    ],
)
def test_a_value_that_a_switch_cannot_have(switch, value):
    with pytest.raises(BadValue) as refused:
        edited(MODEL_UN, **{switch: value})
    assert (refused.value.switch, refused.value.value) == (switch, value)
    assert isinstance(refused.value, BadProfile)


def without(order: tuple[MotionKind, ...], *kinds: MotionKind) -> list[MotionKind]:
    return [kind for kind in order if kind not in kinds]


@pytest.mark.parametrize(
    ("profile", "changes", "contradiction"),
    [
        (MODEL_UN, {"name": " "}, Contradiction.NO_NAME),
        (MODEL_UN, {"order": [*MODEL_UN_ORDER, K.DIVISION]}, Contradiction.TWICE_IN_ORDER),
        (MODEL_UN, {"order": without(MODEL_UN_ORDER, K.POINT_OF_ORDER)}, Contradiction.NO_POINT_OF_ORDER),
        (MODEL_UN, {"order": [*MODEL_UN_ORDER[1:], K.POINT_OF_ORDER]}, Contradiction.POINTS_FIRST),
        (
            GENERAL_ASSEMBLY,
            {"order": [*without(ASSEMBLY_ORDER, K.APPEAL), K.APPEAL]},
            Contradiction.POINTS_FIRST,
        ),
        (MODEL_UN, {"order": without(MODEL_UN_ORDER, K.APPEAL)}, Contradiction.NO_APPEAL),
        (MODEL_UN, {"order": without(MODEL_UN_ORDER, K.CLOSE_DEBATE)}, Contradiction.NO_CLOSURE),
        (MODEL_UN, {"order": without(MODEL_UN_ORDER, K.ROLL_CALL)}, Contradiction.NO_METHOD),
        (MODEL_UN, {"order": without(MODEL_UN_ORDER, K.AMENDMENT)}, Contradiction.NO_AMENDMENT),
        (SECURITY_COUNCIL, {"majority_for_drafts": "two_thirds"}, Contradiction.NINE_VOTES),
        (SECURITY_COUNCIL, {"majority_for_important": "simple"}, Contradiction.NINE_VOTES),
        (SECURITY_COUNCIL, {"majority_to_overrule": "3/5"}, Contradiction.NINE_VOTES),
        (SECURITY_COUNCIL, {"second_vote_on_tie": True}, Contradiction.NO_TIE),
        (SECURITY_COUNCIL, {"observers_vote_on_procedure": True}, Contradiction.NO_OBSERVERS),
        (GENERAL_ASSEMBLY, {"second_round_may_abstain": True}, Contradiction.NO_SECOND_ROUND),
        (MODEL_UN, {"passes": False, "second_round_may_abstain": True}, Contradiction.NO_SECOND_ROUND),
        (MODEL_UN, {"cosponsors_explain": True}, Contradiction.NO_EXPLANATIONS),
        (MODEL_UN, {"speech_seconds": None}, Contradiction.NO_TIME_TO_YIELD),
        (GENERAL_ASSEMBLY, {"yields": ["chair"]}, Contradiction.NO_TIME_TO_YIELD),
        (MODEL_UN, {"yields": ["chair", "chair"]}, Contradiction.TWO_YIELDS),
        (MODEL_UN, {"speech_seconds": 0}, Contradiction.NO_TIME),
        (GENERAL_ASSEMBLY, {"reply_seconds": [600, 0]}, Contradiction.NO_TIME),
        (GENERAL_ASSEMBLY, {"body": "council"}, Contradiction.NO_TIE),
    ],
)
def test_switches_that_contradict_each_other(profile, changes, contradiction):
    with pytest.raises(ImpossibleProfile) as refused:
        edited(profile, **changes)
    assert refused.value.contradiction is contradiction
    assert set(refused.value.switches) <= set(SWITCHES)
    assert set(changes) & set(refused.value.switches)


@pytest.mark.parametrize(
    ("profile", "changes"),
    [
        (MODEL_UN, {"order": without(MODEL_UN_ORDER, K.APPEAL), "majority_to_overrule": "simple"}),
        (MODEL_UN, {"second_round_may_abstain": True}),
        (MODEL_UN, {"yields": [], "speech_seconds": None}),
        (GENERAL_ASSEMBLY, {"reply_seconds": []}),
        (GENERAL_ASSEMBLY, {"order": without(ASSEMBLY_ORDER, K.SECRET_BALLOT)}),
        (GENERAL_ASSEMBLY, {"body": Body.COUNCIL, "second_vote_on_tie": False}),
        (GENERAL_ASSEMBLY, {"cosponsors_explain": True}),
    ],
)
def test_combinations_that_go_together(profile, changes):
    changed = edited(profile, **changes)
    assert from_dict(as_dict(changed)) == changed
    assert changed != profile


@given(any_majorities, st.sampled_from(["majority_for_drafts", "majority_to_overrule"]))
def test_any_majority_survives_storage(majority, switch):
    stored = json.loads(json.dumps(as_dict(edited(MODEL_UN, **{switch: majority}))))
    read = getattr(from_dict(stored), switch)
    assert share_of(read).share == share_of(majority).share
    assert share_of(read).of is share_of(majority).of
