import pytest

from quizzes.items.writing.claims import claim_drafts

from .making import article, drafts, membership, position, right, stems, tally

OTHER = tally(93, 24, 58, date="2022-04-07", subject="to suspend Russia from the Human Rights Council")
WHEN = "When the UN General Assembly voted on 12 October 2022 to condemn the annexation of regions, "


def test_no_member_is_said_to_have_voted_as_nobody_did():
    told = article(tally(no=0), position("SYR", "abstain"))
    stems = [
        draft.item.stem for seed in range(12) for draft in drafts(claim_drafts, told, form="stand claim", seed=seed)
    ]
    assert stems
    assert not any("against" in stem for stem in stems)


def test_who_has_seen_the_list_of_a_way_knows_who_is_not_in_it():
    told = article(tally(no=1, abstain=35), position("SYR", "no"), position("CHN", "abstain"))
    claims = [d for seed in range(12) for d in drafts(claim_drafts, told, form="stand claim", seed=seed)]
    false = [draft for draft in claims if "China voted against" in draft.item.stem]
    assert false
    assert all(("vote", "0", "SYR") in draft.asks for draft in false)


def verdicts(*facts, form, seeds=range(10)):
    return {
        draft.item.stem: right(draft.item)[0]
        for seed in seeds
        for draft in drafts(claim_drafts, article(*facts), form=form, seed=seed)
    }


def test_true_with_its_own_number_false_with_another():
    found = verdicts(tally(None, 5, 35), form="figure claim")
    assert found[WHEN + "35 members abstained."] == "True"
    assert found[WHEN + "5 members abstained."] == "False"
    assert found[WHEN + "5 members voted against."] == "True"
    assert found[WHEN + "35 members voted against."] == "False"


def test_false_with_another_votes_number():
    assert verdicts(tally(None, 5, None), OTHER, form="figure claim")[WHEN + "24 members voted against."] == "False"


def test_one_member_is_singular():
    assert WHEN + "1 member voted against." in verdicts(tally(None, 1, None), form="figure claim")


def test_a_number_that_two_roles_share_is_never_called_false():
    found = verdicts(tally(143, 5, 5), form="figure claim")
    assert found[WHEN + "5 members abstained."] == "True"
    assert found[WHEN + "5 members voted against."] == "True"


def test_positions():
    found = verdicts(tally(), position("USA", "yes"), form="stand claim")
    assert found[WHEN + "the United States voted in favour."] == "True"
    assert {verdict for stem, verdict in found.items() if "in favour" not in stem} == {"False"}


@pytest.mark.parametrize(
    ("no", "abstain", "more_abstained", "more_against"), [(5, 35, "True", "False"), (35, 5, "False", "True")]
)
def test_more_abstained_than_voted_against(no, abstain, more_abstained, more_against):
    found = verdicts(tally(143, no, abstain), form="judge abstain no") | verdicts(
        tally(143, no, abstain), form="judge no abstain"
    )
    assert found[WHEN + "more members abstained than voted against."] == more_abstained
    assert found[WHEN + "more members voted against than abstained."] == more_against


def test_as_many_abstained_as_voted_against():
    assert verdicts(tally(143, 5, 5), form="judge abstain no") == {}


@pytest.mark.parametrize(("yes", "more"), [(143, "True"), (93, "False")])
def test_half_of_the_members(yes, more):
    found = verdicts(tally(yes), membership(), form="judge yes")
    assert found[WHEN + "more than half of the 193 members voted in favour."] == more
    assert found[WHEN + "fewer than half of the 193 members voted in favour."] != more


def test_nothing_is_said_of_half_where_it_is_close():
    assert verdicts(tally(97), membership(), form="judge yes") == {}


@pytest.mark.parametrize(("yes", "no", "more"), [(93, 24, "True"), (16, 104, "False"), (61, 40, "False")])
def test_two_thirds_of_those_who_voted(yes, no, more):
    found = verdicts(tally(yes, no), form="judge yes no")
    assert found[WHEN + "more than two thirds of those who voted for or against were in favour."] == more


@pytest.mark.parametrize("no", [66, 67, 68])
def test_nothing_is_said_of_two_thirds_where_it_is_close(no):
    assert verdicts(tally(134, no), form="judge yes no") == {}


def test_two_votes_side_by_side():
    found = verdicts(tally(), OTHER, form="than claim")
    assert (
        found[
            "In the UN General Assembly, more members voted against in the vote to suspend Russia from the Human "
            "Rights Council (7 April 2022) than in the vote to condemn the annexation of regions (12 October 2022)."
        ]
        == "True"
    )
    assert set(found.values()) == {"True", "False"}


def test_equal_numbers_are_not_compared():
    same = tally(140, 5, 38, date="2022-03-24", subject="on a resolution on the suffering of civilians")
    assert not any("voted against in the vote" in stem for stem in verdicts(tally(), same, form="than claim"))


def test_a_vote_without_subject_is_not_judged():
    assert stems(claim_drafts, article(tally(subject=None), membership())) >= {
        "The article “What the Assembly decided” (13 October 2022) tells of a vote in the UN General Assembly "
        "on 12 October 2022: "
        "35 members abstained."
    }
    assert verdicts(tally(subject=None), membership(), form="judge yes") == {}
