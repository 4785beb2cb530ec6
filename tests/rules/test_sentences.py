from dataclasses import replace

import pytest
from hypothesis import given

from tests.rules.strategies import full_tallies, majorities
from unsim.rules.decision import Rule, decide, decide_council
from unsim.rules.majority import MAJORITY_OF_MEMBERS, Basis, Majority, Threshold
from unsim.rules.sentences import rule_sentence, share_phrase, sum_sentence
from unsim.rules.tally import Tally

SIMPLE, TWO_THIRDS = Majority


@pytest.mark.parametrize(
    ("tally", "majority", "sentence"),
    [
        (
            Tally(61, 40, 7),
            TWO_THIRDS,
            "61 in favour, 40 against: 101 present and voting; two thirds is 68; not adopted; "
            "7 abstentions do not count (rule 86)",
        ),
        (
            Tally(143, 5, 1, 44),
            TWO_THIRDS,
            "143 in favour, 5 against: 148 present and voting; two thirds is 99; adopted; "
            "1 abstention does not count (rule 86)",
        ),
        (Tally(6, 5, 0), SIMPLE, "6 in favour, 5 against: 11 present and voting; a majority is 6; adopted"),
        (
            Tally(61, 40, 7),
            Threshold(3, 5),
            "61 in favour, 40 against: 101 present and voting; "
            "3/5 of the members present and voting is 61; adopted; 7 abstentions do not count (rule 86)",
        ),
        (
            Tally(96, 1, 2, 94),
            MAJORITY_OF_MEMBERS,
            "96 in favour, 1 against: 97 present and voting; more than 1/2 of all members is 97; not adopted",
        ),
        (Tally(5, 5, 0), SIMPLE, "5 in favour, 5 against: 10 present and voting; a majority is 6; equally divided"),
    ],
)
def test_the_sum_of_the_assembly(tally, majority, sentence):
    assert sum_sentence(decide(tally, majority)) == sentence


@pytest.mark.parametrize(
    ("tally", "vetoes", "procedural", "sentence"),
    [
        (
            Tally(11, 1, 3),
            1,
            False,
            "11 in favour, 1 against, 3 abstaining; 9 votes are needed; "
            "not adopted: a permanent member voted against (veto)",
        ),
        (Tally(11, 1, 3), 1, True, "11 in favour, 1 against, 3 abstaining; 9 votes are needed; adopted"),
        (Tally(8, 1, 6), 1, False, "8 in favour, 1 against, 6 abstaining; 9 votes are needed; not adopted"),
    ],
)
def test_the_sum_of_the_council(tally, vetoes, procedural, sentence):
    assert sum_sentence(decide_council(tally, vetoes=vetoes, procedural=procedural)) == sentence


DECISIONS = {
    Rule.APPEAL: replace(decide(Tally(2, 1, 0), SIMPLE), rule=Rule.APPEAL),
    Rule.RECONSIDERATION: replace(decide(Tally(2, 1, 0), TWO_THIRDS), rule=Rule.RECONSIDERATION),
    Rule.IMPORTANT_PART: replace(decide(Tally(2, 1, 0), TWO_THIRDS), rule=Rule.IMPORTANT_PART),
    Rule.OWN: decide(Tally(2, 1, 0), Threshold(3, 5)),
    Rule.IMPORTANT_QUESTION: decide(Tally(2, 1, 0), TWO_THIRDS),
    Rule.SIMPLE_MAJORITY: decide(Tally(2, 1, 0), SIMPLE),
    Rule.EQUALLY_DIVIDED: decide(Tally(1, 1, 0), SIMPLE),
    Rule.PROCEDURAL: decide_council(Tally(9, 1, 0), vetoes=1, procedural=True),
    Rule.SUBSTANTIVE: decide_council(Tally(9, 0, 0), vetoes=0, procedural=False),
}


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_that_names_it(rule):
    assert rule.value in rule_sentence(DECISIONS[rule])


@given(full_tallies, majorities)
def test_the_sum_gives_the_numbers_it_rests_on(tally, majority):
    decision = decide(tally, majority)
    sentence = sum_sentence(decision)
    assert sentence.startswith(
        f"{tally.yes} in favour, {tally.no} against: {tally.yes + tally.no} present and voting; "
    )
    assert f" is {decision.needed}; " in sentence
    assert ("abstention" in sentence) is (tally.abstain > 0)


@pytest.mark.parametrize("basis", Basis)
def test_a_share_says_whom_it_is_taken_of(basis):
    phrases = {
        Basis.VOTING: "3/4 of the members present and voting",
        Basis.VOTED: "3/4 of all votes, abstentions counted",
        Basis.MEMBERS: "3/4 of all members",
    }
    assert share_phrase(Threshold(3, 4, of=basis)) == phrases[basis]
    assert share_phrase(Threshold(3, 4, more=True, of=basis)) == f"more than {phrases[basis]}"


def test_the_caller_translates_every_part():
    plurals: list[tuple[str, str, int]] = []

    def plural(one: str, many: str, number: int) -> str:
        plurals.append((one, many, number))
        return "<%(number)d>"

    decision = decide(Tally(6, 5, 2), SIMPLE)
    sentence = sum_sentence(decision, lambda message: f"[{message}]", plural)
    assert sentence == "[6 in favour, 5 against: 11 present and voting]; [a majority is 6]; [adopted]; <2>"
    assert [number for *_, number in plurals] == [2]
    assert rule_sentence(decision, lambda message: message.upper()).startswith("MORE MEMBERS")
