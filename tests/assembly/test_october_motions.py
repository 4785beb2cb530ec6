"""The motions of 10 October 2022, moved on phones and put at the podium."""

import pytest

from tests.assembly.podium import session

pytestmark = pytest.mark.django_db
ALL = "ALB CHN FRA RUS UKR"
# What a class of five does in place of the 193: (in favour, against); the others abstain.
OPENLY, TO_OVERRULE, AGAIN = ("ALB FRA UKR", "RUS"), ("RUS", "ALB FRA UKR"), ("RUS CHN", "ALB FRA UKR")


@pytest.fixture
def october():
    return session(ALL, title="Territorial integrity of Ukraine", majority="two_thirds", sponsors=["UKR", "ALB"])


def votes(yes: str, no: str) -> dict[str, str]:
    chosen = {**dict.fromkeys(yes.split(), "yes"), **dict.fromkeys(no.split(), "no")}
    return {code: chosen.get(code, "abstain") for code in ALL.split()}


def test_from_the_letter_to_the_vote(october):
    # The letter: a secret ballot is asked for, not moved.
    assert october.presides("ask_secret") == 302
    # Albania's request for a recorded vote is contested by it, so it is voted on, in the open.
    assert october.moves("ALB", "recorded_vote") == 302
    assert october.podium().next == "vote"
    assert october.presides("grant") == 409
    assert october.puts() == 302
    assert october.vote(**votes(*OPENLY)) == "adopted"
    assert october.floor.method == "recorded"
    # Russia's point of order, the ruling, the appeal: to vote in favour is to overrule.
    assert october.presides("go_on") == 302
    assert october.moves("RUS", "point_of_order") == 302
    assert october.podium().next == "rule"
    assert october.presides("not_well_taken") == 302
    assert october.moves("RUS", "appeal") == 302
    assert october.puts() == 302
    assert "To vote in favour is to overrule the President" in october.screen()
    assert october.vote(**votes(*TO_OVERRULE)) == "rejected"
    assert not october.floor.rulings[-1].overruled
    # The reconsideration needs two thirds: 2 of 5 that vote are too few.
    assert october.presides("go_on") == 302
    assert october.moves("RUS", "reconsider", about="method") == 302
    assert october.podium().motion.majority == "at least two thirds"
    for code in ("ALB", "FRA"):
        assert october.presides("against", by=code) == 302
    assert october.presides("against", by="UKR") == 409
    assert october.puts() == 302
    assert october.vote(**votes(*AGAIN)) == "rejected"
    assert october.ballot.record.content["majority"] == "two_thirds"
    assert october.floor.method == "recorded"
    # The debate comes first; then the vote on the text, by two thirds.
    assert october.presides("go_on") == 302
    assert october.moves("RUS", "recorded_vote") == 409
    # In the way that was decided, and in no other.
    assert october.puts("put/", majority="two_thirds", method="hands") == 409
    assert october.puts("put/", majority="two_thirds") == 302
    assert october.vote(ALB="yes", FRA="yes", UKR="yes", CHN="abstain", RUS="no") == "adopted"
    assert october.floor.drafts[0].status == "adopted"


def test_all_of_it_stands_in_the_log(october):
    test_from_the_letter_to_the_vote(october)
    log = october.teacher.get(f"{october.base}log/").content.decode()
    told = [
        "A secret ballot was asked for by letter.",
        "Albania moved: Recorded vote.",
        "Put to a recorded vote: Recorded vote (moved by Albania).",
        "The motion was adopted: Recorded vote.",
        "Russia raised: Point of order.",
        "The President ruled: not well taken.",
        "Russia moved: Appeal against the ruling.",
        "The motion was not adopted: Appeal against the ruling.",
        "Russia moved: Reconsider a decision (how to vote).",
        "Albania spoke against: Reconsider a decision.",
        "The motion was not adopted: Reconsider a decision.",
        "Adopted: the text “Territorial integrity of Ukraine”.",
    ]
    places = [log.index(sentence) for sentence in told]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("kind", "votes_for", "stage"),
    [
        ("suspend_meeting", OPENLY, "suspended"),
        ("suspend_meeting", TO_OVERRULE, "debate"),
        ("adjourn_meeting", OPENLY, "adjourned"),
        ("close_debate", OPENLY, "closed"),
        ("adjourn_debate", OPENLY, "debate"),
        ("competence", OPENLY, "debate"),
    ],
)
def test_a_motion_that_carries_does_what_it_says(october, kind, votes_for, stage):
    assert october.moves("ALB", kind) == 302
    assert october.puts() == 302
    october.vote(**votes(*votes_for))
    assert october.floor.stage == stage
    assert october.presides("go_on") == 302
    shown = {"suspended": "The meeting is suspended.", "adjourned": "The meeting is adjourned."}
    for page in (october.screen(), october.phone("ALB")):
        assert shown.get(stage, "Territorial integrity of Ukraine") in page
    if stage in shown:
        assert october.moves("ALB", "point_of_order") == 409
        assert october.puts("put/", majority="two_thirds") == 409
        assert october.presides("resume") == 302
        assert october.floor.stage == "debate"
    assert (october.floor.draft is None) == (kind in ("adjourn_debate", "competence"))
